/// Which visitors are in each cell of a table, and which network each visitor came from.
///
/// A cell's visitors stand side by side, so that those of a few cells are counted without a look at the others.
struct Membership: Sendable {
  /// The network of each visitor; empty where visitors are counted by cell already.
  private let networks: [UInt32]
  private let visitors: InvertedIndex
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
    let count = census.count
    var cells: [UInt32] = []
    cells.reserveCapacity(census.greatestEntryCount)
    var ends: [Int] = []
    ends.reserveCapacity(count)
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
      ends.append(cells.count)
    }
    self.init(
      networks: census.networks, networkNeed: networkNeed, cellCount: cellCount,
      visitors: InvertedIndex(cells, ends: ends, keyCount: cellCount))
  }

  /// Takes cells of which every visitor is in one, counted already.
  init(visitors: [Int], networks: NetworkSets, networkNeed: Int) {
    cellCount = visitors.count
    self.networkNeed = networkNeed
    self.networks = []
    self.visitors = InvertedIndex([], ends: [], keyCount: 0)
    sums = (visitors, networks)
  }

  /// Takes the cells of visitors as they are listed, maybe some twice.
  /// - Parameter entries: ascending by visitor.
  init(
    networks: [UInt32], cellCount: Int, networkNeed: Int, entries: [(visitor: Int, cell: Int)]
  ) {
    var cells: [UInt32] = []
    var ends: [Int] = []
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
      ends.append(cells.count)
    }
    self.init(
      networks: networks, networkNeed: networkNeed, cellCount: cellCount,
      visitors: InvertedIndex(cells, ends: ends, keyCount: cellCount))
  }

  private init(
    networks: [UInt32], networkNeed: Int, cellCount: Int, visitors: InvertedIndex
  ) {
    self.networks = networks
    self.networkNeed = networkNeed
    self.cellCount = cellCount
    self.visitors = visitors
    sums = nil
  }

  /// The support of each cell.
  /// - Complexity: O(cells).
  var supports: [Support] { supports(groupCount: cellCount) { $0 } }

  /// The support of several unions of cells at once.
  /// - Parameter group: the number of the union that a cell belongs to; negative for none.
  /// - Complexity: O(cells + visitors of the unions of several cells), where there is such a union O(all visitors) more; O(cells)
  ///   where every visitor is in one.
  func supports(groupCount: Int, group: (Int) -> Int) -> [Support] {
    var result = [Support](repeating: Support(), count: groupCount)
    var seen = NetworkSets(count: groupCount, need: networkNeed)
    if let sums {
      for cell in 0..<cellCount {
        let group = group(cell)
        guard group >= 0 else { continue }
        result[group].visitors += sums.visitors[cell]
        seen.insert(sums.networks, group: cell, into: group)
      }
    } else {
      countVisitors(Self.cells(of: groupCount, cellCount, group), groupCount, &result, &seen)
    }
    for group in result.indices { result[group].networks = seen.count(of: group) }
    return result
  }

  /// The same, with visitors counted no further than a rule asks for, unless all are known already.
  /// - Complexity: O(cells + threshold × visitors of the unions that are too small, or of too few networks, and a few of each other).
  func supports(
    groupCount: Int, enoughFor rule: Suppression.Rule, group: (Int) -> Int
  ) -> [Support] {
    guard sums == nil, rule.threshold <= Self.greatestListed else {
      return supports(groupCount: groupCount, group: group)
    }
    var seen = NetworkSets(count: groupCount, need: networkNeed)
    // Numbers of visitors, told apart as networks are.
    var counted = NetworkSets(count: groupCount, need: max(1, rule.threshold))
    for cell in 0..<cellCount {
      let group = group(cell)
      guard group >= 0 else { continue }
      let visitors = visitors[cell]
      var index = 0
      while index < visitors.count, !(counted.isFull(group) && seen.isFull(group)) {
        counted.insert(visitors[index], into: group)
        seen.insert(networks[Int(visitors[index])], into: group)
        index += 1
      }
    }
    return (0..<groupCount).map {
      Support(visitors: counted.count(of: $0), networks: seen.count(of: $0))
    }
  }

  /// Up to so many visitors are looked through for each further one.
  private static let greatestListed = 100

  /// The cells of each union.
  private static func cells(
    of groupCount: Int, _ cellCount: Int, _ group: (Int) -> Int
  ) -> InvertedIndex {
    var groups: [UInt32] = []
    let ends = (0..<cellCount).map { cell in
      let group = group(cell)
      if group >= 0 { groups.append(UInt32(group)) }
      return groups.count
    }
    return InvertedIndex(groups, ends: ends, keyCount: groupCount)
  }

  private func countVisitors(
    _ cells: InvertedIndex, _ groupCount: Int, _ result: inout [Support],
    _ seen: inout NetworkSets
  ) {
    // The union that each visitor was last counted for.
    var last: [UInt32] = []
    for group in 0..<groupCount {
      let isUnion = cells[group].count > 1
      if isUnion, last.isEmpty { last = [UInt32](repeating: .max, count: networks.count) }
      for place in cells[group].indices {
        let cell = Int(cells[group][place])
        note(networksOf: cell, in: group, &seen)
        result[group].visitors +=
          isUnion ? countNew(visitors[cell], UInt32(group), &last) : visitors[cell].count
      }
    }
  }

  /// How many visitors have not been counted for a union, which from now on they have.
  private func countNew(
    _ visitors: Span<UInt32>, _ group: UInt32, _ last: inout [UInt32]
  ) -> Int {
    var count = 0
    for index in visitors.indices {
      let visitor = Int(visitors[index])
      if last[visitor] != group { count += 1 }
      last[visitor] = group
    }
    return count
  }

  /// Notes the networks of a cell's visitors, until enough are known.
  private func note(networksOf cell: Int, in group: Int, _ seen: inout NetworkSets) {
    let visitors = visitors[cell]
    var index = 0
    while index < visitors.count, !seen.isFull(group) {
      seen.insert(networks[Int(visitors[index])], into: group)
      index += 1
    }
  }
}
