import Foundation
import Testing

@testable import LogAggregate

/// What a sum of days says of what advertisers bought.
@Suite("Advertisers' figures that are summed from a ledger")
struct AdvertisingPeriodTests {
  private static func day(_ number: Int, visitors: Int, clicks: Int) -> String {
    let requests = (0..<visitors).flatMap { visitor in
      let kinds =
        [AdvertisingLog.home, AdvertisingLog.top]
        + (visitor < clicks ? [AdvertisingLog.topClick] : [])
      return kinds.enumerated().map { place, kind in
        AdvertisingLog.Request(
          client: "241.\(visitor / 200).\(visitor % 200).9",
          time: 1_795_046_400 + number * 86_400 + 43_200 + visitor * 3 + place, kind: kind,
          status: kind.isClick ? 302 : 200)
      }
    }
    return AdvertisingLog.text(requests)
  }

  @Test(
    "impressions, clicks, delivery and days of placements are added; rates are of days that show both"
  )
  func sums() async throws {
    let trial = try LedgerTrial()
    trial.threshold = 20
    trial.site = AdvertisingLog.site.replacing(
      "impression = \"/ads/kestrel-top.gif\"",
      with: """
        impression = "/ads/kestrel-top.gif"
        booked = 3000
        from = "2026-11-01"
        to = "2026-11-30"
        """)
    for (number, (visitors, clicks)) in [(90, 12), (120, 24), (60, 5)].enumerated() {
      let day = CivilDate.november(19 + number, 19 + number)
      let report = try await trial.close(
        [Self.day(number, visitors: visitors, clicks: clicks)], days: day)
      #expect(report.rows(.placementByDay)?.keys.sorted() == ["Top / 2026-11-\(19 + number)"])
    }
    let sum = try Ledger.period(
      path: trial.path, audience: .internal, days: CivilDate.november(19, 21))
    let table = try #require(sum.tables.first { $0.id == .placement })
    #expect(
      table.metrics == [
        .impressions, .clicks, .clickThroughRate, .visitorDays, .conversions, .publishedDays,
      ])
    // Of 5 clicks nothing is published, so the rate is that of the other two days.
    #expect(sum.rows(.placement)?["Top"] == "270 36 36/210 270 0 3")
    let booking = try #require(table.bookings.first { $0.placement == "Top" })
    #expect(booking.booked == 3000 && booking.planned == 300)
    #expect(booking.delivered == .count(270))
    #expect(
      sum.rows(.placementByDay) == [
        "Top / 2026-11-19": "90 12 - 90 0 1", "Top / 2026-11-20": "120 24 24/120 120 0 1",
        "Top / 2026-11-21": "60 - - 60 0 1",
      ])
    #expect(sum.rows(.placementByHour)?["Top / 12"] == "270 36 36/210 270 0 3")
  }

  @Test(
    "a period is summed from the reports for the advertiser that it is asked for, and no other's")
  func ofOneAdvertiser() async throws {
    let trial = try LedgerTrial()
    let log = Self.day(0, visitors: 90, clicks: 12)
    let file = trial.folder.appending(path: "access.log")
    try Data(log.utf8).write(to: file)
    for name in ["Kestrel Tools", "Lotus Tea"] {
      var ledger = try Ledger(path: trial.path)
      var setting = try AdvertisingRun.setting(
        threshold: 20, audience: .advertiser, advertiser: name)
      setting.ledgerKey = ledger.key
      let run = LogRun(setting, options: TestRun.options())
      _ = try ledger.close(
        try await run.read([.file(file.path)]).release(setting), version: "test")
    }
    func sum(_ name: String?) throws -> ReleasedReport {
      try Ledger.period(
        path: trial.path, audience: .advertiser, advertiser: name,
        days: CivilDate.november(16, 22))
    }
    for name in ["Kestrel Tools", "Lotus Tea"] {
      #expect(try sum(name).sum?.releaseCount == 1)
      #expect(try sum(name).totals.visitors == .count(90))
    }
    #expect(throws: LedgerError.nothingClosed(path: trial.path, audience: "advertiser")) {
      try sum(nil)
    }
  }
}
