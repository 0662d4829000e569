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
    for (number, size) in [130, 60, 55, 30, 22, 21, 12, 9, 8, 7].enumerated() {
      run.view(
        FactsRun.addresses(size, number + 1), "/p\("abcdefghij".dropFirst(number).prefix(1))")
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
    // Were robots left out of one table and not of the other, the difference would be one visitor.
    let withRobots = (Self.count(reports[0].totals.pageViews) ?? 0) + 1
    #expect(withRobots - (Self.count(reports[1].totals.pageViews) ?? 0) == 1)
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
    for (finer, coarser) in zip(shown, shown.dropFirst()) {
      // Equal cells, and a remainder that is a union of the finer report's cells.
      for (key, value) in coarser { #expect(finer[key] == value) }
      let between = finer.filter { coarser[$0.key] == nil }
      #expect(between.values.allSatisfy { $0 >= 5 })
    }
    // A release that rounds to hide would show two values for one cell.
    #expect(shown[0]["/pa"] == 130 && shown[0]["/pa"] != 130 / 50 * 50)
  }

  @Test("T14: no figure is rounded, so that no rounding is taken for protection")
  func noRounding() async throws {
    var found: [Int] = []
    for injected in 0..<8 {
      var run = FactsRun()
      run.view(FactsRun.addresses(37 + injected), "/a")
      run.view(FactsRun.addresses(60, 1), "/b")
      run.view(FactsRun.addresses(61, 2), "/c")
      found.append(Self.views(try await Self.report(.internal, run), .page)["/a"] ?? 0)
    }
    #expect(found == Array(37..<45))
    // Of rounded figures the injected visitors show the true one: 37 is where eight more make 45 and turn 40 into 50.
    let rounded = found.map { ($0 + 5) / 10 * 10 } + [(37 + 8 + 5) / 10 * 10]
    #expect(rounded.firstIndex(of: 50) == 8)
  }

  @Test(
    "T15: the same log gives the same bytes however often it is read, so that nothing averages out")
  func noAveraging() async throws {
    let run = Self.mixed
    var dumps: Set<String> = []
    for _ in 0..<5 { dumps.insert(ReportDump.text(try await Self.report(.advertiser, run))) }
    #expect(dumps.count == 1)
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
  func precedence() throws {
    let forbids = Bundled.standard.replacing(
      "forbid = { identity = \"s1\" }\n[fields.method]",
      with: "forbid = { identity = \"s1\", weekday = \"s1\" }\n[fields.method]")
    #expect(forbids != Bundled.standard)
    // The release of weekdays is no longer covered.
    #expect(throws: PolicyError.self) { try Policy(text: forbids, file: "policy") }
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
