import Testing

@testable import LogAggregate

/// What is counted for advertisers, before any of it may leave.
@Suite struct AdvertisingCountsTests {
  typealias Log = AdvertisingLog
  private static let noon = 1_795_046_400 + 43_200

  private static func request(
    _ kind: Log.Kind, _ second: Int, _ client: String = "241.1.1.1", status: Int = 200,
    method: String = "GET"
  ) -> Log.Request {
    Log.Request(
      client: client, time: noon + second, kind: kind, status: status, method: method)
  }

  private static func figures(_ servers: [Log.Request]...) async throws -> [String: Int] {
    let setting = try AdvertisingRun.setting()
    // By day and by hour the figures are the same again.
    return AdvertisingRun.figures(try await AdvertisingRun.read(servers, setting), setting)
      .filter { !$0.key.hasPrefix("placement-by-") }
  }

  @Test("random logs count as the naive twin does", arguments: TestLength.seeds(60))
  func random(_ seed: Int) async throws {
    let servers = Log.random(seed)
    var random = SeededRandom(seed + 77)
    let limit = random.pick([3, 12, 480])
    let setting = try AdvertisingRun.setting(threshold: 60, limit: limit)
    let options = TestRun.options(jobs: random.int(1...3), chunk: random.pick([4, 16, 64]) << 10)
    let aggregate = try await AdvertisingRun.read(servers, setting, options)
    let twin = NaiveAdvertising(servers, limit: limit)
    #expect(aggregate.pageViews == twin.pageViews)
    let found = AdvertisingRun.figures(aggregate, setting)
    for key in Set(found.keys).union(twin.figures.keys).sorted()
    where found[key] != twin.figures[key] {
      Issue.record(
        "seed \(seed), \(key): \(found[key] ?? 0), and the twin says \(twin.figures[key] ?? 0)")
    }
  }

  @Test("a click without an impression is a click, and reaches nobody")
  func clickAlone() async throws {
    let figures = try await Self.figures([
      Self.request(Log.home, 0), Self.request(Log.topClick, 5, status: 302),
    ])
    #expect(figures == ["placement Top clicks": 1, "placement Top clicks of": 1])
  }

  @Test("two placements on one page are two impressions, whatever stands around them")
  func twoPlacements() async throws {
    let figures = try await Self.figures([
      Self.request(Log.home, 0), Self.request(Log.top, 0), Self.request(Log.side, 0),
      Self.request(Log.top, 1, status: 304), Self.request(Log.top, 2, status: 404),
      Self.request(Log.noSide, 3),
    ])
    #expect(
      figures == [
        "placement Top impressions": 2, "placement Top impressions of": 1,
        "placement Side impressions": 1, "placement Side impressions of": 1,
        "frequency 3–5 impressions": 3, "frequency 3–5 impressions of": 1,
      ])
  }

  @Test(
    "a conversion counts for a placement shown before it in the same visit, not for the next visit's"
  )
  func nextVisit() async throws {
    // The gap between the page views of the second client is one second too long.
    let figures = try await Self.figures([
      Self.request(Log.home, 0, "241.1.1.1"), Self.request(Log.top, 1, "241.1.1.1"),
      Self.request(Log.books, 1800, "241.1.1.1"),
      Self.request(Log.home, 1900, "241.1.2.1"), Self.request(Log.top, 1901, "241.1.2.1"),
      Self.request(Log.books, 3701, "241.1.2.1"),
      // Shown only after the conversion.
      Self.request(Log.books, 4000, "241.1.3.1"), Self.request(Log.top, 4001, "241.1.3.1"),
    ])
    #expect(figures["placement Top conversions"] == 1)
    #expect(figures["goal Order / books conversions"] == 3)
    #expect(figures["placement Top impressions of"] == 3)
  }

  @Test("a picture that is logged before its page belongs to the page's visit")
  func pictureFirst() async throws {
    let figures = try await Self.figures([
      Self.request(Log.top, 0), Self.request(Log.home, 2), Self.request(Log.cars, 9),
    ])
    #expect(figures["placement Top conversions"] == 1)
    #expect(figures["goal Order / (other type) conversions"] == 1)
  }

  @Test("one visitor's requests to two servers are one visit, in whatever order the files are read")
  func twoServers() async throws {
    let pages = [Self.request(Log.autumn, 0), Self.request(Log.books, 1500)]
    let pictures = [
      Self.request(Log.tea, 1, "241.9.9.9"), Self.request(Log.top, 600),
      Self.request(Log.topClick, 700, status: 302),
    ]
    for servers in [[pages, pictures], [pictures, pages]] {
      let setting = try AdvertisingRun.setting()
      let figures = AdvertisingRun.figures(
        try await AdvertisingRun.read(servers, setting), setting)
      #expect(figures["placement Top conversions"] == 1)
      #expect(figures["campaign newsletter / autumn clicks"] == 1)
      #expect(figures["campaign newsletter / autumn conversions"] == 1)
      #expect(figures["campaign newsletter / autumn page_views"] == 2)
      #expect(figures["campaign newsletter / autumn visits"] == 1)
    }
  }

  @Test("a visit is of the first campaign that it names, and ids of clicks are in no key")
  func firstCampaign() async throws {
    let figures = try await Self.figures([
      Self.request(Log.home, 0), Self.request(Log.spring, 10), Self.request(Log.autumn, 20),
      Self.request(Log.unlisted, 4000),
    ])
    #expect(
      figures == [
        "campaign - / spring page_views": 3, "campaign - / spring visits": 1,
        "campaign - / spring page_views of": 1,
        "campaign (unlisted) / (unlisted) page_views": 1,
        "campaign (unlisted) / (unlisted) visits": 1,
        "campaign (unlisted) / (unlisted) page_views of": 1,
      ])
  }

  @Test("of a link's target the registrable domain counts, and the site itself is no exit")
  func targets() async throws {
    let figures = try await Self.figures([
      Self.request(Log.link, 0, status: 301), Self.request(Log.sideClick, 1, status: 302),
      Self.request(Log.ownLink, 2, status: 302), Self.request(Log.link, 3, status: 500),
    ])
    #expect(figures["exit-link tea.example clicks"] == 1)
    #expect(figures["exit-link kestrel.example clicks"] == 1)
    #expect(figures.keys.count { $0.hasPrefix("exit-link") } == 4)
  }

  @Test("beyond the limits nothing counts: 80 clicks, and as many impressions as page views")
  func limits() async throws {
    var requests = (0..<90).map { Self.request(Log.topClick, $0, status: 302) }
    requests += (0..<20).map { Self.request(Log.top, 100 + $0) }
    requests += (0..<90).map { Self.request(Log.tasting, 200 + $0, status: 302, method: "POST") }
    let setting = try AdvertisingRun.setting(threshold: 60, limit: 7)
    let figures = AdvertisingRun.figures(
      try await AdvertisingRun.read([requests], setting), setting)
    #expect(figures["placement Top clicks"] == 80)
    #expect(figures["placement Top impressions"] == 7)
    #expect(figures["goal Tasting conversions"] == 80)
  }

  @Test("requests of advertisements are no page views, and leave with the assets")
  func waterfall() async throws {
    let setting = try AdvertisingRun.setting()
    let report = try await AdvertisingRun.report(
      [
        [
          Self.request(Log.home, 0), Self.request(Log.home, 1, "241.1.2.1"),
          Self.request(Log.side, 2),
          Self.request(Log.otherClick, 3), Self.request(Log.otherClick, 4, status: 302),
          Self.request(Log.topClick, 5, method: "POST"),
        ]
      ], setting)
    #expect(report.input.pageViews == 2)
    #expect(report.excluded("asset") == 2)
    #expect(report.excluded("status") == 1)
    #expect(report.excluded("method") == 1)
  }

  @Test("on days outside its flight a placement does not count, and is still no page view")
  func flight() async throws {
    let site = AdvertisingLog.site.replacing(
      "impression = \"/ads/kestrel-top.gif\"",
      with: "impression = \"/ads/kestrel-top.gif\"\nfrom = \"2026-11-20\"")
    let setting = try AdvertisingRun.setting(site: site)
    let day = [
      Self.request(Log.top, 0), Self.request(Log.top, 43_200), Self.request(Log.home, 43_300),
    ]
    let figures = AdvertisingRun.figures(try await AdvertisingRun.read([day], setting), setting)
    #expect(figures["placement Top impressions"] == 1)
  }
}
