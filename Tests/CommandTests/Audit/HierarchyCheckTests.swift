import Foundation
import Testing

@testable import logagg

@Suite struct HierarchyCheckTests {
  @Test("the auditor's weekdays are the calendar's, over leap years and the turns of centuries")
  func weekdays() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let names = [
      "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    for year in [1899, 1900, 1999, 2000, 2023, 2024, 2026, 2099, 2100, 2101] {
      let first = try #require(calendar.date(from: DateComponents(year: year, month: 1, day: 1)))
      for day in 0..<365 {
        let date = try #require(calendar.date(byAdding: .day, value: day, to: first))
        let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
        let text = String(
          format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
        #expect(HierarchyCheck.weekday(text) == names[(parts.weekday ?? 1) - 1], "\(text)")
      }
    }
    #expect(HierarchyCheck.weekday("2026-11") == nil)
  }
}
