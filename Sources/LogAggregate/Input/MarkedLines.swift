internal import CShims

/// Walks a chunk line by line, and tells where the quotes of each line stand; the lines borrow the chunk.
///
/// Line ends and quotes are found together, in one pass over a part of the chunk that the nearest cache holds.
struct MarkedLines: ~Escapable {
  /// What is looked for beside line ends.
  struct Marks {
    /// Whether the places of quotes are wanted.
    var quotes: Bool
    /// The byte that begins an escape; `nil` where the format has none.
    var escape: UInt8?
  }
  private let bytes: Span<UInt8>
  private let marks: Marks
  /// Of each line end in the window, counted from its start, the place and the number of quotes before it.
  private var ends: [UInt32]
  private var endCount = 0
  private var nextEnd = 0
  /// The places of the window's quotes.
  private var places: [UInt32]
  private var placeCount = 0
  private var nextPlace = 0
  private var window = 0..<0
  private var windowMayHaveEscape = false
  /// The places of the last line's quotes.
  private var quotePlaces = 0..<0
  /// Whether the last line is longer than a window, so that its quotes are not known.
  private var isLong = false

  /// Where the last line begins in the chunk.
  private(set) var start = 0
  private var nextStart = 0

  /// A part of the nearest cache, in bytes; the places found in it are few enough that their memory is not mapped anew for every
  /// chunk (``LargeAllocations``).
  private static let windowLength = 12 << 10

  /// - Complexity: O(1); allocates once, for all of the chunk.
  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, finding marks: Marks) {
    self.bytes = bytes
    self.marks = marks
    let room = min(bytes.count, Self.windowLength)
    // Both are read only as far as `find(from:)` has written them.
    ends = unsafe Array(unsafeUninitializedCapacity: 2 * room) { $1 = 2 * room }
    places = unsafe Array(unsafeUninitializedCapacity: room + Int(SHIM_MARKS_SLACK)) {
      $1 = room + Int(SHIM_MARKS_SLACK)
    }
  }

  /// The next line without its line end (LF or CR LF), or `nil` after the last.
  /// - Complexity: O(length of the line).
  @inline(__always)
  @_lifetime(copy self)
  mutating func next() -> Span<UInt8>? {
    start = nextStart
    if let line = lineInWindow() { return line }
    return lineBehindWindow()
  }

  /// Whether an escape stands in the last line.
  private(set) var hasEscape = false

  /// Where the last line's quotes stand; of a line with escapes, or longer than a window, that is not known.
  var quotes: LineQuotes {
    @_lifetime(borrow self)
    @inline(__always)
    get {
      isLong || hasEscape || !marks.quotes
        ? LineQuotes()
        : LineQuotes(places.span.extracting(quotePlaces), from: start &- window.lowerBound)
    }
  }

  @inline(__always)
  @_lifetime(copy self)
  private mutating func lineInWindow() -> Span<UInt8>? {
    guard nextEnd < endCount else { return nil }
    let place = Int(ends[2 &* nextEnd &+ 1])
    quotePlaces = nextPlace..<place
    nextPlace = place
    nextEnd &+= 1
    return line(to: window.lowerBound &+ Int(ends[2 &* nextEnd &- 2]))
  }

  @inline(never)
  @_lifetime(copy self)
  private mutating func lineBehindWindow() -> Span<UInt8>? {
    isLong = false
    hasEscape = false
    if window.upperBound < bytes.count {
      find(from: start)
      if let line = lineInWindow() { return line }
    }
    guard start < bytes.count else { return nil }
    // A line longer than a window, or the last one.
    quotePlaces = nextPlace..<placeCount
    nextPlace = placeCount
    guard window.upperBound < bytes.count else { return line(to: bytes.count) }
    isLong = true
    let end = bytes.offset(of: 0x0A, from: window.upperBound).map { $0 &+ window.upperBound }
    let line = line(to: end ?? bytes.count)
    window = start..<min(nextStart, bytes.count)
    return line
  }

  /// The line from the start to the line end at `end`.
  @inline(__always)
  @_lifetime(copy self)
  private mutating func line(to end: Int) -> Span<UInt8> {
    nextStart = Swift.min(end &+ 1, bytes.count)
    let hasCarriageReturn = end > start && bytes[end &- 1] == 0x0D
    let line = bytes.extracting(start..<(hasCarriageReturn ? end &- 1 : end))
    if windowMayHaveEscape || isLong { hasEscape = findsEscape(line) }
    return line
  }

  private func findsEscape(_ line: Span<UInt8>) -> Bool {
    marks.escape.flatMap { line.offset(of: $0) } != nil
  }

  /// Finds the marks of the window that begins at `start`.
  private mutating func find(from start: Int) {
    window = start..<Swift.min(bytes.count, start &+ Self.windowLength)
    // No line of a text holds the byte 0; where one does, its places are found for nothing.
    let sought = shim_marks_sought(mark: marks.quotes ? 0x22 : 0, flag: marks.escape ?? 0)
    let bytes = bytes.extracting(window)
    // There is room for as many line ends and quotes as there are bytes, and for the slack.
    let found = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe ends.withUnsafeMutableBufferPointer { ends in
        unsafe places.withUnsafeMutableBufferPointer { places in
          unsafe shim_marks(
            bytes.baseAddress, bytes.count, sought, ends.baseAddress, places.baseAddress)
        }
      }
    }
    endCount = found.ends
    nextEnd = 0
    placeCount = found.places
    nextPlace = 0
    windowMayHaveEscape = found.has_flag != 0 && marks.escape != nil
    hasEscape = false
  }
}
