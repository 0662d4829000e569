/// The columns of what visitors are and what they saw.
struct ContentColumns: Sendable {
  var networks: [UInt32] = []
  var agents: [UInt32] = []
  var views: [UInt32] = []
  var statuses: [UInt8] = []
  var pages = Census.Lists()
  var origins = Census.Lists()

  /// Makes room; what is not used of it costs no memory.
  mutating func reserve(_ count: Int, _ pools: VisitorPools) {
    networks.reserveCapacity(count)
    agents.reserveCapacity(count)
    views.reserveCapacity(count)
    statuses.reserveCapacity(count)
    pages.reserve(visitors: count, numbers: 3 * count + pools.ids.capacity)
    origins.reserve(visitors: count, numbers: 2 * count)
  }

  @inline(__always)
  mutating func append(_ visitor: Visitor, _ pools: borrowing VisitorPools) {
    networks.append(visitor.network)
    agents.append(visitor.agent)
    views.append(visitor.views)
    statuses.append(visitor.statuses)
    visitor.pages.forEach(pool: pools.ids) { pages.numbers.append($0) }
    pages.endVisitor()
    visitor.origins.forEach(pool: pools.ids) { origins.numbers.append($0) }
    origins.endVisitor()
  }
}

/// The columns of when visitors came.
struct TimeColumns: Sendable {
  var hours: [UInt32] = []
  var days = Census.Lists()
  var dayHours: [UInt32] = []
  var entryPages = Census.Lists()
  var exitPages: [UInt32] = []
  var entryOrigins: [UInt32] = []
  var visitDays: [Int32] = []
  var visitLengths: [VisitLength] = []

  /// Makes room; what is not used of it costs no memory.
  mutating func reserve(_ count: Int, _ pools: VisitorPools) {
    let visits = count + pools.visits.count
    hours.reserveCapacity(count)
    days.reserve(visitors: count, numbers: count + pools.tallies.count)
    dayHours.reserveCapacity(count + pools.tallies.count)
    entryPages.reserve(visitors: count, numbers: visits)
    exitPages.reserveCapacity(visits)
    entryOrigins.reserveCapacity(visits)
    visitDays.reserveCapacity(visits)
    visitLengths.reserveCapacity(visits)
  }

  @inline(__always)
  mutating func append(_ visitor: Visitor, _ pools: borrowing VisitorPools, _ names: Lexicon) {
    var hoursOfAll: UInt32 = 0
    visitor.forEachDay(pools) { day, hours in
      days.numbers.append(UInt32(bitPattern: day))
      dayHours.append(hours)
      hoursOfAll |= hours
    }
    hours.append(hoursOfAll)
    days.endVisitor()
    visitor.forEachVisit(pools) { visit in
      entryPages.numbers.append(visit.entryPage)
      exitPages.append(visit.exitPage(in: names))
      entryOrigins.append(visit.entryOrigin)
      visitDays.append(visit.day)
      visitLengths.append(VisitLength(views: visit.views, seconds: visit.end - visit.start))
    }
    entryPages.endVisitor()
  }
}
