/// The steps between sections that visits are made of: counted as soon as no further view can come between two of them.
///
/// Until then a visitor's views are kept, so that lines a little out of order, and the lines of other servers, find their
/// place. What is kept is bounded by the visits that may still go on, where the log's time tells which these are.
struct PageFlow: Sendable {
  /// A step: the numbers of two sections, each plus one; 0 is outside.
  struct Step: Sendable {
    let from: UInt32
    let to: UInt32
  }

  /// How far, in seconds, a view may lie behind the latest one of its source and still find its place.
  static let patience: UInt32 = 1800
  /// How many distinct steps are told apart in a run.
  static let stepLimit = 1 << 18

  private struct Walk {
    /// The visitor's latest open view; 0 for none.
    var head: UInt32 = 0
    var steps = IDList<2>()
  }

  private(set) var steps: [Step] = []
  /// How often each step was taken, by its number.
  private(set) var counts: [Int] = []
  /// The views that came too late to find their place.
  private(set) var lateViews = 0
  private(set) var hasOverflowed = false

  private var walks = PagedArray<Walk>()
  private var open = OpenViews()
  /// The visitors with open views.
  private var walkers: [UInt32] = []
  private var ids = IDPool()
  private var index = KeyTable(minimumCapacity: 64)
  /// The latest time of each source.
  private var latest: [UInt32] = []
  private var scratch: [OpenViews.View] = []
  /// More open views than this are looked through.
  private var crowd = Self.leastCrowd

  /// The most views that were open at once.
  var greatestOpenCount: Int { open.greatestCount }

  private static let leastCrowd = 1 << 14

  /// Has the memory fetched that ``add(_:of:source:)`` looks at.
  @inline(__always)
  mutating func prefetch(_ visitor: Int) { walks.prefetch(visitor) }

  /// Takes one page view that counts.
  /// - Precondition: the views of one source come in its order.
  /// - Complexity: O(1).
  @inline(__always)
  mutating func add(_ view: Observation, of visitor: Int, source: UInt16) {
    while latest.count <= Int(source) { latest.append(0) }
    let last = latest[Int(source)]
    if view.time > last {
      latest[Int(source)] = view.time
    } else if last - view.time > Self.patience {
      lateViews += 1
      return
    }
    while walks.count <= visitor { walks.append(Walk()) }
    if walks[visitor].head == 0 { walkers.append(UInt32(truncatingIfNeeded: visitor)) }
    walks[visitor].head = open.add(
      OpenViews.View(
        time: view.time, page: view.page, day: UInt16(truncatingIfNeeded: view.day),
        source: source, next: walks[visitor].head))
  }

  /// Counts the visits that are over, where many views are open.
  /// - Parameters:
  ///   - source: the source that is being read.
  ///   - nextTime: when the next input begins; no later input begins earlier.
  /// - Complexity: amortized O(1) for each view.
  mutating func settleCrowd(_ source: UInt16, nextTime: Int64?, _ pages: Lexicon) {
    guard open.count > crowd else { return }
    let now = latest.count > Int(source) ? Int64(latest[Int(source)]) : 0
    settle(before: min(now, nextTime ?? .max) - Int64(Self.patience), pages)
    crowd = max(Self.leastCrowd, 2 * open.count)
  }

  /// Counts all visits.
  mutating func settleAll(_ pages: Lexicon) {
    settle(before: .max, pages)
    open = OpenViews()
    walkers = []
    scratch = []
  }

  /// Lets go of what is known of visitors.
  mutating func forgetVisitors() {
    walks = PagedArray()
    open = OpenViews()
    walkers = []
    ids = IDPool()
    scratch = []
  }

  /// Calls `body` with the number of every step that a visitor took, and `end` behind each visitor.
  func forEachStep(_ body: (UInt32) -> Void, end: () -> Void) {
    for visitor in walks.indices {
      walks[visitor].steps.forEach(pool: ids, body)
      end()
    }
  }

  /// Does so, and forgets the visitors.
  mutating func drainSteps(_ body: (UInt32) -> Void, end: () -> Void) {
    let ids = ids
    walks.drain { pages in
      for walk in pages.joined() {
        walk.steps.forEach(pool: ids, body)
        end()
      }
    }
    forgetVisitors()
  }

  // MARK: - Settling

  private mutating func settle(before horizon: Int64, _ pages: Lexicon) {
    let sections = pages.attributes
    var waiting: [UInt32] = []
    for place in walkers.indices {
      prefetch(ahead: place)
      let visitor = walkers[place]
      if let view = open.onlyView(walks[Int(visitor)].head) {
        // A visit of one page, as most are, needs no sorting.
        if Int64(view.time) + Int64(Visit.longestGap) < horizon {
          open.free(walks[Int(visitor)].head)
          walks[Int(visitor)].head = 0
          let section = Self.section(of: view.page, sections) + 1
          count(Step(from: 0, to: section), Int(visitor))
          count(Step(from: section, to: 0), Int(visitor))
        } else {
          waiting.append(visitor)
        }
        continue
      }
      takeViews(of: Int(visitor), pages)
      if count(Int(visitor), before: horizon, sections) { waiting.append(visitor) }
    }
    walkers = waiting
  }

  /// Has the memory fetched that settling a few walkers further on looks at, link by link.
  @inline(__always)
  private mutating func prefetch(ahead place: Int) {
    if place &+ 20 < walkers.count { walks.prefetch(Int(walkers[place &+ 20])) }
    if place &+ 15 < walkers.count { open.prefetch(head(place &+ 15)) }
    if place &+ 10 < walkers.count { open.prefetch(open.next(head(place &+ 10))) }
    if place &+ 5 < walkers.count { open.prefetch(open.next(open.next(head(place &+ 5)))) }
  }

  @inline(__always)
  private func head(_ place: Int) -> UInt32 { walks[Int(walkers[place])].head }

  /// Moves a visitor's open views to the scratch, in their order.
  private mutating func takeViews(of visitor: Int, _ pages: Lexicon) {
    open.remove(from: walks[visitor].head, into: &scratch)
    walks[visitor].head = 0
    OpenViews.sort(&scratch, pages)
  }

  /// Counts the visits of the scratch that are over, and keeps the others open.
  /// - Returns: whether any is open.
  private mutating func count(
    _ visitor: Int, before horizon: Int64, _ sections: [UInt32]
  ) -> Bool {
    var start = 0
    var isOpen = false
    while start < scratch.count {
      var end = start + 1
      while end < scratch.count, scratch[end].goesOn(from: scratch[end - 1]) { end += 1 }
      if Int64(scratch[end - 1].time) + Int64(Visit.longestGap) < horizon {
        count(visitor, start..<end, sections)
      } else {
        for place in start..<end {
          scratch[place].next = walks[visitor].head
          walks[visitor].head = open.add(scratch[place])
        }
        isOpen = true
      }
      start = end
    }
    return isOpen
  }

  /// Counts the steps of one visit.
  private mutating func count(_ visitor: Int, _ visit: Range<Int>, _ sections: [UInt32]) {
    var from: UInt32 = 0
    for place in visit {
      let to = Self.section(of: scratch[place].page, sections) + 1
      count(Step(from: from, to: to), visitor)
      from = to
    }
    count(Step(from: from, to: 0), visitor)
  }

  private mutating func count(_ step: Step, _ visitor: Int) {
    let pair = UInt64(step.from) << 32 | UInt64(step.to)
    // An odd factor mixes the pair's bits, and keeps distinct pairs distinct.
    let key = pair &* 0x9E37_79B9_7F4A_7C15
    let next = UInt32(truncatingIfNeeded: steps.count)
    let number: UInt32
    if let known = index.value(for: key) {
      number = known
    } else {
      guard steps.count < Self.stepLimit else {
        hasOverflowed = true
        return
      }
      index.insert(next, for: key)
      steps.append(step)
      counts.append(0)
      number = next
    }
    counts[Int(number)] &+= 1
    _ = walks[visitor].steps.insert(number, pool: &ids)
  }

  /// A page's section; past the limit a page's number tells it directly.
  private static func section(of page: UInt32, _ sections: [UInt32]) -> UInt32 {
    let limit = UInt32(MinimisationRules.pageLimit)
    return page < limit ? sections[Int(page)] : page - limit
  }
}
