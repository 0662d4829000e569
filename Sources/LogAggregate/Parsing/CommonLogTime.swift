/// Reads `17/May/2015:10:05:03 +0000`, remembering the last minute.
///
/// Consecutive lines share their minute almost always, so that all but the seconds is compared and not parsed.
/// - Source: Apache `mod_log_config`, `%t`; months are English in every locale.
struct CommonLogTime: Sendable {
  /// The length of the text in bytes.
  static let length = 26

  /// The years whose seconds since 1970 fit in the 32 bits that visits keep.
  private static let years = 1970...2105

  // The text but its seconds, in overlapping words: bytes 0–7, 8–15, 12–17 and 20–25.
  private var head: UInt64 = 0
  private var middle: UInt64 = 0
  // Its low bits are those of no text, so that nothing is known at first.
  private var clock: UInt64 = 1
  private var zone: UInt64 = 0
  private var minute: Int64 = 0

  /// The time that begins at `start`, in seconds since 1970-01-01T00:00:00Z, or `nil`.
  /// - Complexity: O(1); allocates nothing.
  @inline(__always)
  mutating func parse(_ line: Span<UInt8>, at start: Int) -> Int64? {
    guard start >= 0, line.count &- start >= Self.length else { return nil }
    let text = line.extracting(start..<start &+ Self.length)
    let head = text.word(at: 0)
    let middle = text.word(at: 8)
    let clock = text.word(at: 12) << 16
    let tail = text.word(at: 18)
    let changes =
      (head ^ self.head) | (middle ^ self.middle) | (clock ^ self.clock) | (tail >> 16 ^ zone)
    if changes != 0 {
      guard let parsed = Self.minute(text) else { return nil }
      self.head = head
      self.middle = middle
      self.clock = clock
      zone = tail >> 16
      minute = parsed
    }
    let tens = UInt8(truncatingIfNeeded: tail) &- 0x30
    let ones = UInt8(truncatingIfNeeded: tail >> 8) &- 0x30
    // 60 is a leap second.
    guard tens <= 6, ones <= 9, tens < 6 || ones == 0 else { return nil }
    return minute &+ Int64(tens) &* 10 &+ Int64(ones)
  }

  /// The first second of the minute, or `nil` where the text is no time.
  private static func minute(_ text: Span<UInt8>) -> Int64? {
    guard text[2] == 0x2F, text[6] == 0x2F, text[11] == 0x3A, text[14] == 0x3A,
      text[17] == 0x3A, text[20] == 0x20,
      let day = number(text, 0, 2), let month = MonthName.number(text, 3),
      let year = number(text, 7, 4), let hour = number(text, 12, 2),
      let minute = number(text, 15, 2), let zoneHour = number(text, 22, 2),
      let zoneMinute = number(text, 24, 2),
      Self.years.contains(year), (1...31).contains(day), hour < 24, minute < 60, zoneHour < 24,
      zoneMinute < 60
    else { return nil }
    let offset: Int
    switch text[21] {
    case 0x2B: offset = zoneHour * 3600 + zoneMinute * 60
    case 0x2D: offset = -(zoneHour * 3600 + zoneMinute * 60)
    default: return nil
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    let start = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 - offset)
    return start < 0 ? nil : start
  }

  /// The decimal number of `length` digits at `start`.
  private static func number(_ text: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
    var value = 0
    for index in start..<start + length {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
