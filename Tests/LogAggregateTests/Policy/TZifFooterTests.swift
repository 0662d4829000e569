import Testing

@testable import LogAggregate

@Suite struct TZifFooterTests {
  static func rule(_ text: String) throws -> TZifFooter { try TZifFooter(Array(text.utf8).span) }

  static let known: [(String, String, Int32)] = [
    ("UTC0", "2026-07-01", 0), ("<+0530>-5:30", "2026-07-01", 19_800),
    ("<-12>12", "2026-07-01", -43_200), ("LMT-0:53:28", "2026-07-01", 3208),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-01-01", 3600),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-01", 7200),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01", 39_600),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-01", 36_000),
    // Ireland: winter is the exception, and is behind.
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01", 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01", 3600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01", 39_600),
    // Summer all year (RFC 9636, section 3.3.1), on both sides of the year's end.
    ("XXX3EDT4,0/0,J365/23", "2026-12-31", -14_400),
    ("XXX3EDT4,0/0,J365/23", "2027-01-01", -14_400),
    ("EST5EDT,0/0,J365/25", "2026-12-31", -14_400), ("EST5EDT,0/0,J365/25", "2027-01-01", -14_400),
    // Day 60 without 29 February is 1 March; with it, 59 counted from 0 is 29 February.
    ("AAA0BBB,J60/0,J365", "2024-02-29", 0), ("AAA0BBB,J60/0,J365", "2024-03-02", 3600),
    ("AAA0BBB,59/0,J365", "2024-02-29", 3600), ("AAA0BBB,59/0,J365", "2023-02-28", 0),
  ]

  @Test("a rule gives the offset of a date", arguments: known)
  func offsets(_ text: String, _ date: String, _ offset: Int32) throws {
    let noon = Int64(try #require(CivilDate(date)).daysSinceEpoch) * 86_400 + 43_200
    #expect(try Self.rule(text).span(containing: noon).offset == offset)
  }

  static let knownChanges: [(String, Int64, Int64, Int64)] = [
    ("CET-1CEST,M3.5.0,M10.5.0/3", 1_782_900_000, 1_774_746_000, 1_792_890_000),
    // Hours beyond a day and before it: 50 hours after the fourth Thursday; an hour before midnight.
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", 1_782_900_000, 1_774_656_000, 1_792_796_400),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_782_900_000, 1_774_746_000, 1_792_890_000),
  ]

  @Test("changes fall on the second that the rule names", arguments: knownChanges)
  func changes(_ text: String, _ second: Int64, _ from: Int64, _ until: Int64) throws {
    let span = try Self.rule(text).span(containing: second)
    #expect(span.validFrom == from)
    #expect(span.validUntil == until)
  }

  @Test(
    "what is no rule is refused",
    arguments: [
      "U0", "UT0", "UTC", "UTC+", "UTC25", "UTC0:60", "<+03-3", "<+>3", "UTC0 ", "EST5EDT",
      "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M3.2.0,M11.1.0,",
      "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
      "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,J0,J365", "EST5EDT,J1,J366", "EST5EDT,366,1",
      "EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0/-168,M11.1.0", "EST5EDT,M3.2.0/1:2:60,M11.1.0",
      "AAA-24:59:59BBB-24:59:60,M3.2.0,M11.1.0", "AAA9999999999999999999", "é0",
    ])
  func refusal(_ text: String) {
    #expect(throws: TZifFlaw.badFooter) { try Self.rule(text) }
  }
}
