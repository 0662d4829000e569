/// Finds every pattern of the tables in one walk over an agent.
///
/// Patterns lie in buckets by a hash of their first four bytes; the walk hashes the four bytes at
/// every position and compares further only where a filter says that some pattern may begin so.
/// - Complexity: building is O(*patterns*); a walk is O(*bytes*), and allocates nothing.
struct AgentIndex: Sendable {
  /// One compiled pattern.
  struct Entry: Sendable {
    /// The first four bytes, folded, first byte in the lowest place.
    let key: UInt32
    /// Where the fifth byte lies in `rest`.
    let restOffset: UInt16
    let restCount: UInt8
    let boundary: Boundary
    let meaning: AgentMeaning
    /// The next entry of the bucket plus one, 0 at its end.
    let next: UInt16

    /// The number of bytes matched.
    var byteCount: Int { 4 &+ Int(restCount) }
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

  init(_ tables: [[AgentPattern]]) {
    for table in tables {
      for pattern in table { add(pattern.text.utf8.span, pattern.meaning) }
    }
  }

  /// Adds a pattern; one of fewer than four bytes is left out (a test holds the tables to that
  /// length).
  mutating func add(_ text: Span<UInt8>, _ meaning: AgentMeaning) {
    var boundary: Boundary = []
    var key: UInt32 = 0
    var count = 0
    let offset = rest.count
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "^") where index == 0: boundary.insert(.agentStart)
      case UInt8(ascii: "<") where index == 0: boundary.insert(.wordStart)
      case UInt8(ascii: ">"): boundary.insert(.wordEnd)
      default:
        let folded = Self.fold(byte)
        if count < 4 { key |= UInt32(folded) << UInt32(8 * count) } else { rest.append(folded) }
        count += 1
      }
    }
    let restCount = rest.count - offset
    guard
      count >= 4, let restOffset = UInt16(exactly: offset),
      let restCount = UInt8(exactly: restCount),
      let position = UInt16(exactly: entries.count + 1)
    else { return }
    mark(key, from: 0)
    let bucket = Self.hash(key, bits: Self.bucketBits)
    entries.append(
      Entry(
        key: key, restOffset: restOffset, restCount: restCount, boundary: boundary,
        meaning: meaning,
        next: heads[bucket]))
    heads[bucket] = position
  }

  /// Marks what an agent may write for the key: a plus sign for any space.
  private mutating func mark(_ key: UInt32, from place: UInt32) {
    let place = Self.hash(key | Self.smallLetters, bits: Self.filterBits)
    filter[place >> 6] |= 1 << UInt64(place & 63)
    for index: UInt32 in 0..<4 where key >> (8 * index) & 0xFF == 0x20 {
      mark(key | 0x0B << (8 * index), from: index)
    }
  }

  /// The bit that tells a small letter from a capital one, in each of four bytes.
  static let smallLetters: UInt32 = 0x2020_2020

  /// Whether some pattern may begin with `word`, four bytes of an agent with the bits of `smallLetters` set.
  @inline(__always)
  func mayBegin(_ word: UInt32) -> Bool {
    let place = Self.hash(word, bits: Self.filterBits)
    return filter[place >> 6] >> UInt64(place & 63) & 1 != 0
  }

  /// Calls `body` with each entry that matches at `position`.
  /// - Precondition: four bytes follow `position`.
  @inline(__always)
  func matches(_ agent: Span<UInt8>, at position: Int, _ body: (Entry) -> Void) {
    let word = agent.halfWord(at: position)
    var key: UInt32 = 0
    for index: UInt32 in 0..<4 {
      let byte = UInt8(truncatingIfNeeded: word >> (8 &* index))
      key |= UInt32(Self.fold(byte)) << (8 &* index)
    }
    var next = heads[Self.hash(key, bits: Self.bucketBits)]
    while next != 0 {
      let entry = entries[Int(next) &- 1]
      if entry.key == key, matches(entry, agent, position) { body(entry) }
      next = entry.next
    }
  }

  private func matches(_ entry: Entry, _ agent: Span<UInt8>, _ position: Int) -> Bool {
    let end = position &+ entry.byteCount
    if end > agent.count { return false }
    let boundary = entry.boundary
    if boundary.contains(.agentStart), position != 0 { return false }
    if boundary.contains(.wordStart), position > 0, Self.isWord(agent[position &- 1]) {
      return false
    }
    var index = position &+ 4
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
    Int((key &* 0x9E37_79B1) >> (32 &- bits))
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
