import Testing

@testable import LogAggregate

/// Somebody who kept the report that was restated subtracts it from the one that replaced it.
/// - Source: DESIGN 4; `privacy.md` 3, T7.
@Suite struct RestatementAttackTests {
  /// The figures that differ by fewer visitors than a figure may stand for.
  private static func learned(
    _ one: ReleasedReport, _ other: ReleasedReport, least: Int
  ) -> [[String]] {
    let before = ComparedReports.figures(one)
    return ComparedReports.figures(other).filter { key, now in
      guard key.last == "visitors", let then = before[key] else { return false }
      return (1..<least).contains(abs(now - then))
    }.map(\.key)
  }

  private static let log =
    CrowdLog.views("/news/", visitors: 0..<90) + CrowdLog.views("/shop/", visitors: 20..<70)
    + CrowdLog.views("/help/", visitors: 10..<40)

  @Test("a restatement whose difference is a hidden page's visitors is refused")
  func hiddenPage() async throws {
    let trial = try LedgerTrial()
    trial.threshold = 10
    let first = try await trial.close([Self.log])
    // A file that was forgotten: four visitors of a page that no report may show.
    let secret = CrowdLog.views("/jobs/", visitors: 300..<304)
    let bytes = try trial.bytes
    await #expect(throws: LedgerError.self) {
      try await trial.close([Self.log, secret], restating: "A file was missing.")
    }
    #expect(try trial.bytes == bytes)
    // A naive restatement lets the four be known by subtraction.
    let naive = try await trial.release([Self.log, secret], key: nil)
    #expect(naive.totals.visitors == .count(94) && first.totals.visitors == .count(90))
    #expect(Self.learned(first, naive, least: 10).contains(["totals", "visitors"]))
  }

  @Test(
    "where the threshold was lowered, the difference still has to keep the higher one",
    arguments: [10, 5])
  func lowered(_ first: Int) async throws {
    let trial = try LedgerTrial()
    trial.threshold = first
    _ = try await trial.close([Self.log])
    trial.threshold = 5
    let more = CrowdLog.views("/news/", visitors: 300..<307)
    do {
      let restated = try await trial.close([Self.log, more], restating: "A file was missing.")
      #expect(first == 5 && restated.totals.visitors == .count(97))
    } catch LedgerError.refused(.restatement) {
      #expect(first == 10)
    }
  }

  @Test("what may be restated differs by nobody, or by enough visitors, in every figure")
  func random() async throws {
    var (accepted, naive) = (0, 0)
    for seed in TestLength.seeds(24) {
      var random = SeededRandom(seed)
      let trial = try LedgerTrial()
      trial.threshold = 10
      let first = try await trial.close([Self.log])
      // More visitors of some pages, at some hour.
      let count = random.pick([1, 3, 9, 10, 15, 40])
      let pages = random.pick([["/news/"], ["/news/", "/shop/"], ["/jobs/"], ["/help/"]])
      let hour = random.pick([12, 12, 12, 15])
      let more = pages.map {
        CrowdLog.views($0, visitors: 300..<300 + count, hour: hour)
      }.joined()
      let released = try await trial.release([Self.log, more], key: nil)
      if !Self.learned(first, released, least: 10).isEmpty { naive += 1 }
      do {
        let restated = try await trial.close([Self.log, more], restating: "A file was missing.")
        accepted += 1
        #expect(Self.learned(first, restated, least: 10).isEmpty, "seed \(seed)")
        // No row came or went, so that nobody is told of who would have made the difference.
        #expect(
          ComparedReports.figures(restated).keys == ComparedReports.figures(first).keys,
          "seed \(seed)")
      } catch LedgerError.refused(.restatement) {}
    }
    // Restatements are possible, and a release of whatever is there now gives small groups away.
    #expect(accepted > 2 && naive > 2, "\(accepted), \(naive)")
  }

  /// Three pages that are too small to be shown, by visitors who also read the news.
  private static func small(_ visitors: Range<Int>) -> String {
    ["/a/", "/b/", "/c/"].enumerated().map { place, page in
      CrowdLog.views(
        page, visitors: visitors.lowerBound + 20 * place..<visitors.upperBound + 20 * place)
    }.joined()
  }

  @Test(
    "a remainder that differs by few visitors is a leak, though every row and total differs by enough",
    arguments: [false, true])
  func remainder(_ isSafe: Bool) async throws {
    let trial = try LedgerTrial()
    trial.threshold = 12
    trial.tables = [.page]
    let first = Self.log + Self.small(0..<5)
    _ = try await trial.close([first])
    // Fifty more visitors of the news, of whom twelve or four read what is not shown.
    let more =
      CrowdLog.views("/news/", visitors: 300..<350)
      + (isSafe ? Self.small(300..<304) : CrowdLog.views("/a/", visitors: 300..<304))
    if isSafe {
      let restated = try await trial.close([first, more], restating: "A file was missing.")
      #expect(restated.rows(.page)?["/news/"] == "140 140")
    } else {
      await #expect(
        throws: LedgerError.refused(.restatement(table: "page", period: "2026-11-19"))
      ) { try await trial.close([first, more], restating: "A file was missing.") }
    }
  }
}
