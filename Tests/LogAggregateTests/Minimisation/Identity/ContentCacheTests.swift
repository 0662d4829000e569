import Testing

@testable import LogAggregate

@Suite struct ContentCacheTests {
  @Test(
    "it forgets, but never tells one content's value for another's", arguments: TestLength.seeds(10)
  )
  func honest(_ seed: Int) {
    var random = SeededRandom(seed)
    var cache = ContentCache<UInt64>(setCount: 4, empty: 0)
    var known: Set<UInt64> = []
    var hits = 0
    for _ in 0..<2000 {
      // Digests are never 0.
      let digest = UInt64(random.int(1...40)) << 8 | 1
      if let value = cache.value(for: digest) {
        hits += 1
        #expect(value == digest &* 3)
        #expect(known.contains(digest))
      } else {
        cache.insert(digest &* 3, for: digest)
        known.insert(digest)
        #expect(cache.value(for: digest) == digest &* 3)
      }
    }
    #expect(hits > 0)
  }

  @Test("as many contents as a set has ways are all remembered")
  func ways() {
    var cache = ContentCache<Int>(setCount: 1, empty: 0)
    for number in 1...4 { cache.insert(number, for: UInt64(number)) }
    for number in 1...4 { #expect(cache.value(for: UInt64(number)) == number) }
    cache.insert(5, for: 5)
    #expect(cache.value(for: 5) == 5)
    #expect((1...4).count { cache.value(for: UInt64($0)) != nil } == 3)
  }

  @Test("what is remembered anew takes the place of what was remembered for the same content")
  func again() {
    var cache = ContentCache<Int>(setCount: 1, empty: 0)
    for number in 1...4 { cache.insert(number, for: UInt64(number)) }
    cache.insert(20, for: 2)
    #expect([1, 2, 3, 4].map { cache.value(for: $0) } == [1, 20, 3, 4])
  }
}
