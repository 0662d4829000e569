import Foundation
import Testing

@testable import LogAggregate

/// The same lines give the same report, however they are cut, compressed, named and shared out (T19).
@Suite struct OrderAndSplitTests {
  /// Lines a few seconds apart, so that no two of them meet in one second.
  static func lines(_ seed: Int, count: Int = 900) -> [[UInt8]] {
    var random = SeededRandom(seed)
    let crowd = RandomCrowd(count: 60, &random)
    return (0..<count).map { index in
      crowd.line(at: 1_795_046_400 + index * 37, isCombined: true, isSure: index < 40, &random)
    }
  }

  /// Lines of which many meet in one second, with visitors above a limit.
  static func crowdedLines(_ seed: Int) -> [[UInt8]] {
    RandomLog(seed: seed, shape: .rotated, visitors: 40, lines: 700, isCombined: true).sources[0]
  }

  private static func expectSame(_ found: String, _ wanted: String, _ what: String) {
    if found != wanted { Issue.record("\(what): \(ReportDump.difference(found, wanted))") }
  }

  @Test("any number of workers and any size of chunk", arguments: TestLength.seeds(2))
  func workers(_ seed: Int) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(Self.crowdedLines(seed)), "access.log")
    let setting = try TestRun.setting(limit: 12)
    let wanted = try await TestRun.dump([path], setting)
    for jobs in [1, 2, 3, 8] {
      for chunk in [4 << 10, 7777, 64 << 10, 1 << 20] {
        let options = TestRun.options(jobs: jobs, chunk: chunk)
        let found = try await TestRun.dump([path], setting, options)
        Self.expectSame(found, wanted, "seed \(seed), \(jobs) jobs, chunks of \(chunk)")
      }
    }
  }

  @Test("plain, compressed, and in many members", arguments: TestLength.seeds(3))
  func compressed(_ seed: Int) async throws {
    let folder = try TemporaryFolder()
    let bytes = RandomLog.join(Self.crowdedLines(seed + 10))
    var random = SeededRandom(seed)
    var members: [UInt8] = []
    var start = 0
    while start < bytes.count {
      // Members end anywhere, also within a line, and some hold nothing.
      let end = min(bytes.count, start + random.pick([0, 1, 100, 5000]))
      let part = Array(bytes[start..<end])
      members += random.once(in: 2) ? Gzip.fixed(part) : Gzip.stored(part)
      start = end
    }
    let setting = try TestRun.setting(limit: 12)
    let wanted = try await TestRun.dump([folder.write(bytes, "plain")], setting)
    let forms = [
      ("fixed", Gzip.fixed(bytes)), ("stored", Gzip.stored(bytes, blockSize: 999)),
      ("members", members), ("padded", Gzip.fixed(bytes) + [UInt8](repeating: 0, count: 600)),
    ]
    for (name, form) in forms {
      let options = TestRun.options(jobs: 2, chunk: 16 << 10)
      let found = try await TestRun.dump([folder.write(form, name)], setting, options)
      Self.expectSame(found, wanted, "seed \(seed), \(name)")
    }
  }

  @Test("one file, or its rotated pieces in any order", arguments: TestLength.seeds(6))
  func rotated(_ seed: Int) async throws {
    let folder = try TemporaryFolder()
    let lines = Self.crowdedLines(seed + 20)
    let setting = try TestRun.setting(limit: 12)
    let wanted = try await TestRun.dump([folder.write(RandomLog.join(lines), "whole")], setting)
    var random = SeededRandom(seed)
    var paths: [String] = []
    for (index, piece) in RandomLog.cut(lines, into: 6, &random).enumerated() {
      let bytes = RandomLog.join(piece)
      let form = random.once(in: 2) ? Gzip.fixed(bytes) : bytes
      // The last line of a piece may lack its end.
      let cut = form == bytes && random.once(in: 3) ? Array(bytes.dropLast()) : form
      paths.append(try folder.write(cut, "access.log.\(index)"))
    }
    for _ in 0..<3 {
      paths.shuffle(using: &random)
      let options = TestRun.options(jobs: random.int(1...3), chunk: 8 << 10)
      let found = try await TestRun.dump(paths, setting, options)
      Self.expectSame(found, wanted, "seed \(seed), \(paths.count) pieces")
    }
  }

  @Test("one file, or its lines dealt out to several servers", arguments: TestLength.seeds(4))
  func roundRobin(_ seed: Int) async throws {
    let folder = try TemporaryFolder()
    let lines = Self.lines(seed)
    let setting = try TestRun.setting()
    let wanted = try await TestRun.dump([folder.write(RandomLog.join(lines), "whole")], setting)
    for count in [2, 3, 5] {
      let paths = try (0..<count).map { server in
        let own = lines.indices.filter { $0 % count == server }.map { lines[$0] }
        return try folder.write(RandomLog.join(own), "server\(count).\(server)")
      }
      let options = TestRun.options(jobs: 2, chunk: 8 << 10)
      let found = try await TestRun.dump(paths.reversed(), setting, options)
      Self.expectSame(found, wanted, "seed \(seed), \(count) servers")
    }
  }

  /// One line of a browser.
  private static func line(_ second: Int, _ path: String, client: String = "203.0.113.9") -> [UInt8]
  {
    let stamp = RandomCrowd.stamp(1_795_046_400 + second)
    let text =
      "\(client) - - [\(stamp)] \"GET \(path) HTTP/1.1\" 200 1 \"-\" \"\(RandomCrowd.agents[0])\""
    return Array(text.utf8)
  }

  /// The dumps for two files, named in both orders, as the reader of every detail sees them.
  private static func bothOrders(
    _ one: [[UInt8]], _ other: [[UInt8]], limit: Int? = nil
  ) async throws -> [[String]] {
    let folder = try TemporaryFolder()
    let paths = [
      try folder.write(RandomLog.join(one), "one"),
      try folder.write(RandomLog.join(other), "other"),
    ]
    var results: [[String]] = []
    for order in [paths, paths.reversed()] {
      let setting = try TestRun.setting(limit: limit)
      let run = LogRun(setting, options: TestRun.options())
      let aggregate = try await run.read(order.map(LogSource.file))
      var facts = ["views \(aggregate.pageViews)"]
      for id in [TableID.entryPage, .exitPage] {
        guard let table = aggregate.table(id, setting) else { continue }
        facts += table.keys.indices.filter { table.supports[$0].visitors > 0 }
          .map { "\(id.id) \(table.keys[$0])" }.sorted()
      }
      results.append(facts)
    }
    return results
  }

  @Test("views of one second on two servers have one order, however the files are named")
  func sameSecond() async throws {
    let one = [Self.line(0, "/z"), Self.line(0, "/a"), Self.line(900, "/m")]
    let other = [Self.line(0, "/b"), Self.line(900, "/c")]
    let results = try await Self.bothOrders(one, other)
    #expect(results[0] == results[1])
    // Each server's first is /z and /b, each one's last /m and /c.
    #expect(results[0] == ["views 5", "entry-page /b", "exit-page /m"])
  }

  @Test("files that begin in the same second are the same sources in any order")
  func sameStart() async throws {
    let short = (0..<10).map { Self.line($0, "/short") }
    let long = (0..<200).map { Self.line($0 * 60, "/long") }
    let results = try await Self.bothOrders(short, long, limit: 8)
    #expect(results[0] == results[1])
  }
}
