/// The decision on tables that sort the same visitors.
extension Disclosure {
  func decideFamily(
    _ kind: TableFamily.Kind, _ aggregate: borrowing Aggregate, _ census: borrowing Census
  ) -> [TableID: Published] {
    guard let family = TableFamily(kind, tables, from: aggregate, census, setting: setting) else {
      return [:]
    }
    let decision = family.decide(rule) { table in
      (before?.tables[table.id]?.hiddenKeys ?? [])
        .union(table.keys.filter { floor.hides($0, of: table.id) })
    }
    var published: [TableID: Published] = [:]
    for (place, table) in family.tables.enumerated() {
      let metrics = metrics(of: table, table.id.metrics)
      published[table.id] =
        showsTotals && mayShow(table.id) && !decision.isTotalsOnly[place]
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
