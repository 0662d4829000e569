/// The cells of one table before disclosure control: for each its additive figures, its visitors and its networks.
struct CellTable {
  /// One figure of each cell, by cell number.
  struct Column {
    let metric: Metric
    let values: [Int]
  }

  let id: TableID
  /// The cells' names, by cell number.
  let keys: [String]
  /// The figures beside visitors that the table's metrics ask for, in their order.
  let columns: [Column]
  /// Distinct visitors of each cell.
  private(set) var visitors: [Int]
  /// Distinct networks of each cell, counted no further than the threshold asks.
  private(set) var networks: [Int]
  /// The key of the parent table's row that each cell belongs to, where a hierarchy links the two.
  let parentKeys: [String]?
  /// The words of a small public vocabulary that nobody used.
  let unusedWords: [String]
  /// The cell that holds the page views which the table is not about; never a row, but the totals show its size.
  let outside: Int?
  /// Calls its last argument with every cell that a visitor is in, maybe more than once.
  private let cellsOfVisitor: (Visitor, (Int) -> Void) -> Void

  /// Counts every cell's visitors and networks.
  /// - Complexity: O(visitors × cells of one visitor).
  init(
    id: TableID, keys: [String], columns: [Column], parentKeys: [String]? = nil,
    unusedWords: [String] = [], outside: Int? = nil, in aggregate: borrowing Aggregate, networkNeed: Int,
    cellsOfVisitor: @escaping (Visitor, (Int) -> Void) -> Void
  ) {
    self.id = id
    self.keys = keys
    self.columns = columns
    self.parentKeys = parentKeys
    self.unusedWords = unusedWords
    self.outside = outside
    self.cellsOfVisitor = cellsOfVisitor
    visitors = Array(repeating: 0, count: keys.count)
    networks = Array(repeating: 0, count: keys.count)
    var counted = [Int](repeating: -1, count: keys.count)
    var seen = NetworkSets(count: keys.count, need: networkNeed)
    for number in aggregate.visitors.indices {
      let visitor = aggregate.visitors[number]
      cellsOfVisitor(visitor) { cell in
        guard counted[cell] != number else { return }
        counted[cell] = number
        visitors[cell] += 1
        seen.insert(visitor.network, into: cell)
      }
    }
    networks = seen.counts
  }

  /// Distinct visitors and networks of several cells together, counted on the union.
  func union(
    of isMember: (Int) -> Bool, in aggregate: borrowing Aggregate, networkNeed: Int
  ) -> (visitors: Int, networks: Int) {
    var count = 0
    var seen = NetworkSets(count: 1, need: networkNeed)
    for number in aggregate.visitors.indices {
      let visitor = aggregate.visitors[number]
      var isIn = false
      cellsOfVisitor(visitor) { if !isIn, isMember($0) { isIn = true } }
      if isIn {
        count += 1
        seen.insert(visitor.network, into: 0)
      }
    }
    return (count, seen.counts[0])
  }
}

/// For each of some cells the networks seen, no more of them than need to be told apart.
struct NetworkSets {
  private(set) var counts: [Int]
  private var members: [UInt32]
  private let need: Int

  init(count: Int, need: Int) {
    self.need = need
    counts = Array(repeating: 0, count: count)
    members = Array(repeating: 0, count: count * need)
  }

  mutating func insert(_ network: UInt32, into cell: Int) {
    let held = counts[cell]
    guard held < need else { return }
    let start = cell * need
    for index in start..<start + held where members[index] == network { return }
    members[start + held] = network
    counts[cell] = held + 1
  }
}
