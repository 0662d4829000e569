/// What visitors' records share: the pools in which their longer lists go on.
struct VisitorPools: Sendable {
  var ids = IDPool()
  /// Visits other than those in front; the first place is never used, since 0 ends a list.
  var visits = PagedArray<Visit>()
  /// Tallies other than those in front; likewise.
  var tallies: [DayTally] = []
}

extension Visitor {
  /// Has the memory fetched in which the lists of pages and origins go on.
  @inline(__always)
  func prefetchContents(_ pools: borrowing VisitorPools) {
    pages.prefetch(pools.ids)
    origins.prefetch(pools.ids)
  }

  /// Has the memory fetched in which the longer of these lists go on, behind what ``prefetchContents(_:)`` fetched.
  @inline(__always)
  func prefetchMoreContents(_ pools: borrowing VisitorPools) {
    pages.prefetchNext(pools.ids)
    origins.prefetchNext(pools.ids)
  }

  /// Has the memory fetched in which the list of visits goes on.
  @inline(__always)
  func prefetchVisits(_ pools: borrowing VisitorPools) {
    if visit.next != 0 { pools.visits.prefetch(Int(visit.next)) }
  }

  /// Has the visit behind the one fetched that ``prefetchVisits(_:)`` fetched.
  @inline(__always)
  func prefetchMoreVisits(_ pools: borrowing VisitorPools) {
    guard visit.next != 0 else { return }
    let next = pools.visits[Int(visit.next)].next
    if next != 0 { pools.visits.prefetch(Int(next)) }
  }

  /// Counts one page view, unless it lies beyond the limit for its day and source.
  /// - Returns: whether it counts.
  /// - Complexity: O(the visitor's pages, origins and visits), and O(1) for nearly all.
  @inline(__always)
  mutating func count(
    _ view: Observation, source: UInt16, limit: Int, pages names: Lexicon,
    pools: inout VisitorPools
  ) -> Bool {
    if tally.day != view.day || tally.source != source {
      recallTally(day: view.day, source: source, &pools.tallies)
    }
    guard Int(tally.views) < limit else { return false }
    tally.views &+= 1
    tally.hours |= 1 << UInt32(view.hour)
    statuses |= 1 << view.statusClass
    _ = pages.insert(view.page, pool: &pools.ids)
    _ = origins.insert(view.origin, pool: &pools.ids)
    // The first view made the visit in front.
    if views > 0 { addToVisit(view, source: source, names, &pools.visits) }
    views &+= 1
    return true
  }

  /// Puts the tally of that day and source in front, from the pool or new.
  private mutating func recallTally(day: Int32, source: UInt16, _ pool: inout [DayTally]) {
    let current = tally
    var wanted = DayTally(day: day, source: source)
    var entry = Int(current.next)
    while entry != 0, pool[entry].day != day || pool[entry].source != source {
      entry = Int(pool[entry].next)
    }
    if entry != 0 {
      // The two swap places, each keeping its link.
      wanted = pool[entry]
      let link = wanted.next
      wanted.next = current.next
      pool[entry] = current
      pool[entry].next = link
    } else {
      if pool.isEmpty { pool.append(current) }
      pool.append(current)
      wanted.next = UInt32(pool.count - 1)
    }
    tally = wanted
  }

  @inline(__always)
  private mutating func addToVisit(
    _ view: Observation, source: UInt16, _ names: Lexicon, _ pool: inout PagedArray<Visit>
  ) {
    if visit.takes(time: view.time, day: view.day) {
      let mayTouch = view.time < visit.start || (view.time > visit.end && !isVisitLatest)
      visit.add(view, source: source, pages: names)
      if visit.next != 0, mayTouch { joinVisits(&pool) }
    } else {
      changeVisit(view, source: source, names, &pool)
    }
  }

  /// Puts the visit in front that takes the view: an earlier one, or a new one.
  private mutating func changeVisit(
    _ view: Observation, source: UInt16, _ names: Lexicon, _ pool: inout PagedArray<Visit>
  ) {
    let current = visit
    // Every other visit ended before this one began: none of them takes a later view.
    var entry = isVisitLatest && view.time > current.end ? 0 : Int(current.next)
    while entry != 0, !pool[entry].takes(time: view.time, day: view.day) {
      entry = Int(pool[entry].next)
    }
    if entry != 0 {
      // The two swap places, each keeping its link.
      visit = pool[entry]
      let link = visit.next
      visit.next = current.next
      pool[entry] = current
      pool[entry].next = link
      visit.add(view, source: source, pages: names)
      joinVisits(&pool)
    } else {
      if pool.isEmpty { pool.append(current) }
      pool.append(current)
      visit = Visit(view, source: source)
      visit.next = UInt32(pool.count - 1)
      isVisitLatest = isVisitLatest && view.time > current.end
    }
  }

  /// Joins the visit in front with every other that it has come to touch.
  private mutating func joinVisits(_ pool: inout PagedArray<Visit>) {
    isVisitLatest = true
    var previous = 0
    var entry = Int(visit.next)
    while entry != 0 {
      let link = pool[entry].next
      if pool[entry].touches(visit) {
        visit.absorb(pool[entry])
        if previous == 0 {
          visit.next = link
        } else {
          pool[previous].next = link
        }
      } else {
        isVisitLatest = isVisitLatest && pool[entry].end < visit.start
        previous = entry
      }
      entry = Int(link)
    }
  }

  /// Calls `body` with every visit, in no particular order.
  func forEachVisit(_ pools: VisitorPools, _ body: (Visit) -> Void) {
    body(visit)
    var entry = Int(visit.next)
    while entry != 0 {
      body(pools.visits[entry])
      entry = Int(pools.visits[entry].next)
    }
  }

  /// Calls `body` with every day on which views count, and its hours as bits; twice where two sources hold the day.
  func forEachDay(_ pools: VisitorPools, _ body: (_ day: Int32, _ hours: UInt32) -> Void) {
    body(tally.day, tally.hours)
    var entry = Int(tally.next)
    while entry != 0 {
      body(pools.tallies[entry].day, pools.tallies[entry].hours)
      entry = Int(pools.tallies[entry].next)
    }
  }
}
