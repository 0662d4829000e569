/// Everything counted in a run, before disclosure control; used up by releasing it.
///
/// Its counters are internal and it cannot be copied, printed or encoded: what may be known of it is decided by ``Release``.
public struct Aggregate: ~Copyable, Sendable {
  /// The names behind the numbers.
  let pages: Lexicon
  let sections: Lexicon
  let origins: Lexicon
  let providers: Lexicon
  let clientDomains: Lexicon
  let members: MemberTable?
  private let visitorLimit: Int
  /// How many visitors are told apart.
  let visitorCapacity: Int
  /// Whether page views of further visitors were left out.
  private(set) var leavesOutVisitors = false

  private(set) var tally = Tally()
  /// What a ledger knows the period's lines again by.
  private(set) var digest = LineDigest()
  private(set) var visitors = PagedArray<Visitor>()
  private(set) var pools = VisitorPools()
  /// The steps between sections, where they are asked for.
  private(set) var flow: PageFlow?
  /// Page views by page number, origin number, hour, status class and day.
  private(set) var pageViewsByPage: [Int] = []
  private(set) var pageViewsByOrigin: [Int] = []
  private(set) var pageViewsByHour = InlineArray<24, Int>(repeating: 0)
  private(set) var pageViewsByStatus = InlineArray<6, Int>(repeating: 0)
  private var earlierDays: [Int32: Int] = [:]
  private(set) var pageViews = 0
  /// The names of the formats that were recognised.
  private(set) var formatNames: [String] = []
  /// What salvaged inputs ended at.
  private(set) var damages: [InputDamage] = []
  /// The numbers of two inputs, as given and from 0, that begin with the same lines.
  private(set) var alikeInputs: [(Int, Int)] = []
  /// How many sources the inputs are: files that follow one another in time are one.
  private(set) var sourceCount = 0
  /// The fields that the formats of the inputs have.
  private(set) var fields: FieldSet = []
  /// Rejected lines by place, the first ones of the run.
  private(set) var rejections: [Rejection] = []

  /// The classes of agents, by number.
  private(set) var agents: [PackedAgent] = []
  private var agentIndex = KeyTable(minimumCapacity: 1 << 9)
  private var visitorIndex = KeyTable(minimumCapacity: 1 << 12)
  private var networkIndex = KeyTable(minimumCapacity: 1 << 10)
  private var facts = FactTable()
  /// What is counted for advertisers, where something is.
  private(set) var advertising: AdvertisingCounts?
  /// The domains that clicks lead to, and the campaigns, by number.
  let targets: Lexicon
  let campaigns: Lexicon
  private var found: [UInt32] = []
  private var lastDay: Int32 = .min
  private var lastDayViews = 0

  /// How many visitors a run tells apart unless it is asked for fewer: about a gigabyte of records.
  ///
  /// The page views of further ones are left out as those beyond a visitor's limit are: who would not be told apart cannot be
  /// counted towards a threshold, and every figure stays one of the same population. Which visitors these are follows from the
  /// order of the lines alone. A sketch would estimate the others, but under the run's key, so never twice the same.
  public static let visitorCapacity = 1 << 22

  /// Stands in for the number of a visitor that is not told apart.
  private static let leftOut = UInt32.max

  /// Where a rejected line stands, and why it was rejected.
  struct Rejection: Sendable {
    let reason: Malformed
    let source: Int
    let line: Int
  }

  init(
    rules: MinimisationRules, visitorLimit: Int, clickLimit: Int, countsFlow: Bool = false,
    visitorCapacity: Int = Self.visitorCapacity
  ) {
    pages = rules.pages
    sections = rules.sections
    origins = rules.origins
    providers = rules.facts.providerNames
    clientDomains = rules.facts.clientDomains
    members = rules.facts.members
    self.visitorLimit = visitorLimit
    self.visitorCapacity = visitorCapacity
    if countsFlow { flow = PageFlow() }
    targets = rules.advertising.targets
    campaigns = rules.advertising.campaigns
    if rules.advertising.countsEvents {
      advertising = AdvertisingCounts(
        limits: AdvertisingLimits(impressions: visitorLimit, clicks: clickLimit),
        keepsImpressions: rules.advertising.attributesConversions, capacity: visitorCapacity)
    }
  }

  /// Adds a batch.
  /// - Precondition: the batches of one source come in its order, which decides what lies beyond a visitor's limit.
  /// - Parameters:
  ///   - source: the source of the chunk: files that follow one another in time are one.
  ///   - nextTime: when the input after this one begins.
  /// - Complexity: O(observations) expected.
  mutating func add(
    _ batch: borrowing Batch, input: Int, source: UInt16, firstLine: Int, nextTime: Int64? = nil
  ) {
    tally.add(batch.tally)
    digest.add(batch.digest)
    for rejection in batch.rejections where rejections.count < Self.rememberedRejections {
      rejections.append(
        Rejection(reason: rejection.reason, source: input, line: firstLine + rejection.line + 1))
    }
    // Also those are told of who have no page view, and may outnumber those who have.
    for fact in batch.told.facts { facts.note(fact, capacity: 2 * visitorCapacity) }
    locate(batch.observations)
    var beyondLimit = 0
    for index in batch.observations.indices {
      prefetch(ahead: index, batch.observations)
      let view = batch.observations[index]
      if !count(view, of: Int(found[index]), source: source) { beyondLimit &+= 1 }
    }
    tally.moveBeyondLimit(beyondLimit)
    flow?.settleCrowd(source, nextTime: nextTime, pages)
    if !batch.told.events.isEmpty { addEvents(batch, source: source) }
  }

  /// Adds what the batch tells for advertisers, after its page views, which decide on visits.
  private mutating func addEvents(_ batch: borrowing Batch, source: UInt16) {
    for event in batch.told.events {
      let place = visitorIndex.value(for: event.visitor)
      advertising?.add(event, source: source) { body in
        if let place { visitors[Int(place)].forEachVisit(pools, body) }
      }
    }
  }

  /// The number of an advertising visitor among those with page views; `nil` where there is none.
  borrowing func pageVisitor(_ pseudonym: UInt64) -> Int? {
    visitorIndex.value(for: pseudonym).map(Int.init)
  }

  /// Every visitor's fact of a kind, by visitor number, or ``FactTable/none``; empty where nobody has one.
  /// - Complexity: O(visitors + facts of the kind).
  borrowing func facts(_ kind: FactKind) -> [UInt32] {
    var numbers: [UInt32] = []
    facts.forEach(kind) { visitor, number in
      guard let place = visitorIndex.value(for: visitor) else { return }
      if numbers.isEmpty { numbers = Array(repeating: FactTable.none, count: visitors.count) }
      numbers[Int(place)] = number
    }
    return numbers
  }

  /// The number of distinct networks that visitors came from.
  var networkCount: Int { networkIndex.count }

  private static let rememberedRejections = 32

  /// Notes what the run knows of its inputs.
  mutating func describe(
    formats: [String], damages: [InputDamage], alike: [(Int, Int)], fields: FieldSet,
    sourceCount: Int
  ) {
    formatNames = formats
    alikeInputs = alike
    self.sourceCount = sourceCount
    self.damages = damages
    self.fields = fields
  }

  /// Counts the visits that were open at the end of the input.
  mutating func closeVisits() { flow?.settleAll(pages) }

  /// Calls `body` with every visitor's record in turn.
  borrowing func forEachVisitor(_ body: (Visitor, borrowing VisitorPools) -> Void) {
    for number in visitors.indices { body(visitors[number], pools) }
  }

  /// Hands out every visitor's record in turn, some at a time, and lets go of what is known of visitors, so that it is never
  /// held beside all the columns that are made of it.
  mutating func drainVisitors(_ body: ([[Visitor]], borrowing VisitorPools) -> Void) {
    visitorIndex = KeyTable(minimumCapacity: 0)
    facts = FactTable()
    advertising = nil
    let pools = pools
    visitors.drain { body($0, pools) }
    self.pools = VisitorPools()
  }

  /// Calls `body` with the number of every step of each visitor's visits, and `end` behind each visitor that took any.
  mutating func drainSteps(_ body: (UInt32) -> Void, end: () -> Void) {
    flow?.drainSteps(body, end: end)
  }

  /// Finds every observation's visitor, so that the records can be fetched ahead.
  private mutating func locate(_ observations: [Observation]) {
    found.removeAll(keepingCapacity: true)
    let distance = 24
    for index in observations.indices {
      if index &+ distance < observations.count {
        visitorIndex.prefetch(observations[index &+ distance].visitor)
      }
      found.append(number(of: observations[index].visitor))
    }
  }

  /// Has the memory fetched that counting a few observations further on looks at: records lie all over it.
  @inline(__always)
  private mutating func prefetch(ahead index: Int, _ observations: [Observation]) {
    let distance = 4
    let near = index &+ distance / 2
    if near < found.count {
      let number = Int(found[near])
      if number < visitors.count { visitors[number].prefetchMoreContents(pools) }
    }
    if index &+ 2 &* distance < found.count {
      let number = Int(found[index &+ 2 &* distance])
      if number < visitors.count {
        visitors.prefetch(number)
      } else {
        networkIndex.prefetch(observations[index &+ 2 &* distance].network)
      }
    }
    if index &+ distance < found.count {
      let number = Int(found[index &+ distance])
      if number < visitors.count { visitors[number].prefetchContents(pools) }
    }
  }

  /// The visitor's number, new or known; ``leftOut`` where no further visitor is told apart.
  @inline(__always)
  private mutating func number(of visitor: UInt64) -> UInt32 {
    let count = visitorIndex.count
    if count < visitorCapacity { return visitorIndex.findOrInsert(visitor, next: UInt32(count)) }
    if let known = visitorIndex.value(for: visitor) { return known }
    leavesOutVisitors = true
    return Self.leftOut
  }

  /// Counts one page view, unless it lies beyond its visitor's limit, or its visitor beyond the run's.
  private mutating func count(_ view: Observation, of number: Int, source: UInt16) -> Bool {
    if number == Int(Self.leftOut) { return false }
    if number == visitors.count {
      let next = UInt32(networkIndex.count)
      let network = networkIndex.findOrInsert(view.network, next: next)
      let agent = agentNumber(of: view.agent)
      visitors.append(Visitor(view, agent: agent, network: network, source: source))
    }
    let counts = visitors[number].count(
      view, source: source, limit: visitorLimit, pages: pages, pools: &pools)
    guard counts else { return false }
    flow?.add(view, of: number, source: source)
    pageViews &+= 1
    pageViewsByHour[Int(view.hour)] &+= 1
    pageViewsByStatus[Int(view.statusClass)] &+= 1
    Self.count(view.page, in: &pageViewsByPage)
    Self.count(view.origin, in: &pageViewsByOrigin)
    if view.day == lastDay {
      lastDayViews &+= 1
    } else {
      closeDay()
      lastDay = view.day
      lastDayViews = 1
    }
    return true
  }

  private mutating func agentNumber(of agent: PackedAgent) -> UInt32 {
    let number = agentIndex.findOrInsert(agent.digest, next: UInt32(agents.count))
    if Int(number) == agents.count { agents.append(agent) }
    return number
  }

  private mutating func closeDay() {
    if lastDayViews > 0 { earlierDays[lastDay, default: 0] += lastDayViews }
    lastDayViews = 0
  }

  /// Page views by day of the site.
  var pageViewsByDay: [Int32: Int] {
    var days = earlierDays
    if lastDayViews > 0 { days[lastDay, default: 0] += lastDayViews }
    return days
  }

  @inline(__always)
  private static func count(_ number: UInt32, in counts: inout [Int]) {
    let index = Int(number)
    if index >= counts.count {
      counts.append(
        contentsOf: repeatElement(0, count: max(index + 1, 2 * counts.count) - counts.count))
    }
    counts[index] &+= 1
  }
}
