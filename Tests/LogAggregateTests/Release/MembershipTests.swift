import Testing

@testable import LogAggregate

/// Supports of unions of cells are those of the sets that they stand for.
@Suite struct MembershipTests {
  @Test("as sets count them, each visitor once", arguments: TestLength.seeds(40))
  func agrees(_ seed: Int) {
    var random = SeededRandom(seed)
    let cellCount = random.int(1...12)
    let need = random.int(0...4)
    let networks = (0..<random.int(0...60)).map { _ in UInt32(random.int(0...5)) }
    var entries: [(visitor: Int, cell: Int)] = []
    for visitor in networks.indices {
      // Some cells twice, some visitors in none.
      for _ in 0..<random.int(0...5) { entries.append((visitor, random.int(0...cellCount - 1))) }
    }
    let membership = Membership(
      networks: networks, cellCount: cellCount, networkNeed: need, entries: entries)
    let groupCount = random.int(1...4)
    let groups = (0..<cellCount).map { _ in random.int(-1...groupCount - 1) }

    func naive(_ isMember: (Int) -> Bool) -> Membership.Support {
      let visitors = Set(entries.filter { isMember($0.cell) }.map(\.visitor))
      return Membership.Support(
        visitors: visitors.count, networks: min(need, Set(visitors.map { networks[$0] }).count))
    }
    #expect(membership.supports == (0..<cellCount).map { cell in naive { $0 == cell } })
    #expect(
      membership.supports(groupCount: groupCount) { groups[$0] }
        == (0..<groupCount).map { group in naive { groups[$0] == group } })
    let threshold = random.int(0...12)
    let rule = Suppression.Rule(threshold: threshold, networks: need, hiddenMinimum: 1)
    #expect(
      membership.supports(groupCount: groupCount, enoughFor: rule) { groups[$0] }
        == (0..<groupCount).map { group in
          var support = naive { groups[$0] == group }
          support.visitors = min(support.visitors, max(1, threshold))
          return support
        })
  }
}
