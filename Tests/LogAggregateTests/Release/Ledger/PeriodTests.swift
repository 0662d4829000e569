import Foundation
import Testing

@testable import LogAggregate

@Suite("A period that is summed from a ledger")
struct PeriodTests {
  /// The visitors of seven days from Monday 16 November, of which the fourth is too small to be shown (T4).
  static let week = [31, 28, 35, 4, 40, 33, 29]

  private static func closedWeek() async throws -> LedgerTrial {
    let trial = try LedgerTrial()
    trial.threshold = 10
    for (index, visitors) in week.enumerated() {
      let day = 16 + index
      // A second page that is shown on the two largest days only.
      let log =
        CrowdLog.views("/news", visitors: 0..<visitors, day: day)
        + CrowdLog.views("/shop", visitors: 0..<max(0, visitors - 25), day: day)
      _ = try await trial.close([log], days: CivilDate.november(day, day))
    }
    return trial
  }

  private static func sum(
    _ trial: LedgerTrial, _ days: ClosedRange<CivilDate>
  ) throws -> ReleasedReport {
    try Ledger.period(path: trial.path, audience: .internal, days: days)
  }

  @Test("a hidden day inside a week stays hidden: the sum is of six days (T4)")
  func dayInsideWeek() async throws {
    let trial = try await Self.closedWeek()
    let sum = try Self.sum(trial, CivilDate.november(16, 22))
    #expect(sum.totals.visitors == .count(196))
    #expect(sum.sum?.publishedDays == 7 && sum.sum?.daysWithTotals == 6)
    #expect(sum.disclosure.notes.contains { $0.contains("7 of 7 days") })
    // What one day withholds is not summed either.
    #expect(sum.input.pageViews == nil && sum.excluded("asset") == nil)
    #expect(sum.excluded("rejected") == 0)
    // Negative control: closed as one period without the ledger, the week gives the hidden day away.
    let logs = Self.week.enumerated().map {
      CrowdLog.views("/news", visitors: 100 * $0..<100 * $0 + $1, day: 16 + $0)
    }
    trial.threshold = 10
    let naive = try await trial.release(logs, days: CivilDate.november(16, 22), key: nil)
    #expect(naive.totals.visitors == .count(200))
    // With the ledger that week is refused.
    await #expect(throws: LedgerError.refused(.overlap(table: "totals", period: "2026-11-16"))) {
      try await trial.close(logs, days: CivilDate.november(16, 22))
    }
  }

  @Test("of a day that was restated the last release is in the sum, once")
  func restated() async throws {
    let trial = try LedgerTrial()
    let day = CivilDate.november(19, 19)
    let (log, more) = (
      CrowdLog.views("/news", visitors: 0..<40), CrowdLog.views("/news", visitors: 100..<130)
    )
    _ = try await trial.close([log], days: day)
    _ = try await trial.close([log, more], days: day, restating: "A file was missing.")
    let sum = try Self.sum(trial, CivilDate.november(16, 22))
    #expect(sum.totals.visitors == .count(70))
    #expect(sum.sum?.releaseCount == 1)
  }

  @Test("a day within a longer release is missing all the same")
  func missing() async throws {
    let trial = try LedgerTrial()
    let log = CrowdLog.views("/news", visitors: 0..<40, day: 16)
    _ = try await trial.close([log], days: CivilDate.november(16, 18))
    let days = try Ledger.missingDays(
      path: trial.path, from: .november(16), through: .november(18))
    #expect(days == [.november(16), .november(17), .november(18)])
    #expect(
      try Ledger.missingDays(path: trial.path, from: nil, through: .november(18)).isEmpty)
  }

  @Test("every row says on how many days it was published, and adds only those")
  func daysPublished() async throws {
    let trial = try await Self.closedWeek()
    let sum = try Self.sum(trial, CivilDate.november(16, 22))
    let pages = try #require(sum.tables.first { $0.id == .page })
    #expect(pages.metrics == [.pageViews, .visitorDays, .publishedDays])
    let days = try #require(sum.rows(.day))
    #expect(days.count == 6 && days["2026-11-19"] == nil)
    for (key, figures) in days { #expect(figures.hasSuffix(" 1"), "\(key)") }
    let single = try Self.sum(trial, CivilDate.november(20, 20))
    #expect(single.rows(.page)?["/news"]?.hasSuffix(" 1") == true)
    // The naive sum of each day's published rows.
    var expected: [String: [Int]] = [:]
    for day in 16...22 {
      let part = try Self.sum(trial, CivilDate.november(day, day))
      for (key, figures) in part.rows(.page) ?? [:] {
        let numbers = figures.split(separator: " ").compactMap { Int($0) }
        expected[key] = zip(expected[key] ?? [0, 0, 0], numbers).map(+)
      }
    }
    let text = expected.mapValues { $0.map(String.init).joined(separator: " ") }
    #expect(sum.rows(.page) == text)
  }

  @Test("remainders are added with their days; the lowest threshold and the most servers are told")
  func parts() async throws {
    let trial = try LedgerTrial()
    trial.tables = [.page]
    for (day, threshold) in [(19, 11), (20, 10)] {
      trial.threshold = threshold
      let news =
        CrowdLog.views("/news", visitors: 0..<20, day: day)
        + CrowdLog.views("/news", visitors: 20..<40, day: day, hour: 14)
      let small = ["/a", "/b", "/c"].enumerated().map { place, page in
        CrowdLog.views(page, visitors: 10 * place..<10 * place + 5, day: day, hour: 13)
      }.joined()
      // On one day two servers wrote side by side.
      let logs = day == 19 ? [news, small] : [news + small]
      _ = try await trial.close(logs, days: CivilDate.november(day, day))
    }
    let sum = try Self.sum(trial, CivilDate.november(16, 22))
    let pages = try #require(sum.tables.first { $0.id == .page })
    #expect(sum.rows(.page) == ["/news": "80 80 2"])
    #expect(pages.other?.map(\.text) == ["30", "30", "2"])
    #expect(sum.disclosure.threshold == 10)
    #expect(sum.disclosure.notes.contains { $0.contains("The policy changed") })
    #expect(sum.input.coverage?.serversSeen == 2)
  }

  @Test("what reaches beyond the period is not in it, and a period without releases is an error")
  func edges() async throws {
    let trial = try await Self.closedWeek()
    let sum = try Self.sum(trial, CivilDate.november(1, 17))
    #expect(sum.sum?.publishedDays == 2 && sum.period.dayCount == 17)
    #expect(
      throws: LedgerError.nothingClosed(path: trial.path, audience: "internal")
    ) { try Self.sum(trial, CivilDate.november(1, 9)) }
    #expect(
      throws: LedgerError.nothingClosed(path: trial.path, audience: "public")
    ) {
      try Ledger.period(
        path: trial.path, audience: .public, days: CivilDate.november(16, 22))
    }
  }

  @Test("the day before lies beside a day, and stays the one of the release")
  func previous() async throws {
    let trial = try await Self.closedWeek()
    let again = try await trial.close(
      [
        CrowdLog.views("/news", visitors: 0..<28, day: 17)
          + CrowdLog.views("/shop", visitors: 0..<3, day: 17)
      ], days: CivilDate.november(17, 17))
    #expect(again.previous?.totals.visitors == .count(31))
    #expect(again.previous?.previous == nil)
    let sum = try Self.sum(trial, CivilDate.november(18, 19))
    #expect(sum.previous?.totals.visitors == .count(59))
    #expect(sum.previous?.period.dayCount == 2)
  }

  @Test(
    "weeks and months are those of the calendar",
    arguments: [
      ("2026-W47", "2026-11-16", "2026-11-22"), ("2026-W01", "2025-12-29", "2026-01-04"),
      ("2026-W53", "2026-12-28", "2027-01-03"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2026-12", "2026-12-01", "2026-12-31"),
    ])
  func calendar(_ text: String, _ from: String, _ to: String) throws {
    let days = try #require(CivilDate.days(ofWeek: text) ?? CivilDate.days(ofMonth: text))
    #expect(days.lowerBound.description == from && days.upperBound.description == to)
    #expect(days.isWeek == text.contains("W") && days.isMonth != text.contains("W"))
    let before = days.before
    #expect(before.upperBound == days.lowerBound.advanced(by: -1))
    #expect(before.isWeek == days.isWeek && before.isMonth == days.isMonth)
  }

  @Test(
    "what is no week or month is none",
    arguments: ["2025-W53", "2026-W00", "2026-W7", "2026-W477", "2026-13", "2026-1", "2026", ""])
  func noCalendar(_ text: String) {
    #expect(CivilDate.days(ofWeek: text) == nil && CivilDate.days(ofMonth: text) == nil)
  }
}
