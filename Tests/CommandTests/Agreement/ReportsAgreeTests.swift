import Foundation
import Testing

/// The forms of one report say the same.
@Suite struct ReportsAgreeTests {
  private struct Forms {
    let json: ReportJSON
    let csv: [[String]]
    let text, markdown, html: String
  }

  private static func forms(_ promise: Promise) throws -> Forms {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      """
      logagg \(promise.options) --site "$SAMPLES/site.toml" -o r.json -o r.csv -o r.txt -o r.md \
        -o r.html "$SAMPLES/access.log.gz"
      """)
    try #require(outcome.status == 0)
    return Forms(
      json: try ReportJSON.read(scratch.read("r.json")),
      csv: try ReportForms.csv(scratch.read("r.csv")), text: try scratch.text("r.txt"),
      markdown: try scratch.text("r.md"), html: try scratch.text("r.html"))
  }

  /// Each policy once, and the default for every audience.
  private static let promises = Promise.all.filter {
    $0.policy == "standard" || $0.audience == "internal"
      || ($0.policy == "industrykart-2019" && $0.audience == "advertiser")
  }

  @Test("CSV, Markdown, page and text hold the figures of JSON", arguments: promises)
  func agree(_ promise: Promise) throws {
    let forms = try Self.forms(promise)
    try #require(!forms.json.tables.isEmpty)
    csv(forms)
    markdown(forms)
    try html(forms)
    text(forms)
  }

  /// CSV holds the figures of JSON, no more and no less, in its order.
  private func csv(_ forms: Forms) {
    let report = forms.json
    func text(_ figure: Double?, _ metric: String) -> String {
      guard let figure else { return "" }
      return metric == "ctr" ? String(format: "%.4f", figure) : String(Int(figure))
    }
    var expected = [["table", "key", "metric", "value"]]
    for metric in ["page_views", "visits", "visitors", "clicks"] {
      expected.append(["totals", "(all)", metric, text(report.totals.value(metric), metric)])
    }
    expected.append(["input", "read", "lines", String(report.input.lines)])
    for step in report.input.excluded {
      expected.append(["input", step.reason, "lines", step.lines.map { String($0) } ?? ""])
    }
    expected.append(
      ["input", "page_views", "lines", report.input.page_views.map { String($0) } ?? ""])
    let visits = report.visit_figures
    for length in (visits?.lengths ?? []) + [visits?.other].compactMap(\.self) {
      for metric in ["visits", "visitors"] {
        expected.append(
          ["visit-length", length.key, metric, text(length.figures.value(metric), metric)])
      }
    }
    for table in report.tables {
      var rows = table.rows.map { ($0.key, $0.figures) }
      if let other = table.other { rows.append(("(other)", other)) }
      for (key, figures) in rows {
        for metric in table.metrics {
          expected.append([table.id, key, metric, text(figures.value(metric), metric)])
        }
      }
    }
    // What the report says of itself is checked by those who read it.
    let claims: Set<String> = ["report", "policy", "disclosure"]
    #expect(forms.csv.filter { !claims.contains($0[0]) } == expected)
  }

  private func markdown(_ forms: Forms) {
    let grids = ReportForms.markdown(forms.markdown)
    for table in forms.json.tables {
      let rows = (grids[table.title] ?? []).dropFirst().map { row in
        row.dropFirst().filter { !$0.contains("%") && $0 != "–" }.map(ReportForms.number)
      }
      Self.expect(rows, show: table, limit: 50, "Markdown")
    }
    let input = grids["From lines to page views"] ?? []
    #expect(input.dropFirst().first.flatMap { ReportForms.number($0[1]) } == forms.json.input.lines)
    #expect(input.last.flatMap { ReportForms.number($0[1]) } == forms.json.input.page_views)
  }

  private func html(_ forms: Forms) throws {
    let page = try ReportForms.html(forms.html)
    for table in forms.json.tables {
      let rows = (page.rows["t-\(table.id)"] ?? []).filter { ["row", "other"].contains($0.kind) }
      // The remainder stands behind the open rows, before those that a tap opens.
      let sorted = rows.filter { $0.kind == "row" } + rows.filter { $0.kind == "other" }
      Self.expect(
        sorted.map { $0.figures.map(ReportForms.number) }, show: table, limit: 25, "HTML")
    }
    let input = page.rows["input"] ?? []
    #expect(
      input.filter { $0.kind == "sum" }.map { ReportForms.number($0.figures[0]) }
        == [forms.json.input.lines, forms.json.input.page_views])
    let steps = forms.json.input.excluded.compactMap(\.lines).filter { $0 > 0 }
    let shown = input.filter { $0.kind == "step" }.compactMap { ReportForms.number($0.figures[0]) }
    #expect(shown == steps)
  }

  private func text(_ forms: Forms) {
    let sections = Self.sections(forms.text)
    for table in forms.json.tables {
      let lines = sections[table.title.uppercased()] ?? []
      let rows = lines.compactMap { line -> [Int?]? in
        let words = line.split(separator: " ").map(String.init)
        let figures = words.suffix(table.metrics.count + 1).filter {
          !$0.hasSuffix("%") && $0 != "-"
        }
        .suffix(table.metrics.count)
        let isRow = figures.allSatisfy { $0 == "withheld" || ReportForms.number($0) != nil }
        return isRow && !figures.isEmpty ? figures.map(ReportForms.number) : nil
      }
      Self.expect(rows, show: table, limit: 50, "text")
    }
    for line in forms.text.split(separator: "\n") { #expect(line.count <= 80) }
  }

  /// Rows that a form for people shows are those of JSON: in any order, without rows of zeros, and cut
  /// only where the table is long.
  private static func expect(
    _ rows: [[Int?]], show table: ReportJSON.Table, limit: Int, _ form: String
  ) {
    let isZero = { (row: [Int?]) in row.allSatisfy { $0 == 0 } }
    func figures(_ row: ReportJSON.Figures) -> [Int?] {
      table.metrics.map { row.value($0).map { Int($0) } }
    }
    let shown = rows.filter { !isZero($0) }
    let all = table.rows.map { figures($0.figures) }.filter { !isZero($0) }
    let other = table.other.map(figures)
    // Data sent is rounded for people; its tables are compared without it.
    guard !table.metrics.contains("bytes"), !table.metrics.contains("ctr") else { return }
    let expected = (all + (other.map { [$0] } ?? [])).map { $0.map { $0 ?? -1 } }
    let found = shown.map { $0.map { $0 ?? -1 } }
    let name: Comment = "\(form): \(table.id)"
    if all.count <= limit || ["day", "hour", "weekday"].contains(table.id) {
      #expect(found.sorted(by: isLess) == expected.sorted(by: isLess), name)
    } else {
      #expect(found.count >= limit, name)
      #expect(Set(found).isSubset(of: expected), name)
      #expect(Array(found.prefix(10)) == Array(expected.prefix(10)), name)
      if let other { #expect(found.last == other.map { $0 ?? -1 }, name) }
    }
  }

  private static func isLess(_ left: [Int], _ right: [Int]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }

  /// The lines beneath each heading of the text.
  private static func sections(_ text: String) -> [String: [String]] {
    var sections: [String: [String]] = [:]
    let lines = text.components(separatedBy: "\n")
    var heading = ""
    for (number, line) in lines.enumerated() {
      if number + 1 < lines.count, lines[number + 1].hasPrefix("----") { heading = line }
      sections[heading, default: []].append(line)
    }
    return sections
  }
}
