internal import LogAggregate

/// The day by hour, or the period by day, as columns, with the same figures as a table beneath.
struct HTMLChart {
  let table: ReleasedTable
  let report: ReleasedReport

  /// Whether the table is drawn: hours always, days where there are several.
  static func hasChart(_ table: ReleasedTable) -> Bool {
    guard !table.isTotalsOnly, !table.rows.isEmpty else { return false }
    return table.id == .hour || (table.id == .day && table.rows.count > 1)
  }

  private struct Column {
    let label: String
    /// `nil` where the figure is not shown by itself.
    let value: Int?
    let isLabelled: Bool
    let isQuiet: Bool
  }

  private static let height = 176
  private static let base = 152

  var html: HTML {
    let layout = TableLayout(table, totals: report.totals, rowLimit: .max)
    let whole = HTMLTable(layout: layout)
    let metric = layout.primary.map { Labels.column(table.metrics[$0]) } ?? ""
    let columns = self.columns(layout)
    return """
      <section class="chart" aria-labelledby="t-\(table.id.id)">
      \(whole.heading)\(peak(columns, metric))
      \(drawing(columns, peak: columns.compactMap(\.value).max() ?? 0, metric))
      <details class="more"><summary>The same as a table<span class="hidden">: \(table.title)\
      </span></summary>
      \(whole.content)</details>
      </section>

      """
  }

  private func peak(_ columns: [Column], _ metric: String) -> HTML {
    guard let most = columns.max(by: { ($0.value ?? -1) < ($1.value ?? -1) }),
      let value = most.value, value > 0
    else { return "" }
    let count = Figures.grouped(value, by: Figures.narrowSpace)
    let weekends: HTML =
      columns.contains(where: \.isQuiet)
      ? " <span class=\"quiet\">Lighter columns are weekends.</span>" : ""
    let missing: HTML =
      columns.contains { $0.value == nil }
      ? " <span class=\"quiet\">A dotted column is not shown by itself; it is not zero.</span>" : ""
    return """
      <p class="say">\(metric): most \(table.id == .hour ? "at" : "on") \
      <strong>\(most.label)</strong>, <strong>\(count)</strong>.\(weekends)\(missing)</p>
      """
  }

  /// The columns from the first to the last, those without a published figure included.
  private func columns(_ layout: TableLayout) -> [Column] {
    let values = Dictionary(
      table.rows.map { ($0.key, layout.value($0.figures)) }, uniquingKeysWith: { first, _ in first }
    )
    if table.id == .hour {
      return (0..<24).map { hour in
        let key = "\(hour < 10 ? "0" : "")\(hour)"
        return Column(
          label: "\(key):00", value: values[key] ?? nil, isLabelled: hour % 3 == 0, isQuiet: false)
      }
    }
    let days = table.rows.compactMap { CalendarDay($0.key) }.sorted { $0.number < $1.number }
    guard let first = days.first, let last = days.last, last.number - first.number < 1_000 else {
      return []
    }
    let byNumber = Dictionary(
      days.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let count = last.number - first.number + 1
    let step = max(1, (count + 5) / 6)
    return (0..<count).map { offset in
      let day = byNumber[first.number + offset]
      let value = day.flatMap { day in
        table.rows.first { CalendarDay($0.key) == day }.flatMap { layout.value($0.figures) }
      }
      return Column(
        label: day?.short ?? "", value: value, isLabelled: offset % step == 0,
        isQuiet: day?.isWeekend ?? false)
    }
  }

  private func drawing(_ columns: [Column], peak: Int, _ metric: String) -> HTML {
    guard !columns.isEmpty else { return "" }
    let top = Self.roundedUp(max(peak, 1))
    var marks: HTML = ""
    var scale: HTML = ""
    for part in [top, top / 2] where part > 0 {
      let y = Self.y(part, top)
      marks += """
        <line class="rule" x1="0" x2="100%" y1="\(y)" y2="\(y)"/>
        """
      scale += """
        <text x="0" y="\(y + 4)">\(Figures.grouped(part, by: Figures.narrowSpace))</text>
        """
    }
    let width = 100_000 / columns.count
    let gap = columns.count > 120 ? 0 : width / 5
    var labels = 0
    for (index, column) in columns.enumerated() {
      let x = Self.percent(index * width + gap / 2)
      if let value = column.value {
        let y = Self.y(value, top)
        let count = Figures.grouped(value, by: Figures.narrowSpace)
        marks += """
          <rect class="\(column.isQuiet ? "column quiet" : "column")" x="\(x)" width="\(Self.percent(width - gap))" \
          y="\(y)" height="\(Self.base - y)"><title>\(column.label): \(count)</title></rect>
          """
      } else {
        marks += """
          <rect class="gap" x="\(x)" width="\(Self.percent(width - gap))" y="\(Self.base - 28)" \
          height="28"/>
          """
      }
      if column.isLabelled {
        // On a narrow screen every other label gives way.
        marks +=
          "<text class=\"\(labels % 2 == 0 ? "tick" : "tick spare")\" x=\"\(x)\" y=\"\(Self.base + 18)\">\(column.label)</text>"
        labels += 1
      }
    }
    let digits = Figures.grouped(top, by: Figures.narrowSpace).count
    return """
      <div class="plot" role="img" aria-label="\(metric) by \(table.id == .hour ? "hour" : "day"), as columns; the table below holds the same figures">\
      <svg width="\(digits * 8 + 8)" height="\(Self.height)">\(scale)</svg>\
      <svg class="columns" width="100%" height="\(Self.height)">\(marks)\
      <line class="axis" x1="0" x2="100%" y1="\(Self.base)" y2="\(Self.base)"/></svg></div>
      """
  }

  /// Thousandths of a percent as a length.
  private static func percent(_ thousandths: Int) -> String {
    let decimals = String(thousandths % 1_000)
    return "\(thousandths / 1_000)."
      + String(repeating: "0", count: 3 - decimals.count) + decimals + "%"
  }

  private static func y(_ value: Int, _ top: Int) -> Int {
    base - (Figures.scaled(value, of: top, scale: base - 20) ?? 0)
  }

  /// The least number with one digit before its zeros, or a half more, that is not below this one.
  private static func roundedUp(_ number: Int) -> Int {
    var power = 1
    while power <= number / 20 { power *= 10 }
    return (number + power - 1) / power * power
  }
}
