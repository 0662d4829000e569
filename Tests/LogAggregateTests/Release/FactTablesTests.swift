import Foundation
import Testing

@testable import LogAggregate

/// Tables of what is known of visitors, from a log to the report.
@Suite struct FactTablesTests {
  @Test(
    "visitors are counted by the country and the provider of their network",
    .enabled(if: MMDBTestData.isPresent))
  func places() async throws {
    var run = FactsRun()
    run.databases = try AddressDatabases(
      countries: MMDBTestData.path(MMDBTestData.test("GeoLite2-Country-Test")),
      providers: MMDBTestData.path(MMDBTestData.test("GeoLite2-ASN-Test")))
    run.view((0..<6).map { "2001:218:\($0)::5" })
    run.view((0..<7).map { "2001:250:\($0)::5" })
    run.view((0..<7).map { "2001:250:\($0)::6" }, "/again")
    run.view((0..<8).map { "1.128.\($0).9" })
    let report = try await run.report()
    #expect(report.rows(.country) == ["Japan": "6 6 6", "China": "14 7 7", "(unknown)": "8 8 8"])
    #expect(report.rows(.isp) == ["Telstra Pty Ltd": "8 8 8", "(unknown)": "20 13 13"])
    let sources = report.disclosure.sources
    #expect(
      sources.contains {
        $0.subject == .countries && $0.name == "GeoLite2-Country" && $0.version.hasPrefix("20")
      })
    #expect(!sources.contains { $0.name.contains("/") || $0.name.contains("mmdb") })
  }

  @Test(
    "an address is looked up only where the plan grants the table and there is a database",
    .enabled(if: MMDBTestData.isPresent))
  func defaultDeny() async throws {
    var run = FactsRun()
    run.view(FactsRun.addresses(8))
    let without = try await run.report()
    #expect(without.reason(.country) == "no country database was given (--country-db)")
    #expect(without.reason(.isp) == "no provider database was given (--isp-db)")
    run.databases = try AddressDatabases(
      countries: MMDBTestData.path(MMDBTestData.test("GeoLite2-Country-Test")), providers: nil)
    run.policy = "indiamart-2003"
    let setting = try run.setting(URL(filePath: "/"))
    let rules = setting.makeRules(key: try RunKey(), members: nil)
    #expect(rules.facts.countries == nil)
    #expect(!rules.facts.readsAddress)
    #expect(try await run.report().rows(.country) == nil)
  }

  @Test("clients that are host names are counted by registrable domain")
  func clientDomains() async throws {
    var run = FactsRun()
    run.view((0..<6).map { "pc\($0).net\($0).provider.co.uk" })
    run.view((0..<5).map { "dial-\($0).n\($0).Example.ORG" }, "/a")
    run.view(FactsRun.addresses(7))
    let report = try await run.report()
    #expect(
      report.rows(.clientDomain)
        == ["provider.co.uk": "6 6 6", "example.org": "5 5 5", "(no name)": "7 7 7"])
  }

  @Test("where all clients are addresses there is no table of client domains")
  func noNames() async throws {
    var run = FactsRun()
    run.view(FactsRun.addresses(9))
    #expect(try await run.report().reason(.clientDomain) == "the log names no client hosts")
  }

  @Test("a screen is told by any request, holds from the first on, and is no page view")
  func screens() async throws {
    var run = FactsRun()
    run.site = "[screen]\nparameter = \"s\"\npath = \"/pixel.*\""
    let (desktops, phones, odd, none) = (
      FactsRun.addresses(6, 1), FactsRun.addresses(7, 2), FactsRun.addresses(5, 3),
      FactsRun.addresses(8, 4)
    )
    // The fact comes before the page, on a request that is none.
    for client in desktops { run.add(client, "/pixel.gif?v=2&s=1920x1080&t=1", status: 204) }
    for client in desktops { run.add(client, "/pixel.gif?s=360x800", at: 9) }
    for client in phones { run.add(client, "/pixel.gif?s=915X412") }
    for client in odd { run.add(client, "/pixel.gif?s=1917x1031") }
    for client in none { run.add(client, "/?s=1366x768") }
    for client in none { run.add(client, "/pixel.gif?s=12345678x1&ss=1366x768&s=1366x768", at: 9) }
    run.view(desktops + phones + odd, "/news")
    // Whoever sees no page is nobody.
    for client in FactsRun.addresses(9, 5) { run.add(client, "/pixel.gif?s=1440x900") }
    let report = try await run.report()
    #expect(
      report.rows(.screen)
        == [
          "1920x1080": "6 6 6", "412x915": "7 7 7", "other large": "5 5 5", "(unknown)": "8 8 8",
        ])
    #expect(report.input.pageViews == 26)
    #expect(report.excluded("asset") == 6 + 6 + 7 + 5 + 8 + 9)
  }

  @Test("without the site's word, or the policy's, no screen is read")
  func noScreens() async throws {
    var run = FactsRun()
    run.view(FactsRun.addresses(8), "/?s=1366x768")
    #expect(try await run.report().reason(.screen) == "the site file names no screen parameter")
    run.site = "[screen]\nparameter = \"s\""
    run.policy = "made-in-china-2001"
    let setting = try run.setting(URL(filePath: "/"))
    #expect(setting.makeRules(key: try RunKey(), members: nil).facts.screen == nil)
  }

  private static let members = """
    user,secret,industry,country
    anna,x1,Steel,India
    "bert, b",x2,Steel,
    carl,x3,"Tools, hand",India

    """
  private static let membersSite = """
    [members]
    file = "members.csv"
    columns = ["industry", "country"]
    """

  @Test("a visitor's segments are those of the first user name; no name is in the report")
  func segments() async throws {
    var run = FactsRun()
    run.site = Self.membersSite
    let (steel, tools, strangers, refused) = (
      FactsRun.addresses(6, 1), FactsRun.addresses(5, 2), FactsRun.addresses(5, 3),
      FactsRun.addresses(6, 4)
    )
    for (number, client) in steel.enumerated() {
      run.add(client, "/", user: number % 2 == 0 ? "anna" : "bert, b")
      run.add(client, "/style.css", at: 5, user: "carl")
    }
    for client in tools { run.add(client, "/a.css", user: "carl") }
    run.view(tools, "/tools")
    for client in strangers { run.add(client, "/", user: "canary-stranger") }
    for client in strangers { run.add(client, "/", at: 5, user: "anna") }
    for client in refused { run.add(client, "/in", user: "anna", status: 401) }
    run.view(refused)
    let report = try await run.report(["members.csv": Self.members])
    #expect(
      report.rows(.segment("industry"))
        == ["Steel": "6 6 6", "Tools, hand": "5 5 5", "(not a member)": "16 11 11"])
    let all = "\(report)"
    for name in ["anna", "bert", "carl", "canary", "x1", "x2", "x3", "members.csv"] {
      #expect(!all.contains(name), "\(name)")
    }
  }

  @Test("the answer is the same for any number of workers and any size of chunk")
  func jobs() async throws {
    var run = FactsRun()
    run.site = Self.membersSite + "\n[screen]\nparameter = \"s\""
    let users = ["anna", "carl", "nobody", "-"]
    let screens = ["1920x1080", "360x800", "1x1", "2000x1234"]
    for step in 0..<4_000 {
      let client = FactsRun.addresses(40)[step * 7 % 40]
      run.add(
        client, step % 3 == 0 ? "/p\(step % 5)" : "/i.gif?s=\(screens[step * 13 % 29 % 4])",
        at: step, user: users[step * 11 % 31 % 4])
    }
    let once = try await run.report(["members.csv": Self.members])
    run.jobs = 3
    run.chunkByteCount = 4 << 10
    let again = try await run.report(["members.csv": Self.members])
    for id in [TableID.screen, .segment("industry"), .segment("country"), .page] {
      #expect(once.rows(id) == again.rows(id))
      #expect(once.rows(id)?.isEmpty == false, "\(id)")
    }
  }

  @Test("the user's name is read only for a column that the plan grants and the site has")
  func userField() throws {
    var run = FactsRun()
    #expect(try !run.setting(URL(filePath: "/")).fields.contains(.user))
    run.site = Self.membersSite
    #expect(try run.setting(URL(filePath: "/")).fields.contains(.user))
    run.policy = "micromax-2012"
    #expect(try !run.setting(URL(filePath: "/")).fields.contains(.user))
  }

  @Test("where no segment is granted the member table is not opened; else it must be there")
  func membersUnopened() async throws {
    var run = FactsRun()
    run.view(FactsRun.addresses(8))
    run.site = Self.membersSite
    run.policy = "micromax-2012"
    #expect(try await run.report().rows(.day) != nil)
    run.policy = "standard"
    await #expect(throws: LogRunError.self) { try await run.report() }
  }

  @Test("of an IPv6 address the first 64 bits are looked up, whatever the others are")
  func ipv6() async throws {
    // The way to 2001:db8:0:1::, and one bit further; the second half of that network has another country.
    let network: UInt64 = 0x2001_0DB8_0000_0001
    let country = { (code: String) in
      MMDBTestFile.map([("country", MMDBTestFile.map([("iso_code", MMDBTestFile.text(code))]))])
    }
    let (own, other) = (country("DE"), country("FR"))
    let count = 65
    let leaf = count + 16
    let nodes = (0..<count).map { level in
      guard level < 64 else { return (leaf, leaf + own.count) }
      return network >> UInt64(63 - level) & 1 == 1 ? (count, level + 1) : (level + 1, count)
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(
      MMDBTestFile(nodes: nodes, isIPv6: true, values: own + other).bytes, "countries.mmdb")
    var run = FactsRun()
    run.databases = try AddressDatabases(countries: path, providers: nil)
    run.view(["2001:db8:0:1:8000::5", "2001:db8:0:1::5"])
    run.view((2..<9).map { "2001:db8:0:\($0)::5" } + FactsRun.addresses(6))
    let setting = try run.setting(folder.url)
    let log = try folder.write(Array(run.text.utf8), "access.log")
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(log)])
    let found = Census(aggregate).facts(.country).map { $0 == FactTable.none ? nil : Int($0) }
    // Both addresses are one visitor's, of the first half's country.
    let germany = try #require(CountryNames.number(of: "DE"))
    #expect(found == [Int(germany)] + [Int?](repeating: nil, count: 13))
  }
}
