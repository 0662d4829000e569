/// A time zone: which day and second of day its clock shows at a moment, and which moments make a
/// day of it.
///
/// Moments are Unix seconds. Moments before 0000-01-01 and after 9999-12-31 are taken for those.
/// - Source: the system's tzdata, in the form of RFC 9636.
struct ZoneRules: Sendable {
  /// The IANA name, such as `Asia/Kolkata`.
  let name: String
  private let table: TZif

  /// Coordinated Universal Time, which needs no tzdata.
  static let utc = ZoneRules(name: "UTC", table: TZif(offset: 0))

  init(name: String, table: TZif) {
    self.name = name
    self.table = table
  }

  /// The time of constant offset that holds a moment, so that a loop looks up once and then only
  /// asks whether the next moment is in it.
  /// - Complexity: O(log *n*) in the zone's recorded changes; allocates nothing.
  func span(containing second: Int64) -> ZoneSpan {
    let second = ZoneSpan.clamp(second)
    let transitions = table.transitions
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    // `low` is the number of changes up to this second, so 0...transitions.count.
    let from = low > 0 ? transitions[low - 1] : .min
    guard low == transitions.count else {
      return ZoneSpan(validFrom: from, validUntil: transitions[low], offset: table.offsets[low])
    }
    guard var span = table.footer?.span(containing: second) else {
      return ZoneSpan(validFrom: from, validUntil: .max, offset: table.offsets[low])
    }
    span.validFrom = max(span.validFrom, from)
    return span
  }

  /// What the zone's calendar and clock show at a moment; a minute of 61 seconds is never shown.
  /// - Complexity: as `span(containing:)`.
  func local(at second: Int64) -> (day: Int32, secondOfDay: Int32) {
    span(containing: second).local(at: second)
  }

  /// The moments that make a day: 24 hours, or 23 or 25 where the clock changes, or none where the
  /// zone skipped the day.
  ///
  /// The days of a zone follow one another without gap or overlap. Where the clock was set back over
  /// midnight, so that a day began twice, it begins at the second time.
  /// - Complexity: as `span(containing:)`.
  func interval(of day: CivilDate) -> Range<Int64> {
    let start = beginning(ofDay: Int64(day.daysSinceEpoch))
    return start..<max(start, beginning(ofDay: Int64(day.daysSinceEpoch) + 1))
  }

  /// The first moment from which on the clock never again shows an earlier day.
  private func beginning(ofDay day: Int64) -> Int64 {
    let midnight = day * ZoneSpan.daySeconds
    // No clock is as far from UTC as this, so here it shows this day or a later one.
    var probe = midnight + Int64(ZoneSpan.offsets.upperBound)
    while true {
      let span = span(containing: probe)
      let beginning = midnight - Int64(span.offset)
      if beginning > span.validFrom { return min(beginning, span.validUntil) }
      probe = span.validFrom - 1
    }
  }
}

/// A stretch of time in which a zone's offset from UTC is constant.
struct ZoneSpan: Equatable, Sendable {
  /// The first Unix second of the stretch.
  var validFrom: Int64
  /// The first Unix second after it.
  var validUntil: Int64
  /// Seconds east of UTC.
  var offset: Int32

  @inline(__always)
  func contains(_ second: Int64) -> Bool { validFrom <= second && second < validUntil }

  /// What the clock shows at a moment of this stretch.
  /// - Complexity: O(1); allocates nothing.
  @inline(__always)
  func local(at second: Int64) -> (day: Int32, secondOfDay: Int32) {
    let shown = Self.clamp(second) &+ Int64(offset)
    let day = Self.day(of: shown)
    return (day, Int32(truncatingIfNeeded: shown &- Int64(day) &* Self.daySeconds))
  }
}

extension ZoneSpan {
  static let daySeconds: Int64 = 86_400
  /// What an offset can be.
  /// - Source: RFC 9636, section 3.2: more than -25 and less than 26 hours.
  static let offsets: ClosedRange<Int32> = -89_999...93_599

  /// The moment, or the nearest that has a date, with room for two days to either side.
  @inline(__always)
  static func clamp(_ second: Int64) -> Int64 {
    min(max(second, -719_530 * daySeconds), 2_932_899 * daySeconds)
  }

  /// The day that holds a second, rounded down; for clamped seconds far within `Int32`.
  @inline(__always)
  static func day(of second: Int64) -> Int32 {
    let (quotient, remainder) = second.quotientAndRemainder(dividingBy: daySeconds)
    return Int32(truncatingIfNeeded: remainder < 0 ? quotient &- 1 : quotient)
  }
}
