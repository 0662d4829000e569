import Foundation
import Testing

@testable import LogAggregate

/// The days on which clocks change, counted by hand: visits, steps and rows of hours.
@Suite struct ChangeOfClockTests {
  private typealias Log = AdvertisingLog

  private static func view(_ client: String, _ time: Int, _ page: String) -> Log.Request {
    Log.Request(client: client, time: time, kind: Log.Kind(target: page, isPage: true))
  }

  /// Midnight of a day, in UTC.
  private static func midnight(_ date: CivilDate) -> Int { Int(date.daysSinceEpoch) * 86_400 }

  /// What a run says of one day in Berlin, in words, after the naive twin has said the same.
  private static func told(_ requests: [Log.Request], _ date: CivilDate) async throws -> [String] {
    let requests = requests.sorted { $0.time < $1.time }
    let bytes = Array(Log.text(requests).utf8)
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, "access.log")
    let setting = try TestRun.setting(days: date...date, zone: "Europe/Berlin")
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    var twin = NaiveTwin.Setting()
    twin.zone = try ZoneRules(named: "Europe/Berlin")
    twin.days = date.description...date.description
    let naive = NaiveTwin([NaiveTwin.lines(bytes)], isCombined: true, twin)
    #expect(NaiveTwinTests.faults(aggregate, naive, setting) == [])
    var words = [
      "views \(aggregate.pageViews)", "visits \(Census(aggregate).visitCount)",
      "outside \(aggregate.tally.lines(.outsidePeriod))",
    ]
    if let hours = aggregate.table(.hour, setting) {
      for hour in hours.keys.indices where hours.supports[hour].visitors > 0 {
        let views = hours.columns.first { $0.metric == .pageViews }?.values[hour] ?? 0
        words.append("\(hours.keys[hour])h \(views) of \(hours.supports[hour].visitors)")
      }
    }
    guard let flow = aggregate.flow else { return words }
    func name(_ end: UInt32) -> String { end == 0 ? "." : aggregate.sections.word(end - 1) }
    let steps = flow.steps.indices.map {
      "\(name(flow.steps[$0].from)) \(name(flow.steps[$0].to)) \(flow.counts[$0])"
    }
    return words + steps.sorted()
  }

  /// Two visitors with a view before the change and one after it: half an hour apart, and a second more.
  private static func around(_ change: Int) -> [Log.Request] {
    [900, 901].enumerated().flatMap { number, after in
      [
        view("241.1.\(number + 1).1", change - 900, "/a/1"),
        view("241.1.\(number + 1).1", change + after, "/b/1"),
      ]
    }
  }

  @Test(
    "in the day of 23 hours a visit goes on over the hour that is missing, and its gap is in seconds"
  )
  func spring() async throws {
    let date = try #require(CivilDate(year: 2026, month: 3, day: 29))
    // At 01:00 UTC it is 02:00 and at once 03:00.
    let change = Self.midnight(date) + 3600
    let requests = [
      // The first and the last second of the day, and those beside them.
      Self.view("241.1.3.1", Self.midnight(date) - 3600, "/c/1"),
      Self.view("241.1.3.1", Self.midnight(date) + 22 * 3600 - 1, "/c/1"),
      Self.view("241.1.4.1", Self.midnight(date) - 3601, "/d/1"),
      Self.view("241.1.5.1", Self.midnight(date) + 22 * 3600, "/d/1"),
    ]
    #expect(
      try await Self.told(Self.around(change) + requests, date) == [
        "views 6", "visits 5", "outside 2", "00h 1 of 1", "01h 2 of 2", "03h 2 of 2",
        "23h 1 of 1", ". /a 2", ". /b 1", ". /c 2", "/a . 1", "/a /b 1", "/b . 2", "/c . 2",
      ])
  }

  @Test(
    "in the day of 25 hours the hour that comes twice is one row, and a gap is as long as it lasts")
  func autumn() async throws {
    let date = try #require(CivilDate(year: 2026, month: 10, day: 25))
    // At 01:00 UTC it is 03:00 and at once 02:00.
    let change = Self.midnight(date) + 3600
    let requests = [
      // Half past two, and half past two again.
      Self.view("241.1.6.1", change - 1800, "/f/1"), Self.view("241.1.6.1", change + 1800, "/f/1"),
      Self.view("241.1.3.1", Self.midnight(date) - 7200, "/c/1"),
      Self.view("241.1.3.1", Self.midnight(date) + 23 * 3600 - 1, "/c/1"),
      Self.view("241.1.4.1", Self.midnight(date) - 7201, "/d/1"),
      Self.view("241.1.5.1", Self.midnight(date) + 23 * 3600, "/d/1"),
    ]
    #expect(
      try await Self.told(Self.around(change) + requests, date) == [
        "views 8", "visits 7", "outside 2", "00h 1 of 1", "02h 6 of 3", "23h 1 of 1", ". /a 2",
        ". /b 1", ". /c 2", ". /f 2", "/a . 1", "/a /b 1", "/b . 2", "/c . 2", "/f . 2",
      ])
  }
}
