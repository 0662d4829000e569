internal import LogAggregate

/// The table of flow as a matrix: where visitors came from down its side, where they went along its top.
///
/// A place is tinted the more, the more steps it holds; its number says the same.
struct HTMLMatrix {
  let layout: TableLayout
  let words: Language
  /// How many lines the matrix has at most; the list beneath it holds all rows.
  private static let lineLimit = 12
  /// The shades of places, from hardly to most.
  private static let shades = 5

  private var table: ReleasedTable { layout.table }

  var html: HTML {
    let list = HTMLTable(layout: layout, words: words)
    guard !table.rows.isEmpty else { return list.html }
    let title = words(table.title)
    return """
      <section class="block wide long" aria-labelledby="t-\(table.id.id)">
      \(list.heading)<div class="scroll" tabindex="0" role="group" aria-label="\(title)">
      <table class="matrix">
      <caption class="hidden">\(title)</caption>
      <thead><tr><th scope="col">\(words("From ↓ to →"))</th>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>
      <p class="note">\(words(Definitions.flowNote))</p>
      <details class="more matrix-list"><summary>\(words("All steps as a list"))</summary>
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
    for name in lines { html += "<th scope=\"col\" class=\"n\">\(label(name))</th>" }
    return html
  }

  private var body: HTML {
    var steps: [String: [String: Int]] = [:]
    for row in table.rows {
      guard let from = row.from, let to = row.to else { continue }
      steps[from, default: [:]][to] = layout.pageViews(row)
    }
    let most = max(1, steps.values.flatMap(\.values).max() ?? 1)
    var html: HTML = ""
    for from in lines {
      html += "<tr class=\"line\"><th scope=\"row\">\(label(from))</th>"
      for to in lines {
        guard let count = steps[from]?[to] else {
          html += "<td class=\"n\">–</td>"
          continue
        }
        let shade = Figures.scaled(count, of: most, scale: Self.shades * 2) ?? 0
        let step = min(Self.shades, (shade + 1) / 2)
        html += "<td class=\"n s\(step)\">\(words.number(count))</td>"
      }
      html += "</tr>\n"
    }
    return html
  }

  private func label(_ name: String) -> HTML {
    "<bdi>\(Visible.cut(words.end(name), to: 60))</bdi>"
  }
}

extension TableLayout {
  /// A step's page views.
  fileprivate func pageViews(_ row: ReleasedTable.Row) -> Int {
    let place = table.metrics.firstIndex(of: .pageViews) ?? 0
    return row.figures[place].count ?? 0
  }
}
