extension Visitor {
  /// Calls `body` with every visit, in no particular order.
  func forEachVisit(pool: [Visit], _ body: (Visit) -> Void) {
    body(visit)
    var entry = Int(visit.next)
    while entry != 0 {
      body(pool[entry])
      entry = Int(pool[entry].next)
    }
  }

  /// Calls `body` with every day on which views count; twice where two sources hold the day.
  func forEachDay(pool: [DayTally], _ body: (Int32) -> Void) {
    body(tally.day)
    var entry = Int(tally.next)
    while entry != 0 {
      body(pool[entry].day)
      entry = Int(pool[entry].next)
    }
  }
}
