@testable import LogAggregate

extension Aggregate {
  /// The cells of one table, before disclosure control.
  borrowing func table(_ id: TableID, _ setting: RunSetting) -> CellTable? {
    let census = Census(self)
    guard let kind = TableFamily.Kind(id) else {
      return CellTable.make(id, from: self, census, setting: setting)
    }
    return TableFamily(kind, [id], from: self, census, setting: setting)?.tables.first
  }
}
