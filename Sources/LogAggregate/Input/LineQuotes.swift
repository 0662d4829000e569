/// Where the quotes of one line stand, if that is known already.
struct LineQuotes: ~Escapable {
  private let places: Span<UInt32>
  private let start: Int
  private let areKnown: Bool
  private var next = 0

  /// Quotes that have to be looked for.
  @_lifetime(immortal)
  init() {
    places = Span()
    start = 0
    areKnown = false
  }

  /// Quotes at `places`, of a line that begins at `start` and has no escapes.
  @_lifetime(copy places)
  @inline(__always)
  init(_ places: Span<UInt32>, from start: Int) {
    self.places = places
    self.start = start
    areKnown = true
  }

  /// The offset of the quote that closes a field whose content begins at `start`, or `nil`; as ``Quoted/end(_:_:)``.
  /// - Precondition: the field begins behind the quote that the call before found.
  @inline(__always)
  mutating func end(_ line: Span<UInt8>, _ start: Int) -> Int? {
    guard areKnown else { return Quoted.end(line, start) }
    // Nearly always the next quote opens the field, and the one behind it closes it.
    if next &+ 1 < places.count, Int(places[next]) &- self.start == start &- 1 {
      next &+= 2
      return Int(places[next &- 1]) &- self.start
    }
    while next < places.count {
      let place = Int(places[next]) &- self.start
      if place >= start { return place }
      next &+= 1
    }
    return nil
  }
}
