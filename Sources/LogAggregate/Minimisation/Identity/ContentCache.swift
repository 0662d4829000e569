/// Remembers what distinct contents were reduced to, by their digest, in bounded memory.
///
/// Four ways a set, side by side in memory; a full set lets its oldest entry go. The contents themselves are not kept.
struct ContentCache<Value> {
  private struct Slot {
    var digest: UInt64
    var value: Value
  }
  private var slots: [Slot]
  private let mask: Int
  private var turn = 0
  /// How often it was asked, and how often it remembered.
  private(set) var use = CacheUse()

  /// - Precondition: `setCount` is a power of two.
  init(setCount: Int, empty: Value) {
    precondition(setCount > 0 && setCount & (setCount - 1) == 0)
    slots = Array(repeating: Slot(digest: 0, value: empty), count: setCount * 4)
    mask = setCount - 1
  }

  /// What the content of that digest was reduced to, or `nil` where it is not remembered.
  /// - Complexity: O(1).
  @inline(__always)
  mutating func value(for digest: UInt64) -> Value? {
    let base = (Int(truncatingIfNeeded: digest >> 8) & mask) &* 4
    // Which way it is cannot be guessed, so that all are looked at without asking in between.
    var way = -1
    way = slots[base &+ 3].digest == digest ? 3 : way
    way = slots[base &+ 2].digest == digest ? 2 : way
    way = slots[base &+ 1].digest == digest ? 1 : way
    way = slots[base].digest == digest ? 0 : way
    guard way >= 0 else {
      use.misses &+= 1
      return nil
    }
    use.hits &+= 1
    return slots[base &+ way].value
  }

  /// Has the memory fetched that ``value(for:)`` will look at.
  @inline(__always)
  mutating func prefetch(_ digest: UInt64) {
    let base = (Int(truncatingIfNeeded: digest >> 8) & mask) &* 4
    slots.prefetch(base)
    slots.prefetch(base &+ 3)
  }

  /// Remembers `value` for the content of that digest, in place of what was remembered for it.
  mutating func insert(_ value: Value, for digest: UInt64) {
    let base = (Int(truncatingIfNeeded: digest >> 8) & mask) &* 4
    var way = turn & 3
    for free in 0..<4
    where slots[base + free].digest == 0 || slots[base + free].digest == digest {
      way = free
      break
    }
    turn &+= 1
    slots[base + way] = Slot(digest: digest, value: value)
  }
}

/// How often a cache remembered what it was asked for, and how often it did not.
struct CacheUse: Equatable, Sendable {
  var hits = 0
  var misses = 0
}
