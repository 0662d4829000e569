import Foundation
import Testing

@testable import LogAggregate

@Suite("A table that is published by the week")
struct LongerPeriodsTests {
  /// The promise of the standard policy, with the tables of pages by the week.
  private static func policy(_ period: String = "week") throws -> Policy {
    let pages = #""section", "page", "entry-page", "exit-page", "flow","#
    let text =
      Bundled.standard.replacing(pages, with: "").replacing(#""day", "section","#, with: #""day","#)
      .replacing("[audiences.internal]\n", with: "[audiences.internal]\nthreshold = 10\n") + """

        [[releases]]
        audiences = ["internal"]
        tables = ["section", "page"]
        metrics = ["page_views", "visitors"]
        clause = "s2"
        purpose = "Run the site."
        period = "\(period)"

        """
    return try Policy(
      text: text.replacing("threshold = 10", with: "threshold = 10\nreason = \"A test.\""),
      file: "test")
  }

  private static func close(
    _ trial: LedgerTrial, _ visitors: [Int], _ days: ClosedRange<CivilDate>
  ) async throws -> ReleasedReport {
    var ledger = try Ledger(path: trial.path)
    let plan = try Plan(policy: policy(), audience: .internal, site: .unnamed)
    var setting = try RunSetting(plan: plan, days: days)
    setting.ledgerKey = ledger.key
    setting.publishedDays = ledger.publishedDays
    let file = trial.folder.appending(path: "access-\(UUID()).log")
    let log = visitors.enumerated().map {
      // Each day has people of its own.
      CrowdLog.views("/news", visitors: 100 * $0..<100 * $0 + $1, day: 16 + $0)
    }
    try Data(log.joined().utf8).write(to: file)
    let run = LogRun(setting, options: TestRun.options())
    let report = try await run.read([.file(file.path)]).release(setting)
    return try ledger.close(report, version: "test")
  }

  private static func closeDays(_ visitors: [Int]) async throws -> LedgerTrial {
    let trial = try LedgerTrial()
    for day in 16...22 { _ = try await close(trial, visitors, CivilDate.november(day, day)) }
    return trial
  }

  @Test("nightly reports leave it out and say so; the week's holds it alone, without totals")
  func leftOut() async throws {
    let visitors = [31, 28, 35, 26, 40, 33, 29]
    let trial = try await Self.closeDays(visitors)
    let day = try await Self.close(trial, visitors, CivilDate.november(16, 16))
    #expect(day.rows(.page) == nil && day.totals.pageViews == .count(31))
    #expect(day.reason(.page) == "published for whole weeks, Monday to Sunday only")
    let week = try await Self.close(trial, visitors, CivilDate.november(16, 22))
    #expect(week.rows(.page) == ["/news": "222 222"])
    #expect(week.totals.pageViews == .notGranted && week.input.pageViews == nil)
    #expect(week.reason(.hour) == "published for single days only")
    #expect(week.tables.map(\.id) == [.section, .page])
    // A month's sum holds the days' tables and the week's.
    let sum = try Ledger.period(
      path: trial.path, audience: .internal, days: CivilDate.november(1, 30))
    #expect(sum.rows(.page) == ["/news": "222 222 7"] && sum.totals.pageViews == .count(222))
  }

  @Test("it is left out where the days that are not published are too small together (T4)")
  func hiddenDay() async throws {
    let small = [31, 28, 35, 4, 40, 33, 29]
    let week = try await Self.close(
      try await Self.closeDays(small), small, CivilDate.november(16, 22))
    #expect(week.tables.isEmpty && week.reason(.page)?.contains("subtraction") == true)
    // Two such days hold enough together.
    let two = [31, 28, 35, 6, 6, 33, 29]
    let shown = try await Self.close(
      try await Self.closeDays(two), two, CivilDate.november(16, 22))
    #expect(shown.rows(.page) == ["/news": "168 168"])
    // Negative control: without the ledger's days the table is shown, and minus the six days it leaves four visitors.
    let naive = try await Self.close(try LedgerTrial(), small, CivilDate.november(16, 22))
    #expect(naive.rows(.page) == ["/news": "200 200"])
  }

  @Test("a day inside a closed week is refused, other days are not")
  func dayAfterWeek() async throws {
    let trial = try LedgerTrial()
    let visitors = [31, 28, 35, 26, 40, 33, 29, 30]
    _ = try await Self.close(trial, visitors, CivilDate.november(16, 22))
    await #expect(
      throws: LedgerError.refused(.dayAfterPeriod(period: "2026-11-16 to 2026-11-22"))
    ) { try await Self.close(trial, visitors, CivilDate.november(18, 18)) }
    _ = try await Self.close(trial, visitors, CivilDate.november(23, 23))
  }

  @Test("tables that could be subtracted from each other have one period; so has a policy")
  func policies() throws {
    #expect(throws: PolicyError.self) { try Self.policy("fortnight") }
    let text = try Self.policy().text
    let release = """

      [[releases]]
      audiences = ["internal"]
      tables = ["entry-page"]
      metrics = ["visits", "visitors"]
      clause = "s2"
      purpose = "Run the site."

      """
    #expect(throws: PolicyError.self) { try Policy(text: text + release, file: "test") }
    let monthly = release.replacing("entry-page", with: "goal")
      .replacing(#"["visits", "visitors"]"#, with: #"["visitors", "conversions"]"#)
    #expect(throws: PolicyError.self) {
      try Policy(text: text + monthly + "period = \"month\"\n", file: "test")
    }
    _ = try Policy(text: text + release + "period = \"week\"\n", file: "test")
  }
}
