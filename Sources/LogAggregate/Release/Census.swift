/// The visitors of an aggregate in columns: what tables are counted from, laid out for passes over all visitors.
///
/// One pass over the records makes it, so that no table has to follow their lists again.
struct Census: ~Copyable {
  /// For each visitor some numbers, one visitor's after the other's.
  struct Lists {
    private var starts: [Int] = [0]
    fileprivate(set) var numbers: [UInt32] = []

    fileprivate mutating func endVisitor() { starts.append(numbers.count) }

    /// The places of one visitor's numbers.
    func range(_ visitor: Int) -> Range<Int> { starts[visitor]..<starts[visitor + 1] }
  }

  let count: Int
  private(set) var networks: [UInt32] = []
  private(set) var agents: [UInt32] = []
  private(set) var views: [Int] = []
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
  /// The numbers of the steps between sections that visitors took.
  private(set) var steps = Lists()
  private let facts: [[UInt32]]
  /// What was counted for advertisers, where something was.
  let advertising: AdvertisingCensus?

  /// - Complexity: O(visitors + their pages, origins and visits).
  init(_ aggregate: borrowing Aggregate) {
    count = aggregate.visitors.count
    facts = FactKind.allCases.map { aggregate.facts($0) }
    advertising = AdvertisingCensus(aggregate)
    networks.reserveCapacity(count)
    agents.reserveCapacity(count)
    views.reserveCapacity(count)
    hours.reserveCapacity(count)
    statuses.reserveCapacity(count)
    let names = aggregate.pages
    let pools = aggregate.pools
    let flow = aggregate.flow
    for number in aggregate.visitors.indices {
      let visitor = aggregate.visitors[number]
      networks.append(visitor.network)
      agents.append(visitor.agent)
      views.append(Int(visitor.views))
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
      }
      entryPages.endVisitor()
      flow?.forEachStep(of: number) { steps.numbers.append($0) }
      steps.endVisitor()
    }
  }

  /// Every visitor's fact of a kind, or ``FactTable/none``.
  func facts(_ kind: FactKind) -> [UInt32] {
    let numbers = facts[kind.rawValue]
    return numbers.isEmpty ? [UInt32](repeating: FactTable.none, count: count) : numbers
  }

  /// The number of visits.
  var visitCount: Int { exitPages.count }

  /// The places of one visitor's visits in the columns of visits.
  func visits(of visitor: Int) -> Range<Int> { entryPages.range(visitor) }
}
