@testable import LogAggregate

extension Aggregate {
  /// The cells of a table before disclosure control; the one place where tests ask for them.
  borrowing func table(_ id: TableID, _ setting: RunSetting) -> CellTable? {
    CellTable.make(id, from: self, Census(self), setting: setting)
  }
}
