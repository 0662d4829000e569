/// Page views of one visitor with no gap over 30 minutes, on one day of the site.
///
/// A visit is an interval: views may arrive in any order, and two visits between which a late view falls become one.
/// - Source: IFABC and JICWEBS definitions of a visit (DESIGN 3).
struct Visit: Sendable {
  /// The longest gap within a visit, in seconds.
  static let longestGap: UInt32 = 1800

  private(set) var start: UInt32
  private(set) var end: UInt32
  /// The day of the site, as days since 1970-01-01; a visit ends with it.
  let day: Int32
  private(set) var entryPage: UInt32
  private(set) var exitPage: UInt32
  /// The origin of the first view.
  private(set) var entryOrigin: UInt32
  private var entrySource: UInt16
  private var exitSource: UInt16
  /// The visitor's next visit in the pool; 0 for none.
  var next: UInt32 = 0

  init(_ view: Observation, source: UInt16) {
    start = view.time
    end = view.time
    day = view.day
    entryPage = view.page
    exitPage = view.page
    entryOrigin = view.origin
    entrySource = source
    exitSource = source
  }

  /// Whether a view at that time belongs to the visit.
  @inline(__always)
  func takes(time: UInt32, day: Int32) -> Bool {
    day == self.day && UInt64(time) + UInt64(Self.longestGap) >= UInt64(start)
      && UInt64(time) <= UInt64(end) + UInt64(Self.longestGap)
  }

  /// Adds a view that the visit takes.
  ///
  /// In the same second a source's own order decides, between sources the page's name.
  @inline(__always)
  mutating func add(_ view: Observation, source: UInt16, pages: Lexicon) {
    if view.time >= end {
      if view.time > end || source == exitSource
        || Self.name(exitPage, pages) < Self.name(view.page, pages)
      {
        exitPage = view.page
        exitSource = source
      }
      end = view.time
    }
    if view.time <= start {
      if view.time < start
        || (source != entrySource && Self.name(view.page, pages) < Self.name(entryPage, pages))
      {
        entryPage = view.page
        entryOrigin = view.origin
        entrySource = source
      }
      start = view.time
    }
  }

  /// Takes over another visit of the same visitor and day that a view has tied to this one.
  mutating func absorb(_ other: Visit, pages: Lexicon) {
    if other.start < start
      || (other.start == start && Self.name(other.entryPage, pages) < Self.name(entryPage, pages))
    {
      entryPage = other.entryPage
      entryOrigin = other.entryOrigin
      entrySource = other.entrySource
    }
    if other.end > end
      || (other.end == end && Self.name(exitPage, pages) < Self.name(other.exitPage, pages))
    {
      exitPage = other.exitPage
      exitSource = other.exitSource
    }
    start = min(start, other.start)
    end = max(end, other.end)
  }

  /// Whether no more than the longest gap lies between the two.
  func touches(_ other: Visit) -> Bool {
    day == other.day && UInt64(start) <= UInt64(other.end) + UInt64(Self.longestGap)
      && UInt64(other.start) <= UInt64(end) + UInt64(Self.longestGap)
  }

  /// A page past the run's limit has no name of its own; such runs report no pages.
  private static func name(_ page: UInt32, _ pages: Lexicon) -> String { pages.word(page) }
}
