@testable import LogAggregate

/// A published table of two dimensions, and whom it must not give away.
struct CrossTableAttack {
  let table: CrossTable
  let rule: CrossSuppression.Rule
  /// Which places bear the mark.
  let isHidden: [Bool]
  /// The places whose zeros may be hidden too.
  var hidesZeros: (Int) -> Bool = { _ in false }
  /// Places that are sensitive for another reason than the threshold.
  var alsoSensitive: (Int) -> Bool = { _ in false }

  /// The numbers of a metric as they are published.
  func published(_ metric: Int) -> [Int?] {
    isHidden.indices.map { isHidden[$0] ? nil : table.values[metric][$0] }
  }

  /// How many places are shown though they fail, or can be computed too narrowly by a reader who
  /// has nothing but what is published and the knowledge that hidden places hold at least `floor`.
  func breaches(floor: Int) -> Int {
    var count = 0
    let shape = table.shape
    var leasts = [Int](repeating: 0, count: shape.placeCount)
    for place in isHidden.indices where shape.isInner(place) && table.supports[place].visitors > 0 {
      if isHidden[place], hidesZeros(place) { continue }
      leasts[place] = floor
      // A total holds at least as much as its cells.
      leasts[shape.place(shape.row(place), shape.columnCount)] += floor
      leasts[shape.place(shape.rowCount, shape.column(place))] += floor
      leasts[shape.total] += floor
    }
    for metric in table.values.indices {
      var reader = TableReader(shape: table.shape, shown: published(metric), leasts: leasts)
      guard reader.isPossible else { return .max }
      for place in isHidden.indices where table.supports[place].visitors > 0 {
        guard !rule.allows(table.supports[place]) || alsoSensitive(place) else { continue }
        guard isHidden[place] else {
          count += 1
          continue
        }
        let range = reader.range(of: place)
        let isOpen = range.least <= leasts[place] && (range.greatest ?? .max) >= rule.threshold
        if !isOpen { count += 1 }
      }
    }
    return count
  }

  /// Hides only what fails.
  static func primaryOnly(_ table: CrossTable, _ rule: CrossSuppression.Rule) -> [Bool] {
    table.supports.map { $0.visitors > 0 && !rule.allows($0) }
  }

  /// The heuristic that hides a second cell wherever a line hides one, and no more.
  static func twoPerLine(_ table: CrossTable, _ rule: CrossSuppression.Rule) -> [Bool] {
    let shape = table.shape
    var isHidden = primaryOnly(table, rule)
    let rows = (0...shape.rowCount).map { row in
      (0...shape.columnCount).map { shape.place(row, $0) }
    }
    let columns = (0...shape.columnCount).map { column in
      (0...shape.rowCount).map { shape.place($0, column) }
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for line in rows + columns where line.count(where: { isHidden[$0] }) == 1 {
        let candidates = line.dropLast().filter { !isHidden[$0] && table.supports[$0].visitors > 0 }
        let second = candidates.min { table.supports[$0].visitors < table.supports[$1].visitors }
        guard let second else { continue }
        isHidden[second] = true
        hasChanged = true
      }
    }
    return isHidden
  }
}

extension CrossTable {
  /// A table in which each visitor is in one cell, so that visitors and networks add up.
  static func additive(
    rows: [String], columns: [String], visitors: [[Int]], views: [[Int]]? = nil,
    networks: [[Int]]? = nil
  ) -> CrossTable {
    let networks = networks ?? visitors
    var cells: [Cell] = []
    func sum(_ isMember: (Int, Int) -> Bool) -> Membership.Support {
      var support = Membership.Support()
      for row in rows.indices {
        for column in columns.indices where isMember(row, column) {
          support.visitors += visitors[row][column]
          support.networks += networks[row][column]
        }
      }
      return support
    }
    for row in rows.indices {
      for column in columns.indices where visitors[row][column] > 0 {
        cells.append(
          Cell(
            row: row, column: column,
            values: [visitors[row][column]] + (views.map { [$0[row][column]] } ?? []),
            support: sum { $0 == row && $1 == column }))
      }
    }
    return CrossTable(
      rows: rows, columns: columns, metricCount: views == nil ? 1 : 2, cells: cells,
      margins: Margins(
        rows: rows.indices.map { row in sum { line, _ in line == row } },
        columns: columns.indices.map { column in sum { _, line in line == column } },
        total: sum { _, _ in true }))
  }

  /// The supports of unions where visitors and networks add up.
  func additiveUnions(_ count: Int, _ group: (Int) -> Int) -> [Membership.Support] {
    var supports = [Membership.Support](repeating: .init(), count: count)
    for (number, cell) in cells.enumerated() where group(number) >= 0 {
      supports[group(number)].visitors += cell.support.visitors
      supports[group(number)].networks += cell.support.networks
    }
    return supports
  }

  /// A random table; some of its cells are zero, some too small.
  static func random(
    _ generator: inout SeededRandom, threshold: Int, size: ClosedRange<Int> = 2...6
  ) -> CrossTable {
    let rowCount = Int.random(in: size, using: &generator)
    let columnCount = Int.random(in: size, using: &generator)
    func grid(_ value: (Int, Int) -> Int) -> [[Int]] {
      (0..<rowCount).map { row in (0..<columnCount).map { value(row, $0) } }
    }
    let large = Int.random(in: 1...8, using: &generator)
    let visitors = grid { _, _ in
      switch Int.random(in: 0..<(2 + large), using: &generator) {
      case 0: 0
      case 1: Int.random(in: 1..<threshold, using: &generator)
      default: Int.random(in: threshold...(6 * threshold), using: &generator)
      }
    }
    let views = grid { row, column in
      let count = visitors[row][column]
      return count == 0 ? 0 : Int.random(in: count...(3 * count), using: &generator)
    }
    let networks = grid { row, column in
      let isOneNetwork = Int.random(in: 0..<12, using: &generator) == 0
      return isOneNetwork ? min(1, visitors[row][column]) : visitors[row][column]
    }
    return additive(
      rows: (0..<rowCount).map { "row \($0)" }, columns: (0..<columnCount).map { "column \($0)" },
      visitors: visitors, views: views, networks: networks)
  }
}

extension CrossSuppression {
  /// A dimension all of whose lines identify groups.
  enum Lines { case rows, columns }
}

extension CrossSuppression.Groups {
  init(_ lines: CrossSuppression.Lines?, of shape: CrossTable.Shape) {
    switch lines {
    case .rows: self.init(rows: Array(0..<shape.rowCount))
    case .columns: self.init(columns: Array(0..<shape.columnCount))
    case nil: self.init()
    }
  }
}
