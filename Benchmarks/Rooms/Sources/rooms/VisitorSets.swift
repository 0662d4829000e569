@testable import LogAggregate

enum VisitorSets {
  static func measure(_ sample: Sample) throws -> [Figure] {
    let views = try sample.batches(try Sample.rules()).flatMap { $0.observations.map(\.visitor) }
    let wanted = Set(views).count
    var known = KeyTable(minimumCapacity: 0)
    return [
      Figure(
        "visitor set", per: "page view", count: views.count, ceiling: "looking up what is known",
        {
          var table = KeyTable(minimumCapacity: 0)
          for view in views { _ = table.findOrInsert(view, next: UInt32(table.count)) }
          known = table
          return table.count
        }, check: { $0 == wanted },
        least: {
          var sum: UInt32 = 0
          for view in views { sum &+= known.value(for: view) ?? 0 }
          if sum == 1 { print("") }
        })
    ]
  }
}
