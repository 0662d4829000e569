/// The page views of visits that may still go on, in chains: one for each visitor, the latest first.
struct OpenViews: Sendable {
  struct View: Sendable {
    let time: UInt32
    let page: UInt32
    /// The day of the site, in the bits that tell neighbouring days apart.
    let day: UInt16
    let source: UInt16
    /// The visitor's view before it in the chain; 0 for none.
    var next: UInt32

    /// Whether the view belongs to the visit of the one before it.
    func goesOn(from earlier: View) -> Bool {
      day == earlier.day && time - earlier.time <= Visit.longestGap
    }
  }

  /// How many views there are.
  private(set) var count = 0
  /// The first place is never used, since 0 ends a chain.
  private var places = PagedArray<View>()
  /// The chain of places that are free again.
  private var free: UInt32 = 0

  /// Keeps a view.
  /// - Returns: its place.
  @inline(__always)
  mutating func add(_ view: View) -> UInt32 {
    count += 1
    if free != 0 {
      let place = free
      free = places[Int(place)].next
      // The next one to be taken lies anywhere.
      places.prefetch(Int(free))
      places[Int(place)] = view
      return place
    }
    if places.isEmpty { places.append(view) }
    places.append(view)
    return UInt32(truncatingIfNeeded: places.count - 1)
  }

  /// Has the memory of a view fetched.
  @inline(__always)
  func prefetch(_ place: UInt32) { places.prefetch(Int(place)) }

  /// The place of the view before one in its chain; 0 for none.
  @inline(__always)
  func next(_ place: UInt32) -> UInt32 { place == 0 ? 0 : places[Int(place)].next }

  /// The view of a chain that holds no other.
  @inline(__always)
  func onlyView(_ head: UInt32) -> View? {
    let view = places[Int(head)]
    return view.next == 0 ? view : nil
  }

  /// Lets go of one place.
  @inline(__always)
  mutating func free(_ place: UInt32) {
    places[Int(place)].next = free
    free = place
    count -= 1
  }

  /// Moves a chain out, the earliest view first.
  mutating func remove(from head: UInt32, into list: inout [View]) {
    list.removeAll(keepingCapacity: true)
    var place = head
    while place != 0 {
      let view = places[Int(place)]
      list.append(view)
      free(place)
      place = view.next
    }
    list.reverse()
  }

  /// The most views that were kept at once.
  var greatestCount: Int { max(0, places.count - 1) }

  /// Puts a visitor's views in the order of time; of one second in their source's order, and between sources by the names of
  /// their pages, so that a visit begins with the least of the sources' first pages and ends with the greatest of their
  /// last, as entry and exit pages do.
  /// - Precondition: the views of each source are in its order.
  static func sort(_ views: inout [View], _ pages: Lexicon) {
    if (1..<max(1, views.count)).contains(where: { views[$0].time < views[$0 - 1].time }) {
      let order = views.indices.sorted { (views[$0].time, $0) < (views[$1].time, $1) }
      views = order.map { [views] in views[$0] }
    }
    var start = 0
    while start < views.count {
      var end = start + 1
      while end < views.count, views[end].time == views[start].time { end += 1 }
      if views[start..<end].contains(where: { $0.source != views[start].source }) {
        let isEntry = start == 0 || !views[start].goesOn(from: views[start - 1])
        merge(&views, start..<end, isEntry: isEntry, pages)
      }
      start = end
    }
  }

  /// Merges the sources' views of one second: from the front where a visit begins with it, else from the back.
  private static func merge(
    _ views: inout [View], _ second: Range<Int>, isEntry: Bool, _ pages: Lexicon
  ) {
    var queues = Dictionary(grouping: views[second], by: \.source)
    for place in isEntry ? Array(second) : second.reversed() {
      let ends = queues.compactMap { source, own in
        (isEntry ? own.first : own.last).map { (pages.word($0.page), source) }
      }
      guard let (_, source) = isEntry ? ends.min(by: <) : ends.max(by: <) else { return }
      let view = isEntry ? queues[source]?.removeFirst() : queues[source]?.removeLast()
      if let view { views[place] = view }
    }
  }
}
