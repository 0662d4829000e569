/// The visitors of an aggregate in columns: what tables are counted from, laid out for passes over all visitors.
///
/// One pass over the records makes it, so that no table has to follow their lists again.
struct Census: ~Copyable {
  /// For each visitor some numbers, one visitor's after the other's.
  struct Lists {
    private var starts: [UInt32] = [0]
    fileprivate(set) var numbers: [UInt32] = []

    /// Makes room; what is not used of it costs no memory.
    fileprivate mutating func reserve(visitors: Int, numbers count: Int) {
      starts.reserveCapacity(visitors + 1)
      numbers.reserveCapacity(count)
    }

    fileprivate mutating func endVisitor() { starts.append(UInt32(numbers.count)) }

    /// Ends the lists of visitors of whom nothing is known.
    fileprivate mutating func endVisitors(upTo count: Int) {
      while starts.count <= count { endVisitor() }
    }

    /// The places of one visitor's numbers.
    func range(_ visitor: Int) -> Range<Int> {
      Int(starts[visitor])..<Int(starts[visitor + 1])
    }
  }

  let count: Int
  private(set) var networks: [UInt32] = []
  private(set) var agents: [UInt32] = []
  private(set) var views: [UInt32] = []
  private(set) var hours: [UInt32] = []
  private(set) var statuses: [UInt8] = []
  private(set) var pages = Lists()
  private(set) var origins = Lists()
  /// Days with views, as days since 1970-01-01 in the bits of an `Int32`; some twice.
  private(set) var days = Lists()
  /// The hours with views on these days, as bits, at the same places.
  private(set) var dayHours: [UInt32] = []
  /// The pages that visits begin with; visits stand at the same places in the next three columns.
  private(set) var entryPages = Lists()
  private(set) var exitPages: [UInt32] = []
  private(set) var entryOrigins: [UInt32] = []
  private(set) var visitDays: [Int32] = []
  private(set) var visitLengths: [VisitLength] = []
  /// The numbers of the steps between sections that visitors took.
  private(set) var steps = Lists()
  private let facts: [[UInt32]]
  /// What was counted for advertisers, where something was.
  let advertising: AdvertisingCensus?

  /// Makes the columns of the visitors' records.
  /// - Complexity: O(visitors + their pages, origins and visits).
  init(_ aggregate: borrowing Aggregate) {
    self.init(roomFor: aggregate)
    let names = aggregate.pages
    aggregate.forEachVisitor { visitor, pools in append(visitor, pools, names) }
    aggregate.flow?.forEachStep({ steps.numbers.append($0) }, end: { steps.endVisitor() })
    steps.endVisitors(upTo: count)
  }

  /// Makes the columns of the visitors' records and uses these up, so that not all of both is held at once.
  /// - Complexity: O(visitors + their pages, origins and visits).
  init(draining aggregate: inout Aggregate) {
    self.init(roomFor: aggregate)
    let names = aggregate.pages
    aggregate.drainVisitors { visitor, pools in append(visitor, pools, names) }
    aggregate.drainSteps({ steps.numbers.append($0) }, end: { steps.endVisitor() })
    steps.endVisitors(upTo: count)
  }

  private mutating func append(
    _ visitor: Visitor, _ pools: borrowing VisitorPools, _ names: Lexicon
  ) {
    networks.append(visitor.network)
    agents.append(visitor.agent)
    views.append(visitor.views)
    statuses.append(visitor.statuses)
    visitor.pages.forEach(pool: pools.ids) { pages.numbers.append($0) }
    pages.endVisitor()
    visitor.origins.forEach(pool: pools.ids) { origins.numbers.append($0) }
    origins.endVisitor()
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

  /// Empty columns; what is not used of their room costs no memory.
  private init(roomFor aggregate: borrowing Aggregate) {
    count = aggregate.visitors.count
    facts = FactKind.allCases.map { aggregate.facts($0) }
    advertising = AdvertisingCensus(aggregate)
    reserve(count, aggregate.pools)
  }

  private mutating func reserve(_ count: Int, _ pools: VisitorPools) {
    networks.reserveCapacity(count)
    agents.reserveCapacity(count)
    views.reserveCapacity(count)
    hours.reserveCapacity(count)
    statuses.reserveCapacity(count)
    let visits = count + pools.visits.count
    pages.reserve(visitors: count, numbers: 3 * count + pools.ids.capacity)
    origins.reserve(visitors: count, numbers: 2 * count)
    days.reserve(visitors: count, numbers: count + pools.tallies.count)
    dayHours.reserveCapacity(count + pools.tallies.count)
    entryPages.reserve(visitors: count, numbers: visits)
    exitPages.reserveCapacity(visits)
    entryOrigins.reserveCapacity(visits)
    visitDays.reserveCapacity(visits)
    visitLengths.reserveCapacity(visits)
  }

  /// Every visitor's fact of a kind, or ``FactTable/none``.
  func facts(_ kind: FactKind) -> [UInt32] {
    let numbers = facts[kind.rawValue]
    return numbers.isEmpty ? [UInt32](repeating: FactTable.none, count: count) : numbers
  }

  /// The number of visits.
  var visitCount: Int { exitPages.count }

  /// For each visitor the places of the visitor's visits in the columns of visits.
  var visitRanges: Lists { entryPages }

  /// The places of one visitor's visits in the columns of visits.
  func visits(of visitor: Int) -> Range<Int> { entryPages.range(visitor) }
}
