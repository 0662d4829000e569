/// A day as a report's keys name it, read back for labels and for its place on an axis.
struct CalendarDay: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// The day of a key such as `2026-11-19`, or `nil`.
  init?(_ key: String) {
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]),
      let day = Int(parts[2]), (1...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  /// - Source: Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`.
  var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The weekday's English name; 1970-01-01 was a Thursday.
  var weekday: String { Self.weekdays[(number % 7 + 10) % 7] }

  /// Whether the day is a Saturday or a Sunday.
  var isWeekend: Bool { (number % 7 + 10) % 7 >= 5 }

  var monthName: String { Self.months[month - 1] }

  /// The day in words, such as `19 November 2026`.
  var long: String { "\(day) \(monthName) \(year)" }

  /// The day in short, such as `19 Nov`.
  var short: String { "\(day) \(monthName.prefix(3))" }

  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
