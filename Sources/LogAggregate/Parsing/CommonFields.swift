/// The fields that `common` and its relatives share: from the client to the bytes sent.
///
///     client ident user [time] "request" status bytes
///
/// A user name may hold spaces, brackets and quotes: the time is found by its form.
struct CommonFields: Sendable {
  private var time = CommonLogTime()

  /// Parses the common part of `line` into `record`.
  /// - Returns: the offset behind the bytes.
  @inline(__always)
  mutating func parse(
    _ line: Span<UInt8>, fields: FieldSet, into record: inout Record
  ) throws(Malformed) -> Int {
    guard let clientEnd = line.offset(of: 0x20) else {
      throw line.count == 0 ? .blank : .client
    }
    guard clientEnd > 0 else { throw isBlank(line) ? .blank : .client }
    guard let bracket = try findTime(line, after: clientEnd &+ 1, into: &record) else {
      throw .time
    }
    if fields.contains(.client) { record.set(.client, 0, clientEnd) }
    if fields.contains(.user) { setUser(line, clientEnd &+ 1, bracket &- 1, into: &record) }
    // `] "` lies between the time and the request.
    let requestStart = bracket &+ 1 &+ CommonLogTime.length &+ 3
    guard let requestEnd = Quoted.end(line, requestStart) else { throw .request }
    let statusStart = requestEnd &+ 2
    try parseStatus(line, statusStart, into: &record)
    let bytesStart = statusStart &+ 4
    let bytesEnd = try parseByteCount(line, bytesStart)
    try RequestLine.parse(line, requestStart, requestEnd, into: &record)
    if fields.contains(.bytes) { record.set(.byteCount, bytesStart, bytesEnd) }
    return bytesEnd
  }

  /// The offset of the bracket before the time, behind ` ident user `.
  @inline(__always)
  private mutating func findTime(
    _ line: Span<UInt8>, after start: Int, into record: inout Record
  ) throws(Malformed) -> Int? {
    var from = start
    while let distance = line.offset(of: 0x5B, from: from) {
      let bracket = from &+ distance
      let close = bracket &+ 1 &+ CommonLogTime.length
      if bracket > start, line[bracket &- 1] == 0x20, close &+ 2 < line.count,
        line[close] == 0x5D, line[close &+ 1] == 0x20, line[close &+ 2] == 0x22,
        let seconds = time.parse(line, at: bracket &+ 1)
      {
        record.setTime(seconds)
        return bracket
      }
      from = bracket &+ 1
    }
    return nil
  }

  private func setUser(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, into record: inout Record
  ) {
    // A line without identity or user is no worse for counting.
    guard start < end, let identEnd = line.extracting(start..<end).offset(of: 0x20) else {
      return
    }
    let userStart = start &+ identEnd &+ 1
    let isAbsent = end &- userStart == 1 && line[userStart] == 0x2D
    if !isAbsent { record.set(.user, userStart, end) }
  }

  /// Three digits behind `" `.
  @inline(__always)
  private func parseStatus(
    _ line: Span<UInt8>, _ start: Int, into record: inout Record
  ) throws(Malformed) {
    guard start &+ 4 <= line.count, line[start &- 1] == 0x20, line[start &+ 3] == 0x20
    else { throw .status }
    var code: UInt16 = 0
    for index in start..<start &+ 3 {
      let digit = line[index] &- 0x30
      guard digit <= 9 else { throw .status }
      code = code &* 10 &+ UInt16(digit)
    }
    record.setStatus(code)
  }

  /// Digits, or a hyphen for none.
  @inline(__always)
  private func parseByteCount(_ line: Span<UInt8>, _ start: Int) throws(Malformed) -> Int {
    var end = start
    while end < line.count, line[end] &- 0x30 <= 9 { end &+= 1 }
    if end == start, end < line.count, line[end] == 0x2D { end &+= 1 }
    guard end > start, end == line.count || line[end] == 0x20 else { throw .byteCount }
    return end
  }

  private func isBlank(_ line: Span<UInt8>) -> Bool {
    for index in line.indices where line[index] != 0x20 && line[index] != 0x09 { return false }
    return true
  }
}
