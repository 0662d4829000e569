import Foundation
import Testing

@testable import LogAggregate

/// Answers that are known are from tzdata 2025b (`zdump -v`, and the `date` command).
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Etc/UTC")))
struct ZoneRulesTests {
  struct Known: CustomTestStringConvertible, Sendable {
    let zone: String
    let second: Int64
    let day: String
    let time: String
    var testDescription: String { "\(zone) \(second)" }
  }

  static let known = [
    Known(zone: "UTC", second: 0, day: "1970-01-01", time: "00:00:00"),
    Known(zone: "UTC", second: -1, day: "1969-12-31", time: "23:59:59"),
    Known(zone: "Etc/GMT+5", second: 0, day: "1969-12-31", time: "19:00:00"),
    Known(zone: "Asia/Kolkata", second: 1_763_490_600, day: "2025-11-19", time: "00:00:00"),
    Known(zone: "Asia/Kathmandu", second: 1_763_490_600, day: "2025-11-19", time: "00:15:00"),
    // Clocks forward, 1:59:59 to 3:00:00, and back, 2:59:59 to 2:00:00.
    Known(zone: "Europe/Berlin", second: 1_774_745_999, day: "2026-03-29", time: "01:59:59"),
    Known(zone: "Europe/Berlin", second: 1_774_746_000, day: "2026-03-29", time: "03:00:00"),
    Known(zone: "Europe/Berlin", second: 1_792_889_999, day: "2026-10-25", time: "02:59:59"),
    Known(zone: "Europe/Berlin", second: 1_792_890_000, day: "2026-10-25", time: "02:00:00"),
    // By the rule of the last line, long after the last recorded change.
    Known(zone: "Europe/Berlin", second: 4_115_840_400, day: "2100-06-05", time: "03:00:00"),
    Known(zone: "Australia/Sydney", second: 4_070_908_800, day: "2099-01-01", time: "11:00:00"),
    Known(zone: "America/New_York", second: 4_086_547_200, day: "2099-06-30", time: "20:00:00"),
    Known(zone: "Asia/Gaza", second: 4_070_908_800, day: "2099-01-01", time: "02:00:00"),
    // Before the first recorded change: local mean time.
    Known(zone: "Europe/Berlin", second: -2_500_000_000, day: "1890-10-11", time: "20:26:48"),
  ]

  @Test("the clock shows what tzdata says", arguments: known)
  func local(_ known: Known) throws {
    let zone = try ZoneRules(named: known.zone)
    let (day, secondOfDay) = zone.local(at: known.second)
    let time = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    #expect(CivilDate(daysSinceEpoch: day).description == known.day)
    #expect(time == known.time)
  }

  /// Zone, day, its first second, its length in seconds.
  static let knownDays: [(String, String, Int64, Int64)] = [
    ("UTC", "2026-11-19", 1_795_046_400, 86_400),
    ("Asia/Kolkata", "2026-11-19", 1_795_026_600, 86_400),
    ("Europe/Berlin", "2026-03-29", 1_774_738_800, 23 * 3600),
    ("Europe/Berlin", "2026-10-25", 1_792_879_200, 25 * 3600),
    ("America/New_York", "2040-03-11", 2_215_054_800, 23 * 3600),
    // Half an hour only.
    ("Australia/Lord_Howe", "2026-10-04", 1_791_034_200, 86_400 - 1800),
    // Midnight is left out, 23:59:59 to 1:00:00.
    ("America/Sao_Paulo", "2018-11-04", 1_541_300_400, 23 * 3600),
    ("Asia/Beirut", "2026-03-29", 1_774_735_200, 23 * 3600),
    // The last hour of the day comes twice.
    ("America/Sao_Paulo", "2018-02-17", 1_518_832_800, 25 * 3600),
    ("Asia/Beirut", "2026-10-24", 1_792_789_200, 25 * 3600),
    // The day was left out, at the date line.
    ("Pacific/Apia", "2011-12-29", 1_325_152_800, 86_400),
    ("Pacific/Apia", "2011-12-30", 1_325_239_200, 0),
    ("Pacific/Apia", "2011-12-31", 1_325_239_200, 86_400),
    ("Pacific/Kwajalein", "1993-08-21", 745_934_400, 0),
    // At 0:01 back to 23:01: the day begins for the second time.
    ("America/St_Johns", "2010-11-07", 1_289_100_600, 86_400),
    ("America/St_Johns", "2010-11-06", 1_289_010_600, 25 * 3600),
  ]

  @Test("days are as long as tzdata says", arguments: knownDays)
  func days(_ name: String, _ day: String, _ start: Int64, _ length: Int64) throws {
    let interval = try ZoneRules(named: name).interval(of: #require(CivilDate(day)))
    #expect(interval.lowerBound == start)
    #expect(interval.upperBound - interval.lowerBound == length)
  }

  @Test(
    "days tile the time line, and their seconds are theirs",
    arguments: [
      "UTC", "Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Sao_Paulo",
      "Asia/Beirut", "Pacific/Apia", "Asia/Gaza", "Africa/Casablanca", "Australia/Lord_Howe",
      "America/Nuuk", "Asia/Kathmandu", "Pacific/Kwajalein", "America/Havana", "Antarctica/Troll",
    ])
  func tiling(_ name: String) throws {
    let zone = try ZoneRules(named: name)
    var end: Int64?
    for day in Int32(0)..<131 * 365 {
      let interval = zone.interval(of: CivilDate(daysSinceEpoch: day))
      if let end { try #require(interval.lowerBound == end) }
      end = interval.upperBound
      guard !interval.isEmpty else { continue }
      // A second that wanders over the day.
      let inner = interval.lowerBound + Int64(day) * 7919 % Int64(interval.count)
      for second in [interval.lowerBound, interval.upperBound - 1, inner] {
        let shown = zone.local(at: second)
        try #require(shown.day == day, "second \(second)")
        try #require((0..<86_400).contains(shown.secondOfDay))
      }
    }
  }

  @Test(
    "a span holds its second, says what a look-up says, and ends where the next begins",
    arguments: ["Europe/Berlin", "Asia/Gaza", "Pacific/Apia", "Australia/Sydney", "EST5EDT"])
  func spans(_ name: String) throws {
    let zone = try ZoneRules(named: name)
    var second: Int64 = -3_000_000_000
    while second < 10_000_000_000 {
      let span = zone.span(containing: second)
      try #require(span.contains(second))
      for inner in [span.validFrom, second, span.validUntil - 1] where inner > -4_000_000_000 {
        try #require(zone.span(containing: inner) == span)
        try #require(span.local(at: inner) == zone.local(at: inner))
      }
      second = span.validUntil
    }
  }

  @Test("moments beyond the calendar are answered", arguments: [Int64.min, .max])
  func ends(_ second: Int64) throws {
    for name in ["UTC", "Europe/Berlin", "EST5EDT", "Asia/Kolkata"] {
      let zone = try ZoneRules(named: name)
      #expect((0..<86_400).contains(zone.local(at: second).secondOfDay))
      for day in [CivilDate.earliest, .latest] {
        #expect(zone.local(at: zone.interval(of: day).lowerBound).day == day.daysSinceEpoch)
      }
    }
  }
}
