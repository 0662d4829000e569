internal import LogAggregate

/// The report as Markdown with tables, for tickets, wikis and chats.
/// - Source: GitHub Flavored Markdown 4.10.
struct MarkdownReport {
  private var text = ""
  private let report: ReleasedReport
  private let words: Language
  private let bookings: [String: Int]
  private static let rowLimit = 50

  init(_ report: ReleasedReport, _ presentation: Presentation) {
    self.report = report
    words = presentation.language
    bookings = presentation.bookings
    head()
    for table in report.tables {
      add(TableLayout(table, of: report, rowLimit: Self.rowLimit, words))
    }
    input()
    trust()
  }

  /// The report, as UTF-8.
  var bytes: [UInt8] { Array(text.utf8) }

  private mutating func head() {
    text += "# \(Self.short(report.siteName ?? words("Audience report")))\n\n"
    let policy = report.policy
    item(words("Period"), "\(words.period(report.period)), \(words.zone(report.period))")
    item(words("Prepared for"), policy.reader)
    item(words("Policy"), "\(policy.title) (\(policy.name))")
    if !report.input.isComplete {
      paragraph(
        "**\(escaped(words("Incomplete.")))** " + escaped(words.damaged(report.input.damages)))
    }
    let totals = report.totals
    let comparison = Comparison(report, words)
    let changes = comparison.map { [$0.changes.map { escaped($0 ?? "–") }] } ?? []
    grid(
      [
        report.sum == nil ? "Visitors (unique browsers)" : "Visitor-days", "Visits", "Page views",
        "Clicks",
      ].map { words($0) },
      [
        [
          cell(totals.visitors, .visitors), cell(totals.visits, .visits),
          cell(totals.pageViews, .pageViews), cell(totals.clicks, .clicks),
        ]
      ] + changes, hasKey: false)
    if let comparison {
      paragraph(escaped(words("Changes are against {period}.", ["period": comparison.period])))
    }
    guard let visits = report.visits else { return }
    text += "\n"
    for (name, value) in VisitFigures.pairs(visits, words) {
      item("\(words(name)): \(value)")
    }
    paragraph(escaped(words(VisitFigures.note)))
  }

  private mutating func add(_ layout: TableLayout) {
    let table = layout.table
    heading(table.title)
    paragraph(escaped(words("Allowed by {clause}.", ["clause": table.clause.id])))
    if let note = layout.bareNote { return paragraph(escaped(note)) }
    var rows = layout.rows.map { row in
      [Self.short(words.key(row.key, in: table.id))] + cells(row.figures, layout)
    }
    if let other = table.other {
      rows.append(["*\(escaped(words("(other)")))*"] + cells(other, layout))
    }
    if rows.isEmpty, layout.unused.isEmpty { return paragraph(escaped(words(Definitions.empty))) }
    var columns = table.metrics.map(words.column)
    if let primary = layout.primary, layout.total != nil {
      columns.insert(words("Share"), at: primary + 1)
    }
    if !rows.isEmpty { grid([words.keyHeading(table.id)] + columns, rows, hasKey: true) }
    for note in Delivery.notes(table, bookings, words) { item(note) }
    if let note = layout.unusedNote { paragraph(escaped(note)) }
    if layout.furtherRows > 0 {
      paragraph(
        escaped(words(Definitions.further, ["count": words.number(layout.furtherRows)])))
    }
    if layout.overlaps { paragraph(escaped(words(Definitions.overlap))) }
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
    let withheld = "*\(escaped(words("withheld")))*"
    var rows = [[escaped(words("Lines read")), words.number(report.input.lines)]]
    for step in report.input.excluded where step.lines != 0 {
      let count = step.lines.map { "−" + words.number($0) }
      rows.append([Self.short(words.step(step.reason)), count ?? withheld])
    }
    let views = report.input.pageViews.map(words.number)
    rows.append([escaped(words("Page views")), views ?? withheld])
    grid([words("Step"), words("Lines")], rows, hasKey: true)
    for rejection in report.input.rejections {
      item(
        words(
          "Rejected, {reason}: {count}",
          [
            "reason": words.rejection(rejection.reason), "count": words.number(rejection.lines),
          ]))
    }
    if !report.input.formats.isEmpty {
      item(words("Log format: {names}", ["names": report.input.formats.joined(separator: ", ")]))
    }
  }

  private mutating func trust() {
    let facts = TrustFacts(report, words)
    heading("How to trust these figures")
    for (name, text) in facts.promise { item(name, text) }
    for clause in report.clauses { item(words("Clause {id}", ["id": clause.id]), clause.says) }
    for rule in facts.rules + [words(Definitions.otherNote)] + facts.notes { item(rule) }
    heading("Coverage")
    for (name, text) in facts.coverage { item(name, text) }
    heading("Software and lists")
    for (name, text) in facts.software { item(name, text) }
    if !report.notReleased.isEmpty { heading("Not in this report") }
    for table in report.notReleased { item(facts.absence(table)) }
    heading("Description of methodology")
    for (title, sentences) in facts.methodology {
      text += "\n### \(escaped(title))\n"
      for sentence in sentences { item(sentence) }
    }
    heading("Terms")
    for definition in Definitions.all { item(words(definition.term), words(definition.meaning)) }
    text +=
      "\n\(escaped(words("Made by logagg {version}.", ["version": ProductVersion.current])))\n"
  }

  private mutating func heading(_ phrase: String) { text += "\n## \(Self.short(words(phrase)))\n" }

  private mutating func paragraph(_ markup: String) { text += "\n\(markup)\n" }

  private mutating func item(_ plain: String) { text += "- \(escaped(plain))\n" }

  private mutating func item(_ name: String, _ plain: String) { item("\(name): \(plain)") }

  private mutating func grid(_ columns: [String], _ rows: [[String]], hasKey: Bool) {
    text += "\n| " + columns.map(escaped).joined(separator: " | ") + " |\n|"
    for place in columns.indices { text += hasKey && place == 0 ? " :-- |" : " --: |" }
    for row in rows { text += "\n| " + row.joined(separator: " | ") + " |" }
    text += "\n"
  }

  private func cell(_ figure: ReleasedFigure, _ metric: Metric) -> String {
    words.figure(figure, metric) ?? "*\(escaped(words.absence(of: figure).word))*"
  }

  private func escaped(_ plain: String) -> String { Escaping.markdown(plain) }

  /// A name, escaped, and cut where it is too long to read.
  private static func short(_ name: String) -> String {
    Escaping.markdown(Visible.cut(name, to: 120))
  }
}
