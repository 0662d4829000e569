import Testing

@testable import LogAggregate

@Suite struct KeyTableTests {
  @Test("it keeps what a dictionary keeps", arguments: TestLength.seeds(20))
  func dictionary(_ seed: Int) {
    var random = SeededRandom(seed)
    var table = KeyTable(minimumCapacity: random.pick([0, 1, 12, 100]))
    var twin: [UInt64: UInt32] = [:]
    // Keys that collide: their upper bits are the same, or they wrap around the end.
    let bases: [UInt64] = [0, .max - 40, 0xABCD << 48, random.next()]
    for _ in 0..<600 {
      let key =
        random.once(in: 3) ? random.next() : random.pick(bases) &+ UInt64(random.int(0...60))
      switch random.int(0...2) {
      case 0: #expect(table.value(for: key) == twin[key], "seed \(seed)")
      case 1:
        let next = UInt32(twin.count)
        let wanted = twin[key] ?? next
        #expect(table.findOrInsert(key, next: next) == wanted, "seed \(seed)")
        twin[key] = wanted
      default:
        guard twin[key] == nil else { continue }
        table.insert(UInt32(twin.count), for: key)
        twin[key] = UInt32(twin.count)
      }
    }
    #expect(table.count == twin.count)
    for (key, value) in twin { #expect(table.value(for: key) == value, "seed \(seed)") }
  }

  @Test("zero is a key, and a number, like any other")
  func zero() {
    var table = KeyTable(minimumCapacity: 0)
    #expect(table.value(for: 0) == nil)
    #expect(table.findOrInsert(0, next: 0) == 0)
    #expect(table.findOrInsert(0, next: 7) == 0)
    #expect(table.value(for: 0) == 0)
  }
}
