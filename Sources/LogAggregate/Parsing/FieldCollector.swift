/// What a value that comes under a name tells.
struct NamedField: Sendable, Equatable {
  enum Kind: UInt8, Sendable {
    case client, forwarded, user, time, date, clock, request, method, target, query, status, bytes
    case referrer, agent, host
  }
  let kind: Kind
  /// Of two values of a kind the one of the lower rank counts.
  let rank: UInt8
}

/// Gathers the fields of one line of a format whose values come under names, in any order.
struct FieldCollector: Sendable {
  private(set) var places = FieldPlaces()
  private(set) var decoded = DecodedBytes()
  private var ranks = InlineArray<15, UInt8>(repeating: 255)
  private var days: Int64 = 0
  private var clock: Int64 = 0
  private var instant: Int64 = 0
  private var time = LogTime()
  private var wanted: FieldSet = []
  private static let none: UInt8 = 255

  /// Forgets the line before; `wanted` are the fields that are kept.
  mutating func begin(_ wanted: FieldSet) {
    places = FieldPlaces()
    ranks = InlineArray(repeating: Self.none)
    decoded.removeAll()
    self.wanted = wanted
  }

  /// Sets the day of lines that have only a time of day.
  mutating func setDay(_ days: Int64) {
    self.days = days
    ranks[Int(NamedField.Kind.date.rawValue)] = 254
  }

  /// Takes the value in `start..<end`.
  mutating func take(
    _ field: NamedField, _ line: Span<UInt8>, _ start: Int, _ end: Int,
    _ encoding: ValueEncoding = .plain
  ) {
    let kind = Int(field.kind.rawValue)
    guard field.rank < ranks[kind], end > start else { return }
    let isAbsent = end &- start == 1 && line[start] == 0x2D
    var taken = false
    switch field.kind {
    case .client:
      taken = !isAbsent && setClient(line, start, end)
    case .forwarded:
      if !isAbsent, wanted.contains(.forwarded) { places.set(.forwarded, start, end) }
      taken = !isAbsent && setClient(.forwarded, line, start, end)
    case .user: taken = !isAbsent && set(.user, .user, line, start, end, encoding)
    case .time:
      if let found = time.parse(line, start, end) {
        instant = found
        taken = true
      }
    case .date:
      if let found = time.parseDay(line, start, end) {
        days = found
        taken = true
      }
    case .clock:
      if let found = time.parseClock(line, start, end) {
        clock = found
        taken = true
      }
    case .request: taken = setRequest(line, start, end, encoding, field.rank)
    case .method:
      taken = RequestLine.isMethod(line, start, end)
      if taken { places.set(.method, start, end) }
    case .target: taken = setTarget(line, start, end, encoding)
    case .query: taken = !isAbsent && set(.query, .query, line, start, end, encoding)
    case .status:
      if end &- start <= 3, let code = Digits.number(line, start, end &- start) {
        places.setStatus(UInt16(truncatingIfNeeded: code))
        taken = true
      }
    case .bytes:
      taken = Digits.end(line, start, end) == end || isAbsent
      if taken, wanted.contains(.bytes) { places.set(.byteCount, start, end) }
    case .referrer: taken = set(.referrer, .referrer, line, start, end, encoding)
    case .agent: taken = setAgent(line, start, end, encoding)
    case .host: taken = !isAbsent && set(.host, .host, line, start, end, encoding)
    }
    if taken { ranks[kind] = field.rank }
  }

  /// Whether a value of that kind was taken.
  func has(_ kind: NamedField.Kind) -> Bool { ranks[Int(kind.rawValue)] != Self.none }

  /// Checks that the line told a request, and completes it.
  /// - Throws: which part is missing.
  mutating func finish() throws(Malformed) {
    if has(.time) {
      places.setTime(instant)
    } else {
      guard has(.date), has(.clock) else { throw .time }
      places.setTime(days &* 86_400 &+ clock)
    }
    guard LogTime.range.contains(places.time) else { throw .time }
    guard has(.target) || has(.request) else { throw .request }
    guard has(.status) else { throw .status }
    if !has(.method), !has(.request) { places.setDecoded(.method, 0, DecodedBytes.methodEnd) }
  }

  /// Sets a field, decoded where it is written otherwise than it is.
  @inline(__always)
  private mutating func set(
    _ field: Field, _ bit: FieldSet, _ line: Span<UInt8>, _ start: Int, _ end: Int,
    _ encoding: ValueEncoding
  ) -> Bool {
    guard wanted.contains(bit) else { return true }
    guard let range = decode(line, start, end, encoding) else {
      places.set(field, start, end)
      return true
    }
    places.setDecoded(field, range.0, range.1)
    return true
  }

  /// Sets the agent; where signs stand for single bytes it is left as it is, to be decoded when it is not known.
  @inline(__always)
  private mutating func setAgent(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, _ encoding: ValueEncoding
  ) -> Bool {
    guard encoding == .plus || encoding == .percent else {
      return set(.userAgent, .userAgent, line, start, end, encoding)
    }
    if wanted.contains(.userAgent) { places.setAgent(start, end, encoding) }
    return true
  }

  /// Where the decoded value lies, or `nil` where it is written as it is.
  @inline(__always)
  private mutating func decode(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, _ encoding: ValueEncoding
  ) -> (Int, Int)? {
    encoding == .plain ? nil : decoded.append(line, start, end, encoding)
  }

  private mutating func setClient(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // Some write the list that proxies append to in the client's place.
    let isList = line.extracting(start..<end).offset(of: 0x2C) != nil
    return setClient(isList ? .forwarded : .client, line, start, end)
  }

  private mutating func setClient(
    _ action: Layout.Action, _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard wanted.contains(.client) else { return true }
    // An address counts before a list that proxies append to.
    if action == .forwarded, has(.client) { return false }
    do throws(Malformed) {
      let range = try ClientField.range(action, line, start, end)
      places.set(.client, range.start, range.end)
      return true
    } catch {
      return false
    }
  }

  /// A request line, or only a target.
  private mutating func setRequest(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, _ encoding: ValueEncoding, _ rank: UInt8
  ) -> Bool {
    guard !has(.target) else { return false }
    do throws(Malformed) {
      if let range = decode(line, start, end, encoding) {
        let parts = try RequestLine.split(decoded.bytes, range.0, range.1)
        places.setDecoded(.method, range.0, parts.methodEnd)
        places.setDecoded(.target, parts.methodEnd &+ 1, parts.targetEnd)
      } else {
        guard line[start] != 0x2D else { return false }
        let parts = try RequestLine.split(line, start, end)
        places.set(.method, start, parts.methodEnd)
        places.set(.target, parts.methodEnd &+ 1, parts.targetEnd)
      }
      return true
    } catch {
      guard line[start] == 0x2F, setTarget(line, start, end, encoding) else { return false }
      ranks[Int(NamedField.Kind.target.rawValue)] = rank
      return false
    }
  }

  private mutating func setTarget(
    _ line: Span<UInt8>, _ from: Int, _ end: Int, _ encoding: ValueEncoding
  ) -> Bool {
    var start = from
    if !RequestLine.isTarget(line, start, end) {
      // `www.example.org/path`, as some write an absolute URI.
      guard let slash = line.extracting(start..<end).offset(of: 0x2F) else { return false }
      start &+= slash
    }
    if let range = decode(line, start, end, encoding) {
      places.setDecoded(.target, range.0, range.1)
    } else {
      places.set(.target, start, end)
    }
    return true
  }
}
