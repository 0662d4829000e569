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

  /// What the first day has beyond 22 and 23 h, which lie within it.
  private static func beyond(_ hours: [String: Int], of day: Int) -> Int {
    day - (hours["22"] ?? 0) - (hours["23"] ?? 0)
  }

  private static func isSmall(_ rest: Int) -> Bool { (1..<10).contains(rest) }

  /// A naive table: every row that is large enough itself, by a part of the line's time.
  private static func alone(
    _ lines: [[UInt8]], by part: (Substring) -> Substring
  ) -> [String: Int] {
    let times = lines.map { line in
      String(part(String(decoding: line, as: UTF8.self).split(separator: "[")[1].prefix(20)))
    }
    return Dictionary(times.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value >= 10 }
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
    #expect(!Self.isSmall(Self.beyond(hours, of: first)))
    #expect(hours.values.reduce(0, +) == 185)
    // A naive release shows each table for itself, in which no row is small: the attack gives four visitors.
    let naive = (
      days: Self.alone(lines) { $0.prefix(11) },
      hours: Self.alone(lines) { $0.dropFirst(12).prefix(2) }
    )
    #expect([naive.days, naive.hours].flatMap(\.values).allSatisfy { $0 >= 10 })
    let naiveFirst = try #require(naive.days["19/Nov/2026"])
    #expect(Self.beyond(naive.hours, of: naiveFirst) == 4)
  }

  @Test("an hour minus the days that have only this hour is nobody, or enough")
  func partialHours() async throws {
    // The second day has its first hour alone, which a rare few have on the first day too; noon is the first day's and the third's.
    let lines =
      Self.lines(1...4, hour: 0) + Self.lines(10...69, hour: 12) + Self.lines(70...119, hour: 24)
      + Self.lines(120...159, hour: 60)
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: 10)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    let report = aggregate.release(setting)
    let (days, hours) = (try Self.pageViews(report, .day), try Self.pageViews(report, .hour))
    let second = try #require(days["2026-11-20"])
    #expect(second == 50)
    #expect(!Self.isSmall((hours["00"] ?? 0) - second))
    // A naive release shows each table for itself, in which no row is small: the attack gives four visitors.
    let naive = Self.alone(lines) { $0.dropFirst(12).prefix(2) }
    #expect((naive["00"] ?? 0) - second == 4)
  }

  private static func count(_ lines: [[UInt8]], on days: [String]) -> Int {
    lines.count { line in
      days.contains { String(decoding: line, as: UTF8.self).contains("[\($0)/") }
    }
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
    /// What a weekday has beyond its days.
    func rests(_ days: [String: Int], _ weekdays: [String: Int]) -> [Int] {
      members.compactMap { name, own in
        weekdays[name].map { sum in sum - own.reduce(0) { $0 + (days[$1] ?? 0) } }
      }
    }
    #expect(!rests(days, weekdays).contains(where: Self.isSmall))
    // A naive release shows each table for itself: Thursday's 44, and its 40.
    let dates = [
      "19": "2026-11-19", "26": "2026-11-26", "20": "2026-11-20", "27": "2026-11-27",
      "21": "2026-11-21", "28": "2026-11-28", "05": "2026-12-05",
    ]
    let naiveDays = Self.alone(lines) { $0.prefix(2) }
    let naiveWeekdays = members.mapValues { own in
      Self.count(lines, on: dates.filter { own.contains($0.value) }.map(\.key))
    }
    let named = Dictionary(uniqueKeysWithValues: naiveDays.map { (dates[$0.key] ?? "", $0.value) })
    #expect(rests(named, naiveWeekdays).contains(4))
  }

  /// So many visitors, of one view each, at an hour of a day.
  private struct Crowd {
    let day: Int
    let hour: Int
    let count: Int

    var date: CivilDate { CivilDate.november(19 + day) }
    var keys: [TableID: String] {
      [
        .day: date.description, .weekday: date.weekday.rawValue,
        .hour: hour < 10 ? "0\(hour)" : "\(hour)",
      ]
    }
  }

  private static func crowds(_ random: inout SeededRandom) -> [Crowd] {
    let hours = [0, 9, 12, 23].prefix(random.int(2...4))
    var crowds: [Crowd] = []
    for day in 0..<random.int(2...9) {
      for hour in hours where !random.once(in: 2) {
        crowds.append(Crowd(day: day, hour: hour, count: random.pick([3, 4, 7, 12, 15, 40])))
      }
    }
    return crowds
  }

  /// The crowds behind each figure of a table that shows these keys, the remainder's among them.
  private static func sets(_ crowds: [Crowd], _ id: TableID, shown: Set<String>) -> [Set<Int>] {
    Dictionary(grouping: crowds.indices) { place in
      crowds[place].keys[id].flatMap { shown.contains($0) ? $0 : nil }
    }.values.map(Set.init)
  }

  /// How many figures of one table leave few when those of the other that lie within are taken away.
  private static func leaks(_ one: [Set<Int>], _ other: [Set<Int>], _ crowds: [Crowd]) -> Int {
    [(one, other), (other, one)].reduce(0) { sum, pair in
      sum
        + pair.0.count { whole in
          let rest = pair.1.filter { $0.isSubset(of: whole) }
            .reduce(into: whole) { $0.subtract($1) }
          return isSmall(rest.reduce(0) { $0 + crowds[$1].count })
        }
    }
  }

  /// What is shown of each table of times of these crowds.
  private static func shown(_ crowds: [Crowd]) async throws -> [TableID: Set<String>] {
    var lines: [[UInt8]] = []
    for crowd in crowds {
      let first = lines.count + 1
      lines += Self.lines(first...first + crowd.count - 1, hour: crowd.day * 24 + crowd.hour)
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: 10)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    let report = aggregate.release(setting)
    var shown: [TableID: Set<String>] = [:]
    for id in [TableID.day, .weekday, .hour] {
      let views = try Self.pageViews(report, id)
      let keys = views.filter { $0.value > 0 && !$0.key.isEmpty }.keys
      if !keys.isEmpty { shown[id] = Set(keys) }
    }
    return shown
  }

  @Test("an hour of two days is taken away from neither, whichever comes first", arguments: [0, 1])
  func sharedHours(_ first: Int) async throws {
    let crowds = [
      Crowd(day: first, hour: 12, count: 15), Crowd(day: first, hour: 23, count: 20),
      Crowd(day: 1 - first, hour: 9, count: 40), Crowd(day: 1 - first, hour: 12, count: 4),
    ]
    let shown = try await Self.shown(crowds)
    let days = Self.sets(crowds, .day, shown: try #require(shown[.day]))
    #expect(Self.leaks(days, Self.sets(crowds, .hour, shown: shown[.hour] ?? []), crowds) == 0)
    // The day of 44 without the 40 of 9 h.
    let alone = Self.sets(crowds, .hour, shown: ["09", "12", "23"])
    #expect(Self.leaks(days, alone, crowds) == 1)
  }

  @Test("the remainder of the hours minus a day within it is nobody, or enough")
  func withinRemainder() async throws {
    // Four visitors at 3 h; alone, 22 h would be hidden with them, which is all of the first day.
    let crowds = [
      Crowd(day: 0, hour: 22, count: 12), Crowd(day: 1, hour: 3, count: 4),
      Crowd(day: 1, hour: 9, count: 40), Crowd(day: 1, hour: 12, count: 20),
      Crowd(day: 2, hour: 12, count: 25),
    ]
    let shown = try await Self.shown(crowds)
    let days = Self.sets(crowds, .day, shown: try #require(shown[.day]))
    #expect(Self.leaks(days, Self.sets(crowds, .hour, shown: shown[.hour] ?? []), crowds) == 0)
    #expect(Self.leaks(days, Self.sets(crowds, .hour, shown: ["09", "12"]), crowds) == 1)
  }

  @Test("of random days no row minus the rows of another table within it is small")
  func random() async throws {
    let tables: [TableID] = [.day, .weekday, .hour]
    var (naive, shownRows) = (0, 0)
    for seed in TestLength.seeds(60) {
      var random = SeededRandom(seed)
      let crowds = Self.crowds(&random)
      guard !crowds.isEmpty else { continue }
      let keys = try await Self.shown(crowds)
      let shown = tables.compactMap { id in keys[id].map { Self.sets(crowds, id, shown: $0) } }
      let alone = tables.map { id in
        let sizes = Dictionary(crowds.map { ($0.keys[id] ?? "", $0.count) }, uniquingKeysWith: +)
        return Self.sets(crowds, id, shown: Set(sizes.filter { $0.value >= 10 }.keys))
      }
      shownRows += keys.values.reduce(0) { $0 + $1.count }
      for (place, one) in shown.enumerated() {
        for other in shown.dropFirst(place + 1) {
          #expect(Self.leaks(one, other, crowds) == 0, "seed \(seed)")
        }
      }
      if Self.leaks(alone[0], alone[2], crowds) + Self.leaks(alone[1], alone[2], crowds) > 0 {
        naive += 1
      }
    }
    #expect(naive > 10 && shownRows > 200, "\(naive), \(shownRows)")
  }
}
