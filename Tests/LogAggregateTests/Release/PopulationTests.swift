import Foundation
import Testing

@testable import LogAggregate

/// Who and what is counted: sections, promotions, internal traffic, spam, and where visits come from.
@Suite struct PopulationTests {
  @Test("a path is of the first section whose pattern matches it, decoded and without its query")
  func sections() async throws {
    var run = FactsRun()
    run.site = """
      [[sections]]
      pattern = "/news/sport/*"
      name = "Sport"
      [[sections]]
      pattern = "/news*"
      name = "News"
      """
    run.view(FactsRun.addresses(5, 1), "/news/sport/a?x=/shop")
    run.view(FactsRun.addresses(6, 2), "/n%65ws/b")
    run.view(FactsRun.addresses(7, 3), "/shop/../news/c;v=1")
    run.view(FactsRun.addresses(8, 4), "/shop/news/d")
    let report = try await run.report()
    #expect(
      report.rows(.section)?.mapValues { $0.prefix { $0 != " " } }
        == ["Sport": "5", "News": "13", "/shop": "8"])
  }

  @Test("of a promotion only its pages count; all others leave with the assets")
  func promotion() async throws {
    var run = FactsRun()
    run.policy = "indiamart-2003"
    run.audience = Audience("sponsor")
    run.site = "[promotion]\nnotice = true\npages = [\"/promo/*\"]"
    run.view(FactsRun.addresses(60), "/promo/a")
    run.view(FactsRun.addresses(60), "/promo/../b")
    run.view(FactsRun.addresses(60), "/promo")
    run.view(FactsRun.addresses(60), "/promo/a.css")
    let report = try await run.report()
    #expect(report.input.pageViews == 60)
    #expect(report.excluded("asset") == 180)
    #expect(report.rows(.page)?.keys.sorted() == ["/promo/a"])
    #expect(report.disclosure.notes.contains { $0.contains("pages of the promotion") })
  }

  @Test("the site's own networks and agents are left out before robots are")
  func internalTraffic() async throws {
    var run = FactsRun()
    run.site = """
      [internal]
      networks = ["241.7.0.0/16", "2001:db8:7::/48"]
      agents = ["Probe"]
      """
    run.view(FactsRun.addresses(9, 7))
    run.view(["2001:db8:7::1", "::ffff:241.7.1.1", "2001:db8:8::1"])
    run.add("241.1.1.1", "/", agent: "SiteProbe/1.0 (bot)")
    run.view(FactsRun.addresses(8, 6))
    let report = try await run.report()
    #expect(report.excluded("internal") == 12)
    #expect(report.input.pageViews == 9)
  }

  @Test("referrer spam is left out for every audience of a policy, whatever it is shown")
  func spam() async throws {
    var counted: [Int?] = []
    for audience in [Audience.internal, .advertiser, .public] {
      var run = FactsRun()
      run.audience = audience
      run.view(FactsRun.addresses(150))
      for client in FactsRun.addresses(30, 1) {
        run.add(client, "/", referrer: "https://0-0.fr/")
      }
      let report = try await run.report()
      #expect(report.excluded("robot-referrer-spam") == 30)
      counted.append(report.input.pageViews)
    }
    #expect(counted == [150, 150, 150])
  }

  @Test("a policy that permits nothing of the referrer leaves it unread")
  func noReferrer() throws {
    var run = FactsRun()
    run.policy = "indiamart-2003"
    #expect(try !run.setting(URL(filePath: "/")).fields.contains(.referrer))
    run.policy = "standard"
    run.audience = .public
    let setting = try run.setting(URL(filePath: "/"))
    #expect(setting.fields.contains(.referrer))
    // It tells spam apart, and is not counted.
    #expect(!setting.makeRules(key: try RunKey(), members: nil).countsOrigins)
  }

  @Test("a visit is of the channel and the site by which its first page view came")
  func visitsByChannel() async throws {
    var run = FactsRun()
    run.site = "[site]\nhosts = [\"www.example.com\"]"
    for client in FactsRun.addresses(6) {
      // The lines are out of order: the second hour's visit comes first.
      run.add(client, "/b", at: 8_000, referrer: "https://blog.example.org/x")
      run.add(client, "/c", at: 8_100, referrer: "https://www.google.com/")
      run.add(client, "/b", at: 100, referrer: "https://www.example.com/a")
      run.add(client, "/a", at: 50, referrer: "https://www.google.com/search?q=canary")
    }
    for client in FactsRun.addresses(5, 2) { run.add(client, "/a") }
    let report = try await run.report()
    let channels = report.rows(.channel)?.filter { $0.value != "0 0 0" }
    #expect(
      channels
        == [
          "search": "12 6 6", "internal": "6 0 6", "other": "6 6 6", "direct": "5 5 5",
        ])
    #expect(report.rows(.referrer) == ["google.com": "12 6 6", "example.org": "6 6 6"])
    #expect(report.totals.visits == .count(17))
  }

  @Test("the report says which state of which list it rests on")
  func notes() async throws {
    var run = FactsRun()
    run.view(FactsRun.addresses(8))
    let sources = try await run.report().disclosure.sources
    #expect(
      sources.map(\.subject) == [.robots, .domains, .referrers, .spam], "no database was given")
    #expect(sources.first?.name == RobotList.provenance.name)
    #expect(sources.first?.version.contains(RobotList.provenance.date) == true)
    #expect(sources[1].version == PublicSuffixData.version)
  }
}
