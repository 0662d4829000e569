/// Remembers what distinct contents were reduced to, by their digest, in bounded memory.
///
/// Four ways a set; a full set lets its oldest entry go. The contents themselves are not kept.
struct ContentCache<Value> {
  private var digests: [UInt64]
  private var values: [Value]
  private let mask: Int
  private var turn = 0
  private(set) var hitCount = 0
  private(set) var missCount = 0

  /// - Precondition: `setCount` is a power of two.
  init(setCount: Int, empty: Value) {
    precondition(setCount > 0 && setCount & (setCount - 1) == 0)
    digests = Array(repeating: 0, count: setCount * 4)
    values = Array(repeating: empty, count: setCount * 4)
    mask = setCount - 1
  }

  /// What the content of that digest was reduced to, or `nil` where it is not remembered.
  /// - Complexity: O(1).
  @inline(__always)
  mutating func value(for digest: UInt64) -> Value? {
    let base = (Int(truncatingIfNeeded: digest >> 8) & mask) &* 4
    for way in 0..<4 where digests[base &+ way] == digest {
      hitCount &+= 1
      return values[base &+ way]
    }
    missCount &+= 1
    return nil
  }

  /// Remembers `value` for the content of that digest.
  mutating func insert(_ value: Value, for digest: UInt64) {
    let base = (Int(truncatingIfNeeded: digest >> 8) & mask) &* 4
    var way = turn & 3
    for free in 0..<4 where digests[base + free] == 0 {
      way = free
      break
    }
    turn &+= 1
    digests[base + way] = digest
    values[base + way] = value
  }
}
