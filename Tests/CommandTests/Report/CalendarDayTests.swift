import Testing

@testable import logagg

@Suite struct CalendarDayTests {
  @Test(
    "days are numbered and named by the Gregorian calendar",
    arguments: [
      ("1970-01-01", 0, "Thursday"), ("2000-02-29", 11_016, "Tuesday"),
      ("2026-11-19", 20_776, "Thursday"), ("1969-12-31", -1, "Wednesday"),
      ("2100-03-01", 47_541, "Monday"),
    ])
  func number(key: String, number: Int, weekday: String) throws {
    let day = try #require(CalendarDay(key))
    #expect(day.number == number)
    #expect(CalendarDay.weekdays[day.weekdayIndex] == weekday)
    #expect(CalendarDay(number: number) == day)
  }

  @Test("what is not a day is none", arguments: ["", "2026", "2026-13-01", "2026-00-10", "x-y-z"])
  func none(key: String) {
    #expect(CalendarDay(key) == nil)
  }
}
