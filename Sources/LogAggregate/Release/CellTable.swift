/// The cells of one table before disclosure control: their names, additive figures, visitors and networks.
struct CellTable: Sendable {
  /// One figure of each cell, by cell number.
  struct Column: Sendable {
    let metric: Metric
    let values: [Int]
  }

  let id: TableID
  /// The cells' names, by cell number.
  let keys: [String]
  /// The additive figures.
  let columns: [Column]
  /// The key of the parent table's row that each cell belongs to, where a hierarchy links the two.
  let parentKeys: [String]?
  /// The words of a small public vocabulary that nobody used.
  let unusedWords: [String]
  /// The cell that holds the page views which the table is not about; never a row, but the totals show its size.
  let outside: Int?
  let membership: Membership
  /// Distinct visitors and networks of each cell.
  let supports: [Membership.Support]

  /// Counts every cell's visitors and networks.
  /// - Parameter cellsOfVisitor: appends the cells that a visitor is in, maybe some twice.
  /// - Complexity: O(visitors × cells of one visitor).
  init(
    id: TableID, keys: [String], columns: [Column], parentKeys: [String]? = nil,
    unusedWords: [String] = [], outside: Int? = nil, in census: borrowing Census,
    networkNeed: Int, cellsOfVisitor: (Int, inout [UInt32]) -> Void
  ) {
    self.id = id
    self.keys = keys
    self.columns = columns
    self.parentKeys = parentKeys
    self.unusedWords = unusedWords
    self.outside = outside
    membership = Membership(
      in: census, cellCount: keys.count, networkNeed: networkNeed,
      cellsOfVisitor: cellsOfVisitor)
    supports = membership.supports
  }
}
