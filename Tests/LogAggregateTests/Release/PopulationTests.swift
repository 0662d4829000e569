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
}
