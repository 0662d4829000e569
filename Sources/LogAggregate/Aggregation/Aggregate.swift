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

  private(set) var tally = Tally()
  private(set) var visitors: [Visitor] = []
  /// Page views by page number, origin number, hour, status class and day.
  private(set) var pageViewsByPage: [Int] = []
  private(set) var pageViewsByOrigin: [Int] = []
  private(set) var pageViewsByHour = InlineArray<24, Int>(repeating: 0)
  private(set) var pageViewsByStatus = InlineArray<6, Int>(repeating: 0)
  private var earlierDays: [Int32: Int] = [:]
  private(set) var pageViews = 0
  /// The names of the formats that were recognised.
  private(set) var formatNames: [String] = []
  /// What a salvaged input ended at.
  private(set) var damage: InputError?
  /// The fields that the formats of the inputs have.
  private(set) var fields: FieldSet = []
  /// Rejected lines by place, the first ones of the run.
  private(set) var rejections: [Rejection] = []

  /// The classes of agents, by number.
  private(set) var agents: [PackedAgent] = []
  private var agentNumbers: [PackedAgent: UInt32] = [:]
  private var visitorIndex = KeyTable(minimumCapacity: 1 << 12)
  private var networkIndex = KeyTable(minimumCapacity: 1 << 10)
  private(set) var idPool = IDPool()
  private(set) var visitPool: [Visit] = []
  private(set) var dayPool: [DayTally] = []
  private var facts = FactTable()
  private var found: [UInt32] = []
  private var lastDay: Int32 = .min
  private var lastDayViews = 0

  /// Where a rejected line stands, and why it was rejected.
  struct Rejection: Sendable {
    let reason: Malformed
    let source: Int
    let line: Int
  }

  init(rules: MinimisationRules, visitorLimit: Int) {
    pages = rules.pages
    sections = rules.sections
    origins = rules.origins
    providers = rules.facts.providerNames
    clientDomains = rules.facts.clientDomains
    members = rules.facts.members
    self.visitorLimit = visitorLimit
  }

  /// Adds a batch.
  /// - Precondition: the batches of one source come in its order, which decides what lies beyond a visitor's limit.
  /// - Complexity: O(observations) expected.
  mutating func add(_ batch: borrowing Batch, input: Int, firstLine: Int) {
    tally.add(batch.tally)
    for rejection in batch.rejections where rejections.count < Self.rememberedRejections {
      rejections.append(
        Rejection(reason: rejection.reason, source: input, line: firstLine + rejection.line + 1))
    }
    for fact in batch.facts { facts.note(fact) }
    locate(batch.observations)
    var beyondLimit = 0
    for index in batch.observations.indices {
      let view = batch.observations[index]
      if !count(view, of: Int(found[index]), source: batch.source) { beyondLimit &+= 1 }
    }
    tally.moveBeyondLimit(beyondLimit)
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
  mutating func describe(formats: [String], damage: InputError?, fields: FieldSet) {
    formatNames = formats
    self.damage = damage
    self.fields = fields
  }

  /// Lets go of every visitor's record, once nothing more is to be learnt of them than their columns.
  mutating func forgetVisitors() {
    visitors = []
    visitPool = []
    dayPool = []
    idPool = IDPool()
    visitorIndex = KeyTable(minimumCapacity: 0)
    facts = FactTable()
  }

  /// Finds every observation's visitor, so that the records can be fetched ahead.
  private mutating func locate(_ observations: [Observation]) {
    found.removeAll(keepingCapacity: true)
    for view in observations {
      found.append(visitorIndex.findOrInsert(view.visitor, next: UInt32(visitorIndex.count)))
    }
  }

  /// Counts one page view, unless it lies beyond its visitor's limit.
  private mutating func count(_ view: Observation, of number: Int, source: UInt16) -> Bool {
    let isNew = number == visitors.count
    if isNew {
      let next = UInt32(networkIndex.count)
      let network = networkIndex.findOrInsert(view.network, next: next)
      let agent = agentNumber(of: view.agent)
      visitors.append(Visitor(view, agent: agent, network: network, source: source))
    }
    guard countTowardsLimit(view, of: number, source: source) else { return false }
    visitors[number].views &+= 1
    visitors[number].hours |= 1 << UInt32(view.hour)
    visitors[number].statuses |= 1 << view.statusClass
    _ = visitors[number].pages.insert(view.page, pool: &idPool)
    _ = visitors[number].origins.insert(view.origin, pool: &idPool)
    if !isNew { addToVisit(view, of: number, source: source) }
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
    if let known = agentNumbers[agent] { return known }
    let number = UInt32(agents.count)
    agents.append(agent)
    agentNumbers[agent] = number
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

  /// Counts the view against its visitor's limit for the day and source.
  /// - Returns: whether it is within the limit.
  private mutating func countTowardsLimit(
    _ view: Observation, of number: Int, source: UInt16
  ) -> Bool {
    if visitors[number].tally.day != view.day || visitors[number].tally.source != source {
      recallTally(day: view.day, source: source, of: number)
    }
    guard Int(visitors[number].tally.views) < visitorLimit else { return false }
    visitors[number].tally.views &+= 1
    return true
  }

  /// Puts the tally of that day and source in front, from the pool or new.
  private mutating func recallTally(day: Int32, source: UInt16, of number: Int) {
    var wanted = DayTally(day: day, source: source)
    let current = visitors[number].tally
    var entry = Int(current.next)
    while entry != 0 {
      if dayPool[entry].day == day, dayPool[entry].source == source {
        // Swap places, each keeping its link.
        wanted = dayPool[entry]
        let link = wanted.next
        wanted.next = current.next
        dayPool[entry] = current
        dayPool[entry].next = link
        visitors[number].tally = wanted
        return
      }
      entry = Int(dayPool[entry].next)
    }
    if dayPool.isEmpty { dayPool.append(current) }
    dayPool.append(current)
    wanted.next = UInt32(dayPool.count - 1)
    visitors[number].tally = wanted
  }

  private mutating func addToVisit(_ view: Observation, of number: Int, source: UInt16) {
    let current = visitors[number].visit
    let isLatest = visitors[number].isVisitLatest
    if current.takes(time: view.time, day: view.day) {
      visitors[number].visit.add(view, source: source, pages: pages)
      let mayTouch = view.time < current.start || (view.time > current.end && !isLatest)
      if current.next != 0, mayTouch { joinVisits(of: number) }
    } else if recallVisit(for: view, of: number, source: source) {
      joinVisits(of: number)
    } else {
      if visitPool.isEmpty { visitPool.append(current) }
      visitPool.append(current)
      visitors[number].visit = Visit(view, source: source)
      visitors[number].visit.next = UInt32(visitPool.count - 1)
      visitors[number].isVisitLatest = isLatest && view.time > current.end
    }
  }

  /// Puts the earlier visit that takes the view in front and adds the view to it.
  private mutating func recallVisit(
    for view: Observation, of number: Int, source: UInt16
  ) -> Bool {
    var entry = Int(visitors[number].visit.next)
    while entry != 0 {
      if visitPool[entry].takes(time: view.time, day: view.day) {
        let current = visitors[number].visit
        var wanted = visitPool[entry]
        let link = wanted.next
        wanted.next = current.next
        visitPool[entry] = current
        visitPool[entry].next = link
        wanted.add(view, source: source, pages: pages)
        visitors[number].visit = wanted
        return true
      }
      entry = Int(visitPool[entry].next)
    }
    return false
  }

  /// Joins the visit in front with every other that it has come to touch.
  private mutating func joinVisits(of number: Int) {
    var isLatest = true
    var previous = 0
    var entry = Int(visitors[number].visit.next)
    while entry != 0 {
      let link = visitPool[entry].next
      if visitPool[entry].touches(visitors[number].visit) {
        visitors[number].visit.absorb(visitPool[entry])
        if previous == 0 {
          visitors[number].visit.next = link
        } else {
          visitPool[previous].next = link
        }
      } else {
        isLatest = isLatest && visitPool[entry].end < visitors[number].visit.start
        previous = entry
      }
      entry = Int(link)
    }
    visitors[number].isVisitLatest = isLatest
  }
}
