import Foundation
import LogAggregate
import Testing

/// T28: a reader who has one rendered file subtracts everything in it from everything else.
/// - Source: `privacy.md` 3; the attacker is ``RenderedAttack``.
@Suite struct RenderedReportAttackTests {
  /// What came of some sites.
  private struct Outcome {
    var reports = 0
    var tables = 0
    var rows = 0
    /// How many of the same tables give a small group away where only what is small itself is left out.
    var naive = 0
    var findings: [String] = []

    mutating func add(_ other: Self) {
      reports += other.reports
      tables += other.tables
      rows += other.rows
      naive += other.naive
      findings += other.findings
    }
  }

  @Test(
    "T28: no figure, sum or difference of a rendered report counts a group too small to be shown")
  func random() async throws {
    let start = ContinuousClock.now
    let outcome = try await withThrowingTaskGroup { group in
      for worker in 0..<Self.workers {
        group.addTask {
          var outcome = Outcome()
          for batch in stride(
            from: worker * Self.batch, to: Self.trials, by: Self.workers * Self.batch)
          {
            outcome.add(try Self.attack(batch..<min(batch + Self.batch, Self.trials)))
          }
          return outcome
        }
      }
      return try await group.reduce(into: Outcome()) { $0.add($1) }
    }
    for finding in outcome.findings { Issue.record("\(finding)") }
    // Of a release that hides only what is small itself the same reader learns small groups.
    #expect(outcome.naive * 4 > Self.trials, "\(outcome.naive)")
    #expect(outcome.reports == Self.trials)
    #expect(outcome.tables > Self.trials * 2, "\(outcome.tables)")
    #expect(outcome.rows > Self.trials * 4, "\(outcome.rows)")
    print(
      "attacked: \(outcome.reports) reports, \(outcome.tables) tables, \(outcome.findings.count) findings;",
      "naive releases: \(outcome.naive) give groups away;",
      (ContinuousClock.now - start).description)
  }

  /// `LOGAGG_TEST_CASES=84` attacks 10,080 reports.
  private static let trials =
    120 * (Int(ProcessInfo.processInfo.environment["LOGAGG_TEST_CASES"] ?? "") ?? 1)
  private static let batch = 30
  private static let workers = ProcessInfo.processInfo.activeProcessorCount

  /// Makes sites, has the command report on each of them, and attacks the files.
  private static func attack(_ seeds: Range<Int>) throws -> Outcome {
    let scratch = try Scratch()
    let sites = seeds.map(InventedSite.init)
    let bundled = try #require(Policy.bundled("standard")).text
    for threshold in Set(sites.map(\.threshold)) {
      let text = bundled.replacing(
        "[audiences.internal]\n",
        with: "[audiences.internal]\nthreshold = \(threshold)\nreason = \"A test.\"\n")
      try scratch.write(Data(text.utf8), to: "policy-\(threshold).toml")
    }
    var line = ""
    for (seed, site) in zip(seeds, sites) {
      try scratch.write(Data(site.log.utf8), to: "\(seed).log")
      line += "logagg -q --policy ./policy-\(site.threshold).toml --audience internal "
      line += "--log-format combined -o \(seed).json \(seed).log || exit 1; "
    }
    let run = try scratch.run(line)
    try #require(run.status == 0, "\(run.message)")
    var outcome = Outcome()
    for (seed, site) in zip(seeds, sites) {
      let report = try ReportJSON.read(try scratch.read("\(seed).json"))
      let attack = RenderedAttack(site, report)
      outcome.reports += 1
      outcome.tables += attack.tableCount
      outcome.rows += report.tables.reduce(0) { $0 + $1.rows.count }
      outcome.naive += attack.naiveFindings.isEmpty ? 0 : 1
      outcome.findings += attack.findings.map { "seed \(seed): \($0)" }
    }
    return outcome
  }
}
