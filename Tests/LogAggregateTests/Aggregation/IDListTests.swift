import Testing

@testable import LogAggregate

@Suite struct IDListTests {
  @Test("lists that share a pool are the sets they stand for", arguments: TestLength.seeds(20))
  func sets(_ seed: Int) {
    var random = SeededRandom(seed)
    var pool = IDPool()
    var lists = (0..<5).map { _ in IDList<3>() }
    var twins = (0..<5).map { _ in Set<UInt32>() }
    for _ in 0..<500 {
      let which = random.int(0...4)
      let number = UInt32(random.int(0...(which + 1) * 12))
      let isNew = twins[which].insert(number).inserted
      #expect(lists[which].insert(number, pool: &pool) == isNew, "seed \(seed)")
    }
    for which in lists.indices {
      var found: [UInt32] = []
      lists[which].forEach(pool: pool) { found.append($0) }
      #expect(found.count == twins[which].count, "seed \(seed)")
      #expect(Set(found) == twins[which], "seed \(seed)")
      #expect(Int(lists[which].count) == twins[which].count, "seed \(seed)")
    }
  }
}
