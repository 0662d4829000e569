import Testing

@testable import LogAggregate

@Suite struct CivilDateTests {
  static let known: [(String, Int32, String)] = [
    ("1970-01-01", 0, "Thursday"), ("1969-12-31", -1, "Wednesday"),
    ("2000-02-29", 11_016, "Tuesday"), ("2000-03-01", 11_017, "Wednesday"),
    ("2026-11-19", 20_776, "Thursday"), ("1900-03-01", -25_508, "Thursday"),
    ("0000-01-01", -719_528, "Saturday"), ("9999-12-31", 2_932_896, "Friday"),
  ]

  @Test("days known from calendars", arguments: known)
  func knownDays(_ text: String, _ days: Int32, _ weekday: String) throws {
    let date = try #require(CivilDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(date.weekday.rawValue == weekday)
    #expect(date.description == text)
    #expect(CivilDate(daysSinceEpoch: days) == date)
  }

  @Test(
    "what is no day of the calendar, or not written as one, is refused",
    arguments: [
      "", "2026-11-1", "2026-11-190", "2026/11/19", "26-11-19", "2026-1-019", "2026-13-01",
      "2026-00-10", "2026-11-31", "2026-11-00", "2026-02-29", "1900-02-29", " 2026-11-19",
      "2026-11-19\n", "-026-11-19", "2026-+1-19", "２026-11-1", "2026-11-1é", "yesterday",
    ])
  func refusal(_ text: String) { #expect(CivilDate(text) == nil) }

  @Test("counting day by day gives the same calendar")
  func naiveTwin() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day) = (1599, 1, 1)
    var weekday = 4  // 1 January 1599 was a Friday.
    var date = try #require(CivilDate(year: 1599, month: 1, day: 1))
    while year < 2402 {
      try #require((date.year, date.month, date.day) == (year, month, day))
      try #require(CivilDate(year: year, month: month, day: day) == date)
      try #require(date.weekday == CivilDate.Weekday.allCases[weekday])
      let leap = month == 2 && (year % 400 == 0 || (year % 4 == 0 && year % 100 != 0))
      day += 1
      if day > lengths[month - 1] + (leap ? 1 : 0) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      weekday = (weekday + 1) % 7
      date = date.advanced(by: 1)
    }
  }

  @Test("stepping stops at the calendar's ends")
  func ends() {
    #expect(CivilDate.earliest.description == "0000-01-01")
    #expect(CivilDate.latest.description == "9999-12-31")
    #expect(CivilDate.latest.advanced(by: 1) == .latest)
    #expect(CivilDate.earliest.advanced(by: -1) == .earliest)
    #expect(CivilDate.latest.advanced(by: .max) == .latest)
    #expect(CivilDate.earliest.advanced(by: .min) == .earliest)
    #expect(CivilDate(daysSinceEpoch: 0).advanced(by: .min) == .earliest)
  }

  @Test("a range of days steps over a leap day")
  func ranges() throws {
    let from = try #require(CivilDate("2024-02-28"))
    let to = try #require(CivilDate("2024-03-01"))
    #expect((from...to).map(\.description) == ["2024-02-28", "2024-02-29", "2024-03-01"])
    #expect(from < to)
    #expect(from.distance(to: to) == 2)
  }
}
