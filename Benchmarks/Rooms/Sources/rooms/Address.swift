@testable import LogAggregate

enum Address {
  static func measure(_ sample: Sample) throws -> [Figure] {
    let wanted = Set(sample.clients.texts).count
    let key = try RunKey()
    var seen: Set<UInt64> = []
    sample.clients.forEach {
      seen.insert(Pseudonym(client: $0, agent: (0, 0), key: key.halves).visitor)
    }
    // An IPv6 network is one household, so that there may be fewer.
    guard seen.count <= wanted, seen.count * 2 > wanted else { fatalError("address: collisions") }
    let sum = seen.reduce(0, ^)
    return [
      Figure(
        "address to pseudonym", per: "line", count: sample.clients.count,
        ceiling: "a copy of its text",
        {
          var found: UInt64 = 0
          sample.clients.forEach {
            found |= Pseudonym(client: $0, agent: (0, 0), key: key.halves).visitor
          }
          return found
        }, check: { $0 & sum == sum }, least: { copyOnce(sample.clients.bytes) })
    ]
  }
}
