/// The decision on tables that sort the same visitors.
extension Disclosure {
  func decideFamily(
    _ kind: TableFamily.Kind, _ aggregate: borrowing Aggregate, _ census: borrowing Census
  ) -> [TableID: Published] {
    let granted = plan.tables.map(\.id)
    guard let family = TableFamily(kind, granted, from: aggregate, census, setting: setting) else {
      return [:]
    }
    let decision = family.decide(rule)
    var published: [TableID: Published] = [:]
    for (place, table) in family.tables.enumerated() {
      guard let granted = plan.tables.first(where: { $0.id == table.id }) else { continue }
      let metrics = metrics(of: table, granted.metrics)
      published[table.id] =
        showsTotals && !decision.isTotalsOnly[place]
        ? publish(table, metrics, Array(table.keys.indices), decision.isHidden[place])
        : Published(totalsOnlyWith: metrics)
    }
    return published
  }

  /// The granted figures that the table has.
  func metrics(of table: CellTable, _ granted: [Metric]) -> [Metric] {
    granted.filter { metric in
      metric == .visitors || table.columns.contains { $0.metric == metric }
    }
  }
}
