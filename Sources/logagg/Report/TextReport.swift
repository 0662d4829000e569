internal import LogAggregate

/// The report for terminals and mail: 80 columns, no escape codes, nothing but characters.
struct TextReport {
  private var writer = TextWriter()
  private let report: ReleasedReport
  private let words: Language
  private let bookings: [String: Int]
  /// The most rows of one table: a mail is read, not searched.
  private static let rowLimit = 50

  init(_ report: ReleasedReport, _ presentation: Presentation) {
    self.report = report
    words = presentation.language
    bookings = presentation.bookings
    head()
    totals()
    for table in report.tables {
      add(TableLayout(table, of: report, rowLimit: Self.rowLimit, words))
    }
    input()
    trust()
  }

  /// The report, as UTF-8.
  var bytes: [UInt8] { writer.bytes }

  private mutating func head() {
    let period = report.period
    writer.line(report.siteName ?? words("Audience report"))
    writer.rule("=")
    var facts = [
      (words("Period"), "\(words.period(period)) (\(words.zone(period)))"),
      (words("Prepared for"), report.policy.reader),
      (words("Policy"), report.policy.title),
    ]
    if !report.input.isComplete {
      facts.append((words("Warning"), words.damaged(report.input.damages)))
    }
    writer.pairs(facts)
  }

  private mutating func totals() {
    let figures: [(String, ReleasedFigure, Metric)] = [
      (
        report.sum == nil ? "Visitors (unique browsers)" : "Visitor-days", report.totals.visitors,
        .visitors
      ),
      ("Visits", report.totals.visits, .visits),
      ("Page views", report.totals.pageViews, .pageViews),
      ("Clicks", report.totals.clicks, .clicks),
    ]
    heading("Totals")
    let comparison = Comparison(report, words)
    for (place, (name, figure, metric)) in figures.enumerated() {
      writer.line(
        TextWriter.left(words(name), 28)
          + TextWriter.right(TextTable.text(figure, metric, words), 14)
          + TextWriter.right(comparison?.changes[place] ?? "", 12))
    }
    if let comparison {
      writer.paragraph(words("Changes are against {period}.", ["period": comparison.period]))
    }
    guard let visits = report.visits else { return }
    for (name, value) in VisitFigures.pairs(visits, words) {
      writer.line(TextWriter.left(words(name), 24) + TextWriter.right(value, 18))
    }
    writer.paragraph(words(VisitFigures.note))
  }

  private mutating func add(_ layout: TableLayout) {
    let table = layout.table
    heading(table.title)
    writer.paragraph(words("Allowed by {clause}.", ["clause": table.clause.id]))
    writer.line("")
    if let note = layout.bareNote { return writer.paragraph(note) }
    if layout.rows.isEmpty, table.other == nil, layout.unused.isEmpty {
      return writer.paragraph(words(Definitions.empty))
    }
    if !layout.rows.isEmpty || table.other != nil {
      for line in TextTable(layout, words).lines { writer.line(line) }
    }
    for note in Delivery.notes(table, bookings, words) { writer.paragraph(note) }
    if let note = layout.unusedNote { writer.paragraph(note) }
    if layout.furtherRows > 0 {
      writer.paragraph(words(Definitions.further, ["count": words.number(layout.furtherRows)]))
    }
    if layout.overlaps { writer.paragraph(words(Definitions.overlap)) }
  }

  private mutating func input() {
    heading("From lines to page views")
    add(step: words("Lines read"), report.input.lines)
    for step in report.input.excluded where step.lines != 0 {
      add(step: "- " + words.step(step.reason), step.lines)
    }
    add(step: "= " + words("Page views"), report.input.pageViews)
    for rejection in report.input.rejections {
      writer.paragraph(
        words(
          "Rejected, {reason}: {count}",
          [
            "reason": words.rejection(rejection.reason), "count": words.number(rejection.lines),
          ]))
    }
    if !report.input.formats.isEmpty {
      writer.paragraph(
        words("Log format: {names}", ["names": report.input.formats.joined(separator: ", ")]))
    }
  }

  private mutating func add(step name: String, _ lines: Int?) {
    let count = lines.map(words.number) ?? words("withheld")
    writer.line(TextWriter.left(name, 56) + TextWriter.right(count, 16))
  }

  private mutating func trust() {
    let facts = TrustFacts(report, words)
    heading("How to trust these figures")
    writer.pairs(
      facts.promise
        + report.clauses.map { (words("Clause {id}", ["id": $0.id]), $0.says) })
    writer.line("")
    for rule in facts.rules + [words(Definitions.otherNote)] + facts.notes { writer.item(rule) }
    heading("Coverage")
    writer.pairs(facts.coverage)
    heading("Software and lists")
    writer.pairs(facts.software)
    if !report.notReleased.isEmpty { heading("Not in this report") }
    for table in report.notReleased { writer.item(facts.absence(table)) }
    heading("Description of methodology")
    for (title, sentences) in facts.methodology {
      writer.line("")
      writer.line(title)
      for sentence in sentences { writer.item(sentence) }
    }
    heading("Terms")
    for definition in Definitions.all {
      writer.item("\(words(definition.term)): \(words(definition.meaning))")
    }
    writer.line("")
    writer.line(words("Made by logagg {version}.", ["version": ProductVersion.current]))
  }

  private mutating func heading(_ phrase: String) { writer.heading(words(phrase)) }
}
