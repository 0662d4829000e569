/// Page views of one visitor with no gap over 30 minutes, on one day of the site.
///
/// A visit is an interval: views may arrive in any order, and two visits between which a late view falls become one. Of
/// several views in the same second a source's own order decides which is its first and last; between sources the
/// page's name.
/// - Source: IFABC and JICWEBS definitions of a visit (DESIGN 3).
struct Visit: Sendable {
  /// The longest gap within a visit, in seconds.
  static let longestGap: UInt32 = 1800

  private(set) var start: UInt32
  private(set) var end: UInt32
  /// The number of views.
  private(set) var views: UInt32 = 1
  /// The day of the site, as days since 1970-01-01; a visit ends with it.
  let day: Int32
  private(set) var entryPage: UInt32
  /// The origin of the first view.
  private(set) var entryOrigin: UInt32
  /// The last page of the source seen last in the last second.
  private var exitPage: UInt32
  /// The last page by name of other sources in the last second; `noPage` where there are none.
  private var rivalExitPage: UInt32 = Self.noPage
  /// The source seen last in the first second, and in the last.
  private var entrySource: UInt16
  private var exitSource: UInt16
  /// The visitor's next visit in the pool; 0 for none.
  var next: UInt32 = 0

  private static let noPage = UInt32.max

  init(_ view: Observation, source: UInt16) {
    start = view.time
    end = view.time
    day = view.day
    entryPage = view.page
    entryOrigin = view.origin
    exitPage = view.page
    entrySource = source
    exitSource = source
  }

  /// The last page.
  func exitPage(in pages: Lexicon) -> UInt32 {
    guard rivalExitPage != Self.noPage else { return exitPage }
    return pages.word(exitPage) < pages.word(rivalExitPage) ? rivalExitPage : exitPage
  }

  /// Whether a view at that time belongs to the visit.
  @inline(__always)
  func takes(time: UInt32, day: Int32) -> Bool {
    day == self.day && UInt64(time) + UInt64(Self.longestGap) >= UInt64(start)
      && UInt64(time) <= UInt64(end) + UInt64(Self.longestGap)
  }

  /// Adds a view that the visit takes.
  /// - Precondition: the views of one source come in its order, and one source's in a second before another's.
  @inline(__always)
  mutating func add(_ view: Observation, source: UInt16, pages: Lexicon) {
    views &+= 1
    if view.time >= end {
      if view.time > end {
        rivalExitPage = Self.noPage
      } else if source != exitSource {
        rivalExitPage = exitPage(in: pages)
      }
      exitPage = view.page
      exitSource = source
      end = view.time
    }
    if view.time <= start {
      let isEarlier = view.time < start
      if isEarlier
        || (source != entrySource && pages.word(view.page) < pages.word(entryPage))
      {
        entryPage = view.page
        entryOrigin = view.origin
      }
      entrySource = source
      start = view.time
    }
  }

  /// Takes over another visit of the same visitor and day that a view has tied to this one.
  mutating func absorb(_ other: Visit) {
    views &+= other.views
    if other.start < start {
      start = other.start
      entryPage = other.entryPage
      entryOrigin = other.entryOrigin
      entrySource = other.entrySource
    }
    if other.end > end {
      end = other.end
      exitPage = other.exitPage
      rivalExitPage = other.rivalExitPage
      exitSource = other.exitSource
    }
  }

  /// Whether no more than the longest gap lies between the two.
  func touches(_ other: Visit) -> Bool {
    day == other.day && UInt64(start) <= UInt64(other.end) + UInt64(Self.longestGap)
      && UInt64(other.start) <= UInt64(end) + UInt64(Self.longestGap)
  }
}
