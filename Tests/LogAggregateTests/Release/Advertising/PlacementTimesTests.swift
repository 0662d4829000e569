import Testing

@testable import LogAggregate

/// Placements by day and by hour, as reports show them.
@Suite struct PlacementTimesTests {
  typealias Log = AdvertisingLog
  private static let day = 1_795_046_400

  /// Visitors who see the placement at an hour of a day, and some of whom click it.
  private static func seen(
    _ visitors: Range<Int>, day: Int, hour: Int, clicks: Int = 0, _ kind: Log.Kind = Log.top,
    _ click: Log.Kind = Log.topClick
  ) -> [Log.Request] {
    visitors.flatMap { visitor in
      let kinds = [Log.home, kind] + (visitor - visitors.lowerBound < clicks ? [click] : [])
      return kinds.enumerated().map { place, kind in
        Log.Request(
          client: "241.\(visitor / 200).\(visitor % 200).9",
          time: Self.day + day * 86_400 + hour * 3600 + visitor + place, kind: kind,
          status: kind.isClick ? 302 : 200)
      }
    }
  }

  private static func report(_ requests: [Log.Request]) async throws -> ReleasedReport {
    let setting = try AdvertisingRun.setting(threshold: 20)
    return try await AdvertisingRun.report([requests], setting)
  }

  @Test("each day and each hour has the impressions, clicks, reach and conversions of its own")
  func shown() async throws {
    var requests = Self.seen(0..<100, day: 0, hour: 9, clicks: 20)
    requests += Self.seen(50..<170, day: 1, hour: 9, clicks: 12)
    requests += Self.seen(0..<30, day: 1, hour: 20, clicks: 10)
    let report = try await Self.report(requests)
    #expect(
      report.rows(.placementByDay) == [
        "Top / 2026-11-19": "100 20 20/100 100 0", "Top / 2026-11-20": "150 22 22/150 150 0",
      ])
    #expect(
      report.rows(.placementByHour) == [
        "Top / 09": "220 32 32/220 170 0", "Top / 20": "30 10 - 30 0",
      ])
    #expect(report.rows(.placement)?["Top"] == "250 42 42/250 170 0")
  }

  @Test(
    "a day that few saw is hidden with others, so that the placement's sum does not give it away")
  func small() async throws {
    var requests = Self.seen(0..<100, day: 0, hour: 9)
    requests += Self.seen(0..<90, day: 1, hour: 9)
    requests += Self.seen(0..<80, day: 2, hour: 9)
    requests += Self.seen(0..<30, day: 3, hour: 9)
    requests += Self.seen(100..<105, day: 4, hour: 9)
    let report = try await Self.report(requests)
    #expect(
      report.rows(.placementByDay) == [
        "Top / 2026-11-19": "100 0 0/100 100 0", "Top / 2026-11-20": "90 0 - 90 0",
      ])
    let table = try #require(report.tables.first { $0.id == .placementByDay })
    // The days of 80, 30 and 5 visitors, of whom 80 came twice.
    #expect(table.other?.prefix(2) == [.count(115), .count(0)])
    #expect(table.other?[3] == .count(85))
  }

  @Test("beside a placement that is not shown at all the hidden days have no sum")
  func noSum() async throws {
    var requests = Self.seen(0..<100, day: 0, hour: 9)
    for (day, count) in [(1, 90), (2, 80), (3, 30), (4, 5)] {
      requests += Self.seen(0..<count, day: day, hour: 9)
    }
    let known = try await Self.report(requests)
    #expect(known.tables.first { $0.id == .placementByDay }?.other != nil)
    requests += Self.seen(200..<207, day: 0, hour: 9, Log.tea)
    let table = try #require(
      try await Self.report(requests).tables.first { $0.id == .placementByDay })
    #expect(!table.rows.isEmpty)
    #expect(table.other == nil)
  }

  @Test("beside days whose clicks are hidden a day without a click has no zero")
  func noZero() async throws {
    var requests = Self.seen(0..<100, day: 0, hour: 9, clicks: 30)
    requests += Self.seen(0..<90, day: 1, hour: 9, clicks: 5)
    requests += Self.seen(0..<80, day: 2, hour: 9)
    let report = try await Self.report(requests)
    #expect(
      report.rows(.placementByDay) == [
        "Top / 2026-11-19": "100 - - 100 0", "Top / 2026-11-20": "90 - - 90 0",
        "Top / 2026-11-21": "80 - - 80 0",
      ])
    #expect(report.rows(.placement)?["Top"] == "270 35 35/270 100 0")
  }

  @Test("clicks that the table of placements hides to protect exit links are in no hour either")
  func linked() async throws {
    let link = Log.Kind(target: "/go?url=https://kestrel.example/", isClick: true)
    var requests = Self.seen(0..<200, day: 0, hour: 9, Log.side, Log.home)
    requests += Self.seen(0..<60, day: 0, hour: 10, clicks: 60, Log.side, Log.sideClick)
    requests += Self.seen(60..<63, day: 0, hour: 11, clicks: 3, Log.side, link)
    requests += Self.seen(0..<60, day: 1, hour: 10, clicks: 60, Log.side, Log.sideClick)
    requests += Self.seen(100..<160, day: 1, hour: 12, clicks: 60, Log.side, Log.otherClick)
    let report = try await Self.report(requests)
    #expect(report.rows(.placement)?["Side"]?.split(separator: " ")[1] == "-")
    for id in [TableID.placementByDay, .placementByHour] {
      let rows = try #require(report.rows(id))
      #expect(!rows.isEmpty)
      #expect(rows.values.allSatisfy { $0.split(separator: " ")[1] == "-" }, "\(rows)")
    }
  }

  @Test("of one day the table by day is the table of placements")
  func oneDay() async throws {
    var requests = Self.seen(0..<100, day: 0, hour: 9, clicks: 20)
    requests += Self.seen(0..<60, day: 0, hour: 12, Log.tea)
    requests += Self.seen(0..<5, day: 0, hour: 13, Log.side)
    let report = try await Self.report(requests)
    let placements = try #require(report.rows(.placement))
    #expect(placements.count == 2)
    #expect(
      report.rows(.placementByDay)
        == Dictionary(uniqueKeysWithValues: placements.map { ("\($0) / 2026-11-19", $1) }))
  }

  @Test("more placements and days than can be audited are not shown, and the report says so")
  func tooMany() async throws {
    let placements = (0..<200).map { number in
      """
      [[placements]]
      name = "P\(number)"
      advertiser = "A"
      impression = "/p/\(number).gif"

      """
    }
    let setting = try AdvertisingRun.setting(
      threshold: 20, site: "[[advertisers]]\nname = \"A\"\n" + placements.joined())
    let kind = Log.Kind(target: "/p/7.gif")
    let report = try await AdvertisingRun.report(
      [Self.seen(0..<40, day: 0, hour: 9, kind) + Self.seen(0..<40, day: 1, hour: 9, kind)],
      setting)
    #expect(report.rows(.placementByDay)?["P7 / 2026-11-19"] == "40 - - 40 -")
    #expect(report.rows(.placementByHour) == nil)
    #expect(report.reason(.placementByHour)?.contains("too many") == true)
  }
}
