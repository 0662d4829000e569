internal import LogAggregate

/// A table of the page: rows with a bar in each, the remainder apart, and the clause that allows it.
struct HTMLTable {
  let layout: TableLayout
  let words: Language
  /// The booked impressions of placements, by name.
  var bookings: [String: Int] = [:]
  /// Rows that stand open; the rest of a long table opens at a tap.
  private static let openRows = 10

  private var table: ReleasedTable { layout.table }
  private var title: String { words(table.title) }

  /// The table as a block with its heading.
  var html: HTML {
    let isWide = table.metrics.count > 3 || table.id == .flow
    let isLong = layout.rows.count > Self.openRows + 3
    return """
      <section class="block\(isWide ? " wide" : "")\(isLong ? " long" : "")" aria-labelledby="t-\(table.id.id)">
      \(heading)\(content)</section>

      """
  }

  /// The heading, and beneath it the clause and what the columns mean.
  var heading: HTML {
    let clause = words.markup(
      "Allowed by {id}: {clause}",
      ["id": "<bdi>\(table.clause.id)</bdi>", "clause": "<bdi>\(table.clause.says)</bdi>"])
    var meanings: HTML = ""
    for metric in table.metrics {
      let definition = Definitions.of(metric)
      meanings +=
        "<div><dt>\(words.column(metric))</dt><dd>\(words(definition.meaning))</dd></div>\n"
    }
    return """
      <h3 id="t-\(table.id.id)">\(title)</h3>
      <details class="clause"><summary>\(clause)</summary><dl>\(meanings)</dl></details>

      """
  }

  /// What stands in place of rows, with the way to the table that stands in for this one.
  private func bare(_ note: String) -> HTML {
    guard let coarser = layout.standIn else { return "<p class=\"note\">\(note)</p>\n" }
    let title = words(coarser.title)
    return "<p class=\"note\">\(note) <a href=\"#t-\(coarser.id.id)\">\(title)</a></p>\n"
  }

  /// Rows, remainder and notes, without the heading.
  var content: HTML {
    if let note = layout.bareNote { return bare(note) }
    if layout.rows.isEmpty, table.other == nil, layout.unused.isEmpty {
      return "<p class=\"note\">\(words(Definitions.empty))</p>\n"
    }
    var html: HTML = ""
    let shown = layout.rows
    // A rest of two or three rows is not worth a tap.
    let open = shown.count <= Self.openRows + 3 ? shown.count : Self.openRows
    if !shown.isEmpty || table.other != nil {
      html += rows(Array(shown.prefix(open)), caption: title, hasOther: true)
    }
    if shown.count > open {
      let more = words("{count} more rows", ["count": words.number(shown.count - open)])
      html += """
        <details class="more"><summary>\(more)<span class="hidden">: \(title)</span></summary>
        \(rows(Array(shown.dropFirst(open)), caption: words("{title}, continued", ["title": title]), hasOther: false))\
        </details>

        """
    }
    return html + notes
  }

  private var notes: HTML {
    var html: HTML = ""
    func add(_ text: String) { html += "<p class=\"note\"><bdi>\(text)</bdi></p>\n" }
    if layout.furtherRows > 0 {
      add(words(Definitions.further, ["count": words.number(layout.furtherRows)]))
    }
    if let note = layout.unusedNote { add(note) }
    if layout.overlaps { add(words(Definitions.overlap)) }
    return html
  }

  private func rows(_ rows: [ReleasedTable.Row], caption: String, hasOther: Bool) -> HTML {
    var body: HTML = ""
    for row in rows {
      let delivery = Delivery(row, in: table, bookings)
      let note: HTML = delivery.map { " <small class=\"booking\">\($0.note(words))</small>" } ?? ""
      body += line(row.figures, name(row.key) + note, key: row.key, delivery)
    }
    if hasOther, let other = table.other { body += line(other, self.other, key: nil, nil) }
    let isScrolling = table.metrics.count > 3
    let region: HTML =
      isScrolling
      ? "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(caption)\">"
      : "<div>"
    let mark: HTML = isWhole ? " data-table=\"\(table.id.id)\"" : ""
    return """
      \(region)<table\(mark)>
      <caption class="hidden">\(caption)</caption>
      <thead><tr><th scope="col">\(words.keyHeading(table.id))</th>\(columns)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }

  private var columns: HTML {
    var html: HTML = ""
    for (place, metric) in table.metrics.enumerated() {
      let share: HTML =
        place == layout.primary && layout.total != nil
        ? " <small class=\"s\">\(words("Share"))</small>" : ""
      html += "<th scope=\"col\" class=\"n\">\(words.column(metric))\(share)</th>"
    }
    return html
  }

  private func line(
    _ figures: [ReleasedFigure], _ name: HTML, key: String?, _ delivery: Delivery?
  ) -> HTML {
    var cells: HTML = ""
    for (place, metric) in table.metrics.enumerated() {
      let isPrimary = place == layout.primary
      let share = layout.total != nil ? layout.share(figures) ?? "–" : nil
      cells += cell(figures[place], metric, isPrimary, share: isPrimary ? share : nil)
    }
    // A booked placement's bar is full when all is delivered; every other is as long as its part of the peak.
    let bar =
      delivery.map { Self.bar(min($0.impressions, $0.booked), of: $0.booked) }
      ?? layout.value(figures).map { Self.bar($0, of: layout.peak) } ?? ""
    return """
      <tr class="\(key == nil ? "other" : "row")"\(claim(figures, key))><th scope="row">\(name)\(bar)</th>\(cells)</tr>

      """
  }

  /// Whether all rows are on the page, so that programs can add them up.
  private var isWhole: Bool { layout.furtherRows == 0 }

  /// The row as programs read it, whatever the page's language.
  private func claim(_ figures: [ReleasedFigure], _ key: String?) -> HTML {
    guard isWhole else { return "" }
    let values = zip(table.metrics, figures).compactMap { metric, figure in
      figure.plain.map { "\(metric.rawValue)=\($0)" }
    }
    let name: HTML = key.map { " data-key=\"\(Visible.cut($0, to: 300))\"" } ?? ""
    return " data-of=\"\(table.id.id)\"\(name) data-figures=\"\(values.joined(separator: " "))\""
  }

  /// A figure's cell; one that is not there says so, and why.
  private func cell(
    _ figure: ReleasedFigure, _ metric: Metric, _ isPrimary: Bool, share: String?
  ) -> HTML {
    let part: HTML = share.map { " <small class=\"s\">\($0)</small>" } ?? ""
    let kind = isPrimary ? "n p" : "n"
    guard let text = words.figure(figure, metric) else {
      let (word, why) = words.absence(of: figure)
      return """
        <td class="\(kind)"><span class="withheld" title="\(why)">\(word)</span>\(part)</td>
        """
    }
    return "<td class=\"\(kind)\">\(text)\(part)</td>"
  }

  private var other: HTML {
    "\(words("(other)")) <small>\(words(Definitions.otherBrief))</small>"
  }

  /// A bar as long as its part of the peak; drawn as an image so that it is printed too.
  static func bar(_ value: Int, of peak: Int) -> HTML {
    let width = Figures.scaled(value, of: peak, scale: 1_000) ?? 0
    return """
      <svg class="bar" aria-hidden="true"><rect width="\(width / 10).\(width % 10)%" height="100%"/></svg>
      """
  }

  private func name(_ key: String) -> HTML {
    "<bdi>\(Visible.cut(words.key(key, in: table.id), to: 160))</bdi>"
  }
}

extension HTML {
  static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }
}
