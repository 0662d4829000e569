/// A day of the Gregorian calendar.
struct CivilDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// Reads `2026-11-19`; `nil` when it is no such day.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1970...9000).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  var next: CivilDate {
    if day < Self.length(ofMonth: month, year: year) {
      return CivilDate(year: year, month: month, day: day + 1)
    }
    return month < 12
      ? CivilDate(year: year, month: month + 1, day: 1)
      : CivilDate(year: year + 1, month: 1, day: 1)
  }

  /// 0 for Sunday to 6 for Saturday.
  /// - Source: T. Sakamoto's rule, comp.lang.c, 1993.
  var weekday: Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    return (y + y / 4 - y / 100 + y / 400 + shifts[month - 1] + day) % 7
  }

  /// The day as logs write it: `19/Nov/2026:`.
  var logPrefix: String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day < 10 ? "0" : "")\(day)/\(names[month - 1])/\(year):"
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
