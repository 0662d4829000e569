/// What is known of every visitor's impressions, clicks, goals and campaigns: no more than tables are computed from.
///
/// Also visitors without a page view are held here; they are in no other table.
struct AdvertisingCounts: Sendable {
  /// How many times a placement was shown to a visitor on a day.
  struct Exposure: Sendable {
    let placement: UInt16
    let day: Int32
    var impressions: UInt32 = 0
    /// A bit for each hour of the day with an impression.
    var hours: UInt32 = 0
    /// The visitor's next exposure; 0 for none.
    fileprivate(set) var next: UInt32 = 0
  }

  /// Something that belongs to a visit.
  struct Moment: Sendable {
    fileprivate(set) var time: UInt32
    let day: Int32
    let hour: UInt8
    fileprivate(set) var finding: AdvertisingFinding
    /// The visitor's next moment; 0 for none.
    fileprivate(set) var next: UInt32 = 0
  }

  struct Visitor: Sendable {
    let pseudonym: UInt64
    /// The pseudonym of the network.
    let network: UInt64
    fileprivate var exposures: UInt32 = 0
    fileprivate var moments: UInt32 = 0
    fileprivate var tally: Tally
  }

  /// What counts already of a visitor, for one day and input source.
  fileprivate struct Tally: Sendable {
    let day: Int32
    let source: UInt16
    var impressions: UInt16 = 0
    var clicks: UInt16 = 0
    var conversions: UInt16 = 0
    var landings: UInt16 = 0
    var next: UInt32 = 0
  }

  private(set) var visitors = PagedArray<Visitor>()
  /// The impressions of each placement in each hour of the day, by ``place(of:hour:)``.
  private(set) var hourlyImpressions: [Int] = []
  private var index = KeyTable(minimumCapacity: 64)
  // The first place of each pool is never used, since 0 ends a list.
  private var exposures = PagedArray<Exposure>()
  private var moments = PagedArray<Moment>()
  private var tallies: [Tally] = []
  private let limits: AdvertisingLimits
  /// Whether impressions can earn conversions, so that their times are kept.
  private let keepsImpressions: Bool

  /// How many visitors are told apart; events of further ones are left out.
  private let capacity: Int

  init(limits: AdvertisingLimits, keepsImpressions: Bool, capacity: Int) {
    self.limits = limits
    self.capacity = capacity
    self.keepsImpressions = keepsImpressions
  }

  /// Counts one event, unless it lies beyond its visitor's limit.
  /// - Parameter visits: calls its argument with every visit of the visitor so far.
  /// - Precondition: the events of one source come in its order.
  /// - Complexity: O(the visitor's moments and visits).
  mutating func add(
    _ event: AdvertisingEvent, source: UInt16, visits: ((Visit) -> Void) -> Void
  ) {
    if visitors.count >= capacity, index.value(for: event.visitor) == nil { return }
    let number = Int(index.findOrInsert(event.visitor, next: UInt32(visitors.count)))
    if number == visitors.count {
      visitors.append(
        Visitor(
          pseudonym: event.visitor, network: event.network,
          tally: Tally(day: event.day, source: source)))
    }
    guard isWithinLimit(event, source, number) else { return }
    if event.finding.kind == .impression { countImpression(event, number) }
    guard event.finding.kind != .impression || keepsImpressions else { return }
    let moment = Moment(
      time: event.time, day: event.day, hour: event.hour, finding: event.finding)
    guard event.finding.kind.isOncePerVisit else { return keep(moment, number) }
    keepFirst(moment, number, visits)
  }

  /// Calls `body` with every exposure of a visitor.
  func forEachExposure(of visitor: Int, _ body: (Exposure) -> Void) {
    var entry = visitors[visitor].exposures
    while entry != 0 {
      body(exposures[Int(entry)])
      entry = exposures[Int(entry)].next
    }
  }

  /// Calls `body` with every moment of a visitor, in no particular order.
  func forEachMoment(of visitor: Int, _ body: (Moment) -> Void) {
    var entry = visitors[visitor].moments
    while entry != 0 {
      body(moments[Int(entry)])
      entry = moments[Int(entry)].next
    }
  }

  /// Where the impressions of a placement in an hour of the day are counted.
  static func place(of placement: Int, hour: Int) -> Int { placement * 24 + hour }

  // MARK: - Counting

  private mutating func countImpression(_ event: AdvertisingEvent, _ number: Int) {
    var entry = visitors[number].exposures
    while entry != 0,
      exposures[Int(entry)].placement != event.finding.placement
        || exposures[Int(entry)].day != event.day
    {
      entry = exposures[Int(entry)].next
    }
    if entry == 0 {
      let new = Exposure(placement: event.finding.placement, day: event.day)
      if exposures.isEmpty { exposures.append(new) }
      exposures.append(new)
      entry = UInt32(exposures.count - 1)
      exposures[Int(entry)].next = visitors[number].exposures
      visitors[number].exposures = entry
    }
    exposures[Int(entry)].impressions += 1
    exposures[Int(entry)].hours |= 1 << UInt32(event.hour)
    let place = Self.place(of: Int(event.finding.placement), hour: Int(event.hour))
    if place >= hourlyImpressions.count {
      hourlyImpressions += [Int](repeating: 0, count: place + 1 - hourlyImpressions.count)
    }
    hourlyImpressions[place] += 1
  }

  private mutating func keep(_ moment: Moment, _ number: Int) {
    var moment = moment
    moment.next = visitors[number].moments
    if moments.isEmpty { moments.append(moment) }
    moments.append(moment)
    visitors[number].moments = UInt32(moments.count - 1)
  }

  /// Keeps the first moment of its kind in a visit, and lets later ones go.
  ///
  /// Visits only grow, so that two moments that lie in one visit now will lie in one at the end; what lies in
  /// no visit yet is kept.
  private mutating func keepFirst(
    _ moment: Moment, _ number: Int, _ visits: ((Visit) -> Void) -> Void
  ) {
    var home: Visit?
    visits { if $0.holds(time: moment.time, day: moment.day) { home = $0 } }
    var entry = visitors[number].moments
    while entry != 0 {
      let known = moments[Int(entry)]
      if known.finding.isLike(moment.finding) {
        if known.time == moment.time, known.finding == moment.finding { return }
        if let home, home.holds(time: known.time, day: known.day) {
          if known.time < moment.time { return }
          if known.time > moment.time {
            moments[Int(entry)].time = moment.time
            moments[Int(entry)].finding = moment.finding
            return
          }
        }
      }
      entry = known.next
    }
    keep(moment, number)
  }

  // MARK: - Limits

  private mutating func isWithinLimit(
    _ event: AdvertisingEvent, _ source: UInt16, _ number: Int
  ) -> Bool {
    recallTally(day: event.day, source: source, number)
    switch event.finding.kind {
    case .impression:
      guard Int(visitors[number].tally.impressions) < limits.impressions else { return false }
      visitors[number].tally.impressions += 1
    case .click:
      guard Int(visitors[number].tally.clicks) < limits.clicks else { return false }
      visitors[number].tally.clicks += 1
    case .conversion:
      guard Int(visitors[number].tally.conversions) < limits.clicks else { return false }
      visitors[number].tally.conversions += 1
    case .landing:
      guard Int(visitors[number].tally.landings) < limits.impressions else { return false }
      visitors[number].tally.landings += 1
    }
    return true
  }

  /// Puts the tally of that day and source in front, from the pool or new.
  private mutating func recallTally(day: Int32, source: UInt16, _ number: Int) {
    let current = visitors[number].tally
    guard current.day != day || current.source != source else { return }
    var entry = Int(current.next)
    while entry != 0, tallies[entry].day != day || tallies[entry].source != source {
      entry = Int(tallies[entry].next)
    }
    var wanted = Tally(day: day, source: source)
    if entry != 0 {
      // The two swap places, each keeping its link.
      wanted = tallies[entry]
      let link = wanted.next
      wanted.next = current.next
      tallies[entry] = current
      tallies[entry].next = link
    } else {
      if tallies.isEmpty { tallies.append(current) }
      tallies.append(current)
      wanted.next = UInt32(tallies.count - 1)
    }
    visitors[number].tally = wanted
  }
}

/// How much of one visitor counts, for one day and input source.
struct AdvertisingLimits: Sendable {
  let impressions: Int
  /// Of clicks, and likewise of conversions.
  let clicks: Int
}

extension AdvertisingKind {
  /// Whether only the first in a visit matters beyond its number.
  var isOncePerVisit: Bool { self == .impression || self == .landing }
}

extension AdvertisingFinding {
  /// Whether the first of the two in a visit decides: impressions of one placement, or landings.
  func isLike(_ other: AdvertisingFinding) -> Bool {
    kind == other.kind && placement == other.placement
  }
}

extension Visit {
  /// Whether something at that time belongs to the visit: from its first page view until the longest gap after its last.
  ///
  /// No two visits of a visitor hold the same time, and what a visit holds it will hold for good.
  func holds(time: UInt32, day: Int32) -> Bool {
    day == self.day && time >= start && UInt64(time) <= UInt64(end) + UInt64(Self.longestGap)
  }
}
