/// For each of some groups the networks seen, no more of them than need to be told apart.
struct NetworkSets: Sendable {
  private var counts: [UInt32]
  private var members: [UInt32]
  private let need: Int

  init(count: Int, need: Int) {
    self.need = need
    counts = Array(repeating: 0, count: count)
    members = Array(repeating: 0, count: count * need)
  }

  func count(of group: Int) -> Int { Int(counts[group]) }

  /// Whether further networks of a group are not counted.
  func isFull(_ group: Int) -> Bool { counts[group] >= UInt32(need) }

  mutating func insert(_ network: UInt32, into group: Int) {
    let held = Int(counts[group])
    guard held < need else { return }
    let start = group * need
    for index in start..<start + held where members[index] == network { return }
    members[start + held] = network
    counts[group] = UInt32(held + 1)
  }

  /// Takes over what another group of another collection has seen.
  /// - Precondition: both count equally far; then the union is exact as far as it is counted.
  mutating func insert(_ other: borrowing NetworkSets, group: Int, into own: Int) {
    for index in group * need..<group * need + Int(other.counts[group]) {
      insert(other.members[index], into: own)
    }
  }
}
