@testable import LogAggregate

/// What somebody learns who lays two reports of the same lines side by side, and subtracts.
struct ComparedReports {
  /// A table as it is shown: each row's visitors by key, and those of the remainder.
  struct Shown {
    let rows: [String: Int]
    let other: Int?
  }

  /// The page views, or other figures that add up, that are hidden in both tables, where their remainders tell them apart and they
  /// are fewer than are to be told of.
  /// - Parameter least: the fewest that a figure may stand for.
  static func learned(_ one: Shown, _ twin: Shown, least: Int) -> Int? {
    for (own, other) in [(one, twin), (twin, one)] {
      guard let rest = own.other else { continue }
      // What only the other report shows is in this one's remainder.
      let more = other.rows.filter { own.rows[$0.key] == nil }
      let left = rest - more.values.reduce(0, +)
      if !more.isEmpty, (1..<least).contains(left) { return left }
    }
    return nil
  }

  /// The tables of two reports of which each shows rows that the other hides.
  static func crossed(_ one: ReleasedReport, _ twin: ReleasedReport) -> [TableID] {
    one.tables.compactMap { table in
      guard let other = twin.tables.first(where: { $0.id == table.id }) else { return nil }
      let (own, others) = (keys(table), keys(other))
      return own.isSubset(of: others) || others.isSubset(of: own) ? nil : table.id
    }
  }

  private static func keys(_ table: ReleasedTable) -> Set<String> {
    Set(table.rows.filter { row in row.figures.contains { $0 != .count(0) } }.map(\.key))
  }

  /// A table's figures of one kind; `nil` where it shows none.
  static func shown(_ report: ReleasedReport, _ id: TableID, _ metric: Metric) -> Shown? {
    guard let table = report.tables.first(where: { $0.id == id }), !table.isTotalsOnly,
      let column = table.metrics.firstIndex(of: metric)
    else { return nil }
    let rows = table.rows.map { ($0.key, count($0.figures[column])) }
    return Shown(
      rows: Dictionary(uniqueKeysWithValues: rows), other: table.other.map { count($0[column]) })
  }

  /// Every figure of a report's rows, remainders and totals.
  static func figures(_ report: ReleasedReport) -> [[String]: Int] {
    var figures: [[String]: Int] = [
      ["totals", "page_views"]: count(report.totals.pageViews),
      ["totals", "visitors"]: count(report.totals.visitors),
    ]
    for table in report.tables {
      for (place, metric) in table.metrics.enumerated() {
        for row in table.rows {
          figures[[table.id.id, row.key, metric.rawValue]] = count(
            row.figures[place])
        }
        if let other = table.other {
          figures[[table.id.id, "(other)", metric.rawValue]] = count(other[place])
        }
      }
    }
    return figures
  }

  static func count(_ figure: ReleasedFigure) -> Int {
    if case .count(let count) = figure { count } else { 0 }
  }

  /// What was learned of any table that both show.
  static func learned(_ one: ReleasedReport, _ twin: ReleasedReport, least: Int) -> [TableID] {
    one.tables.map(\.id).filter { id in
      [Metric.pageViews, .visitors].contains { metric in
        // Visitors add up only where each is in one row.
        guard metric == .pageViews || TableFamily.Kind(id) != nil,
          let own = shown(one, id, metric), let other = shown(twin, id, metric)
        else { return false }
        return learned(own, other, least: least) != nil
      }
    }
  }
}
