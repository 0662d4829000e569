/// The rule by which a zone's clock goes after the last recorded change: a POSIX TZ string.
/// - Source: RFC 9636, section 3.3 (footer); POSIX.1-2017, section 8.3 (`TZ`), with the hours from
///   -167 to 167 that version 3 of TZif adds.
struct TZifFooter: Equatable, Sendable {
  private let standardOffset: Int32
  private let summer: Summer?

  private struct Summer: Equatable {
    let offset: Int32
    let start: YearlyMoment
    let end: YearlyMoment
  }

  /// Reads a rule such as `CET-1CEST,M3.5.0,M10.5.0/3`.
  /// - Throws: `badFooter` where it is not one, or names a summer time without its rules.
  init(_ text: Span<UInt8>) throws(TZifFlaw) {
    var scanner = TZifFooterScanner(text)
    try scanner.skipName()
    standardOffset = try scanner.offset()
    guard !scanner.isAtEnd else {
      summer = nil
      return
    }
    try scanner.skipName()
    let hasOffset = !scanner.isAtComma
    let offset = hasOffset ? try scanner.offset() : standardOffset + 3600
    guard ZoneSpan.offsets.contains(offset) else { throw .badFooter }
    let start = try scanner.yearlyMoment()
    let end = try scanner.yearlyMoment()
    guard scanner.isAtEnd else { throw .badFooter }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// The time of constant offset that holds this second.
  /// - Complexity: O(1); allocates nothing.
  func span(containing second: Int64) -> ZoneSpan {
    var span = ZoneSpan(validFrom: .min, validUntil: .max, offset: standardOffset)
    guard let summer else { return span }
    let year = CivilDate.components(ofDay: Int(ZoneSpan.day(of: second))).year
    // Changes stray at most a week over their year's ends, so two years to each side hold at least
    // one on either side of any second. Of two at the same second the later in this order holds: in
    // zones that are on summer time all year, each summer begins when the one before ends.
    for year in year - 2...year + 2 {
      let start = summer.start.clockSecond(in: year) - Int64(standardOffset)
      let end = summer.end.clockSecond(in: year) - Int64(summer.offset)
      if start <= end {
        span.narrow(around: second, changeAt: start, to: summer.offset)
        span.narrow(around: second, changeAt: end, to: standardOffset)
      } else {
        span.narrow(around: second, changeAt: end, to: standardOffset)
        span.narrow(around: second, changeAt: start, to: summer.offset)
      }
    }
    return span
  }
}

extension ZoneSpan {
  fileprivate mutating func narrow(around second: Int64, changeAt change: Int64, to after: Int32) {
    if change > second {
      validUntil = min(validUntil, change)
    } else if change >= validFrom {
      validFrom = change
      offset = after
    }
  }
}

/// A day of the year and a time on its clock, such as “the last Sunday of March, 2:00”.
private struct YearlyMoment: Equatable {
  enum Day: Equatable {
    /// Day 1 to 365; 29 February is never counted.
    case julian(Int)
    /// Day 0 to 365; 29 February is counted.
    case zeroBased(Int)
    /// The *n*th such weekday (0 is Sunday) of a month; the fifth is the last.
    case weekday(Int, nth: Int, month: Int)
  }

  let day: Day
  /// Seconds after the day's midnight; negative or beyond a day where the rule says so.
  let time: Int32

  /// The moment as seconds since 1970-01-01 on the zone's own clock.
  func clockSecond(in year: Int) -> Int64 {
    let newYear = CivilDate.days(year: year, month: 1, day: 1)
    let days =
      switch day {
      case .julian(let n): newYear + n - (CivilDate.isLeap(year: year) && n >= 60 ? 0 : 1)
      case .zeroBased(let n): newYear + n
      case .weekday(let weekday, let nth, let month):
        Self.day(of: weekday, nth: nth, year: year, month: month)
      }
    return Int64(days) * 86_400 + Int64(time)
  }

  private static func day(of weekday: Int, nth: Int, year: Int, month: Int) -> Int {
    let first = CivilDate.days(year: year, month: month, day: 1)
    // 1970-01-01 was a Thursday, 4 when Sunday is 0.
    let firstWeekday = ((first + 4) % 7 + 7) % 7
    let offset = (weekday - firstWeekday + 7) % 7 + (nth - 1) * 7
    return first + (offset < CivilDate.dayCount(year: year, month: month) ? offset : offset - 7)
  }
}

/// Reads a POSIX TZ string from its front.
private struct TZifFooterScanner: ~Escapable {
  private var rest: Span<UInt8>

  @_lifetime(copy text)
  init(_ text: Span<UInt8>) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }
  var isAtComma: Bool { !rest.isEmpty && rest[0] == 0x2C }

  /// Skips `CET` or `<+03>`; at least three characters either way.
  @_lifetime(self: copy self)
  mutating func skipName() throws(TZifFlaw) {
    let isQuoted = take(0x3C)
    var count = 0
    while count < rest.count, Self.isNameByte(rest[count], quoted: isQuoted) { count += 1 }
    guard count >= 3 else { throw .badFooter }
    rest = rest.extracting(droppingFirst: count)
    if isQuoted, !take(0x3E) { throw .badFooter }
  }

  private static func isNameByte(_ byte: UInt8, quoted: Bool) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0x30...0x39, 0x2B, 0x2D: quoted
    default: false
    }
  }

  /// Reads `5`, `-5:30` or `+03:00:00`, as seconds *east* of UTC; the string counts west.
  @_lifetime(self: copy self)
  mutating func offset() throws(TZifFlaw) -> Int32 { -(try duration(maxHours: 24)) }

  /// Reads `,M3.5.0/2`, `,J60` or `,59/-1:30`; without a time it is 2:00.
  @_lifetime(self: copy self)
  mutating func yearlyMoment() throws(TZifFlaw) -> YearlyMoment {
    guard take(0x2C) else { throw .badFooter }
    let day: YearlyMoment.Day
    if take(0x4D) {
      let month = try number(in: 1...12)
      guard take(0x2E) else { throw .badFooter }
      let nth = try number(in: 1...5)
      guard take(0x2E) else { throw .badFooter }
      day = .weekday(try number(in: 0...6), nth: nth, month: month)
    } else if take(0x4A) {
      day = .julian(try number(in: 1...365))
    } else {
      day = .zeroBased(try number(in: 0...365))
    }
    return YearlyMoment(day: day, time: take(0x2F) ? try duration(maxHours: 167) : 7200)
  }

  @_lifetime(self: copy self)
  private mutating func duration(maxHours: Int) throws(TZifFlaw) -> Int32 {
    let isNegative = take(0x2D)
    if !isNegative { _ = take(0x2B) }
    var seconds = try number(in: 0...maxHours) * 3600
    if take(0x3A) {
      seconds += try number(in: 0...59) * 60
      if take(0x3A) { seconds += try number(in: 0...59) }
    }
    return Int32(isNegative ? -seconds : seconds)
  }

  @_lifetime(self: copy self)
  private mutating func number(in allowed: ClosedRange<Int>) throws(TZifFlaw) -> Int {
    var value = 0
    var count = 0
    while count < rest.count, count < 3, (0x30...0x39).contains(rest[count]) {
      value = value * 10 + Int(rest[count]) - 0x30
      count += 1
    }
    guard count > 0, allowed.contains(value) else { throw .badFooter }
    rest = rest.extracting(droppingFirst: count)
    return value
  }

  @_lifetime(self: copy self)
  private mutating func take(_ byte: UInt8) -> Bool {
    guard !rest.isEmpty, rest[0] == byte else { return false }
    rest = rest.extracting(droppingFirst: 1)
    return true
  }
}
