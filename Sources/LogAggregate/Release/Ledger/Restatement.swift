/// Whether a release may replace an earlier one of the same period and audience.
///
/// Who kept the earlier report can subtract the two, so the difference has to keep the rules itself: every table shows the same
/// rows as before, and each figure is the same or differs by the threshold's number of visitors. What was withheld whole, or was
/// empty, can be replaced by anything.
enum Restatement {
  /// The table by which the two could be subtracted to show a hidden cell; `nil` where there is none.
  /// - Complexity: O(rows).
  static func leak(_ report: ReleasedReport, replacing earlier: ReleasedReport) -> String? {
    let least = max(report.disclosure.threshold, earlier.disclosure.threshold)
    if isEmpty(earlier) { return nil }
    if !isSafe(figures(report.totals), figures(earlier.totals), least) { return "totals" }
    for table in report.tables {
      guard let twin = earlier.tables.first(where: { $0.id == table.id }) else { continue }
      if !isSafe(table, twin, least) { return table.id.id }
    }
    return shownOtherwise(report, earlier) ?? shownOtherwise(earlier, report)
  }

  /// The table that one report shows in detail, and the other by a coarser one that the first has not: no row has its twin in the
  /// other report, and still their sums can be subtracted.
  private static func shownOtherwise(_ fine: ReleasedReport, _ coarse: ReleasedReport) -> String? {
    fine.tables.first { table in
      guard !table.isTotalsOnly, let coarser = table.id.coarser else { return false }
      return !fine.tables.contains { $0.id == coarser && !$0.isTotalsOnly }
        && coarse.tables.contains { $0.id == coarser && !$0.isTotalsOnly }
    }?.id.id
  }

  /// Whether the earlier report counted nobody.
  private static func isEmpty(_ report: ReleasedReport) -> Bool {
    report.totals.visitors == .count(0)
      || !report.totals.visitors.isShown && report.tables.allSatisfy(\.rows.isEmpty)
  }

  private static func isSafe(_ table: ReleasedTable, _ twin: ReleasedTable, _ least: Int) -> Bool {
    if table.isTotalsOnly || twin.isTotalsOnly { return true }
    guard table.metrics == twin.metrics, table.rows.count == twin.rows.count,
      (table.other == nil) == (twin.other == nil)
    else { return false }
    let earlier = Dictionary(twin.rows.map { ($0.key, $0.figures) }) { first, _ in first }
    for row in table.rows {
      guard let figures = earlier[row.key],
        isSafe(named(row.figures, table.metrics), named(figures, table.metrics), least)
      else { return false }
    }
    guard let other = table.other, let before = twin.other else { return true }
    return isSafe(named(other, table.metrics), named(before, table.metrics), least)
  }

  /// Whether nothing differs, or so many visitors do.
  private static func isSafe(
    _ now: [Metric: ReleasedFigure], _ before: [Metric: ReleasedFigure], _ least: Int
  ) -> Bool {
    if now == before { return true }
    guard case .count(let one)? = now[.visitors], case .count(let other)? = before[.visitors] else {
      return now.allSatisfy { !$1.isShown } || before.allSatisfy { !$1.isShown }
    }
    return abs(one - other) >= least
  }

  private static func named(
    _ figures: [ReleasedFigure], _ metrics: [Metric]
  ) -> [Metric: ReleasedFigure] {
    Dictionary(zip(metrics, figures)) { first, _ in first }
  }

  private static func figures(_ totals: ReleasedTotals) -> [Metric: ReleasedFigure] {
    [
      .pageViews: totals.pageViews, .visits: totals.visits, .visitors: totals.visitors,
      .clicks: totals.clicks,
    ]
  }
}
