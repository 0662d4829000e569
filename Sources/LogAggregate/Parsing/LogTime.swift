/// Reads a time in any of the forms that logs write, told by its first bytes.
///
///     10/Oct/2000:13:55:36 -0700      the Common Log Format's, in brackets or not, with or without an offset
///     2026-11-19T10:05:03.125+05:30   ISO 8601, with a space for the T, any fraction, any offset
///     1795046400.125                  seconds since 1970, or milli-, micro- or nanoseconds by their size
///
/// A time without an offset is UTC.
/// - Source: Apache `mod_log_config`, `%t`; ISO 8601; RFC 3339.
struct LogTime: Sendable {
  private var common = CommonLogTime()
  private var head: UInt64 = 0
  private var tail: UInt64 = 0
  private var minute: Int64 = 0
  // The two words overlap, so that no text has these.
  private var dayHead: UInt64 = 0
  private var dayTail: UInt64 = 1
  private var day: Int64 = 0
  // Its low bits are those of no text.
  private var clockHead: UInt64 = 1
  private var clockMinute: Int64 = 0

  /// The times whose seconds since 1970 fit in the 32 bits that visits keep: those of the years to 2105.
  static let range: Range<Int64> = 0..<4_291_747_200

  /// The time in `start..<end` of `line`, in seconds since 1970-01-01T00:00:00Z, or `nil`.
  /// - Complexity: O(length); allocates nothing.
  mutating func parse(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard start >= 0, end <= line.count, end &- start >= 8 else { return nil }
    if line[start] == 0x5B {
      guard line[end &- 1] == 0x5D else { return nil }
      return parse(line, start &+ 1, end &- 1)
    }
    switch line[start &+ 2] {
    case 0x2F: return parseCommon(line, start, end)
    case 0x30...0x39:
      let separator = line[start &+ 4]
      return separator == 0x2D || separator == 0x2F
        ? parseISO(line, start, end) : Self.epoch(line, start, end)
    default: return nil
    }
  }

  /// The time of the Common Log Format at `start`, which is 26 bytes long.
  @inline(__always)
  mutating func parseCommon(_ line: Span<UInt8>, at start: Int) -> Int64? {
    common.parse(line, at: start)
  }

  private mutating func parseCommon(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    if end &- start == CommonLogTime.length { return common.parse(line, at: start) }
    return Self.parse(line, start, end, date: 11, gap: 0x3A)
  }

  private mutating func parseISO(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard end &- start >= 19 else { return nil }
    if line.word(at: start) != head || line.word(at: start &+ 8) != tail {
      let gap = line[start &+ 10]
      guard gap == 0x54 || gap == 0x74 || gap == 0x20 || gap == 0x5F, line[start &+ 13] == 0x3A,
        let days = Self.days(line, start, start &+ 10),
        let hour = Digits.number(line, start &+ 11, 2),
        let minuteOfHour = Digits.number(line, start &+ 14, 2), hour < 24, minuteOfHour < 60
      else { return nil }
      head = line.word(at: start)
      tail = line.word(at: start &+ 8)
      minute = days &* 86_400 &+ Int64(hour &* 3600 &+ minuteOfHour &* 60)
    }
    guard line[start &+ 16] == 0x3A, let second = Digits.number(line, start &+ 17, 2),
      second <= 60, let offset = Self.offset(line, Self.fractionEnd(line, start &+ 19, end), end)
    else { return nil }
    return minute &+ Int64(second) &- offset
  }

  private static func parse(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, date length: Int, gap: UInt8
  ) -> Int64? {
    let clock = start &+ length &+ 1
    guard clock &+ 8 <= end, line[clock &- 1] == gap, let days = days(line, start, start &+ length),
      let (seconds, clockEnd) = clockSeconds(line, clock, end),
      let offset = offset(line, clockEnd, end)
    else { return nil }
    return days &* 86_400 &+ seconds &- offset
  }

  /// The days from 1970-01-01 to a date, remembering the last.
  @inline(__always)
  mutating func parseDay(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard end &- start == 10 else { return Self.days(line, start, end) }
    if line.word(at: start) != dayHead || line.word(at: start &+ 2) != dayTail {
      guard let days = Self.days(line, start, end) else { return nil }
      dayHead = line.word(at: start)
      dayTail = line.word(at: start &+ 2)
      day = days
    }
    return day
  }

  /// The seconds since midnight of a time of day without an offset, remembering the last minute.
  @inline(__always)
  mutating func parseClock(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard end &- start == 8 else { return longClock(line, start, end) }
    let word = line.word(at: start)
    let tens = word >> 48 & 0xFF &- 0x30
    let ones = word >> 56 &- 0x30
    guard word << 16 == clockHead, tens <= 5, ones <= 9 else {
      return newMinute(line, start, end)
    }
    return clockMinute &+ Int64(truncatingIfNeeded: tens &* 10 &+ ones)
  }

  private mutating func newMinute(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard let seconds = longClock(line, start, end), let second = Digits.number(line, start &+ 6, 2)
    else { return nil }
    clockHead = line.word(at: start) << 16
    clockMinute = seconds &- Int64(second)
    return seconds
  }

  private func longClock(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard let (seconds, clockEnd) = Self.clockSeconds(line, start, end), clockEnd == end else {
      return nil
    }
    return seconds
  }

  /// The days from 1970-01-01 to a date like `2026-11-19`, `2026/11/19` or `19/Nov/2026`.
  static func days(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    let date: CivilDate?
    if end &- start == 10, line[start &+ 4] == line[start &+ 7],
      line[start &+ 4] == 0x2D || line[start &+ 4] == 0x2F,
      let year = Digits.number(line, start, 4), let month = Digits.number(line, start &+ 5, 2),
      let day = Digits.number(line, start &+ 8, 2)
    {
      date = CivilDate(year: year, month: month, day: day)
    } else if end &- start == 11, line[start &+ 2] == 0x2F, line[start &+ 6] == 0x2F,
      let day = Digits.number(line, start, 2), let month = MonthName.number(line, start &+ 3),
      let year = Digits.number(line, start &+ 7, 4)
    {
      date = CivilDate(year: year, month: month, day: day)
    } else {
      return nil
    }
    return date.map { Int64($0.daysSinceEpoch) }
  }

  /// The seconds since midnight of a time of day like `13:55:36.125`, and where it ends.
  static func clockSeconds(
    _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (seconds: Int64, end: Int)? {
    guard end &- start >= 8, line[start &+ 2] == 0x3A, line[start &+ 5] == 0x3A,
      let hour = Digits.number(line, start, 2), let minute = Digits.number(line, start &+ 3, 2),
      let second = Digits.number(line, start &+ 6, 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    return (
      Int64(hour &* 3600 &+ minute &* 60 &+ second), fractionEnd(line, start &+ 8, end)
    )
  }

  private static func fractionEnd(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end, line[start] == 0x2E || line[start] == 0x2C else { return start }
    return Digits.end(line, start &+ 1, end)
  }

  /// The offset from UTC in seconds that fills `start..<end`: none, `Z`, `+0530`, `+05:30` or `+05`.
  static func offset(_ line: Span<UInt8>, _ from: Int, _ end: Int) -> Int64? {
    var start = from
    if start < end, line[start] == 0x20 { start &+= 1 }
    if start == end { return start == from ? 0 : nil }
    if end &- start == 1 { return line[start] | 0x20 == 0x7A ? 0 : nil }
    if end &- start == 3, line[start] != 0x2B, line[start] != 0x2D {
      let name = line.extracting(start..<end)
      return name.equals("UTC") || name.equals("GMT") ? 0 : nil
    }
    let sign: Int64
    switch line[start] {
    case 0x2B: sign = 1
    case 0x2D: sign = -1
    default: return nil
    }
    guard let hours = Digits.number(line, start &+ 1, 2), hours < 24 else { return nil }
    var minutes: Int? = 0
    switch end &- start {
    case 3: break
    case 5: minutes = Digits.number(line, start &+ 3, 2)
    case 6 where line[start &+ 3] == 0x3A: minutes = Digits.number(line, start &+ 4, 2)
    default: return nil
    }
    guard let minutes, minutes < 60 else { return nil }
    return sign &* Int64(hours &* 3600 &+ minutes &* 60)
  }

  /// A number of seconds since 1970, or of milli-, micro- or nanoseconds, which is told by its size.
  static func epoch(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard let (number, numberEnd) = Digits.prefix(line, start, end),
      fractionEnd(line, numberEnd, end) == end
    else { return nil }
    switch number {
    case 0..<100_000_000_000: return Int64(number)
    case 0..<100_000_000_000_000: return Int64(number / 1000)
    case 0..<100_000_000_000_000_000: return Int64(number / 1_000_000)
    default: return Int64(number / 1_000_000_000)
    }
  }
}

/// The English names of the months, which logs use in every locale.
enum MonthName {
  /// The month whose three first letters stand at `start`, in any case, from 1.
  static func number(_ line: Span<UInt8>, _ start: Int) -> Int? {
    guard start &+ 3 <= line.count else { return nil }
    return switch (line[start] | 0x20, line[start &+ 1] | 0x20, line[start &+ 2] | 0x20) {
    case (0x6A, 0x61, 0x6E): 1
    case (0x66, 0x65, 0x62): 2
    case (0x6D, 0x61, 0x72): 3
    case (0x61, 0x70, 0x72): 4
    case (0x6D, 0x61, 0x79): 5
    case (0x6A, 0x75, 0x6E): 6
    case (0x6A, 0x75, 0x6C): 7
    case (0x61, 0x75, 0x67): 8
    case (0x73, 0x65, 0x70): 9
    case (0x6F, 0x63, 0x74): 10
    case (0x6E, 0x6F, 0x76): 11
    case (0x64, 0x65, 0x63): 12
    default: nil
    }
  }
}
