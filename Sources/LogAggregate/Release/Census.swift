internal import Dispatch
internal import Synchronization

/// The visitors of an aggregate in columns: what tables are counted from, laid out for passes over all visitors.
///
/// One pass over the records makes it, so that no table has to follow their lists again.
struct Census: ~Copyable {
  /// For each visitor some numbers, one visitor's after the other's.
  struct Lists: Sendable {
    private var starts: [UInt32] = [0]
    var numbers: [UInt32] = []

    /// Makes room; what is not used of it costs no memory.
    mutating func reserve(visitors: Int, numbers count: Int) {
      starts.reserveCapacity(visitors + 1)
      numbers.reserveCapacity(count)
    }

    mutating func endVisitor() { starts.append(UInt32(numbers.count)) }

    /// Ends the lists of visitors of whom nothing is known.
    mutating func endVisitors(upTo count: Int) {
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
    var contents = ContentColumns()
    var times = TimeColumns()
    aggregate.forEachVisitor { visitor, pools in
      contents.append(visitor, pools)
      times.append(visitor, pools, names)
    }
    take(contents, times)
    aggregate.flow?.forEachStep({ steps.numbers.append($0) }, end: { steps.endVisitor() })
    steps.endVisitors(upTo: count)
  }

  /// Makes the columns of the visitors' records and uses these up, so that not all of both is held at once.
  /// - Complexity: O(visitors + their pages, origins and visits), on two cores.
  init(draining aggregate: inout Aggregate) {
    self.init(roomFor: aggregate)
    let names = aggregate.pages
    let contents = Mutex(ContentColumns())
    let times = Mutex(TimeColumns())
    contents.withLock { $0.reserve(count, aggregate.pools) }
    times.withLock { $0.reserve(count, aggregate.pools) }
    aggregate.drainVisitors { visitors, pools in
      DispatchQueue.concurrentPerform(iterations: 2) { half in
        if half == 0 {
          contents.withLock { columns in
            Self.forEach(
              of: visitors, { $0.prefetchContents(pools) }, { $0.prefetchMoreContents(pools) }
            ) {
              columns.append($0, pools)
            }
          }
        } else {
          times.withLock { columns in
            Self.forEach(
              of: visitors, { $0.prefetchVisits(pools) }, { $0.prefetchMoreVisits(pools) }
            ) {
              columns.append($0, pools, names)
            }
          }
        }
      }
    }
    take(contents.withLock { $0 }, times.withLock { $0 })
    steps.reserve(visitors: count, numbers: aggregate.flow?.walkCapacity ?? 0)
    aggregate.drainSteps({ steps.numbers.append($0) }, end: { steps.endVisitor() })
    steps.endVisitors(upTo: count)
  }

  /// Calls `body` with every visitor, and with most of them `foresee` and then `foreseeMore` a little earlier.
  @inline(__always)
  private static func forEach(
    of visitors: [[Visitor]], _ foresee: (borrowing Visitor) -> Void,
    _ foreseeMore: (borrowing Visitor) -> Void, _ body: (Visitor) -> Void
  ) {
    let distance = 8
    for page in visitors {
      for place in page.indices {
        if place &+ 2 &* distance < page.count { foresee(page[place &+ 2 &* distance]) }
        if place &+ distance < page.count { foreseeMore(page[place &+ distance]) }
        body(page[place])
      }
    }
  }

  /// Empty columns.
  private init(roomFor aggregate: borrowing Aggregate) {
    count = aggregate.visitors.count
    facts = FactKind.allCases.map { aggregate.facts($0) }
    advertising = AdvertisingCensus(aggregate)
  }

  private mutating func take(_ contents: ContentColumns, _ times: TimeColumns) {
    networks = contents.networks
    agents = contents.agents
    views = contents.views
    statuses = contents.statuses
    pages = contents.pages
    origins = contents.origins
    hours = times.hours
    days = times.days
    dayHours = times.dayHours
    entryPages = times.entryPages
    exitPages = times.exitPages
    entryOrigins = times.entryOrigins
    visitDays = times.visitDays
    visitLengths = times.visitLengths
  }

  /// Every visitor's fact of a kind, or ``FactTable/none``.
  func facts(_ kind: FactKind) -> [UInt32] {
    let numbers = facts[kind.rawValue]
    return numbers.isEmpty ? [UInt32](repeating: FactTable.none, count: count) : numbers
  }

  /// About the most entries that a table has for all visitors: room for them is made at once, and what is not used of it costs no
  /// memory.
  var greatestEntryCount: Int {
    max(count, pages.numbers.count, steps.numbers.count, visitCount, dayHours.count)
  }

  /// The number of visits.
  var visitCount: Int { exitPages.count }

  /// For each visitor the places of the visitor's visits in the columns of visits.
  var visitRanges: Lists { entryPages }

  /// The places of one visitor's visits in the columns of visits.
  func visits(of visitor: Int) -> Range<Int> { entryPages.range(visitor) }
}
