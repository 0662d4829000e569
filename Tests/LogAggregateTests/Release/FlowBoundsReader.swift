@testable import LogAggregate

/// A reader of a published table: what its numbers say of the hidden places, by linear programming.
///
/// The slow twin of ``FlowBounds`` and the attacker of the attack tests. It knows shown numbers
/// only, and shares no code with what it attacks. The lines of a table make a totally unimodular
/// matrix, so that the simplex method stays within whole numbers, and its optima are those of whole
/// tables.
struct TableReader {
  /// The published number of each place, margins included; `nil` where it is hidden.
  let shown: [Int?]
  private var rows: [[Int]] = []
  private var basis: [Int] = []
  private let hidden: [Int]
  private let leasts: [Int]
  /// Whether any table agrees with what is shown.
  private(set) var isPossible = true

  /// - Parameter leasts: what the reader takes hidden places to hold at least.
  init(shape: CrossTable.Shape, shown: [Int?], leasts: [Int]) {
    self.shown = shown
    self.leasts = leasts
    hidden = shown.indices.filter { shown[$0] == nil }
    for row in 0...shape.rowCount {
      addLine((0...shape.columnCount).map { shape.place(row, $0) })
    }
    for column in 0...shape.columnCount {
      addLine((0...shape.rowCount).map { shape.place($0, column) })
    }
    findTable()
  }

  /// The last place of a line is the sum of the others.
  private mutating func addLine(_ places: [Int]) {
    var row = [Int](repeating: 0, count: hidden.count + 1)
    for (index, place) in places.enumerated() {
      let sign = index == places.count - 1 ? -1 : 1
      if let value = shown[place] {
        row[hidden.count] -= sign * value
      } else if let unknown = hidden.firstIndex(of: place) {
        row[unknown] += sign
        row[hidden.count] -= sign * leasts[place]
      }
    }
    rows.append(row[hidden.count] < 0 ? row.map { -$0 } : row)
  }

  /// Phase one: a first table that agrees with what is shown.
  private mutating func findTable() {
    let count = hidden.count
    for index in rows.indices {
      let right = rows[index].removeLast()
      rows[index] += rows.indices.map { $0 == index ? 1 : 0 } + [right]
    }
    basis = rows.indices.map { count + $0 }
    _ = minimise((0..<(count + rows.count)).map { $0 < count ? 0 : 1 })
    isPossible = zip(rows, basis).allSatisfy { $1 < count || $0.last == 0 }
    for index in rows.indices where basis[index] >= count {
      if let column = (0..<count).first(where: { rows[index][$0] != 0 }) { pivot(index, column) }
    }
    let kept = rows.indices.filter { basis[$0] < count }
    rows = kept.map { Array(rows[$0][..<count]) + [rows[$0][rows[$0].count - 1]] }
    basis = kept.map { basis[$0] }
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let sign = rows[row][column]
    precondition(abs(sign) == 1, "the matrix is not unimodular")
    let line = rows[row].map { $0 * sign }
    rows[row] = line
    for index in rows.indices where index != row {
      let factor = rows[index][column]
      if factor == 0 { continue }
      for entry in line.indices where line[entry] != 0 {
        rows[index][entry] -= factor * line[entry]
      }
    }
    basis[row] = column
  }

  /// The least value of a cost, by Bland's rule; `nil` where there is none.
  private mutating func minimise(_ costs: [Int]) -> Int? {
    while true {
      var reduced = costs + [0]
      for (row, variable) in basis.enumerated() where costs[variable] != 0 {
        for entry in reduced.indices { reduced[entry] -= costs[variable] * rows[row][entry] }
      }
      guard let column = costs.indices.first(where: { reduced[$0] < 0 }) else {
        return -reduced[costs.count]
      }
      let leaving = rows.indices.filter { rows[$0][column] > 0 }.min {
        (rows[$0][costs.count], basis[$0]) < (rows[$1][costs.count], basis[$1])
      }
      guard let leaving else { return nil }
      pivot(leaving, column)
    }
  }

  /// The values that a hidden place can have; `nil` for what nothing bounds.
  mutating func range(of place: Int) -> FlowBounds.Range {
    guard let index = hidden.firstIndex(of: place) else {
      return FlowBounds.Range(least: shown[place] ?? 0, greatest: shown[place])
    }
    let least = minimise(hidden.indices.map { $0 == index ? 1 : 0 }) ?? 0
    let greatest = minimise(hidden.indices.map { $0 == index ? -1 : 0 })
    return FlowBounds.Range(
      least: leasts[place] + least, greatest: greatest.map { leasts[place] - $0 })
  }
}

/// The same by trying all tables, for tiny ones whose grand total is shown.
struct PatientReader {
  let shape: CrossTable.Shape
  let shown: [Int?]

  /// The least and greatest value of each place over all tables that agree with what is shown.
  func ranges() -> [FlowBounds.Range] {
    var table = shown.map { $0 ?? 0 }
    var least = [Int](repeating: .max, count: shape.placeCount)
    var greatest = [Int](repeating: .min, count: shape.placeCount)
    let free = shown.indices.filter { shown[$0] == nil && shape.isInner($0) }
    let total = shown[shape.total] ?? 0
    func attempt(_ index: Int, _ rest: Int) {
      guard index < free.count else {
        guard let full = completed(table) else { return }
        for place in full.indices {
          least[place] = min(least[place], full[place])
          greatest[place] = max(greatest[place], full[place])
        }
        return
      }
      for value in 0...rest {
        table[free[index]] = value
        attempt(index + 1, rest - value)
      }
      table[free[index]] = 0
    }
    attempt(0, total)
    return least.indices.map { FlowBounds.Range(least: least[$0], greatest: greatest[$0]) }
  }

  /// The table with its margins added up, if it agrees with the shown ones.
  private func completed(_ table: [Int]) -> [Int]? {
    var full = table
    for place in full.indices where !shape.isInner(place) { full[place] = 0 }
    for row in 0..<shape.rowCount {
      for column in 0..<shape.columnCount {
        let value = table[shape.place(row, column)]
        full[shape.place(row, shape.columnCount)] += value
        full[shape.place(shape.rowCount, column)] += value
        full[shape.total] += value
      }
    }
    return full.indices.allSatisfy { shown[$0] == nil || shown[$0] == full[$0] } ? full : nil
  }
}
