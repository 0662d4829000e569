internal import LogAggregate

/// The table of flow as a matrix: where visitors came from down its side, where they went along its top.
struct HTMLMatrix {
  let layout: TableLayout
  /// How many lines the matrix has at most; the list beneath it holds all rows.
  private static let lineLimit = 12

  private var table: ReleasedTable { layout.table }

  var html: HTML {
    let list = HTMLTable(layout: layout)
    guard !table.rows.isEmpty else { return list.html }
    return """
      <section class="block wide long" aria-labelledby="t-\(table.id.id)">
      \(list.heading)<div class="scroll" tabindex="0" role="region" aria-label="\(table.title)">
      <table>
      <caption class="hidden">\(table.title)</caption>
      <thead><tr><th scope="col">From ↓ to →</th>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>
      <p class="note">\(Definitions.flowNote)</p>
      <details class="more"><summary>All steps as a list</summary>
      \(list.content)</details>
      </section>

      """
  }

  /// The lines with most page views, outside first.
  private var lines: [String] {
    var pageViews: [String: Int] = [:]
    for row in table.rows {
      for end in [row.from, row.to].compactMap({ $0 }) {
        pageViews[end, default: 0] += layout.pageViews(row)
      }
    }
    let sorted = pageViews.keys.sorted {
      ($0 == Labels.outside ? 0 : 1, -(pageViews[$0] ?? 0), $0)
        < ($1 == Labels.outside ? 0 : 1, -(pageViews[$1] ?? 0), $1)
    }
    return Array(sorted.prefix(Self.lineLimit))
  }

  private var head: HTML {
    var html: HTML = ""
    for name in lines { html += "<th scope=\"col\" class=\"n\">\(Self.label(name))</th>" }
    return html
  }

  private var body: HTML {
    var steps: [String: [String: Int]] = [:]
    for row in table.rows {
      guard let from = row.from, let to = row.to else { continue }
      steps[from, default: [:]][to] = layout.pageViews(row)
    }
    var html: HTML = ""
    for from in lines {
      html += "<tr class=\"line\"><th scope=\"row\">\(Self.label(from))</th>"
      for to in lines {
        let count = steps[from]?[to].map { Figures.grouped($0, by: Figures.narrowSpace) }
        html += "<td class=\"n\">\(count ?? "–")</td>"
      }
      html += "</tr>\n"
    }
    return html
  }

  private static func label(_ name: String) -> HTML { "<bdi>\(Visible.cut(name, to: 60))</bdi>" }
}

extension TableLayout {
  /// A step's page views.
  fileprivate func pageViews(_ row: ReleasedTable.Row) -> Int {
    let place = table.metrics.firstIndex(of: .pageViews) ?? 0
    return row.figures[place].count ?? 0
  }
}
