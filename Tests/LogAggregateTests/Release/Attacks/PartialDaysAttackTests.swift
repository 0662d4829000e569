import Testing

@testable import LogAggregate

/// Hours, days and weekdays of one report, subtracted from each other.
@Suite struct PartialDaysAttackTests {
  /// Views of a report's rows by key, and of its remainder under the empty key.
  private static func pageViews(_ report: ReleasedReport, _ id: TableID) throws -> [String: Int] {
    let table = try #require(report.tables.first { $0.id == id })
    let column = try #require(table.metrics.firstIndex(of: .pageViews))
    var views: [String: Int] = [:]
    for row in table.rows {
      if case .count(let count) = row.figures[column] { views[row.key] = count }
    }
    if case .count(let count) = table.other?[column] { views[""] = count }
    return views
  }

  /// One view of each of so many visitors, in networks of their own.
  private static func lines(_ visitors: ClosedRange<Int>, hour: Int) -> [[UInt8]] {
    visitors.map { visitor in
      Array(
        """
        11.\(visitor / 250).\(visitor % 250).7 - - [\(RandomCrowd.stamp(1_795_046_400 + hour * 3_600 + visitor))] \
        "GET / HTTP/1.1" 200 5 "-" "\(RandomCrowd.agents[0])"
        """.utf8)
    }
  }

  @Test("a day minus the hours that only this day has is nobody, or enough")
  func partialDays() async throws {
    // The log ends in the second day's first hours. The first has 22 h 40, 23 h 30 and a rare visitor at 3 h.
    var lines = Self.lines(1...4, hour: 3) + Self.lines(10...59, hour: 22)
    lines += Self.lines(60...99, hour: 23) + Self.lines(100...149, hour: 24)
    // Three hours is what both days have, few on the first.
    lines += Self.lines(150...190, hour: 27)
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: 10)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    let report = aggregate.release(setting)
    let (days, hours) = (
      try Self.pageViews(report, .day), try Self.pageViews(report, .hour)
    )
    let first = try #require(days["2026-11-19"])
    #expect(first == 94)
    // 22 and 23 h lie within the first day; what it has beyond them are four visitors.
    let rest = first - (hours["22"] ?? 0) - (hours["23"] ?? 0)
    #expect(rest == 0 || rest >= 10, "\(rest)")
    // Each table is fine by itself, so that a release of each for itself shows all.
    let truth = ["22": 50, "23": 40, "00": 50, "03": 45]
    #expect(truth.values.allSatisfy { $0 >= 10 })
    #expect(94 - 50 - 40 == 4)
    #expect(hours.values.reduce(0, +) == 185)
  }

  @Test("a weekday minus its days is nobody, or enough")
  func weekdays() async throws {
    // Two Thursdays, of which one is rare, two Fridays, three Saturdays.
    var lines: [[UInt8]] = []
    var visitor = 1
    func day(_ number: Int, _ count: Int) {
      lines += Self.lines(visitor...visitor + count - 1, hour: number * 24 + 9)
      visitor += count
    }
    for (number, count) in [(0, 40), (7, 4), (1, 50), (8, 31), (2, 33), (9, 45), (16, 60)] {
      day(number, count)
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: 10)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    let report = aggregate.release(setting)
    let (days, weekdays) = (
      try Self.pageViews(report, .day), try Self.pageViews(report, .weekday)
    )
    let members = [
      "Thursday": ["2026-11-19", "2026-11-26"], "Friday": ["2026-11-20", "2026-11-27"],
      "Saturday": ["2026-11-21", "2026-11-28", "2026-12-05"],
    ]
    #expect(weekdays.count == 3 + 4 || weekdays[""] != nil)
    for (name, own) in members {
      guard let sum = weekdays[name] else { continue }
      let rest = sum - own.reduce(0) { $0 + (days[$1] ?? 0) }
      #expect(rest == 0 || rest >= 10, "\(name): \(rest)")
    }
    // Each table alone would show Thursday's 44, and its 40.
    #expect(44 - 40 == 4)
  }
}
