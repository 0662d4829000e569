import Testing

@testable import LogAggregate

/// Visits are intervals: the order in which a log tells of their views does not matter.
@Suite struct VisitTests {
  private static func visits(_ lines: [[UInt8]], zone: String = "UTC") async throws -> [String] {
    let setting = try TestRun.setting(zone: zone)
    return try await LogRunTests.run(lines, setting) { visits($0) }
  }

  private static func visits(_ aggregate: borrowing Aggregate) -> [String] {
    var visits: [String] = []
    for number in aggregate.visitors.indices {
      aggregate.visitors[number].forEachVisit(aggregate.pools) {
        let (entry, exit) = (
          aggregate.pages.word($0.entryPage), aggregate.pages.word($0.exitPage(in: aggregate.pages))
        )
        visits.append("\($0.day) \($0.start) \($0.end) \($0.views) \(entry) \(exit)")
      }
    }
    return visits.sorted()
  }

  @Test("any order of the same views gives the same visits", arguments: TestLength.seeds(15))
  func law(_ seed: Int) async throws {
    var random = SeededRandom(seed)
    // Gaps around half an hour, and over midnight; no two views of a visitor in one second.
    var second = 86_400 - random.int(0...8000)
    var lines = (0..<random.int(2...60)).map { index in
      second += random.pick([1, 60, 1799, 1800, 1801, 3600, 5000])
      return LogRunTests.line(second, "/p\(index % 7)", client: "203.0.113.\(index % 3)")
    }
    let wanted = try await Self.visits(lines)
    for _ in 0..<4 {
      lines.shuffle(using: &random)
      #expect(try await Self.visits(lines) == wanted, "seed \(seed)")
    }
    #expect(try await Self.visits(lines.reversed()) == wanted, "seed \(seed)")
  }

  @Test("a gap of 30 minutes is within a visit, and a second more is not")
  func gap() async throws {
    func count(_ seconds: [Int]) async throws -> Int {
      try await Self.visits(seconds.map { LogRunTests.line($0, "/") }).count
    }
    #expect(try await count([0, 1800]) == 1)
    #expect(try await count([0, 1801]) == 2)
    // A late view between two visits joins them.
    #expect(try await count([0, 3000, 1500]) == 1)
    #expect(try await count([0, 6000, 12_000, 4200, 10_200, 1800, 7800]) == 3)
    #expect(try await count([0, 6000, 12_000, 4200, 10_200, 1800, 7800, 9000, 3000]) == 1)
  }

  @Test("a visit ends with the site's day")
  func midnight() async throws {
    // 18:29:59 and 18:30:01 UTC lie on two days in India.
    let lines = [66_599, 66_601].map { LogRunTests.line($0, "/") }
    #expect(try await Self.visits(lines, zone: "Asia/Kolkata").count == 2)
    #expect(try await Self.visits(lines).count == 1)
  }

  @Test("in one second the order is the source's")
  func sameSecond() async throws {
    let lines = ["/z", "/a", "/m"].map { LogRunTests.line(0, $0) }
    let visits = try await Self.visits(lines)
    #expect(visits.count == 1)
    #expect(visits[0].hasSuffix("/z /m"))
  }

  /// The visits of one client in the logs of several servers.
  private static func visits(ofServers servers: [[[UInt8]]]) async throws -> [String] {
    let folder = try TemporaryFolder()
    let paths = try servers.enumerated().map { try folder.write(RandomLog.join($1), "log.\($0)") }
    let run = LogRun(try TestRun.setting(), options: TestRun.options())
    return visits(try await run.read(paths.map(LogSource.file)))
  }

  @Test("in one second of two servers the first page and the last are so by name")
  func sameSecondOfTwo() async throws {
    for exits in [["/b", "/y"], ["/y", "/b"]] {
      for entries in [["/c", "/x"], ["/x", "/c"]] {
        let servers = zip(entries, exits).map { entry, exit in
          [LogRunTests.line(0, entry), LogRunTests.line(500, "/m"), LogRunTests.line(900, exit)]
        }
        let visits = try await Self.visits(ofServers: servers)
        #expect(visits.count == 1)
        #expect(visits.allSatisfy { $0.hasSuffix(" 6 /c /y") }, "\(visits)")
      }
    }
  }

  @Test("a visit that another one takes over brings its last page along, by name too")
  func takenOver() async throws {
    let other = "203.0.113.99"
    // The second server tells late of what lies between.
    let servers = [
      [
        LogRunTests.line(0, "/", client: other), LogRunTests.line(5000, "/b"),
        LogRunTests.line(9000, "/", client: other),
      ],
      [
        LogRunTests.line(5000, "/a"), LogRunTests.line(0, "/s"), LogRunTests.line(1700, "/t"),
        LogRunTests.line(3300, "/u"),
      ],
    ]
    let visits = try await Self.visits(ofServers: servers)
    #expect(visits.contains { $0.hasSuffix(" 5 /s /b") }, "\(visits)")
  }
}
