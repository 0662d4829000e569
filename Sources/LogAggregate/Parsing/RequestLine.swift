/// Splits `GET /path HTTP/1.1` into its parts.
/// - Source: RFC 9112, section 3; without a protocol it is a request of HTTP/0.9.
enum RequestLine {
  /// Where the method and the target of the request in `start..<end` of `line` end; one space parts them.
  /// - Throws: `request` where it is none, such as `-`, TLS bytes or nothing.
  @inline(__always)
  static func split(
    _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(Malformed) -> (methodEnd: Int, targetEnd: Int) {
    var methodEnd = start
    // `GET `, as nearly all begin.
    if start &+ 4 <= end, line.halfWord(at: start) == 0x2054_4547 {
      methodEnd &+= 3
    } else {
      while methodEnd < end, isMethodByte(line[methodEnd]) { methodEnd &+= 1 }
    }
    guard methodEnd > start, methodEnd &- start <= 32, methodEnd &+ 1 < end,
      line[methodEnd] == 0x20
    else { throw .request }
    let targetStart = methodEnd &+ 1
    // The last nine bytes of nearly every request are ` HTTP/1.1`, ` HTTP/2.0` or the like.
    var targetEnd = end
    if let gap = protocolGap(line, targetStart, end) {
      targetEnd = gap
    } else if line.extracting(targetStart..<end).offset(of: 0x20) != nil {
      throw .request
    }
    guard targetEnd > targetStart else { throw .request }
    return (methodEnd, targetEnd)
  }

  /// Whether `start..<end` is a target: a path, `*`, an absolute URI or an authority.
  /// - Source: RFC 9112, section 3.2.
  @inline(__always)
  static func isTarget(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    if line[start] == 0x2F || line[start] == 0x2A { return true }
    return line.extracting(start..<end).offset(of: 0x3A) != nil
  }

  /// Whether `start..<end` is a method.
  @inline(__always)
  static func isMethod(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end, end &- start <= 32 else { return false }
    for index in start..<end where !isMethodByte(line[index]) { return false }
    return line[start] != 0x2D
  }

  /// The offset of the space before the protocol, or `nil` where none is named.
  @inline(__always)
  private static func protocolGap(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    // ` HTTP/1.1` is nine bytes long, ` HTTP/2` seven.
    isProtocol(line, start, end &- 9)
      ? end &- 9 : isProtocol(line, start, end &- 7) ? end &- 7 : nil
  }

  @inline(__always)
  private static func isProtocol(_ line: Span<UInt8>, _ start: Int, _ gap: Int) -> Bool {
    gap >= start && line[gap] == 0x20 && line.halfWord(at: gap &+ 1) == 0x5054_5448
      && line[gap &+ 5] == 0x2F
  }

  /// Methods are upper-case words; some services use a hyphen or underscore.
  @inline(__always)
  private static func isMethodByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || byte == 0x2D || byte == 0x5F
  }
}
