internal import LogAggregate

/// The report as a workbook: an overview, one sheet for each table, the waterfall, and what it rests on.
struct SpreadsheetReport {
  private let report: ReleasedReport
  private let words: Language
  private let bookings: [String: Int]
  private var workbook: Workbook

  init(_ report: ReleasedReport, _ presentation: Presentation) {
    self.report = report
    words = presentation.language
    bookings = presentation.bookings
    workbook = Workbook(isRightToLeft: words.isRightToLeft)
    overview()
    for table in report.tables { add(table) }
    input()
    trust()
  }

  var bytes: [UInt8] { workbook.bytes }

  private mutating func overview() {
    var sheet = workbook.sheet(named: words("Overview"))
    sheet.hasHead = false
    sheet.add([.title(report.siteName ?? words("Audience report"))])
    pair(&sheet, words("Period"), .text(words.period(report.period)))
    pair(&sheet, words("Time zone"), .text(report.period.timeZone))
    pair(&sheet, words("Prepared for"), .text(report.policy.reader))
    pair(&sheet, words("Policy"), .text(report.policy.title))
    if !report.input.isComplete {
      pair(&sheet, words("Warning"), .text(words.damaged(report.input.damages)))
    }
    sheet.add([])
    let totals = report.totals
    let comparison = Comparison(report, words)
    if let comparison {
      sheet.add([
        .none, .none, .text(words("Changes are against {period}.", ["period": comparison.period])),
      ])
    }
    let people = report.sum == nil ? "Visitors (unique browsers)" : "Visitor-days"
    let figures = [
      (people, totals.visitors), ("Visits", totals.visits), ("Page views", totals.pageViews),
      ("Clicks", totals.clicks),
    ]
    for (place, (name, figure)) in figures.enumerated() {
      let change = comparison?.changes[place].map { Sheet.Cell.remark($0) }
      sheet.add([.text(words(name)), cell(figure)] + (change.map { [$0] } ?? []))
    }
    sheet.add([])
    for table in report.tables {
      pair(
        &sheet, words(table.title),
        .text(words("Allowed by {clause}.", ["clause": table.clause.id])))
    }
    for table in report.notReleased {
      sheet.add([.text(words(table.table.title)), .remark(words(table.why))])
    }
    workbook.add(sheet)
  }

  private func pair(_ sheet: inout Sheet, _ name: String, _ cell: Sheet.Cell) {
    sheet.add([.text(name), cell])
  }

  private mutating func add(_ table: ReleasedTable) {
    var sheet = workbook.sheet(named: words(table.title))
    let isBooked = table.rows.contains { Delivery($0, in: table, bookings) != nil }
    sheet.add(
      [.head(words.keyHeading(table.id))] + table.metrics.map { .head(words.column($0)) }
        + (isBooked ? [.head(words("Booked")), .head(words("Delivered"))] : []))
    for row in table.rows {
      var key = Sheet.Cell.text(words.key(row.key, in: table.id))
      if table.id == .day, let day = CalendarDay(row.key) { key = .day(day) }
      let delivery = Delivery(row, in: table, bookings)
      let share = delivery.flatMap {
        Figures.scaled($0.impressions, of: $0.booked, scale: 10_000).map(Sheet.Cell.ratio)
      }
      sheet.add(
        [key] + row.figures.map(cell)
          + (delivery.map { [.count($0.booked), share ?? .none] } ?? []))
    }
    if let other = table.other { sheet.add([.text(words("(other)"))] + other.map(cell)) }
    let layout = TableLayout(table, of: report, rowLimit: .max, words)
    if let note = layout.bareNote { sheet.add([.remark(note)]) }
    workbook.add(sheet)
  }

  private mutating func input() {
    var sheet = workbook.sheet(named: words("From lines to page views"))
    sheet.add([.head(words("Step")), .head(words("Lines"))])
    sheet.add([.text(words("Lines read")), .count(report.input.lines)])
    for step in report.input.excluded {
      sheet.add([.text(words.step(step.reason)), cell(step.lines)])
    }
    sheet.add([.text(words("Page views")), cell(report.input.pageViews)])
    workbook.add(sheet)
  }

  private mutating func trust() {
    let facts = TrustFacts(report, words)
    var sheet = workbook.sheet(named: words("How to trust these figures"))
    sheet.hasHead = false
    func section(_ title: String, _ lines: [(name: String, text: String)]) {
      if !sheet.rows.isEmpty { sheet.add([]) }
      sheet.add([.title(title)])
      for (name, text) in lines { sheet.add([.text(name), .text(text)]) }
    }
    section(words("The promise"), facts.promise + report.clauses.map { ($0.id, $0.says) })
    section(words("Coverage"), facts.coverage)
    section(words("Software and lists"), facts.software)
    func list(_ title: String, _ sentences: [String]) {
      sheet.add([])
      sheet.add([.title(title)])
      for sentence in sentences { sheet.add([.text(sentence)]) }
    }
    list(words("The rules that every figure passed"), facts.rules + facts.notes)
    for (title, sentences) in facts.methodology { list(title, sentences) }
    section(
      words("Terms"), Definitions.all.map { (words($0.term), words($0.meaning)) })
    workbook.add(sheet)
  }

  private func cell(_ figure: ReleasedFigure) -> Sheet.Cell {
    switch figure {
    case .withheld, .unmeasured, .notGranted: .remark(words.absence(of: figure).word)
    case .count(let count): .count(count)
    case .ratio(let numerator, let denominator):
      Figures.scaled(numerator, of: denominator, scale: 10_000).map(Sheet.Cell.ratio)
        ?? .remark(words("n/a"))
    }
  }

  private func cell(_ lines: Int?) -> Sheet.Cell {
    lines.map(Sheet.Cell.count) ?? .remark(words("withheld"))
  }
}
