internal import Dispatch
internal import Synchronization

/// Which cells of a table each visitor is in, and which network the visitor came from.
///
/// Kept as two flat arrays, so that visitors of any union of cells are counted in one pass.
struct Membership: Sendable {
  /// The network of each visitor; empty where visitors are counted by cell already.
  private let networks: [UInt32]
  /// Where each visitor's cells begin in `cells`; one more than there are visitors.
  private var starts: [Int] = [0]
  private var cells: [UInt32] = []
  private let cellCount: Int
  /// Each cell's visitors and networks, where every visitor is in one cell: unions are sums then.
  private let sums: (visitors: [Int], networks: NetworkSets)?
  /// How far networks are counted.
  private let networkNeed: Int

  /// How many distinct visitors and networks stand behind something; networks no further than needed.
  struct Support: Equatable, Sendable {
    var visitors = 0
    var networks = 0
  }

  /// Collects every visitor's cells.
  /// - Parameter cellsOfVisitor: appends the cells of a visitor, maybe some twice.
  /// - Complexity: O(visitors × cells of one visitor).
  init(
    in census: borrowing Census, cellCount: Int, networkNeed: Int,
    cellsOfVisitor: (Int, inout [UInt32]) -> Void
  ) {
    self.cellCount = cellCount
    self.networkNeed = networkNeed
    let count = census.count
    sums = nil
    networks = census.networks
    starts.reserveCapacity(count + 1)
    cells.reserveCapacity(count)
    var counted = [UInt32](repeating: .max, count: cellCount)
    for number in 0..<count {
      let start = cells.count
      cellsOfVisitor(number, &cells)
      if cells.count > start + 1 {
        // Each cell once.
        var end = start
        for index in start..<cells.count where counted[Int(cells[index])] != UInt32(number) {
          counted[Int(cells[index])] = UInt32(number)
          cells[end] = cells[index]
          end += 1
        }
        cells.removeLast(cells.count - end)
      }
      starts.append(cells.count)
    }
  }

  /// Takes cells of which every visitor is in one, counted already.
  init(visitors: [Int], networks: NetworkSets, networkNeed: Int) {
    cellCount = visitors.count
    self.networkNeed = networkNeed
    self.networks = []
    sums = (visitors, networks)
  }

  /// Takes the cells of visitors as they are listed, maybe some twice.
  /// - Parameter entries: ascending by visitor.
  init(
    networks: [UInt32], cellCount: Int, networkNeed: Int, entries: [(visitor: Int, cell: Int)]
  ) {
    self.cellCount = cellCount
    self.networkNeed = networkNeed
    self.networks = networks
    sums = nil
    var counted = [Int](repeating: -1, count: cellCount)
    var next = 0
    for visitor in networks.indices {
      while next < entries.count, entries[next].visitor == visitor {
        if counted[entries[next].cell] != visitor {
          counted[entries[next].cell] = visitor
          cells.append(UInt32(entries[next].cell))
        }
        next += 1
      }
      starts.append(cells.count)
    }
  }

  /// The support of each cell.
  /// - Complexity: O(visitors × cells of one visitor).
  var supports: [Support] { supports(groupCount: cellCount) { $0 } }

  /// The support of several unions of cells at once.
  /// - Parameter group: the number of the union that a cell belongs to; negative for none.
  /// - Complexity: O(visitors × cells of one visitor), or O(cells) where every visitor is in one.
  func supports(groupCount: Int, group: (Int) -> Int) -> [Support] {
    // Asked once for each cell and not once for each visitor in it.
    let groupOfCell = (0..<cellCount).map(group)
    var result = [Support](repeating: Support(), count: groupCount)
    if let sums {
      var seen = NetworkSets(count: groupCount, need: networkNeed)
      for (cell, group) in groupOfCell.enumerated() where group >= 0 {
        result[group].visitors += sums.visitors[cell]
        seen.insert(sums.networks, group: cell, into: group)
      }
      for group in result.indices { result[group].networks = seen.count(of: group) }
      return result
    }
    let places = groupOfCell.map { Int32(truncatingIfNeeded: $0) }
    // Visitors are disjoint, so that parts of them are counted side by side and summed.
    let partCount = max(
      1,
      min(
        Self.mostParts, networks.count / Self.leastVisitors,
        cells.count / (Self.leastCellsPerGroup * max(1, groupCount))))
    let parts = Mutex<[Counts?]>(Array(repeating: nil, count: partCount))
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      let first = networks.count * part / partCount
      let end = networks.count * (part + 1) / partCount
      let counts = count(first..<end, groupCount, places)
      parts.withLock { $0[part] = counts }
    }
    let counts = parts.withLock { $0.compactMap(\.self) }
    var seen = counts[0].networks
    for (place, part) in counts.enumerated() {
      for group in result.indices where part.groups[group].visitors > 0 {
        result[group].visitors += Int(part.groups[group].visitors)
        if place > 0 { seen.insert(part.networks, group: group, into: group) }
      }
    }
    for group in result.indices { result[group].networks = seen.count(of: group) }
    return result
  }

  /// What is known of each group from some visitors.
  private struct Counts: Sendable {
    var groups: [Group]
    var networks: NetworkSets
  }

  /// What counting looks at for every visitor in a group, side by side in memory.
  private struct Group: Sendable {
    /// The visitor counted last.
    var last = UInt32.max
    var visitors: UInt32 = 0
    /// Whether as many networks are known as are needed.
    var hasNetworks = false
  }

  /// Fewer visitors than these are counted before another core has begun.
  private static let leastVisitors = 1 << 14
  /// Where groups are nearly as many as what is counted, summing the parts takes longer than counting them.
  private static let leastCellsPerGroup = 8
  /// More cores than these find nothing to do.
  private static let mostParts = 8

  private func count(_ part: Range<Int>, _ groupCount: Int, _ groupOfCell: [Int32]) -> Counts {
    var groups = [Group](repeating: Group(), count: groupCount)
    var networks = NetworkSets(count: groupCount, need: networkNeed)
    var counted = groups.mutableSpan
    let (starts, cells, groupOfCell) = (starts.span, cells.span, groupOfCell.span)
    for number in part {
      let visitor = UInt32(truncatingIfNeeded: number)
      for index in starts[number]..<starts[number + 1] {
        let group = Int(groupOfCell[Int(cells[index])])
        guard group >= 0, counted[group].last != visitor else { continue }
        counted[group].last = visitor
        counted[group].visitors &+= 1
        if !counted[group].hasNetworks {
          networks.insert(self.networks[number], into: group)
          counted[group].hasNetworks = networks.isFull(group)
        }
      }
    }
    return Counts(groups: groups, networks: networks)
  }
}
