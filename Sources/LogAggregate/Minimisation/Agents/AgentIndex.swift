internal import CShims

/// Finds every pattern of the tables in one walk over an agent.
///
/// Patterns lie in buckets by a hash of their first four bytes; the walk folds and hashes the four bytes at every position and
/// compares further only where a filter says that some pattern may begin so.
/// - Complexity: building is O(*patterns*); a walk is O(*bytes*), and allocates nothing.
struct AgentIndex: Sendable {
  /// One compiled pattern.
  struct Entry: Sendable {
    /// The first eight bytes, folded, first byte in the lowest place, and which of their bits count.
    let key: UInt64
    let mask: UInt64
    /// Where the ninth byte lies in `rest`.
    let restOffset: UInt16
    let restCount: UInt8
    /// The number of bytes matched.
    let byteCount: Int
    let boundary: Boundary
    let meaning: AgentMeaning
    /// The next entry of the bucket plus one, 0 at its end.
    let next: UInt16
  }

  /// What has to surround a match.
  struct Boundary: OptionSet, Sendable {
    let rawValue: UInt8
    static let agentStart = Boundary(rawValue: 1)
    static let wordStart = Boundary(rawValue: 2)
    static let wordEnd = Boundary(rawValue: 4)
  }

  private static let bucketBits: UInt32 = 12
  private static let filterBits: UInt32 = 16
  /// A bit for what each key hashes to: few positions of an agent begin anything, and the others are out after one look.
  private var filter = [UInt64](repeating: 0, count: 1 << Int(filterBits - 6))
  private var heads = [UInt16](repeating: 0, count: 1 << Int(bucketBits))
  private var entries: [Entry] = []
  private var rest: [UInt8] = []
  /// What stands in patterns before each of their spaces, folded: a match that goes over a space of an agent begins so.
  private var openings: [[UInt8]] = []

  init(_ tables: [[AgentPattern]]) {
    for table in tables {
      for pattern in table { add(pattern.text.utf8.span, pattern.meaning) }
    }
    for byte in UInt32(0)...255 { mark(UInt32(Self.bot) | byte << 24) }
  }

  /// Adds a pattern; one of fewer than four bytes is left out (a test holds the tables to that
  /// length).
  mutating func add(_ text: Span<UInt8>, _ meaning: AgentMeaning) {
    var boundary: Boundary = []
    var key: UInt64 = 0
    var count = 0
    let hasSpace = text.indices.contains { Self.fold(text[$0]) == UInt8(ascii: " ") }
    var opening: [UInt8] = []
    var ownOpenings: [[UInt8]] = []
    let offset = rest.count
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "^") where index == 0: boundary.insert(.agentStart)
      case UInt8(ascii: "<") where index == 0: boundary.insert(.wordStart)
      case UInt8(ascii: ">"): boundary.insert(.wordEnd)
      default:
        let folded = Self.fold(byte)
        if folded == UInt8(ascii: " ") { ownOpenings.append(opening) }
        if hasSpace { opening.append(folded) }
        if count < 8 { key |= UInt64(folded) << UInt64(8 * count) } else { rest.append(folded) }
        count += 1
      }
    }
    let restCount = rest.count - offset
    guard
      count >= 4, let restOffset = UInt16(exactly: offset),
      let restCount = UInt8(exactly: restCount),
      let position = UInt16(exactly: entries.count + 1)
    else { return }
    openings += ownOpenings
    let beginning = UInt32(truncatingIfNeeded: key)
    mark(beginning)
    let bucket = Self.hash(beginning, bits: Self.bucketBits)
    entries.append(
      Entry(
        key: key, mask: .max >> UInt64(64 - 8 * min(count, 8)), restOffset: restOffset,
        restCount: restCount, byteCount: count, boundary: boundary, meaning: meaning,
        next: heads[bucket]))
    heads[bucket] = position
  }

  private mutating func mark(_ key: UInt32) {
    let place = Self.hash(key, bits: Self.filterBits)
    filter[place >> 6] |= 1 << UInt64(place & 63)
  }

  /// `bot`, of three bytes only, whatever follows: a word that is looked for beside the patterns.
  static let bot: UInt64 = 0x74_6F62
  static let threeBytes: UInt64 = 0xFF_FFFF

  /// Calls `body` with each position of a part where some pattern or the word `bot` may begin, and the eight folded bytes there;
  /// behind the agent's end stand zeros.
  /// - Complexity: O(*bytes* of the part), 64 of them a step; allocates nothing.
  @inline(__always)
  func forEachBeginning(
    in agent: Span<UInt8>, _ part: Range<Int>, _ body: (_ word: UInt64, _ position: Int) -> Void
  ) {
    var base = part.lowerBound
    while base < part.upperBound {
      let rest = agent.extracting(droppingFirst: base)
      // As many bytes are read as there are, and the filter has a bit for every place.
      var found = unsafe rest.withUnsafeBufferPointer { rest in
        unsafe filter.withUnsafeBufferPointer { filter in
          unsafe shim_beginnings(rest.baseAddress, rest.count, filter.baseAddress)
        }
      }
      let left = part.upperBound &- base
      if left < 64 { found &= 1 &<< UInt64(left) &- 1 }
      while found != 0 {
        let position = base &+ found.trailingZeroBitCount
        body(Self.fold(agent.paddedWord(at: position)), position)
        found &= found &- 1
      }
      base &+= 64
    }
  }

  /// Where the first pattern begins that may go over the space at `space`, or `space` where none does.
  /// - Complexity: O(bytes of the patterns that have spaces).
  func firstBeginning(ofWhatGoesOver space: Int, in agent: Span<UInt8>) -> Int {
    var first = space
    for opening in openings where opening.count <= space {
      let start = space &- opening.count
      if start < first, opening.indices.allSatisfy({ Self.fold(agent[start &+ $0]) == opening[$0] })
      {
        first = start
      }
    }
    return first
  }

  /// Calls `body` with each pattern that matches at `position`.
  /// - Parameter word: the eight folded bytes there.
  @inline(__always)
  func forEachMatch(
    of word: UInt64, in agent: Span<UInt8>, at position: Int, _ body: (Entry) -> Void
  ) {
    var next = heads[Self.hash(UInt32(truncatingIfNeeded: word), bits: Self.bucketBits)]
    while next != 0 {
      let entry = entries[Int(next) &- 1]
      if entry.key == word & entry.mask, matches(entry, agent, position) { body(entry) }
      next = entry.next
    }
  }

  /// Each of eight bytes as ``fold(_:)-(UInt8)`` has it.
  @inline(__always)
  private static func fold(_ word: UInt64) -> UInt64 {
    word.loweredLanes ^ (word.lanes(equalTo: UInt8(ascii: "+")) &>> 7) &* 0x0B
  }

  private func matches(_ entry: Entry, _ agent: Span<UInt8>, _ position: Int) -> Bool {
    let end = position &+ entry.byteCount
    if end > agent.count { return false }
    let boundary = entry.boundary
    if boundary.contains(.agentStart), position != 0 { return false }
    if boundary.contains(.wordStart), position > 0, Self.isWord(agent[position &- 1]) {
      return false
    }
    var index = position &+ 8
    var other = Int(entry.restOffset)
    while index < end {
      if Self.fold(agent[index]) != rest[other] { return false }
      index &+= 1
      other &+= 1
    }
    return !boundary.contains(.wordEnd) || end == agent.count || !Self.isLetter(agent[end])
  }

  @inline(__always)
  private static func hash(_ key: UInt32, bits: UInt32) -> Int {
    Int((key &* SHIM_BEGINNING_FACTOR) >> (32 &- bits))
  }

  /// The byte in lower case; `+` is a space.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
