/// The page views of visits that may still go on, in the order in which they came.
///
/// They are looked at again all at once, a visitor's together: sorting them for that reads and writes memory in a row, where a
/// chain for each visitor would wait for memory at every view.
struct OpenViews: Sendable {
  struct View: Sendable {
    /// The visitor's number.
    let visitor: UInt32
    let time: UInt32
    let page: UInt32
    /// The day of the site, in the bits that tell neighbouring days apart.
    let day: UInt16
    let source: UInt16
    /// How many views in a row were this one: whoever reloads a page, or has it counted by several lines, takes no more memory.
    private(set) var count: UInt32 = 1

    /// Takes in another view where it is the same.
    /// - Returns: whether it is.
    @inline(__always)
    mutating func absorb(_ other: View) -> Bool {
      let (sum, overflows) = count.addingReportingOverflow(other.count)
      guard visitor == other.visitor, time == other.time, page == other.page,
        source == other.source, day == other.day, !overflows
      else { return false }
      count = sum
      return true
    }

    /// Whether the view belongs to the visit of the one before it.
    func goesOn(from earlier: View) -> Bool {
      day == earlier.day && time - earlier.time <= Visit.longestGap
    }
  }

  private var views: [View] = []
  /// The views that were taken out, sorted; their memory is kept for the next time.
  private(set) var sorted: [View] = []

  /// How many views there are, of several that are the same in a row one.
  var count: Int { views.count }

  /// Keeps a view.
  @inline(__always)
  mutating func add(_ view: View) {
    let last = views.count &- 1
    if last < 0 || !views[last].absorb(view) { views.append(view) }
  }

  /// Takes all views out into ``sorted``: visitor by visitor, and a visitor's in the order in which they were added.
  /// - Complexity: O(views), for each eleven bits of the greatest visitor's number; allocates where there are more than before.
  mutating func takeOut() {
    resize(&sorted)
    swap(&views, &sorted)
    let greatest = sorted.reduce(0) { max($0, $1.visitor) }
    var shift: UInt32 = 0
    while greatest >> shift != 0 {
      Self.distribute(sorted, by: shift, into: &views)
      swap(&views, &sorted)
      shift += Self.digitBits
    }
    views.removeAll(keepingCapacity: true)
  }

  /// Gives other views the number of those that are kept.
  private func resize(_ others: inout [View]) {
    others.removeLast(max(0, others.count - views.count))
    let filler = View(visitor: 0, time: 0, page: 0, day: 0, source: 0)
    others.append(contentsOf: repeatElement(filler, count: views.count - others.count))
  }

  private static let digitBits: UInt32 = 11

  /// Sorts by eleven bits of the visitor's number, without changing the order of what agrees in them.
  /// - Precondition: `sorted` has as many elements as `views`.
  private static func distribute(_ views: [View], by shift: UInt32, into sorted: inout [View]) {
    let mask = UInt32(1) << digitBits - 1
    var places = [Int](repeating: 0, count: 1 << Int(digitBits))
    for view in views { places[Int(view.visitor >> shift & mask)] += 1 }
    var place = 0
    for digit in places.indices {
      let count = places[digit]
      places[digit] = place
      place += count
    }
    for view in views {
      let digit = Int(view.visitor >> shift & mask)
      sorted[places[digit]] = view
      places[digit] += 1
    }
  }

  /// Puts a visitor's views in the order of time; of one second in their source's order, and between sources by the names of
  /// their pages, so that a visit begins with the least of the sources' first pages and ends with the greatest of their
  /// last, as entry and exit pages do.
  /// - Parameter visitor: the places in ``sorted`` of a visitor's views, those of each source in its order.
  /// - Complexity: O(views) where they came in order and no two sources had one in the same second.
  mutating func sortByTime(_ visitor: Range<Int>, _ pages: Lexicon) {
    var isInOrder = true
    var isOfOneSource = true
    for place in visitor.dropFirst() {
      let (view, last) = (sorted[place], sorted[place - 1])
      if view.time < last.time { isInOrder = false }
      if view.source != last.source { isOfOneSource = false }
    }
    if !isInOrder {
      let order = visitor.sorted { (sorted[$0].time, $0) < (sorted[$1].time, $1) }
      sorted.replaceSubrange(visitor, with: order.map { sorted[$0] })
    }
    if !isOfOneSource { mergeSeconds(visitor, pages) }
  }

  /// Merges the sources' views of each second.
  private mutating func mergeSeconds(_ visitor: Range<Int>, _ pages: Lexicon) {
    var start = visitor.lowerBound
    while start < visitor.upperBound {
      var end = start + 1
      while end < visitor.upperBound, sorted[end].time == sorted[start].time { end += 1 }
      if sorted[start..<end].contains(where: { $0.source != sorted[start].source }) {
        let isEntry =
          start == visitor.lowerBound || !sorted[start].goesOn(from: sorted[start - 1])
        Self.merge(&sorted, start..<end, isEntry: isEntry, pages)
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
