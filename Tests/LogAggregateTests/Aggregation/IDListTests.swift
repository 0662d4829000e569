import Testing

@testable import LogAggregate

/// A visitor's list of numbers is a set, however far it goes on in the pool that all visitors share.
@Suite struct IDListTests {
  /// Small numbers are also those by which blocks of the pool lead on.
  @Test("lists that grow in turn are the sets of their numbers", arguments: [8, 40, 1_000])
  func growsAsASet(_ greatest: Int) {
    var random = SeededRandom(greatest)
    var pool = IDPool()
    var lists = [IDList<2>](repeating: IDList(), count: 12)
    var sets = [Set<UInt32>](repeating: [], count: lists.count)
    for _ in 0..<4_000 {
      let owner = random.int(0...lists.count - 1)
      let number = UInt32(random.int(0...greatest))
      let isNew = lists[owner].insert(number, pool: &pool)
      #expect(isNew == sets[owner].insert(number).inserted)
    }
    for (list, set) in zip(lists, sets) {
      var numbers: [UInt32] = []
      list.forEach(pool: pool) { numbers.append($0) }
      #expect(numbers.sorted() == set.sorted())
      #expect(list.count == UInt32(set.count))
    }
  }
}
