internal import LogAggregate

/// A table as aligned lines: the key, a bar where there is room, and the figures.
struct TextTable {
  /// The lines, the head first.
  private(set) var lines: [String] = []

  private static let bars = 10...20
  private static let leastKey = 20

  init(_ layout: TableLayout, _ words: Language) {
    let table = layout.table
    var body = layout.rows.map { (words.key($0.key, in: table.id), $0.figures) }
    if let other = table.other { body.append((words("(other)"), other)) }

    let head = Self.cells(table.metrics.map(words.column), share: words("Share"), layout)
    let cells = body.map { _, figures in
      Self.cells(
        zip(figures, table.metrics).map { Self.text($0, $1, words) },
        share: layout.share(figures) ?? "-", layout)
    }
    let widths = head.indices.map { column in
      2 + cells.reduce(Visible.columns(head[column])) { max($0, Visible.columns($1[column])) }
    }
    let rest = TextWriter.width - widths.reduce(0, +)
    let longest = body.reduce(0) { max($0, Visible.columns(Visible.text($1.0))) }
    let barWidth = max(0, min(Self.bars.upperBound, rest - max(longest, Self.leastKey) - 1))
    let hasBars = layout.primary != nil && barWidth >= Self.bars.lowerBound
    let keyWidth = hasBars ? rest - barWidth - 1 : rest

    // Where the figures leave no room for the key, it stands on a line of its own.
    let isStacked = keyWidth < Self.leastKey
    lines.append(
      String(repeating: " ", count: max(0, rest)) + Self.aligned(head, widths))
    for (row, figures) in zip(body, cells) {
      let bar = hasBars ? Self.bar(layout.value(row.1) ?? 0, layout.peak, barWidth) : ""
      if isStacked {
        lines.append(row.0)
        lines.append(String(repeating: " ", count: max(0, rest)) + Self.aligned(figures, widths))
      } else {
        let key = TextWriter.left(row.0, hasBars ? keyWidth : keyWidth - 1)
        lines.append(key + " " + bar + Self.aligned(figures, widths))
      }
    }
  }

  /// A figure as digits in groups; one that is not there says so.
  static func text(_ figure: ReleasedFigure, _ metric: Metric, _ words: Language) -> String {
    words.figure(figure, metric) ?? words.absence(of: figure).word
  }

  private static func cells(_ figures: [String], share: String, _ layout: TableLayout) -> [String] {
    guard let primary = layout.primary, layout.total != nil else { return figures }
    var cells = figures
    cells.insert(share, at: primary + 1)
    return cells
  }

  private static func aligned(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).map { TextWriter.right($0, $1) }.joined()
  }

  private static func bar(_ value: Int, _ peak: Int, _ width: Int) -> String {
    let filled = value > 0 ? max(1, Figures.scaled(value, of: peak, scale: width) ?? 0) : 0
    return String(repeating: "#", count: min(filled, width))
      + String(repeating: " ", count: width - min(filled, width))
  }
}
