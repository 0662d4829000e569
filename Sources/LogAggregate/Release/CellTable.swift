/// The cells of one table before disclosure control: their names, additive figures, visitors and networks.
struct CellTable: Sendable {
  /// One figure of each cell, by cell number.
  struct Column: Sendable {
    let metric: Metric
    let values: [Int]
  }

  /// What counting tells apart: a cell, or less where the parts of a cell lie in several rows of the parent table.
  struct Atom: Sendable {
    /// The cell's number; `nil` for views that the table is not about, whose size the totals show.
    let cell: Int?
    /// The number of the parent table's row in the list of parents.
    var parent = 0
  }

  let id: TableID
  /// The cells' names, by cell number.
  let keys: [String]
  /// The additive figures.
  let columns: [Column]
  /// The parts of cells, where a hierarchy links the table to another.
  let atoms: [Atom]?
  /// The keys of the parent table's rows that atoms lie in, maybe some twice; one that nobody asks for where tables are decided
  /// as a family.
  let parents: [String]
  /// The words of a small public vocabulary that nobody used.
  let unusedWords: [String]
  /// By atom, or by cell where there are no atoms.
  let membership: Membership
  /// Distinct visitors and networks of each cell.
  let supports: [Membership.Support]

  /// Counts every cell's visitors and networks.
  /// - Parameters:
  ///   - atoms: the parts of cells that membership is counted by; without them it is counted by cell.
  ///   - cellsOfVisitor: appends the atoms, or cells, that a visitor is in, maybe some twice.
  /// - Complexity: O(visitors × cells of one visitor).
  init(
    id: TableID, keys: [String], columns: [Column], atoms: [Atom]? = nil, parents: [String] = [],
    unusedWords: [String] = [], in census: borrowing Census, networkNeed: Int,
    cellsOfVisitor: (Int, inout [UInt32]) -> Void
  ) {
    self.init(
      id: id, keys: keys, columns: columns, atoms: atoms, parents: parents,
      unusedWords: unusedWords,
      membership: Membership(
        in: census, cellCount: atoms?.count ?? keys.count, networkNeed: networkNeed,
        cellsOfVisitor: cellsOfVisitor))
  }

  /// Takes a membership that is counted already.
  init(
    id: TableID, keys: [String], columns: [Column], atoms: [Atom]?, parents: [String] = [],
    unusedWords: [String], membership: Membership
  ) {
    self.id = id
    self.keys = keys
    self.columns = columns
    self.atoms = atoms
    self.parents = parents
    self.unusedWords = unusedWords
    self.membership = membership
    if let atoms {
      let cells = atoms.map { $0.cell ?? -1 }
      supports = membership.supports(groupCount: keys.count) { cells[$0] }
    } else {
      supports = membership.supports
    }
  }
}
