internal import LogAggregate

/// The day by hour as columns, or the period by day as a line, with the same figures as a table beneath.
struct HTMLChart {
  let layout: TableLayout
  let words: Language

  private var table: ReleasedTable { layout.table }
  private var isDaily: Bool { table.id == .day }

  /// Whether the table is drawn: hours always, days where there are several.
  static func hasChart(_ table: ReleasedTable) -> Bool {
    guard !table.isTotalsOnly, !table.rows.isEmpty else { return false }
    return table.id == .hour || (table.id == .day && table.rows.count > 1)
  }

  /// One place on the axis.
  struct Point {
    let label: String
    /// `nil` where the figure is not shown by itself.
    let value: Int?
    let isLabelled: Bool
    let isQuiet: Bool
  }

  var html: HTML {
    let whole = HTMLTable(layout: layout, words: words)
    let metric = layout.primary.map { words.column(table.metrics[$0]) } ?? ""
    let points = self.points
    let title = words(table.title)
    let described = words(
      isDaily
        ? "{metric} by day, as a line; the table below holds the same figures"
        : "{metric} by hour, as columns; the table below holds the same figures",
      ["metric": metric])
    let marks =
      isDaily
      ? HTMLPlot(points: points, words: words).line : HTMLPlot(points: points, words: words).columns
    return """
      <section class="chart" aria-labelledby="t-\(table.id.id)">
      \(whole.heading)\(peak(points, metric))
      <div class="plot" role="img" aria-label="\(described)">\(marks)</div>
      <details class="more"><summary>\(words("The same as a table"))<span class="hidden">: \(title)\
      </span></summary>
      \(whole.content)</details>
      </section>

      """
  }

  private func peak(_ points: [Point], _ metric: String) -> HTML {
    guard let most = points.max(by: { ($0.value ?? -1) < ($1.value ?? -1) }),
      let value = most.value, value > 0
    else { return "" }
    let sentence = words.markup(
      isDaily ? "{metric}: most on {place}, {count}." : "{metric}: most at {place}, {count}.",
      [
        "metric": "\(metric)", "place": "<strong>\(most.label)</strong>",
        "count": "<strong>\(words.number(value))</strong>",
      ])
    var notes: HTML = ""
    if points.contains(where: \.isQuiet) {
      notes += " <span class=\"quiet\">\(words("Hollow dots are weekends."))</span>"
    }
    if points.contains(where: { $0.value == nil }) {
      notes += """
         <span class="quiet">\(words("A dotted place is not shown by itself; that does not mean zero."))</span>
        """
    }
    return "<p class=\"say\">\(sentence)\(notes)</p>"
  }

  /// The places from the first to the last, those without a published figure included.
  private var points: [Point] {
    let values = Dictionary(
      table.rows.map { ($0.key, layout.value($0.figures)) }, uniquingKeysWith: { first, _ in first }
    )
    if !isDaily {
      return (0..<24).map { hour in
        let key = "\(hour < 10 ? "0" : "")\(hour)"
        return Point(
          label: words.dates.clock(key), value: values[key] ?? nil, isLabelled: hour % 3 == 0,
          isQuiet: false)
      }
    }
    let days = Dictionary(
      table.rows.compactMap { row in
        CalendarDay(row.key).map { ($0.number, (day: $0, value: layout.value(row.figures))) }
      }, uniquingKeysWith: { first, _ in first })
    guard let first = days.keys.min(), let last = days.keys.max(), last - first < 1_000 else {
      return []
    }
    let step = max(1, (last - first + 6) / 6)
    return (first...last).map { number in
      let day = days[number]
      return Point(
        label: (day?.day ?? CalendarDay(number: number)).map(words.dates.short) ?? "",
        value: day?.value ?? nil, isLabelled: (number - first) % step == 0,
        isQuiet: (number % 7 + 10) % 7 >= 5 && day != nil)
    }
  }
}
