/// Items that wait for their moment: constant time to add one and to find those that are due.
struct TimingWheel<Item> {
  /// The longest wait, in ticks.
  static var span: Int { 1 << 16 }

  private var items: [(item: Item, next: Int32)] = []
  private var heads = [Int32](repeating: -1, count: span)
  private var free: Int32 = -1

  /// - Precondition: `tick` lies after the last tick taken, by less than `span`.
  mutating func add(_ item: Item, at tick: Int) {
    let slot = tick % Self.span
    if free >= 0 {
      let place = free
      free = items[Int(place)].next
      items[Int(place)] = (item, heads[slot])
      heads[slot] = place
    } else {
      items.append((item, heads[slot]))
      heads[slot] = Int32(items.count - 1)
    }
  }

  /// One of the items due at `tick`, the last added first.
  mutating func take(at tick: Int) -> Item? {
    let slot = tick % Self.span
    let place = heads[slot]
    if place < 0 { return nil }
    heads[slot] = items[Int(place)].next
    items[Int(place)].next = free
    free = place
    return items[Int(place)].item
  }
}
