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

  private(set) var steps: [Step] = []
  /// How often each step was taken, by its number.
  private(set) var counts: [Int] = []
  /// The views that came too late to find their place.
  private(set) var lateViews = 0
  private(set) var hasOverflowed = false

  /// The numbers of the steps that each visitor took.
  private var walks = PagedArray<IDList<2>>()
  private var open = OpenViews()
  private var ids = IDPool()
  private var index = KeyTable(minimumCapacity: 64)
  /// The latest time of each source.
  private var latest: [UInt32] = []
  /// More open views than this are looked through.
  private var crowd = Self.leastCrowd

  /// The most views that were open at once, of several that are the same in a row one.
  private(set) var greatestOpenCount = 0

  private static let leastCrowd = 1 << 14

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
    open.add(
      OpenViews.View(
        visitor: UInt32(truncatingIfNeeded: visitor), time: view.time, page: view.page,
        day: UInt16(truncatingIfNeeded: view.day), source: source))
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
  }

  /// Lets go of what is known of visitors.
  mutating func forgetVisitors() {
    walks = PagedArray()
    open = OpenViews()
    ids = IDPool()
  }

  /// The visitors took no more distinct steps than these, each counted for itself.
  var walkCapacity: Int { 2 * walks.count + ids.capacity }

  /// Calls `body` with the number of every step that a visitor took, and `end` behind each visitor.
  func forEachStep(_ body: (UInt32) -> Void, end: () -> Void) {
    for visitor in walks.indices {
      walks[visitor].forEach(pool: ids, body)
      end()
    }
  }

  /// Does so, and forgets the visitors.
  mutating func drainSteps(_ body: (UInt32) -> Void, end: () -> Void) {
    let ids = ids
    walks.drain { pages in
      for walk in pages.joined() {
        walk.forEach(pool: ids, body)
        end()
      }
    }
    forgetVisitors()
  }

  // MARK: - Settling

  private mutating func settle(before horizon: Int64, _ pages: Lexicon) {
    let sections = pages.attributes
    greatestOpenCount = max(greatestOpenCount, open.count)
    open.takeOut()
    var start = 0
    while start < open.sorted.count {
      prefetchWalks(ahead: start)
      let visitor = open.sorted[start].visitor
      var end = start + 1
      while end < open.sorted.count, open.sorted[end].visitor == visitor { end += 1 }
      while walks.count <= Int(visitor) { walks.append(IDList()) }
      open.sortByTime(start..<end, pages)
      countVisits(start..<end, before: horizon, sections)
      start = end
    }
  }

  /// Has the memory fetched of what visitors behind a place among the sorted views have walked.
  @inline(__always)
  private func prefetchWalks(ahead place: Int) {
    let distance = 6
    if place &+ 3 &* distance < open.sorted.count {
      walks.prefetch(Int(open.sorted[place &+ 3 &* distance].visitor))
    }
    if place &+ 2 &* distance < open.sorted.count {
      let visitor = Int(open.sorted[place &+ 2 &* distance].visitor)
      if visitor < walks.count { walks[visitor].prefetch(ids) }
    }
    if place &+ distance < open.sorted.count {
      let visitor = Int(open.sorted[place &+ distance].visitor)
      if visitor < walks.count { walks[visitor].prefetchNext(ids) }
    }
  }

  /// Counts those of a visitor's visits that are over, and keeps the views of the others.
  /// - Parameter views: the places of the visitor's views among the sorted ones.
  private mutating func countVisits(
    _ views: Range<Int>, before horizon: Int64, _ sections: [UInt32]
  ) {
    var start = views.lowerBound
    while start < views.upperBound {
      var end = start + 1
      while end < views.upperBound, open.sorted[end].goesOn(from: open.sorted[end - 1]) {
        end += 1
      }
      if Int64(open.sorted[end - 1].time) + Int64(Visit.longestGap) < horizon {
        count(Int(open.sorted[start].visitor), start..<end, sections)
      } else {
        for place in start..<end { open.add(open.sorted[place]) }
      }
      start = end
    }
  }

  /// Counts the steps of one visit.
  private mutating func count(_ visitor: Int, _ visit: Range<Int>, _ sections: [UInt32]) {
    var from: UInt32 = 0
    for place in visit {
      let view = open.sorted[place]
      let to = Self.section(of: view.page, sections) + 1
      count(Step(from: from, to: to), visitor)
      if view.count > 1 { count(Step(from: to, to: to), visitor, times: Int(view.count) - 1) }
      from = to
    }
    count(Step(from: from, to: 0), visitor)
  }

  private mutating func count(_ step: Step, _ visitor: Int, times: Int = 1) {
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
    counts[Int(number)] &+= times
    _ = walks[visitor].insert(number, pool: &ids)
  }

  /// A page's section; past the limit a page's number tells it directly.
  private static func section(of page: UInt32, _ sections: [UInt32]) -> UInt32 {
    let limit = UInt32(MinimisationRules.pageLimit)
    return page < limit ? sections[Int(page)] : page - limit
  }
}
