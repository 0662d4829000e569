import Testing

@testable import LogAggregate

/// What of advertisers' figures may leave.
@Suite struct AdvertisingReleaseTests {
  typealias Log = AdvertisingLog
  static let noon = 1_795_046_400 + 43_200

  /// One visitor after the other makes the same requests, each from a network of its own.
  static func crowd(_ range: Range<Int>, _ kinds: Log.Kind...) -> [Log.Request] {
    range.flatMap { visitor in
      kinds.enumerated().map { place, kind in
        Log.Request(
          client: "241.\(visitor / 200).\(visitor % 200).9", time: noon + visitor * 3 + place,
          kind: kind, status: kind.isClick ? 302 : 200)
      }
    }
  }

  private static func report(
    _ requests: [Log.Request], threshold: Int = 50, audience: Audience = .internal,
    advertiser: String? = nil
  ) async throws -> ReleasedReport {
    let setting = try AdvertisingRun.setting(
      threshold: threshold, audience: audience, advertiser: advertiser)
    return try await AdvertisingRun.report([requests], setting)
  }

  @Test("what stands for enough visitors is shown, with its rate")
  func shown() async throws {
    var requests = Self.crowd(0..<300, Log.home, Log.top)
    requests += Self.crowd(300..<400, Log.home, Log.side, Log.sideClick, Log.books)
    requests += Self.crowd(400..<460, Log.news, Log.tea, Log.tea)
    let report = try await Self.report(requests)
    #expect(
      report.rows(.placement) == [
        "Top": "300 0 0/300 300 0", "Side": "100 100 100/100 100 100", "Tea": "120 0 0/120 60 0",
      ])
    #expect(report.rows(.goal)?["Order / books"] == "100 100")
    #expect(report.rows(.exitLink) == ["kestrel.example": "100 100"])
    #expect(report.totals.clicks == .count(100))
    #expect(
      report.rows(.frequency) == [
        "1": "400 400", "2": "120 60", "3–5": "0 0", "6–10": "0 0", "11+": "0 0",
      ])
  }

  @Test(
    "clicks and conversions stand alone from 10 visitors on, and people only from the threshold on")
  func alone() async throws {
    for (count, figures) in [(10, "300 10 10/300 300 10"), (9, "300 - - 300 -")] {
      var requests = Self.crowd(0..<300, Log.home, Log.top)
      requests += Self.crowd(0..<count, Log.topClick, Log.books)
      // Clicks beside it: a total over nine of an advertiser's visitors would give the nine away to who holds another report.
      requests += Self.crowd(300..<360, Log.home, Log.otherClick)
      let report = try await Self.report(requests)
      #expect(report.rows(.placement)?["Top"] == figures)
      #expect(report.rows(.goal)?["Order / books"] == (count == 10 ? "- 10" : nil))
      #expect(report.totals.clicks == (count == 10 ? .count(70) : .withheld))
    }
  }

  @Test("for an audience whose threshold is below 10, clicks and conversions stand from it on")
  func aloneOfFew() async throws {
    for (count, figures) in [(5, "300 5 5/300 300 5"), (4, "300 - - 300 -")] {
      var requests = Self.crowd(0..<300, Log.home, Log.top)
      requests += Self.crowd(0..<count, Log.topClick, Log.books)
      requests += Self.crowd(300..<360, Log.home, Log.otherClick)
      let report = try await Self.report(requests, threshold: 5)
      #expect(report.rows(.placement)?["Top"] == figures)
    }
  }

  @Test("a rate is not shown of fewer than 100 impressions")
  func rate() async throws {
    let few = try await Self.report(Self.crowd(0..<99, Log.home, Log.top, Log.topClick))
    #expect(few.rows(.placement)?["Top"] == "99 99 - 99 0")
    let enough = try await Self.report(Self.crowd(0..<100, Log.home, Log.top, Log.topClick))
    #expect(enough.rows(.placement)?["Top"] == "100 100 100/100 100 0")
  }

  @Test("a placement that few visitors saw is not named, nor is it in the frequencies")
  func small() async throws {
    var requests = Self.crowd(0..<120, Log.home, Log.top)
    requests += Self.crowd(0..<49, Log.tea)
    let report = try await Self.report(requests)
    #expect(report.rows(.placement)?.keys.sorted() == ["Top"])
    #expect(report.rows(.frequency)?["1"] == "120 120")
    let table = try #require(report.tables.first { $0.id == .placement })
    #expect(table.other == nil)
  }

  @Test("the clicks that a total leaves stand for enough visitors, or the total is withheld")
  func totalMinusRows() async throws {
    // 60 visitors click on Top and 5 on Tea: the total minus Top would be Tea.
    var requests = Self.crowd(0..<120, Log.home, Log.top, Log.tea)
    requests += Self.crowd(0..<60, Log.topClick)
    requests += Self.crowd(60..<65, Log.teaClick)
    let report = try await Self.report(requests)
    #expect(report.totals.clicks == .withheld)
    #expect(report.rows(.placement)?["Top"] == "120 60 60/120 120 0")
    #expect(report.rows(.placement)?["Tea"] == "120 - - 120 0")
  }

  @Test("too few clicks in all are withheld in all; where nothing is a click they are not measured")
  func noTotal() async throws {
    let requests = Self.crowd(0..<80, Log.home) + Self.crowd(0..<9, Log.otherClick)
    #expect(try await Self.report(requests).totals.clicks == .withheld)
    #expect(try await Self.report(Self.crowd(0..<80, Log.home)).totals.clicks == .count(0))
    let setting = try AdvertisingRun.setting(
      threshold: 50, site: "[[goals]]\nname = \"Order\"\npattern = \"/order\"\n")
    let report = try await AdvertisingRun.report([requests], setting)
    #expect(report.totals.clicks == .unmeasured)
  }

  private static func figures(_ report: ReleasedReport, _ table: TableID, _ key: String)
    -> [ReleasedFigure]?
  {
    report.tables.first { $0.id == table }?.rows.first { $0.key == key }?.figures
  }

  @Test("what the site file names nothing to measure by is not measured, and not zero")
  func unmeasured() async throws {
    let site = """
      [[advertisers]]
      name = "Kestrel Tools"
      [[placements]]
      name = "Top"
      advertiser = "Kestrel Tools"
      impression = "/ads/kestrel-top.gif"
      [campaigns]
      source = "words"
      """
    let requests = Self.crowd(0..<300, Log.autumn, Log.top)
    let setting = try AdvertisingRun.setting(threshold: 50, site: site)
    let report = try await AdvertisingRun.report([requests], setting)
    let shown: [ReleasedFigure] = [
      .count(300), .unmeasured, .unmeasured, .count(300), .unmeasured,
    ]
    #expect(Self.figures(report, .placement, "Top") == shown)
    #expect(Self.figures(report, .placementByDay, "Top / 2026-11-19") == shown)
    #expect(Self.figures(report, .placementByHour, "Top / 12") == shown)
    #expect(
      Self.figures(report, .campaign, "newsletter")
        == [.count(300), .count(300), .count(300), .unmeasured, .unmeasured])
    #expect(report.totals.clicks == .unmeasured)
    // The one has clicks and no impressions, the other's goal is not its own.
    let both = try AdvertisingRun.setting(
      threshold: 50,
      site: site + """

        [[advertisers]]
        name = "Lotus Tea"
        [[placements]]
        name = "Tea / cup"
        advertiser = "Lotus Tea"
        click = "/click/lotus"
        [[goals]]
        name = "Tasting"
        pattern = "/tasting/booked"
        advertiser = "Lotus Tea"
        """)
    let two = try await AdvertisingRun.report(
      [requests + Self.crowd(0..<80, Log.home, Log.teaClick)], both)
    #expect(Self.figures(two, .placement, "Top") == shown)
    let clicked: [ReleasedFigure] = [
      .unmeasured, .count(80), .unmeasured, .unmeasured, .count(0),
    ]
    #expect(Self.figures(two, .placement, "Tea / cup") == clicked)
    #expect(Self.figures(two, .placementByHour, "Tea / cup / 12") == clicked)
  }

  // MARK: - One advertiser's report

  private static func twoAdvertisers(teaViews: Int, teaClicks: Int) -> [Log.Request] {
    var requests = crowd(0..<300, Log.autumn, Log.top, Log.side)
    requests += crowd(0..<80, Log.topClick, Log.books)
    requests += crowd(300..<400, Log.home, Log.otherClick)
    requests += crowd(400..<(400 + teaViews), Log.spring, Log.tea)
    return requests + crowd(400..<(400 + teaClicks), Log.teaClick, Log.tasting)
  }

  @Test("an advertiser's report holds its own placements, campaigns and goals, and nobody else's")
  func oneAdvertiser() async throws {
    let requests = Self.twoAdvertisers(teaViews: 200, teaClicks: 100)
    let report = try await Self.report(
      requests, audience: .advertiser, advertiser: "Kestrel Tools")
    #expect(report.rows(.placement)?.keys.sorted() == ["Side", "Top"])
    #expect(report.rows(.campaign)?.keys.sorted() == ["newsletter / autumn"])
    #expect(report.rows(.goal)?["Order / books"] == "80 80")
    #expect(report.rows(.goal)?["Tasting"] == nil)
    #expect(report.totals.clicks == .count(180))
    let text = ReportDump.text(report).lowercased()
    for word in ["lotus", "spring"] { #expect(!text.contains(word), "\(word)") }
    let other = try await Self.report(requests, audience: .advertiser, advertiser: "Lotus Tea")
    #expect(other.rows(.placement) == ["Tea": "200 100 100/200 200 100"])
    #expect(other.rows(.goal)?["Tasting"] == "100 100")
  }

  @Test(
    "no figure of an advertiser's report changes with another advertiser's clicks and impressions")
  func noRemainder() async throws {
    // The other's requests change, and its visitors' page views do not.
    let base =
      Self.crowd(0..<300, Log.autumn, Log.top) + Self.crowd(0..<80, Log.topClick)
      + Self.crowd(300..<600, Log.home) + Self.crowd(300..<350, Log.otherClick)
    var dumps: [String] = []
    for clicks in [0, 7, 150] {
      let requests = base + Self.crowd(300..<(300 + clicks), Log.tea, Log.tea, Log.teaClick)
      let report = try await Self.report(
        requests, audience: .advertiser, advertiser: "Kestrel Tools")
      // The waterfall counts lines of every kind, and names none.
      dumps.append(
        ReportDump.text(report).split(separator: "\n").filter {
          !$0.hasPrefix("lines") && !$0.contains("asset") && !$0.contains("status")
            && !$0.hasPrefix("input")
        }.joined(separator: "\n"))
    }
    #expect(dumps[0] == dumps[1])
    #expect(dumps[0] == dumps[2])
  }

  @Test(
    "the channel of campaigns is no row of an advertiser's report, since others' campaigns are in it"
  )
  func channel() async throws {
    let requests = Self.twoAdvertisers(teaViews: 200, teaClicks: 100)
    let whole = try await Self.report(requests)
    #expect(whole.rows(.channel)?["campaign"] == "500 500 500")
    let report = try await Self.report(
      requests, audience: .advertiser, advertiser: "Kestrel Tools")
    #expect(report.rows(.channel)?["campaign"] == nil)
    #expect(report.rows(.channel)?["other"] == "500 500 500")
  }

  @Test("an advertiser who is not named is shown nobody's placements, and is told why")
  func unnamed() async throws {
    let requests = Self.twoAdvertisers(teaViews: 200, teaClicks: 100)
    let report = try await Self.report(requests, audience: .advertiser)
    #expect(report.rows(.placement) == nil)
    #expect(report.rows(.campaign) == nil)
    #expect(report.reason(.placement)?.contains("--advertiser") == true)
    #expect(report.totals.clicks == .count(100))
    #expect(report.rows(.goal)?["Order / books"] == "80 80")
  }
}

extension AdvertisingReleaseTests {
  @Test("any number of workers, size of chunk and order of files give one report", arguments: 0..<3)
  func order(_ seed: Int) async throws {
    let servers = Log.random(seed * 17 + 4)
    let setting = try AdvertisingRun.setting(threshold: 3, limit: 5)
    let wanted = ReportDump.text(try await AdvertisingRun.report(servers, setting))
    for (jobs, chunk, files) in [
      (3, 4 << 10, servers), (2, 7_777, servers.reversed()), (8, 64 << 10, servers),
    ] {
      let options = TestRun.options(jobs: jobs, chunk: chunk)
      let found = ReportDump.text(try await AdvertisingRun.report(files, setting, options))
      #expect(found == wanted, "\(ReportDump.difference(found, wanted))")
    }
  }

  @Test("what was booked stands beside what was delivered, by the days of the flight")
  func booking() async throws {
    let site = AdvertisingLog.site.replacing(
      "impression = \"/ads/kestrel-top.gif\"",
      with: """
        impression = "/ads/kestrel-top.gif"
        booked = 3000
        from = "2026-11-01"
        to = "2026-11-30"
        """)
    let setting = try AdvertisingRun.setting(threshold: 50, site: site)
    let report = try await AdvertisingRun.report(
      [Self.crowd(0..<120, Log.home, Log.top)], setting)
    let bookings = try #require(report.tables.first { $0.id == .placement }).bookings
    #expect(bookings.map(\.placement) == ["Top", "Side", "Tea"])
    #expect(bookings[0].booked == 3000)
    #expect(bookings[0].planned == 100)
    #expect(bookings[0].delivered == .count(120))
    #expect(bookings[1].booked == nil)
  }
}
