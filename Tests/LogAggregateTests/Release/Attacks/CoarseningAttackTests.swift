import Testing

@testable import LogAggregate

/// A reader subtracts what stands in for a table of which only totals could be shown.
/// - Source: `privacy.md` 2.4 (h), 3, T2; pages by section, versions by browser, referring sites by channel.
@Suite struct CoarseningAttackTests {
  /// How many visitors each section has, five or six to a page.
  private static let sections = ["/news": 18, "/shop": 20, "/help": 12, "/jobs": 4]

  private static let log: String = {
    var run = FactsRun()
    for (number, section) in sections.sorted(by: { $0.key < $1.key }).enumerated() {
      for (visitor, client) in FactsRun.addresses(section.value, number + 1).enumerated() {
        run.add(client, "\(section.key)/\("abcd".dropFirst(visitor / 6).prefix(1))")
      }
    }
    return run.text
  }()

  private static func report(
    _ log: String, only tables: [TableID]?, policy change: (String) -> String = { $0 }
  ) async throws -> ReleasedReport {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(log.utf8), "access.log")
    let policy = try Policy(text: change(TestRun.policy(threshold: 10).text), file: "test policy")
    let setting = try RunSetting(
      plan: Plan(policy: policy, audience: .internal, site: .unnamed, only: tables))
    return try await LogRun(setting, options: TestRun.options()).read([.file(path)])
      .release(setting)
  }

  private static func table(_ report: ReleasedReport, _ id: TableID) -> ReleasedTable? {
    report.tables.first { $0.id == id }
  }

  /// The total minus all rows, where that is one hidden section's figure.
  private static func subtract(_ rows: [String: Int]) -> Int? {
    let rest = sections.values.reduce(0, +) - rows.values.reduce(0, +)
    return sections.first { rows[$0.key] == nil && $0.value == rest }?.value
  }

  @Test("pages too rare to be shown are shown by section, and the total leaves no single section")
  func pages() async throws {
    let report = try await Self.report(Self.log, only: [.page])
    let pages = try #require(Self.table(report, .page))
    #expect(pages.isTotalsOnly && report.standIn(for: pages)?.id == .section)
    #expect(report.tables.map(\.id) == [.section, .page])
    #expect(report.disclosure.notes.contains { $0.hasPrefix("Pages are shown by section:") })
    #expect(report.reason(.section) == nil)
    let shown = try #require(ComparedReports.shown(report, .section, .visitors))
    #expect(shown.rows == ["/shop": 20] && shown.other == 34)
    #expect(Self.subtract(shown.rows) == nil)
    // Naive coarsening adds pages up until a section is large enough: the total gives the smallest section away.
    #expect(Self.subtract(Self.sections.filter { $0.value >= 10 }) == 4)
  }

  @Test("what stands in is the coarser table itself: no more where the policy does not grant it")
  func granted() async throws {
    let asked = try await Self.report(Self.log, only: [.page, .section])
    let unasked = try await Self.report(Self.log, only: [.page])
    #expect(asked.rows(.section) == unasked.rows(.section))
    #expect(Self.table(asked, .section)?.clause == Self.table(unasked, .section)?.clause)
    let denied = try await Self.report(Self.log, only: [.page]) { text in
      text + "\n[[denials]]\ntables = [\"section\"]\nclause = \"s5\"\n"
    }
    #expect(denied.tables.map(\.id) == [.page])
    #expect(Self.table(denied, .page)?.isTotalsOnly == true)
    #expect(!denied.disclosure.notes.contains { $0.contains("by section") })
    // What would help is said instead, and it is no lower threshold.
    #expect(denied.disclosure.notes.contains { $0.contains("A report of more days at once") })
    // Where pages can be shown nothing stands in for them.
    let large = try await Self.report(
      CrowdLog.views("/news/a", visitors: 0..<60) + CrowdLog.views("/shop/b", visitors: 0..<50),
      only: [.page])
    #expect(large.tables.map(\.id) == [.page] && large.rows(.page)?.count == 2)
    #expect(large.reason(.section) == "not asked for by the site file")
  }

  @Test("a coarser table that could show totals only as well does not stand in")
  func nothingToStandIn() async throws {
    // Two visitors in each of eight sections.
    let log = (0..<8).map { CrowdLog.views("/part\($0)/a", visitors: 2 * $0..<2 * $0 + 2) }
    let report = try await Self.report(log.joined(), only: [.page])
    #expect(report.totals.visitors == .count(16))
    #expect(report.tables.map(\.id) == [.page] && report.tables[0].isTotalsOnly)
    #expect(report.reason(.section) == "not asked for by the site file")
    #expect(report.disclosure.notes.contains { $0.contains("A report of more days at once") })
  }

  @Test("of random logs every cell that stands in is the cell of a report that was asked for it")
  func random() async throws {
    var (stoodIn, naive) = (0, 0)
    let fine: [TableID] = [.page, .browserVersion, .referrer]
    for seed in TestLength.seeds(24) {
      let log = RandomLog(
        seed: seed + 11_000, shape: .single, visitors: [25, 40, 60][seed % 3], lines: 150,
        isCombined: true)
      let text = String(decoding: log.files[0], as: UTF8.self)
      let unasked = try await Self.report(text, only: fine)
      let asked = try await Self.report(text, only: fine + fine.compactMap(\.coarser))
      for id in fine {
        guard let table = Self.table(unasked, id) else { continue }
        let coarser = try #require(id.coarser)
        guard let standIn = unasked.standIn(for: table) else {
          #expect(Self.table(unasked, coarser) == nil, "seed \(seed): \(id.id)")
          continue
        }
        stoodIn += 1
        #expect(unasked.rows(coarser) == asked.rows(coarser), "seed \(seed): \(id.id)")
        let other = asked.tables.first { $0.id == coarser }?.other?.map(\.text)
        #expect(standIn.other?.map(\.text) == other, "seed \(seed): \(id.id)")
        #expect(Self.table(asked, id)?.isTotalsOnly == true, "seed \(seed): \(id.id)")
        if standIn.other != nil { naive += 1 }
      }
    }
    #expect(stoodIn > 12 && naive > 3, "\(stoodIn), \(naive)")
  }

  @Test(
    "what stood in is not replaced by the finer table, nor that by what stands in, or the two could be subtracted",
    arguments: [true, false])
  func restated(_ isGrowing: Bool) async throws {
    let trial = try LedgerTrial()
    (trial.threshold, trial.tables) = (10, [.page])
    // A forgotten file makes one page of a section large, and leaves four visitors of its others.
    let more =
      CrowdLog.views("/jobs/z", visitors: 5_000..<5_060)
      + CrowdLog.views("/news/z", visitors: 6_000..<6_040)
    let naive = try await trial.release([Self.log, more], key: nil)
    #expect(naive.tables.map(\.id) == [.page] && (naive.rows(.page)?.isEmpty == false))
    let logs = [[Self.log], [Self.log, more]]
    let first = try await trial.close(logs[isGrowing ? 0 : 1])
    #expect(first.tables.map(\.id) == (isGrowing ? [.section, .page] : [.page]))
    await #expect(
      throws: LedgerError.refused(.restatement(table: "page", period: "2026-11-19"))
    ) { try await trial.close(logs[isGrowing ? 1 : 0], restating: "A file was wrong.") }
  }
}
