/// How many rows each of several thresholds would let out of the same counts.
public struct ReleasedSimulation: Sendable {
  /// One table at each threshold.
  public struct Table: Sendable {
    /// Which table it is.
    public let id: TableID
    /// For each threshold the number of rows, without the remainder; `nil` where only the totals would be shown.
    public let rowCounts: [Int?]

    init(id: TableID, rowCounts: [Int?], _ seal: ReleaseSeal) {
      self.id = id
      self.rowCounts = rowCounts
    }
  }
  /// The thresholds, as they were asked for.
  public let thresholds: [Int]
  /// For each threshold whether the totals would be shown.
  public let showsTotals: [Bool]
  /// The tables that there is something to compute from, in reading order.
  public let tables: [Table]

  init(thresholds: [Int], showsTotals: [Bool], tables: [Table], _ seal: ReleaseSeal) {
    self.thresholds = thresholds
    self.showsTotals = showsTotals
    self.tables = tables
  }
}

extension Aggregate {
  /// Decides at each threshold and keeps the counts.
  consuming func makeSimulation(
    _ setting: RunSetting, _ thresholds: [Int], _ seal: ReleaseSeal
  ) -> ReleasedSimulation {
    let census = Census(draining: &self)
    var showsTotals: [Bool] = []
    var decisions: [[TableID: Disclosure.Published]] = []
    for threshold in thresholds {
      let strict = setting.at(threshold: threshold)
      guard
        let outcome = Disclosure.decideLevels(strict, self, census)[
          Disclosure.Level(strict.plans[0])]
      else { continue }
      showsTotals.append(outcome.showsTotals)
      decisions.append(outcome.tables)
    }
    let tables = setting.plans[0].tables.compactMap { granted -> ReleasedSimulation.Table? in
      let found = decisions.compactMap { $0[granted.id] }
      guard found.count == decisions.count else { return nil }
      return ReleasedSimulation.Table(
        id: granted.id, rowCounts: found.map { $0.isTotalsOnly ? nil : $0.rows.count }, seal)
    }
    return ReleasedSimulation(
      thresholds: thresholds, showsTotals: showsTotals, tables: tables, seal)
  }
}
