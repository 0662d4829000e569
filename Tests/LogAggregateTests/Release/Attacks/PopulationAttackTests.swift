import Foundation
import Testing

@testable import LogAggregate

/// Attacks that compare two reports, or two tables, of different populations or thresholds.
/// - Source: `privacy.md` 3, T4, T6, T8, T14, T15, T26, T27.
@Suite struct PopulationAttackTests {
  private static func count(_ figure: ReleasedFigure?) -> Int? {
    if case .count(let count) = figure { count } else { nil }
  }

  private static func report(_ audience: Audience, _ run: FactsRun) async throws -> ReleasedReport {
    var run = run
    run.audience = audience
    return try await run.report()
  }

  private static func views(_ report: ReleasedReport, _ id: TableID) -> [String: Int] {
    guard let table = report.tables.first(where: { $0.id == id }),
      let column = table.metrics.firstIndex(of: .pageViews)
    else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: table.rows.map { ($0.key, count($0.figures[column]) ?? 0) })
  }

  /// Pages of which some are shown to some audiences only, a robot, an error and an own visit.
  private static var mixed: FactsRun {
    var run = FactsRun()
    for (number, size) in [130, 60, 55, 30, 22, 21, 19, 12, 9, 8, 7].enumerated() {
      run.view(
        FactsRun.addresses(size, number + 1), "/p\("abcdefghijk".dropFirst(number).prefix(1))")
    }
    run.add("241.90.1.1", "/pa", agent: "Mozilla/5.0 (compatible; Googlebot/2.1)")
    run.add("241.90.2.1", "/pa", status: 404)
    run.add("241.90.3.1", "/pa", referrer: "https://semalt.com/")
    return run
  }

  @Test(
    "T6: every audience's report is of the same population, so that no two differ by one visitor")
  func onePopulation() async throws {
    let run = Self.mixed
    let reports = [
      try await Self.report(.internal, run), try await Self.report(Audience("partner"), run),
      try await Self.report(.advertiser, run), try await Self.report(.public, run),
    ]
    #expect(Set(reports.map(\.totals.pageViews)).count == 1)
    #expect(Set(reports.map(\.totals.visitors)).count == 1)
    for report in reports {
      // Every table is of the total's views: rows and remainder add up.
      for table in report.tables
      where !table.isTotalsOnly && ![.referrer, .flow].contains(table.id) {
        guard let column = table.metrics.firstIndex(of: .pageViews) else { continue }
        let sum = table.rows.reduce(0) { $0 + (Self.count($1.figures[column]) ?? 0) }
        let other = Self.count(table.other?[column]) ?? 0
        #expect(sum + other == Self.count(report.totals.pageViews), "\(table.id.id)")
      }
    }
    // Who holds all of them subtracts every figure of the whole from every other.
    #expect(Self.subset(reports.flatMap(Self.wholes)) == nil)
    // A naive release leaves robots out of one table and not of the other: the difference is one visitor.
    let naive = [true, false].map { Self.naiveViews(run.text, leavesOutRobots: $0) }
    #expect(Self.subset(naive) == 1)
    #expect(naive[0] == Self.count(reports[0].totals.pageViews))
  }

  /// What two figures of one whole differ by, where that is fewer than may be told of.
  private static func subset(_ wholes: [Int]) -> Int? {
    wholes.lazy.flatMap { one in wholes.lazy.map { abs(one - $0) } }
      .first { (1..<5).contains($0) }
  }

  /// All figures of a report that are of all page views: the total, and what each table adds up to.
  private static func wholes(_ report: ReleasedReport) -> [Int] {
    let sums = report.tables.compactMap { table -> Int? in
      guard ![.referrer, .flow].contains(table.id),
        let shown = ComparedReports.shown(report, table.id, .pageViews)
      else { return nil }
      return shown.rows.values.reduce(0, +) + (shown.other ?? 0)
    }
    return sums + [count(report.totals.pageViews) ?? 0]
  }

  private static func naiveViews(_ log: String, leavesOutRobots: Bool) -> Int {
    log.split(separator: "\n").count { line in
      line.contains("\" 200 ") && !line.contains("semalt")
        && !(leavesOutRobots && line.contains("bot"))
    }
  }

  @Test("T27: what audiences with different thresholds are shown is equal or nested")
  func collusion() async throws {
    let run = Self.mixed
    let audiences = [Audience.internal, Audience("partner"), .advertiser]
    var shown: [[String: Int]] = []
    for audience in audiences {
      shown.append(Self.views(try await Self.report(audience, run), .page))
    }
    #expect(shown[0].count > shown[1].count && shown[1].count > shown[2].count)
    // Each visitor of a page has one view of it; the advertiser's threshold is 20.
    #expect(shown[2].values.allSatisfy { $0 >= 20 })
    for (finer, coarser) in zip(shown, shown.dropFirst()) {
      // Equal cells, and a remainder that is a union of the finer report's cells.
      for (key, value) in coarser { #expect(finer[key] == value) }
      let between = finer.filter { coarser[$0.key] == nil }
      #expect(between.values.allSatisfy { $0 >= 5 })
    }
    for (finer, coarser) in [(0, 1), (0, 2), (1, 2)] {
      let (one, other) = (
        try await Self.report(audiences[finer], run), try await Self.report(audiences[coarser], run)
      )
      #expect(ComparedReports.learned(one, other, least: 5).isEmpty)
    }
    // A naive release chooses for each audience anew what is hidden beside a small row.
    let truth = ["/a": 90, "/b": 60, "/c": 55, "/d": 3]
    let naive = [["/b", "/d"], ["/c", "/d"]].map { hidden in
      ComparedReports.Shown(
        rows: truth.filter { !hidden.contains($0.key) },
        other: hidden.reduce(0) { $0 + (truth[$1] ?? 0) })
    }
    #expect(ComparedReports.learned(naive[0], naive[1], least: 5) == 3)
  }

  /// The figure behind a rounded one, from what is published as more and more visitors are injected; `nil` where no figure
  /// is rounded, so that the figures hide nothing.
  private static func slide(_ published: [Int]) -> Int? {
    guard published.allSatisfy({ $0 % 10 == 0 }),
      let jump = published.firstIndex(where: { $0 != published[0] })
    else { return nil }
    return published[jump] - 5 - jump
  }

  @Test("T14: no figure is rounded, so that no rounding is taken for protection")
  func noRounding() async throws {
    var (found, naive): ([Int], [Int]) = ([], [])
    for injected in 0..<10 {
      var run = FactsRun()
      run.view(FactsRun.addresses(37 + injected), "/a")
      run.view(FactsRun.addresses(60, 1), "/b")
      run.view(FactsRun.addresses(61, 2), "/c")
      found.append(Self.views(try await Self.report(.internal, run), .page)["/a"] ?? 0)
      let views = run.text.split(separator: "\n").count { $0.contains("GET /a ") }
      naive.append((views + 5) / 10 * 10)
    }
    #expect(found == Array(37..<47))
    #expect(Self.slide(found) == nil)
    // A release that rounds to tens is undone by eight visitors more.
    #expect(Set(naive) == [40, 50])
    #expect(Self.slide(naive) == 37)
  }

  /// The figure that many draws of it lie around; `nil` where all are the same, so that more of them tell no more than one.
  private static func average(_ draws: [Int]) -> Int? {
    Set(draws).count > 1
      ? Int((Double(draws.reduce(0, +)) / Double(draws.count)).rounded()) : nil
  }

  @Test(
    "T15: the same log gives the same bytes however often it is read, so that nothing averages out")
  func noAveraging() async throws {
    let run = Self.mixed
    var dumps: Set<String> = []
    var found: [Int] = []
    for _ in 0..<5 {
      let report = try await Self.report(.advertiser, run)
      dumps.insert(ReportDump.text(report))
      found.append(Self.views(report, .page)["/pa"] ?? 0)
    }
    #expect(dumps.count == 1)
    #expect(Self.average(found) == nil)
    // A naive release adds fresh noise at each run: enough runs give the figure.
    var random = SeededRandom(137)
    let naive = (0..<2_000).map { _ in 137 + random.int(-3...3) }
    #expect(naive.contains { $0 != 137 } && Self.average(naive) == 137)
  }

  @Test(
    "T24: no table has rows of single visitors, of their ways through the site, or of three dimensions"
  )
  func noSequences() async throws {
    let report = try await Self.report(.internal, Self.mixed)
    for table in report.tables {
      for row in table.rows {
        #expect(!row.key.contains("→") || table.id == .flow)
        #expect(
          row.figures == row.figures.map { _ in .count(0) } || (row.visitors(table) ?? 5) >= 5)
      }
    }
    // A naive table of ways through the site has rows of one visitor each.
    var naive = FactsRun()
    for (number, address) in FactsRun.addresses(20).enumerated() {
      naive.add(address, "/a")
      naive.add(address, "/p\(number)", at: 9)
    }
    let ways = Dictionary(
      grouping: naive.text.split(separator: "\n"), by: { $0.prefix { $0 != " " } }
    )
    .values.map { $0.map { $0.split(separator: " ")[6] } }
    #expect(Dictionary(grouping: ways, by: { $0 }).values.contains { $0.count == 1 })
    let shown = try await Self.report(.internal, naive)
    for table in shown.tables {
      for row in table.rows { #expect((row.visitors(table) ?? 5) >= 5 || row.visitors(table) == 0) }
    }
    // The grammar of table names has no cross of two, and none of three.
    for name in ["country-page", "page*browser", "browser,platform,device", "visitor", "path-3"] {
      #expect(TableID(id: name) == nil, "\(name)")
      let text = Bundled.standard.replacing("\"status\",", with: "\"status\", \"\(name)\",")
      #expect(throws: PolicyError.self) { try Policy(text: text, file: "policy") }
    }
    #expect(throws: Never.self) { try Policy(text: Bundled.standard, file: "policy") }
  }

  @Test(
    "T26: a policy that permits and forbids forbids; what it does not name is not read; k = 1 is an error"
  )
  func precedence() async throws {
    let forbids = Bundled.standard.replacing(
      "forbid = { identity = \"s1\" }\n[fields.method]",
      with: "forbid = { identity = \"s1\", weekday = \"s1\" }\n[fields.method]")
    #expect(forbids != Bundled.standard)
    // The release of weekdays is no longer covered, so that nothing can be released under it.
    #expect(throws: PolicyError.self) { try Policy(text: forbids, file: "policy") }
    // A naive reading in which a permission wins passes over the denial: weekdays are released.
    let permissive = forbids.replacing(
      ", weekday = \"s1\" }\n[fields.method]", with: " }\n[fields.method]")
    var run = FactsRun()
    run.view(FactsRun.addresses(60))
    let naive = try await TestRun.report(run.text, policy: permissive)
    #expect(naive.rows(.weekday)?["Thursday"] != nil)
    // So does one in which a threshold of one is no error: the lone visitor of a page is shown.
    run.add("241.9.9.9", "/alone")
    let least = try await TestRun.report(
      run.text,
      policy: Bundled.standard.replacing(
        "[audiences.internal]\n", with: "[audiences.internal]\nthreshold = 2\nreason = \"x\"\n"))
    #expect(least.rows(.page)?["/alone"] == nil)
    let pages = Dictionary(
      grouping: run.text.split(separator: "\n").map { $0.split(separator: " ")[6] }, by: { $0 })
    #expect(pages.filter { $0.value.count >= 1 }["/alone"]?.count == 1)
    for (slip, text) in [
      ("k = 1", "[audiences.internal]\nthreshold = 1\nreason = \"x\"\n"),
      ("no reason", "[audiences.internal]\nthreshold = 3\n"),
      ("unknown key", "[audiences.internal]\nrounding = 10\n"),
      ("a limit beyond the p%-rule", "[audiences.internal]\nvisitor_limit = 31\n"),
    ] {
      let changed = Bundled.standard.replacing("[audiences.internal]\n", with: text)
      #expect(throws: PolicyError.self, "\(slip)") { try Policy(text: changed, file: "policy") }
    }
    let lawful = Bundled.standard.replacing(
      "[audiences.internal]\n", with: "[audiences.internal]\nvisitor_limit = 30\n")
    #expect(throws: Never.self) { try Policy(text: lawful, file: "policy") }
    let uncited = Bundled.standard.replacing("clause = \"s4\"", with: "clause = \"s9\"")
    #expect(throws: PolicyError.self) { try Policy(text: uncited, file: "policy") }
  }
}

extension ReleasedTable.Row {
  /// The row's visitors, where the table has them.
  fileprivate func visitors(_ table: ReleasedTable) -> Int? {
    guard let column = table.metrics.firstIndex(of: .visitors),
      case .count(let count) = figures[column]
    else { return nil }
    return count
  }
}
