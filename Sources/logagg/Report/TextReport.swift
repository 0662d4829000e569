internal import LogAggregate

/// The report for terminals and mail: 80 columns, no escape codes, nothing but characters.
struct TextReport {
  private var writer = TextWriter()
  private let report: ReleasedReport
  /// The most rows of one table: a mail is read, not searched.
  private static let rowLimit = 50

  init(_ report: ReleasedReport) {
    self.report = report
    head()
    totals()
    for table in report.tables {
      add(TableLayout(table, totals: report.totals, rowLimit: Self.rowLimit))
    }
    input()
    trust()
  }

  /// The report, as UTF-8.
  var bytes: [UInt8] { writer.bytes }

  private mutating func head() {
    let period = report.period
    let days = period.dayCount > 1 ? "\(period.dayCount) days, " : ""
    writer.line(report.siteName ?? "Audience report")
    writer.rule("=")
    writer.pair("Period", "\(Labels.period(period)) (\(days)\(period.timeZone) time)")
    writer.pair("Prepared for", report.policy.audience.name)
    writer.pair("Policy", report.policy.title)
    if !report.input.isComplete {
      writer.pair("Warning", Definitions.damaged(report.input.damages))
    }
  }

  private mutating func totals() {
    let figures: [(String, ReleasedFigure, Metric)] = [
      ("Visitors (unique browsers)", report.totals.visitors, .visitors),
      ("Visits", report.totals.visits, .visits),
      ("Page views", report.totals.pageViews, .pageViews),
      ("Clicks", report.totals.clicks, .clicks),
    ]
    writer.heading("Totals")
    for (name, figure, metric) in figures {
      writer.line(TextWriter.left(name, 28) + TextWriter.right(TextTable.text(figure, metric), 14))
    }
  }

  private mutating func add(_ layout: TableLayout) {
    let table = layout.table
    writer.heading(table.title)
    writer.paragraph("Allowed by \(table.clause.id).")
    writer.line("")
    if table.isTotalsOnly { return writer.paragraph(Definitions.totalsOnly) }
    if layout.rows.isEmpty, table.other == nil, layout.unused.isEmpty {
      return writer.paragraph(Definitions.empty)
    }
    if !layout.rows.isEmpty || table.other != nil {
      for line in TextTable(layout).lines { writer.line(line) }
    }
    if let note = layout.unusedNote { writer.paragraph(note) }
    if layout.furtherRows > 0 { writer.paragraph(Definitions.further(layout.furtherRows)) }
    if layout.overlaps { writer.paragraph(Definitions.overlap) }
  }

  private mutating func input() {
    writer.heading("From lines to page views")
    add(step: "Lines read", report.input.lines)
    for step in report.input.excluded where step.lines != 0 {
      add(step: "- " + Labels.step(step.reason), step.lines)
    }
    add(step: "= Page views", report.input.pageViews)
    for rejection in report.input.rejections {
      let count = Figures.grouped(rejection.lines, by: ",")
      writer.paragraph("Rejected, \(Labels.rejection(rejection.reason)): \(count)")
    }
    if !report.input.formats.isEmpty {
      writer.paragraph("Log format: \(report.input.formats.joined(separator: ", "))")
    }
  }

  private mutating func add(step name: String, _ lines: Int?) {
    let count = lines.map { Figures.grouped($0, by: ",") } ?? "withheld"
    writer.line(TextWriter.left(name, 56) + TextWriter.right(count, 16))
  }

  private mutating func trust() {
    writer.heading("How to trust these figures")
    writer.pair("Policy", "\(report.policy.title) (\(report.policy.name))")
    if let provenance = report.policy.provenance { writer.pair("Source", provenance) }
    writer.pair("SHA-256", report.policy.sha256)
    for clause in report.clauses { writer.pair("Clause \(clause.id)", clause.says) }
    writer.pair("Ledger", report.disclosure.ledger ?? "none")
    let rules =
      [
        Definitions.threshold(report.disclosure), Definitions.limit(report.disclosure),
        Definitions.ledger(report.disclosure), Definitions.otherNote,
      ] + report.disclosure.notes
    for rule in rules { writer.item(rule) }
    if !report.notReleased.isEmpty { writer.heading("Not in this report") }
    for table in report.notReleased {
      let clause = table.clause.map { " (\($0.id): \($0.says))" } ?? ""
      writer.item("\(table.table.title): \(table.why)\(clause)")
    }
    writer.heading("What this report does not promise")
    for limit in Definitions.limits { writer.item(limit) }
    writer.heading("Terms")
    for definition in Definitions.all { writer.item("\(definition.term): \(definition.meaning)") }
    writer.line("")
    writer.line("Made by logagg \(ProductVersion.current).")
  }
}
