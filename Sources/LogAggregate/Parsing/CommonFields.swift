/// The fields that `common` and its relatives share: from the client to the bytes sent.
///
///     client ident user [time] "request" status bytes
///
/// A user name may hold spaces, brackets and quotes: the time is found by its form. What nearly all lines have in common
/// (no user, a status of three digits) is told by whole words; everything else goes byte by byte.
struct CommonFields: Sendable {
  private var time = CommonLogTime()

  /// Parses the common part of `line` into `places`.
  /// - Returns: the offset behind the bytes.
  @inline(__always)
  mutating func parse(
    _ line: Span<UInt8>, quotes: inout LineQuotes, fields: FieldSet,
    into places: inout FieldPlaces
  ) throws(Malformed) -> Int {
    guard let clientEnd = line.shortOffset(of: 0x20) else {
      throw line.count == 0 ? .blank : .client
    }
    guard clientEnd > 0 else { throw isBlank(line) ? .blank : .client }
    let hasUser = !isFollowedByNobody(line, clientEnd)
    guard let bracket = findTime(line, clientEnd, hasUser, into: &places) else { throw .time }
    if fields.contains(.client) { places.set(.client, 0, clientEnd) }
    if hasUser || bracket != clientEnd &+ 5, fields.contains(.user) {
      setUser(line, clientEnd &+ 1, bracket &- 1, into: &places)
    }
    // `] "` lies between the time and the request.
    let requestStart = bracket &+ 1 &+ CommonLogTime.length &+ 3
    guard let requestEnd = quotes.end(line, requestStart) else { throw .request }
    let statusStart = requestEnd &+ 2
    places.setStatus(try status(line, statusStart))
    let bytesStart = statusStart &+ 4
    let bytesEnd = try parseByteCount(line, bytesStart)
    let parts = try RequestLine.split(line, requestStart, requestEnd)
    places.set(.method, requestStart, parts.methodEnd)
    places.set(.target, parts.methodEnd &+ 1, parts.targetEnd)
    if fields.contains(.bytes) { places.set(.byteCount, bytesStart, bytesEnd) }
    return bytesEnd
  }

  /// Whether ` - - [` stands at `start`: neither identity nor user.
  @inline(__always)
  private func isFollowedByNobody(_ line: Span<UInt8>, _ start: Int) -> Bool {
    start &+ 8 <= line.count && line.word(at: start) & 0xFFFF_FFFF_FFFF == 0x5B20_2D20_2D20
  }

  /// The offset of the bracket before the time, behind ` ident user `.
  @inline(__always)
  private mutating func findTime(
    _ line: Span<UInt8>, _ clientEnd: Int, _ hasUser: Bool, into places: inout FieldPlaces
  ) -> Int? {
    var bracket = clientEnd &+ 5
    if !hasUser, let seconds = seconds(line, behind: bracket) {
      places.setTime(seconds)
      return bracket
    }
    var from = clientEnd &+ 1
    while let distance = line.offset(of: 0x5B, from: from) {
      bracket = from &+ distance
      if bracket > clientEnd &+ 1, line[bracket &- 1] == 0x20,
        let seconds = seconds(line, behind: bracket)
      {
        places.setTime(seconds)
        return bracket
      }
      from = bracket &+ 1
    }
    return nil
  }

  /// The time between the bracket at `bracket` and `] "`.
  @inline(__always)
  private mutating func seconds(_ line: Span<UInt8>, behind bracket: Int) -> Int64? {
    let close = bracket &+ 1 &+ CommonLogTime.length
    guard close &+ 2 < line.count else { return nil }
    // With the last byte of the zone, so that the four bytes are there.
    guard line.halfWord(at: close &- 1) >> 8 == 0x22_205D else { return nil }
    return time.parse(line, at: bracket &+ 1)
  }

  private func setUser(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, into places: inout FieldPlaces
  ) {
    // A line without identity or user is no worse for counting.
    guard start < end, let identEnd = line.extracting(start..<end).offset(of: 0x20) else {
      return
    }
    let userStart = start &+ identEnd &+ 1
    let isAbsent = end &- userStart == 1 && line[userStart] == 0x2D
    if !isAbsent { places.set(.user, userStart, end) }
  }

  /// Three digits behind `" `.
  @inline(__always)
  private func status(_ line: Span<UInt8>, _ start: Int) throws(Malformed) -> UInt16 {
    guard start &+ 4 <= line.count, line[start &- 1] == 0x20 else { throw .status }
    let word = line.halfWord(at: start)
    // Each byte less its zero; above 9 it is no digit.
    let digits = word ^ 0x2030_3030
    guard word >> 24 == 0x20, ((digits &+ 0x0076_7676) | digits) & 0x0080_8080 == 0 else {
      throw .status
    }
    let code = (digits & 0xFF) &* 100 &+ (digits >> 8 & 0xFF) &* 10 &+ (digits >> 16 & 0xFF)
    return UInt16(truncatingIfNeeded: code)
  }

  /// Digits, or a hyphen for none.
  @inline(__always)
  private func parseByteCount(_ line: Span<UInt8>, _ start: Int) throws(Malformed) -> Int {
    var end = start
    if start &+ 8 <= line.count { end &+= Digits.leading(line.word(at: start)) }
    if end == start || end == start &+ 8 {
      while end < line.count, line[end] &- 0x30 <= 9 { end &+= 1 }
    }
    if end == start, end < line.count, line[end] == 0x2D { end &+= 1 }
    guard end > start, end == line.count || line[end] == 0x20 else { throw .byteCount }
    return end
  }

  private func isBlank(_ line: Span<UInt8>) -> Bool {
    for index in line.indices where line[index] != 0x20 && line[index] != 0x09 { return false }
    return true
  }
}
