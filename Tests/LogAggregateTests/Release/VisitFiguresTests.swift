import Testing

@testable import LogAggregate

/// Bounces, pages per visit and durations are what a log made by hand says, and only what may be shown.
@Suite struct VisitFiguresTests {
  /// So many visitors of as many networks, each of whom views pages at these seconds.
  private static func lines(_ count: Int, from first: Int, _ seconds: [Int]) -> [[UInt8]] {
    (first..<first + count).flatMap { visitor in
      seconds.map { LogRunTests.line($0, "/p\($0)", client: "10.0.\(visitor).1") }
    }
  }

  private static func visits(
    _ lines: [[UInt8]], threshold: Int = 5, audience: Audience = .internal
  ) async throws -> ReleasedVisits? {
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: threshold, audience: audience)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    return aggregate.release(setting).visits
  }

  @Test("a log made by hand gives these figures")
  func known() async throws {
    // Six visits of one page, seven of two in 29 seconds, eight of three in 30 minutes.
    let lines =
      Self.lines(6, from: 0, [0]) + Self.lines(7, from: 20, [0, 29])
      + Self.lines(8, from: 40, [0, 900, 1800])
    let visits = try #require(try await Self.visits(lines))
    #expect(visits.bounces == .count(6))
    #expect(visits.bounceShare == .ratio(numerator: 6, denominator: 21))
    #expect(visits.pagesPerVisit == .ratio(numerator: 6 + 14 + 24, denominator: 21))
    #expect(visits.medianDuration == "30 minutes and more")
    #expect(visits.other == nil)
    let used = visits.lengths.filter { $0.visits > 0 }
    #expect(used.map(\.name) == ["one page view", "10 to 29 seconds", "30 minutes and more"])
    #expect(used.map(\.visits) == [6, 7, 8])
    #expect(used.map(\.visitors) == [6, 7, 8])
    #expect(visits.lengths.count == 8)
  }

  @Test("of two visits in the middle the shorter counts")
  func middle() async throws {
    let lines = Self.lines(6, from: 0, [0, 5]) + Self.lines(6, from: 20, [0, 60])
    #expect(try await Self.visits(lines)?.medianDuration == "under 10 seconds")
    let more = lines + Self.lines(1, from: 40, [0, 61])
    #expect(try await Self.visits(more)?.medianDuration == "1 to 2 minutes")
  }

  @Test("a length of too few visitors is hidden with another, and what rests on it is withheld")
  func small() async throws {
    // Two bounces only: they are hidden with the next smallest.
    let lines =
      Self.lines(2, from: 0, [0]) + Self.lines(7, from: 20, [0, 29])
      + Self.lines(8, from: 40, [0, 900, 1800])
    let visits = try #require(try await Self.visits(lines))
    #expect(visits.bounces == .withheld)
    #expect(visits.bounceShare == .withheld)
    #expect(visits.medianDuration == nil)
    #expect(visits.pagesPerVisit == .ratio(numerator: 40, denominator: 17))
    #expect(visits.lengths.map(\.name) == ["30 minutes and more"])
    #expect(visits.other?.visits == 9)
    #expect(visits.other?.visitors == 9)
  }

  @Test("where hidden lengths may hold the middle visit, or hide the bounces, there is no median")
  func hiddenMiddle() async throws {
    let bounces = Self.lines(20, from: 60, [0])
    let short = Self.lines(4, from: 0, [0, 5]) + Self.lines(4, from: 10, [0, 20])
    let even = try #require(
      try await Self.visits(bounces + short + Self.lines(8, from: 20, [0, 40])))
    #expect(even.other?.visits == 8 && even.bounces == .count(20))
    #expect(even.medianDuration == nil)
    let most = try #require(
      try await Self.visits(bounces + short + Self.lines(9, from: 20, [0, 40])))
    #expect(most.medianDuration == "30 to 59 seconds")
    // Two bounces are hidden with seven others.
    let lines =
      Self.lines(2, from: 0, [0]) + Self.lines(7, from: 10, [0, 29])
      + Self.lines(40, from: 20, [0, 900, 1800])
    #expect(try await Self.visits(lines)?.medianDuration == nil)
  }

  @Test("the classes of lengths begin at the seconds that their names say")
  func classes() {
    let edges = [
      (0, "under 10 seconds"), (9, "under 10 seconds"), (10, "10 to 29 seconds"),
      (29, "10 to 29 seconds"), (30, "30 to 59 seconds"), (59, "30 to 59 seconds"),
      (60, "1 to 2 minutes"), (179, "1 to 2 minutes"), (180, "3 to 9 minutes"),
      (599, "3 to 9 minutes"), (600, "10 to 29 minutes"), (1799, "10 to 29 minutes"),
      (1800, "30 minutes and more"),
    ]
    for (seconds, name) in edges {
      #expect(VisitLength(views: 2, seconds: UInt32(seconds)).name == name)
      #expect(VisitLength(views: 1, seconds: UInt32(seconds)) == .onePageView)
    }
  }

  @Test("a late view in a visit changes its length, not the number of bounces")
  func late() async throws {
    let lines = (0..<6).flatMap { visitor in
      [1700, 0, 900].map { LogRunTests.line($0, "/", client: "10.0.\(visitor).1") }
    }
    let visits = try #require(try await Self.visits(lines))
    #expect(visits.bounces == .count(0))
    #expect(visits.medianDuration == "10 to 29 minutes")
  }
}
