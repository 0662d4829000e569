internal import LogAggregate

/// A table of the page: rows with a bar in each, the remainder apart, and the clause that allows it.
struct HTMLTable {
  let layout: TableLayout
  /// Rows that stand open; the rest of a long table opens at a tap.
  private static let openRows = 10

  private var table: ReleasedTable { layout.table }

  /// The table as a block with its heading.
  var html: HTML {
    let isWide = table.metrics.count > 3 || table.id == .flow
    let isLong = layout.rows.count > Self.openRows + 3
    return """
      <section class="block\(isWide ? " wide" : "")\(isLong ? " long" : "")" aria-labelledby="t-\(table.id.id)">
      \(heading)\(content)</section>

      """
  }

  /// The heading, and beneath it the clause.
  var heading: HTML {
    """
    <h3 id="t-\(table.id.id)">\(table.title)</h3>
    <details class="clause"><summary>Allowed by <bdi>\(table.clause.id)</bdi>: \
    <bdi>\(table.clause.says)</bdi></summary></details>

    """
  }

  /// Rows, remainder and notes, without the heading.
  var content: HTML {
    if table.isTotalsOnly { return "<p class=\"note\">\(Definitions.totalsOnly)</p>\n" }
    if layout.rows.isEmpty, table.other == nil, layout.unused.isEmpty {
      return "<p class=\"note\">\(Definitions.empty)</p>\n"
    }
    var html: HTML = ""
    let shown = layout.rows
    // A rest of two or three rows is not worth a tap.
    let open = shown.count <= Self.openRows + 3 ? shown.count : Self.openRows
    if !shown.isEmpty || table.other != nil {
      html += rows(Array(shown.prefix(open)), caption: table.title, hasOther: true)
    }
    if shown.count > open {
      html += """
        <details class="more"><summary>\(shown.count - open) more rows<span class="hidden"> of \
        \(table.title)</span></summary>
        \(rows(Array(shown.dropFirst(open)), caption: "\(table.title), continued", hasOther: false))\
        </details>

        """
    }
    return html + notes
  }

  private var notes: HTML {
    var html: HTML = ""
    if layout.furtherRows > 0 {
      html += "<p class=\"note\">\(Definitions.further(layout.furtherRows))</p>\n"
    }
    if let note = layout.unusedNote { html += "<p class=\"note\"><bdi>\(note)</bdi></p>\n" }
    if layout.overlaps { html += "<p class=\"note\">\(Definitions.overlap)</p>\n" }
    return html
  }

  private func rows(_ rows: [ReleasedTable.Row], caption: String, hasOther: Bool) -> HTML {
    var body: HTML = ""
    for row in rows { body += line(row.figures, name(row.key), isOther: false) }
    if hasOther, let other = table.other { body += line(other, Self.other, isOther: true) }
    let isScrolling = table.metrics.count > 3
    let region: HTML =
      isScrolling
      ? "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption)\">"
      : "<div>"
    return """
      \(region)<table>
      <caption class="hidden">\(caption)</caption>
      <thead><tr><th scope="col">\(keyHeading)</th>\(columns)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }

  private var columns: HTML {
    var html: HTML = ""
    for (place, metric) in table.metrics.enumerated() {
      let share: HTML =
        place == layout.primary && layout.total != nil ? " <small class=\"s\">Share</small>" : ""
      html += "<th scope=\"col\" class=\"n\">\(Labels.column(metric))\(share)</th>"
    }
    return html
  }

  private func line(_ figures: [ReleasedFigure], _ name: HTML, isOther: Bool) -> HTML {
    var cells: HTML = ""
    for (place, metric) in table.metrics.enumerated() {
      let isPrimary = place == layout.primary
      let share = layout.total != nil ? layout.share(figures) ?? "–" : nil
      cells += Self.cell(figures[place], metric, isPrimary, share: isPrimary ? share : nil)
    }
    let bar = layout.value(figures).map { Self.bar($0, of: layout.peak) } ?? ""
    let kind = isOther ? "other" : "row"
    return """
      <tr class="\(kind)"><th scope="row">\(name)\(bar)</th>\(cells)</tr>

      """
  }

  /// A figure's cell; one that is not there says so, and why.
  private static func cell(
    _ figure: ReleasedFigure, _ metric: Metric, _ isPrimary: Bool, share: String?
  ) -> HTML {
    let part: HTML = share.map { " <small class=\"s\">\($0)</small>" } ?? ""
    let kind = isPrimary ? "n p" : "n"
    let space = Figures.narrowSpace
    guard let text = Figures.text(figure, metric, space: space, group: space) else {
      let (word, why) = figure.absence ?? ("n/a", "")
      return
        "<td class=\"\(kind)\"><span class=\"withheld\" title=\"\(why)\">\(word)</span>\(part)</td>"
    }
    return "<td class=\"\(kind)\">\(text)\(part)</td>"
  }

  private static let other: HTML = "(other) <small>\(Definitions.otherBrief)</small>"

  /// A bar as long as its part of the peak; drawn as an image so that it is printed too.
  static func bar(_ value: Int, of peak: Int) -> HTML {
    let width = Figures.scaled(value, of: peak, scale: 1_000) ?? 0
    return """
      <svg class="bar" aria-hidden="true"><rect width="\(width / 10).\(width % 10)%" height="100%"/></svg>
      """
  }

  private func name(_ key: String) -> HTML {
    "<bdi>\(Visible.cut(Labels.key(key, in: table.id), to: 160))</bdi>"
  }

  /// What the rows of the table are, for the head of the first column.
  private var keyHeading: String {
    switch table.id {
    case .day: "Day"
    case .hour: "Hour"
    case .weekday: "Weekday"
    case .page, .entryPage, .exitPage: "Page"
    case .section: "Section"
    case .exitLink: "Site"
    case .flow: "From → to"
    case .referrer: "Site"
    case .channel: "Channel"
    case .browser, .browserVersion: "Browser"
    case .platform: "Platform"
    case .device: "Device"
    case .screen: "Screen"
    case .country: "Country"
    case .isp: "Provider"
    case .clientDomain: "Domain"
    case .segment(let column): Labels.capitalised(column.replacing("-", with: " "))
    case .campaign: "Campaign"
    case .placement: "Placement"
    case .goal: "Goal"
    case .frequency: "Impressions"
    case .status: "Status"
    }
  }
}

extension HTML {
  static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }
}
