/// Which groups of visitors a reader can compute who solves the equations of all shown figures of several tables.
///
/// The unknowns are the groups of visitors that no table tells apart, the equations the shown cells. A group's size is
/// determined if and only if the group stands alone in a row of the reduced equations. They are reduced modulo a
/// prime: that is exact unless a minor of this matrix of zeros and ones is a multiple of 2³¹ − 1.
struct LinearAudit {
  private static let prime: UInt64 = (1 << 31) - 1
  /// For each group its cell in each table.
  private let groups: [[Int]]
  private let offsets: [Int]
  private let equationCount: Int

  /// - Parameter groups: for each group its cell in each table, hidden ones being one cell together.
  init(_ groups: [[Int]]) {
    self.groups = groups
    var offsets: [Int] = []
    var total = 0
    for table in 0..<(groups.first?.count ?? 0) {
      offsets.append(total)
      total += (groups.lazy.map { $0[table] }.max() ?? -1) + 1
    }
    self.offsets = offsets
    equationCount = total
  }

  /// The groups whose sizes are determined, ascending.
  /// - Complexity: O(equations² × groups) at worst; far less for tables that hardly depend on each other.
  func determined() -> [Int] {
    var rows = [[UInt64]](
      repeating: [UInt64](repeating: 0, count: groups.count), count: equationCount)
    for (group, cells) in groups.enumerated() {
      for (table, cell) in cells.enumerated() { rows[offsets[table] + cell][group] = 1 }
    }
    var pivots: [Int?] = Array(repeating: nil, count: equationCount)
    for row in rows.indices {
      guard let pivot = rows[row].firstIndex(where: { $0 != 0 }) else { continue }
      pivots[row] = pivot
      let inverse = Self.power(rows[row][pivot], Self.prime - 2)
      for column in groups.indices where rows[row][column] != 0 {
        rows[row][column] = rows[row][column] * inverse % Self.prime
      }
      let pivotRow = rows[row]
      for other in rows.indices where other != row && rows[other][pivot] != 0 {
        let factor = Self.prime - rows[other][pivot]
        for column in groups.indices where pivotRow[column] != 0 {
          rows[other][column] = (rows[other][column] + factor * pivotRow[column]) % Self.prime
        }
      }
    }
    return rows.indices.compactMap { row in
      guard let pivot = pivots[row] else { return nil }
      return rows[row].indices.contains { $0 != pivot && rows[row][$0] != 0 } ? nil : pivot
    }.sorted()
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var result: UInt64 = 1
    var square = base % prime
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square % prime }
      square = square * square % prime
      rest >>= 1
    }
    return result
  }
}
