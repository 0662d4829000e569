/// Finds the address in a client's field.
enum ClientField {
  /// The address or name itself, without brackets and port; of a list the last, which the nearest proxy wrote.
  /// - Throws: `client` where the field is empty, or no address where it must be one.
  @inline(__always)
  static func range(
    _ action: Layout.Action, _ line: Span<UInt8>, _ from: Int, _ to: Int
  ) throws(Malformed) -> (start: Int, end: Int) {
    var start = from
    guard start < to else { throw .client }
    if action == .forwarded, let comma = line.extracting(start..<to).offset(ofLast: 0x2C) {
      start &+= comma &+ 1
      while start < to, line[start] == 0x20 { start &+= 1 }
    }
    var end = Self.end(line, start, to)
    if action == .portedClient, let colon = line.extracting(start..<to).offset(ofLast: 0x3A) {
      end = start &+ colon
    }
    if line[min(start, to &- 1)] == 0x5B, end > start { start &+= 1 }
    if action == .address, !isAddress(line, start, end) { throw .client }
    return (start, end)
  }

  /// Where the address that begins at `start` ends, before a bracket or a port.
  @inline(__always)
  static func end(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end else { return end }
    if line[start] == 0x5B {
      return line.extracting(start..<end).offset(of: 0x5D).map { start &+ $0 } ?? end
    }
    var colon = end &- 1
    while colon > start, line[colon] &- 0x30 <= 9 { colon &-= 1 }
    guard line[colon] == 0x3A, colon &+ 1 < end,
      line.extracting(start..<colon).offset(of: 0x3A) == nil
    else { return end }
    return colon
  }

  /// Whether `start..<end` looks like an address: digits and dots, or hexadecimal digits and colons.
  static func isAddress(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var dots = 0
    var colons = 0
    var letters = 0
    for index in start..<end {
      switch line[index] {
      case 0x30...0x39: break
      case 0x2E: dots &+= 1
      case 0x3A: colons &+= 1
      case 0x61...0x66, 0x41...0x46: letters &+= 1
      default: return false
      }
    }
    return colons >= 2 || (dots == 3 && letters == 0)
  }

  /// Whether `start..<end` is a host's name with a letter and a dot or a port in it, or `localhost`.
  static func isDottedHost(_ line: Span<UInt8>, _ start: Int, _ to: Int) -> Bool {
    var hasSign = false
    var end = to
    // `TCP_MISS:DIRECT` is no host with a port.
    if let colon = line.extracting(start..<to).offset(of: 0x3A) {
      end = start &+ colon
      guard end &+ 1 < to, Digits.end(line, end &+ 1, to) == to else { return false }
      hasSign = true
    }
    var hasLetter = false
    for index in start..<end {
      switch line[index] {
      case 0x30...0x39, 0x2D, 0x5F: break
      case 0x61...0x7A, 0x41...0x5A: hasLetter = true
      case 0x2E: hasSign = true
      default: return false
      }
    }
    return (hasSign && hasLetter) || line.extracting(start..<end).equals("localhost")
  }
}
