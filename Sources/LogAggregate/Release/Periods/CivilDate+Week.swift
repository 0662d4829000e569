extension CivilDate {
  /// The days of a week such as `2026-W47`, Monday to Sunday; `nil` where the text is no week.
  /// - Source: ISO 8601; a year's first week is the one with 4 January.
  public static func days(ofWeek text: String) -> ClosedRange<CivilDate>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].first == "W",
      parts[1].utf8.count == 3, let year = Int(parts[0]), let week = Int(parts[1].dropFirst()),
      let fourth = CivilDate(year: year, month: 1, day: 4), week >= 1
    else { return nil }
    let monday = fourth.monday.advanced(by: 7 * (week - 1))
    // A 53rd week is one only where its Thursday lies in the year.
    guard monday.advanced(by: 3).year == year else { return nil }
    return monday...monday.advanced(by: 6)
  }

  /// The days of a month such as `2026-11`; `nil` where the text is no month.
  public static func days(ofMonth text: String) -> ClosedRange<CivilDate>? {
    guard text.utf8.count == 7, let first = CivilDate("\(text)-01") else { return nil }
    return first...first.advanced(by: dayCount(year: first.year, month: first.month) - 1)
  }

  /// The Monday of the day's week.
  var monday: CivilDate {
    let order: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
    return advanced(by: -(order.firstIndex(of: weekday) ?? 0))
  }
}

extension ClosedRange<CivilDate> {
  /// The number of days.
  var dayCount: Int { lowerBound.distance(to: upperBound) + 1 }

  /// Whether it is a week from Monday to Sunday.
  var isWeek: Bool { lowerBound.monday == lowerBound && dayCount == 7 }

  /// Whether it is a month of the calendar.
  var isMonth: Bool { CivilDate.days(ofMonth: String(lowerBound.description.prefix(7))) == self }

  /// The period of the same kind before it: the month before a month, else as many days.
  var before: ClosedRange<CivilDate> {
    let last = lowerBound.advanced(by: -1)
    if isMonth, let month = CivilDate.days(ofMonth: String(last.description.prefix(7))) {
      return month
    }
    return last.advanced(by: 1 - dayCount)...last
  }
}
