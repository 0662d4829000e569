import Testing

@testable import LogAggregate

/// What the site file says of hosts, robots, dates and page parameters, in released tables.
@Suite struct SiteRulesTests {
  private static func pages(_ site: String, _ targets: [String]) async throws -> [String] {
    var run = FactsRun()
    run.site = site
    for target in targets { run.view(FactsRun.addresses(5), target) }
    return try await run.report().rows(.page)?.keys.sorted() ?? []
  }

  @Test(
    "a date in a path is one placeholder, in whatever form",
    arguments: [
      ("/2026/11/19/rain-again", "/:date/rain-again"),
      ("/blog/2026/11/19/rain", "/blog/:date/rain"),
      ("/blog/2026/11/", "/blog/:date/"), ("/blog/2026-11-19/rain", "/blog/:date/rain"),
      ("/blog/20261119", "/blog/:date"), ("/blog/2026_1_1x/a", "/blog/2026_1_1x/a"),
      ("/blog/2026-1119/a", "/blog/:num/a"),
      ("/shop/2026/99/rain", "/shop/:num/:num/rain"), ("/shop/12/11/rain", "/shop/:num/:num/rain"),
      ("/2026/11", "/:date"), ("/a/b/c/2026/11/19/d", "/a/b/c/:date/d"), ("/about", "/about"),
    ])
  func dates(_ target: String, _ page: String) async throws {
    #expect(try await Self.pages("[pages]\ndates = true\n", [target]) == [page])
  }

  @Test("a section of dates is called so")
  func dateSection() async throws {
    var run = FactsRun()
    run.site = "[pages]\ndates = true\n"
    run.view(FactsRun.addresses(5), "/2026/11/19/rain")
    #expect(try await run.report().rows(.section)?.keys.sorted() == ["/:date"])
  }

  @Test("listed values of listed parameters tell pages apart, and nothing else of a query")
  func parameters() async throws {
    let site = """
      [[parameters]]
      name = "view"
      values = ["list", "map"]
      path = "/search*"
      [[parameters]]
      name = "page"
      values = ["home"]
      """
    let found = try await Self.pages(
      site,
      [
        "/search?q=anna&view=map", "/search?view=list", "/search?view=anna", "/search",
        "/index.php?page=home", "/index.php?page=anna&view=map", "/search?page=home&view=map",
      ])
    #expect(
      found == [
        "/", "/?page=home", "/search", "/search?view=list", "/search?view=map",
        "/search?view=map&page=home",
      ])
  }

  @Test("agents that the site file calls robots are declared robots")
  func robots() async throws {
    var run = FactsRun()
    run.site = "[robots]\nagents = [\"PriceProbe\"]\n"
    run.view(FactsRun.addresses(5))
    run.add("241.9.9.9", "/", agent: FactsRun.agent + " PriceProbe/2")
    let report = try await run.report()
    #expect(report.excluded("robot-declared") == 1)
    #expect(report.input.pageViews == 5)
  }

  @Test(
    "virtual hosts are reported as the site file says, and a line without one is",
    arguments: [
      ("only = [\"www.example.org\"]", 3, 2), ("all_but = [\"admin.example.org\"]", 4, 1),
    ])
  func virtualHosts(_ rule: String, _ views: Int, _ left: Int) async throws {
    let hosts = [
      "www.example.org", "WWW.Example.org:443", "admin.example.org:80", "shop.example.org", "-",
    ]
    let text = hosts.enumerated().map { place, host in
      "\(host) 241.0.\(place).9 - - [19/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 512 \"-\" "
        + "\"\(FactsRun.agent)\"\n"
    }.joined()
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(text.utf8), "access.log")
    let setting = try TestRun.setting(threshold: 2, site: "[virtual_hosts]\n\(rule)\n")
    let run = LogRun(setting, options: TestRun.options(format: "vhost-combined"))
    let aggregate = try await run.read([.file(path)])
    #expect(aggregate.pageViews == views)
    #expect(aggregate.tally.lines(.internal) == left)
  }
}
