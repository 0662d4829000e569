internal import LogAggregate

/// The report as Markdown with tables, for tickets, wikis and chats.
/// - Source: GitHub Flavored Markdown 4.10.
struct MarkdownReport {
  private var text = ""
  private let report: ReleasedReport
  private static let rowLimit = 50

  init(_ report: ReleasedReport) {
    self.report = report
    head()
    for table in report.tables {
      add(TableLayout(table, totals: report.totals, rowLimit: Self.rowLimit))
    }
    input()
    trust()
  }

  /// The report, as UTF-8.
  var bytes: [UInt8] { Array(text.utf8) }

  private mutating func head() {
    text += "# \(Self.short(report.siteName ?? "Audience report"))\n\n"
    let policy = report.policy
    item("Period: \(Labels.period(report.period)), \(report.period.timeZone) time")
    item("Prepared for: \(policy.audience.name)")
    item("Policy: \(policy.title) (\(policy.name))")
    if !report.input.isComplete {
      paragraph("**Incomplete.** " + escaped(Definitions.damaged(report.input.damages)))
    }
    let totals = report.totals
    grid(
      ["Visitors (unique browsers)", "Visits", "Page views", "Clicks"],
      [
        [
          cell(totals.visitors, .visitors), cell(totals.visits, .visits),
          cell(totals.pageViews, .pageViews), cell(totals.clicks, .clicks),
        ]
      ], hasKey: false)
  }

  private mutating func add(_ layout: TableLayout) {
    let table = layout.table
    heading(table.title)
    paragraph(escaped("Allowed by \(table.clause.id)."))
    if table.isTotalsOnly { return paragraph(escaped(Definitions.totalsOnly)) }
    var rows = layout.rows.map { row in
      [Self.short(Labels.key(row.key, in: table.id))] + cells(row.figures, layout)
    }
    if let other = table.other { rows.append(["*(other)*"] + cells(other, layout)) }
    if rows.isEmpty, layout.unused.isEmpty { return paragraph(escaped(Definitions.empty)) }
    var columns = table.metrics.map(Labels.column)
    if let primary = layout.primary, layout.total != nil {
      columns.insert("Share", at: primary + 1)
    }
    if !rows.isEmpty { grid(["Row"] + columns, rows, hasKey: true) }
    if let note = layout.unusedNote { paragraph(escaped(note)) }
    if layout.furtherRows > 0 { paragraph(escaped(Definitions.further(layout.furtherRows))) }
    if layout.overlaps { paragraph(escaped(Definitions.overlap)) }
  }

  private func cells(_ figures: [ReleasedFigure], _ layout: TableLayout) -> [String] {
    var cells = zip(figures, layout.table.metrics).map { cell($0, $1) }
    if let primary = layout.primary, layout.total != nil {
      cells.insert(layout.share(figures).map(escaped) ?? "–", at: primary + 1)
    }
    return cells
  }

  private mutating func input() {
    heading("From lines to page views")
    var rows = [["Lines read", Figures.grouped(report.input.lines, by: ",")]]
    for step in report.input.excluded where step.lines != 0 {
      let count = step.lines.map { "−" + Figures.grouped($0, by: ",") }
      rows.append([Self.short(Labels.step(step.reason)), count ?? "*withheld*"])
    }
    let views = report.input.pageViews.map { Figures.grouped($0, by: ",") }
    rows.append(["Page views", views ?? "*withheld*"])
    grid(["Step", "Lines"], rows, hasKey: true)
    for rejection in report.input.rejections {
      item("Rejected, \(Labels.rejection(rejection.reason)): \(rejection.lines)")
    }
    if !report.input.formats.isEmpty {
      item("Log format: \(report.input.formats.joined(separator: ", "))")
    }
  }

  private mutating func trust() {
    heading("How to trust these figures")
    if let provenance = report.policy.provenance { item("Source of the policy: \(provenance)") }
    item("SHA-256 of the policy: \(report.policy.sha256)")
    for clause in report.clauses { item("Clause \(clause.id): \(clause.says)") }
    item(Definitions.threshold(report.disclosure))
    item(Definitions.limit(report.disclosure))
    item(Definitions.ledger(report.disclosure))
    if let ledger = report.disclosure.ledger { item("Ledger record: \(ledger)") }
    item(Definitions.otherNote)
    for note in report.disclosure.notes { item(note) }
    if !report.notReleased.isEmpty { heading("Not in this report") }
    for table in report.notReleased {
      let clause = table.clause.map { " (\($0.id): \($0.says))" } ?? ""
      item("\(table.table.title): \(table.why)\(clause)")
    }
    heading("What this report does not promise")
    for limit in Definitions.limits { item(limit) }
    heading("Terms")
    for definition in Definitions.all { item("\(definition.term): \(definition.meaning)") }
    text += "\nMade by logagg \(ProductVersion.current).\n"
  }

  private mutating func heading(_ title: String) { text += "\n## \(Self.short(title))\n" }

  private mutating func paragraph(_ markup: String) { text += "\n\(markup)\n" }

  private mutating func item(_ plain: String) { text += "- \(escaped(plain))\n" }

  private mutating func grid(_ columns: [String], _ rows: [[String]], hasKey: Bool) {
    text += "\n| " + columns.map(escaped).joined(separator: " | ") + " |\n|"
    for place in columns.indices { text += hasKey && place == 0 ? " :-- |" : " --: |" }
    for row in rows { text += "\n| " + row.joined(separator: " | ") + " |" }
    text += "\n"
  }

  private func cell(_ figure: ReleasedFigure, _ metric: Metric) -> String {
    Figures.text(figure, metric, space: " ", group: ",") ?? "*\(figure.absence?.word ?? "n/a")*"
  }

  private func escaped(_ plain: String) -> String {
    Escaping.markdown(plain.replacing(Figures.narrowSpace, with: ","))
  }

  /// A name, escaped, and cut where it is too long to read.
  private static func short(_ name: String) -> String {
    Escaping.markdown(Visible.cut(name, to: 120))
  }
}
