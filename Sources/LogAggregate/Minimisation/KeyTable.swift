/// An open-addressing table from 64-bit keys to small numbers.
///
/// Keys must be well mixed already (pseudonyms, digests); 0 is a key like any other.
struct KeyTable: Sendable {
  private struct Slot: BitwiseCopyable, Sendable {
    var key: UInt64 = 0
    /// The number plus one; 0 marks a free slot.
    var entry: UInt32 = 0
  }
  private var slots: [Slot]
  private var mask: Int
  /// Positions come from the upper bits, by this shift.
  private var shift: UInt64
  private(set) var count = 0

  /// - Complexity: O(capacity).
  init(minimumCapacity: Int) {
    var capacity = 16
    while capacity * 3 < minimumCapacity * 4 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    mask = capacity - 1
    shift = UInt64(64 - capacity.trailingZeroBitCount)
  }

  /// The number kept for `key`, or `nil`.
  /// - Complexity: O(1) expected; allocates nothing.
  @inline(__always)
  func value(for key: UInt64) -> UInt32? {
    var position = Int(truncatingIfNeeded: key >> shift)
    while true {
      let slot = slots[position]
      if slot.entry == 0 { return nil }
      if slot.key == key { return slot.entry &- 1 }
      position = (position &+ 1) & mask
    }
  }

  /// Has the memory fetched where the search for `key` begins.
  ///
  /// Asked for many keys in turn, the searches that follow do not wait for memory one after the other.
  @inline(__always)
  func prefetch(_ key: UInt64) {
    slots.prefetch(Int(truncatingIfNeeded: key >> shift))
  }

  /// The number kept for `key`, or `next` where the key is new: it is kept then.
  /// - Complexity: O(1) expected, amortized over growth by doubling.
  @inline(__always)
  mutating func findOrInsert(_ key: UInt64, next: UInt32) -> UInt32 {
    var position = Int(truncatingIfNeeded: key >> shift)
    while true {
      let slot = slots[position]
      if slot.entry == 0 { break }
      if slot.key == key { return slot.entry &- 1 }
      position = (position &+ 1) & mask
    }
    insert(next, for: key)
    return next
  }

  /// Keeps `value` for `key`.
  /// - Precondition: the key is new.
  mutating func insert(_ value: UInt32, for key: UInt64) {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    place(Slot(key: key, entry: value &+ 1))
    count += 1
  }

  /// Calls `body` with every key and its number, in no particular order.
  func forEach(_ body: (UInt64, UInt32) -> Void) {
    for slot in slots where slot.entry != 0 { body(slot.key, slot.entry &- 1) }
  }

  private mutating func place(_ slot: Slot) {
    var position = Int(truncatingIfNeeded: slot.key >> shift)
    while slots[position].entry != 0 { position = (position &+ 1) & mask }
    slots[position] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    shift -= 1
    for slot in old where slot.entry != 0 { place(slot) }
  }
}
