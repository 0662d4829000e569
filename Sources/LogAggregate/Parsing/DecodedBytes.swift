/// Bytes decoded from one line, where it writes a field otherwise than it is.
///
/// The room grows to what the longest line needs and is used again for the next.
struct DecodedBytes: Sendable {
  private var storage: [UInt8] = [0x47, 0x45, 0x54] + Array(repeating: 0, count: 1021)
  private(set) var count = Self.methodEnd

  /// The method of a request whose format names none, `GET`, stands before what is decoded.
  static let methodEnd = 3

  mutating func removeAll() { count = Self.methodEnd }

  var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { storage.span }
  }

  /// Appends bytes as they are.
  /// - Returns: where they lie.
  mutating func append(_ bytes: Span<UInt8>) -> (Int, Int) {
    let first = makeRoom(bytes.count)
    var target = storage.mutableSpan
    for index in bytes.indices { target[first &+ index] = bytes[index] }
    count = first &+ bytes.count
    return (first, count)
  }

  /// Appends one byte.
  mutating func append(_ byte: UInt8) {
    storage[makeRoom(1)] = byte
    count &+= 1
  }

  /// Appends bytes that are here already.
  /// - Returns: where they lie now.
  mutating func appendAgain(_ range: Range<Int>) -> (Int, Int) {
    let first = makeRoom(range.count)
    var target = storage.mutableSpan
    for index in range { target[first &+ index &- range.lowerBound] = target[index] }
    count = first &+ range.count
    return (first, count)
  }

  /// Decodes the escapes of a JSON string, and what nginx writes in their place: `\"`, `\u00e9`, `\x22`.
  /// - Returns: where the decoded bytes lie.
  /// - Source: RFC 8259, section 7; nginx, `log_format … escape=default`.
  mutating func appendUnescaped(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> (Int, Int) {
    let first = makeRoom(end &- start)
    var target = storage.mutableSpan
    var to = first
    var index = start
    while index < end {
      let byte = line[index]
      guard byte == 0x5C, index &+ 1 < end else {
        target[to] = byte
        to &+= 1
        index &+= 1
        continue
      }
      let letter = line[index &+ 1]
      index &+= 2
      switch letter {
      case 0x6E: target[to] = 0x0A
      case 0x74: target[to] = 0x09
      case 0x72: target[to] = 0x0D
      case 0x62: target[to] = 0x08
      case 0x66: target[to] = 0x0C
      case 0x78:
        guard let value = Self.hex(line, index, 2, end) else { fallthrough }
        target[to] = UInt8(truncatingIfNeeded: value)
        index &+= 2
      case 0x75:
        guard var value = Self.hex(line, index, 4, end) else { fallthrough }
        index &+= 4
        if value & 0xFC00 == 0xD800, index &+ 6 <= end, line[index] == 0x5C,
          line[index &+ 1] == 0x75, let low = Self.hex(line, index &+ 2, 4, end),
          low & 0xFC00 == 0xDC00
        {
          value = 0x10000 &+ (value & 0x3FF) << 10 &+ (low & 0x3FF)
          index &+= 6
        }
        // The text is at most half as long as its escapes.
        for unit in UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}")
          ?? UTF8.encodedReplacementCharacter
        {
          target[to] = unit
          to &+= 1
        }
        continue
      default: target[to] = letter
      }
      to &+= 1
    }
    count = to
    return (first, to)
  }

  /// Decodes `%20` and the like, or `#20` where the number sign is the sign.
  /// - Returns: where the decoded bytes lie.
  mutating func appendPercentDecoded(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, sign: UInt8 = 0x25
  ) -> (Int, Int) {
    let first = makeRoom(end &- start)
    count = line.copyPercentDecoded(start, end, sign: sign, to: &storage, at: first)
    return (first, count)
  }

  /// Writes `%20` for `%2520`, and leaves what is encoded once as it is.
  /// - Returns: where the decoded bytes lie.
  mutating func appendPercentHalved(
    _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (Int, Int) {
    let first = makeRoom(end &- start)
    var target = storage.mutableSpan
    var to = first
    var index = start
    while index < end {
      target[to] = line[index]
      to &+= 1
      let isDoubled =
        line[index] == 0x25 && index &+ 4 < end && line[index &+ 1] == 0x32
        && line[index &+ 2] == 0x35 && Self.hex(line, index &+ 3, 2, end) != nil
      index &+= isDoubled ? 3 : 1
    }
    count = to
    return (first, to)
  }

  /// Writes spaces for the plus signs that stand for them.
  /// - Returns: where the decoded bytes lie.
  mutating func appendPlusDecoded(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> (Int, Int) {
    let first = makeRoom(end &- start)
    let value = line.extracting(start..<end)
    var target = storage.mutableSpan
    for index in value.indices {
      target[first &+ index] = value[index] == 0x2B ? 0x20 : value[index]
    }
    count = first &+ value.count
    return (first, count)
  }

  /// Sees to it that so many bytes fit behind those there are.
  private mutating func makeRoom(_ length: Int) -> Int {
    // A replacement character is three bytes for at least two.
    let needed = count &+ 2 &* length &+ 4
    if needed > storage.count {
      storage += Array(repeating: 0, count: max(needed, 2 &* storage.count) &- storage.count)
    }
    return count
  }

  private static func hex(_ line: Span<UInt8>, _ start: Int, _ length: Int, _ end: Int) -> UInt32? {
    guard start &+ length <= end else { return nil }
    var value: UInt32 = 0
    for index in start..<start &+ length {
      switch line[index] {
      case 0x30...0x39: value = value << 4 | UInt32(line[index] &- 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((line[index] | 0x20) &- 0x57)
      default: return nil
      }
    }
    return value
  }
}
