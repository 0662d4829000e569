/// Whether two reports on the same lines, for two audiences, can be laid side by side.
///
/// Where both hold a table, one shows the other's cells, or a coarsening of them: then who holds both knows no more than who
/// holds the finer one, which passed its own threshold.
/// - Source: DESIGN 4; `privacy.md` 2.4 (g), attack T27.
enum SharedCells {
  /// The table that the reports contradict each other in; `nil` where there is none.
  /// - Parameter isSameShare: whether both show the same advertisers' placements and campaigns. Where they do not, the figures
  ///   of advertising are of different shares that nothing joins, and are not compared.
  /// - Complexity: O(rows).
  static func contradiction(
    _ one: ReleasedReport, _ other: ReleasedReport, isSameShare: Bool
  ) -> String? {
    if differs(figures(one.totals, isSameShare), figures(other.totals, isSameShare)) {
      return "totals"
    }
    for table in one.tables {
      if !isSameShare, table.id.isAdvertising || table.id == .channel { continue }
      guard let twin = other.tables.first(where: { $0.id == table.id }) else { continue }
      if !areNested(table, twin) { return table.id.id }
    }
    return nil
  }

  /// Whether common rows have equal figures, and one table's rows are all among the other's.
  static func areNested(_ table: ReleasedTable, _ twin: ReleasedTable) -> Bool {
    if table.isTotalsOnly || twin.isTotalsOnly { return true }
    let own = table.rows.filter(isComparable)
    let others = twin.rows.filter(isComparable)
    let rows = Dictionary(others.map { ($0.key, $0.figures) }) { first, _ in first }
    var common = 0
    for row in own {
      guard let figures = rows[row.key] else { continue }
      common += 1
      if differs(named(row.figures, table.metrics), named(figures, twin.metrics)) { return false }
    }
    return common == min(own.count, others.count)
  }

  /// The line of the flow that gathers sections holds more of them in the stricter report: its rows are sums of the other's.
  private static func isComparable(_ row: ReleasedTable.Row) -> Bool {
    row.from != FlowLines.others && row.to != FlowLines.others
  }

  private static func named(
    _ figures: [ReleasedFigure], _ metrics: [Metric]
  ) -> [Metric: ReleasedFigure] {
    Dictionary(zip(metrics, figures)) { first, _ in first }
  }

  private static func figures(
    _ totals: ReleasedTotals, _ isSameShare: Bool
  ) -> [Metric: ReleasedFigure] {
    [
      .pageViews: totals.pageViews, .visits: totals.visits, .visitors: totals.visitors,
      .clicks: isSameShare ? totals.clicks : .withheld,
    ]
  }

  /// Whether a figure that both show is another.
  private static func differs(
    _ one: [Metric: ReleasedFigure], _ other: [Metric: ReleasedFigure]
  ) -> Bool {
    one.contains { metric, figure in
      guard figure.isShown, let twin = other[metric], twin.isShown else { return false }
      return twin != figure
    }
  }
}

extension ReleasedFigure {
  /// Whether a reader is told a number.
  var isShown: Bool {
    switch self {
    case .count, .ratio: true
    case .withheld, .unmeasured, .notGranted: false
    }
  }
}
