/// A day of the proleptic Gregorian calendar, without time and zone, from 0000-01-01 to 9999-12-31.
///
/// The days are counted, so comparing and stepping are integer arithmetic and allocate nothing.
/// - Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”
///   (`days_from_civil`, `civil_from_days`); ISO 8601 for the form `2026-11-19`.
public struct CivilDate: Hashable, Sendable {
  /// The first day there is, 0000-01-01.
  public static let earliest = CivilDate(daysSinceEpoch: Int32.min)
  /// The last day there is, 9999-12-31.
  public static let latest = CivilDate(daysSinceEpoch: Int32.max)

  /// The days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int32

  /// The day that lies so many days after 1970-01-01; beyond the calendar's ends, its first or
  /// last day.
  /// - Complexity: O(1); allocates nothing.
  public init(daysSinceEpoch: Int32) {
    self.daysSinceEpoch = min(max(daysSinceEpoch, -719_528), 2_932_896)
  }

  /// The day with this year (0 to 9999), month (1 to 12) and day of the month, or `nil` where the
  /// calendar has none.
  /// - Complexity: O(1); allocates nothing.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.dayCount(year: year, month: month)
    else { return nil }
    self.init(daysSinceEpoch: Int32(Self.days(year: year, month: month, day: day)))
  }

  /// The year, from 0 to 9999.
  public var year: Int { Self.components(ofDay: Int(daysSinceEpoch)).year }
  /// The month, from 1 to 12.
  public var month: Int { Self.components(ofDay: Int(daysSinceEpoch)).month }
  /// The day of the month, from 1 to 31.
  public var day: Int { Self.components(ofDay: Int(daysSinceEpoch)).day }

  /// The day of the week.
  /// - Complexity: O(1); allocates nothing.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, three days after a Monday; 719 530 is a multiple of seven that keeps
    // the dividend positive.
    switch (Int(daysSinceEpoch) + 719_530 + 3) % 7 {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }

  /// A day of the week, in the order of ISO 8601; the raw value is its English name.
  public enum Weekday: String, CaseIterable, Sendable {
    /// The first day of the week.
    case monday = "Monday"
    /// The second day of the week.
    case tuesday = "Tuesday"
    /// The third day of the week.
    case wednesday = "Wednesday"
    /// The fourth day of the week.
    case thursday = "Thursday"
    /// The fifth day of the week.
    case friday = "Friday"
    /// The sixth day of the week.
    case saturday = "Saturday"
    /// The seventh day of the week.
    case sunday = "Sunday"
  }
}

extension CivilDate: Strideable {
  /// Whether one day is before the other.
  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }

  /// Whether both are the same day.
  public static func == (a: CivilDate, b: CivilDate) -> Bool {
    a.daysSinceEpoch == b.daysSinceEpoch
  }

  /// The number of days from this day to the other; negative where the other is earlier.
  /// - Complexity: O(1); allocates nothing.
  public func distance(to other: CivilDate) -> Int {
    Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
  }

  /// The day so many days later; beyond the calendar's ends, its first or last day.
  /// - Complexity: O(1); allocates nothing.
  public func advanced(by dayCount: Int) -> CivilDate {
    let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(dayCount)
    if overflow { return dayCount < 0 ? .earliest : .latest }
    return CivilDate(daysSinceEpoch: Int32(clamping: sum))
  }
}

extension CivilDate: LosslessStringConvertible {
  /// Reads `2026-11-19`: exactly ten characters, and a day that the calendar has.
  /// - Complexity: O(1); allocates nothing.
  public init?(_ text: String) {
    var fields = (year: 0, month: 0, day: 0)
    var position = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      switch position {
      case 4, 7:
        if byte != 0x2D { return nil }
      case 0...9 where !(0...9).contains(digit): return nil
      case 0...3: fields.year = fields.year * 10 + digit
      case 5...6: fields.month = fields.month * 10 + digit
      case 8...9: fields.day = fields.day * 10 + digit
      default: return nil
      }
      position += 1
    }
    guard position == 10 else { return nil }
    self.init(year: fields.year, month: fields.month, day: fields.day)
  }

  /// The day in the form `2026-11-19`.
  public var description: String {
    let (year, month, day) = Self.components(ofDay: Int(daysSinceEpoch))
    let digits = [
      year / 1000, year / 100, year / 10, year, -1, month / 10, month, -1, day / 10, day,
    ].map { $0 < 0 ? 0x2D : 0x30 + UInt8($0 % 10) }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension CivilDate {
  /// The days from 1970-01-01 to this date of the proleptic Gregorian calendar.
  /// - Source: Hinnant, `days_from_civil`; years begin in March, so that a leap day ends one.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date that lies so many days after 1970-01-01.
  /// - Source: Hinnant, `civil_from_days`.
  static func components(ofDay days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Whether the year has a 29 February.
  static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The number of days of a month.
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
