internal import LogAggregate

/// How a language writes days and hours.
/// - Source: Unicode CLDR, Gregorian calendar.
struct DateStyle: Sendable {
  /// January first.
  var months: [String]
  var shortMonths: [String]
  /// Monday first.
  var weekdays: [String]
  /// A day, such as `19 November 2026`; its places are `day month year`.
  var day: Phrase
  /// The same with a place `weekday`.
  var weekdayAndDay: Phrase
  /// A day on an axis; its places are `day month`, the month in short.
  var shortDay: Phrase
  /// Days of one month, with the places `first last month year`.
  var daysOfMonth: Phrase
  /// Days from `from` to `to`.
  var span: Phrase
  /// An hour of the day, with a place `hour` of two digits.
  var hour: Phrase

  static let english = DateStyle(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ], weekdays: CalendarDay.weekdays, day: Phrase("{day} {month} {year}"),
    weekdayAndDay: Phrase("{weekday}, {day} {month} {year}"), shortDay: Phrase("{day} {month}"),
    daysOfMonth: Phrase("{first}–{last} {month} {year}"), span: Phrase("{from} – {to}"),
    hour: Phrase("{hour}:00"))

  func long(_ day: CalendarDay) -> String { fill(self.day, day, months) }

  func short(_ day: CalendarDay) -> String { fill(shortDay, day, shortMonths) }

  func withWeekday(_ day: CalendarDay) -> String { fill(weekdayAndDay, day, months) }

  /// An hour such as `20:00`.
  func clock(_ hour: String) -> String { self.hour.filled { $0 == "hour" ? hour : nil } }

  /// The days from the first to the last.
  func span(_ first: CalendarDay, _ last: CalendarDay) -> String {
    if first == last { return withWeekday(first) }
    guard first.year == last.year, first.month == last.month else {
      return span.filled { $0 == "from" ? long(first) : long(last) }
    }
    return daysOfMonth.filled { place in
      switch place {
      case "first": String(first.day)
      case "last": String(last.day)
      case "month": months[first.month - 1]
      case "year": String(first.year)
      default: nil
      }
    }
  }

  private func fill(_ pattern: Phrase, _ day: CalendarDay, _ months: [String]) -> String {
    pattern.filled { place in
      switch place {
      case "day": String(day.day)
      case "month": months[day.month - 1]
      case "number": String(day.month)
      case "year": String(day.year)
      case "weekday": weekdays[day.weekdayIndex]
      default: nil
      }
    }
  }
}
