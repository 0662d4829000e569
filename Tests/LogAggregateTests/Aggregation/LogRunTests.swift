import Foundation
import Testing

@testable import LogAggregate

/// Facts about whole runs on small logs with known answers.
@Suite struct LogRunTests {
  static func line(
    _ second: Int, _ path: String, client: String = "203.0.113.9", referrer: String = "-",
    agent: String = RandomCrowd.agents[0]
  ) -> [UInt8] {
    let stamp = RandomCrowd.stamp(1_795_046_400 + second)
    return Array(
      "\(client) - - [\(stamp)] \"GET \(path) HTTP/1.1\" 200 1 \"\(referrer)\" \"\(agent)\"".utf8)
  }

  /// What `facts` are found in the aggregate of a log.
  static func run<Facts>(
    _ lines: [[UInt8]], _ setting: RunSetting, format: String? = nil,
    _ facts: (borrowing Aggregate) throws -> Facts
  ) async throws -> Facts {
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let run = LogRun(setting, options: TestRun.options(format: format))
    let aggregate = try await run.read([.file(path)])
    return try facts(aggregate)
  }

  @Test("in a log without agents nobody is a robot, and visitors are addresses")
  func common() async throws {
    let lines = ["203.0.113.9", "203.0.113.9", "203.0.113.10"].enumerated().map { index, client in
      let stamp = RandomCrowd.stamp(1_795_046_400 + index)
      return Array("\(client) - - [\(stamp)] \"GET / HTTP/1.1\" 200 1".utf8)
    }
    let setting = try TestRun.setting()
    let (views, visitors) = try await Self.run(lines, setting) { ($0.pageViews, $0.visitors.count) }
    #expect(views == 3)
    #expect(visitors == 2)
  }

  @Test("in a log with agents an empty one is a robot", arguments: ["", "-"])
  func emptyAgent(_ agent: String) async throws {
    let lines = [Self.line(0, "/"), Self.line(1, "/", agent: agent)]
    let setting = try TestRun.setting()
    let views = try await Self.run(lines, setting) { $0.pageViews }
    #expect(views == 1)
  }

  @Test("a referring domain has one row, whatever channels its hosts are")
  func oneDomain() async throws {
    let lines = ["https://www.google.com/", "https://mail.google.com/", "https://news.google.com/"]
      .enumerated().map { Self.line($0, "/", referrer: $1) }
    let setting = try TestRun.setting()
    let keys = try await Self.run(lines, setting) { aggregate -> [String] in
      let made = aggregate.table(.referrer, setting)
      let table = try #require(made)
      return table.keys.indices.filter { table.supports[$0].visitors > 0 }
        .map { table.keys[$0] }
    }
    #expect(keys == ["google.com"])
  }

  @Test("the visitor of all lines without an address has no browser")
  func nobody() async throws {
    let firefox = RandomCrowd.agents[3]
    let lines = [
      Self.line(0, "/", client: "-"), Self.line(1, "/", client: "-", agent: firefox),
      Self.line(2, "/", client: "-", agent: firefox),
    ]
    let setting = try TestRun.setting()
    let views = try await Self.run(lines, setting) { aggregate -> [String: Int] in
      let made = aggregate.table(.browser, setting)
      let table = try #require(made)
      let column = try #require(table.columns.first { $0.metric == .pageViews })
      return Dictionary(
        uniqueKeysWithValues: table.keys.indices.map { (table.keys[$0], column.values[$0]) })
    }
    #expect(views == ["Other": 3])
  }

  @Test("a combined log with broken lines among its first is still a combined one")
  func detection() async throws {
    var lines = (0..<50).map { Self.line($0, "/") }
    // The agent's closing quote is missing.
    lines[3].removeLast()
    let setting = try TestRun.setting()
    let formats = try await Self.run(lines, setting) { $0.formatNames }
    #expect(formats == ["combined"])
  }

  @Test("only a promotion's pages are counted where the policy shows no more")
  func promotion() async throws {
    let text = Bundled.standard.replacing(
      "[audiences.advertiser]\n",
      with: "[audiences.advertiser]\nscope = \"promotion\"\nclause = \"s3\"\n")
    let policy = try Policy(text: text, file: "test policy")
    let site = try Site(
      text: "[promotion]\nnotice = true\npages = [\"/promo/*\"]\n", file: "test site")
    let plan = try Plan(policy: policy, audience: .advertiser, site: site)
    let setting = try RunSetting(plan: plan, site: site)
    let lines = [Self.line(0, "/promo/a"), Self.line(1, "/secret/b"), Self.line(2, "/promo/c")]
    let views = try await Self.run(lines, setting) { $0.pageViews }
    #expect(views == 2)
  }

  @Test("sections bear the names that the site file gives them")
  func namedSections() async throws {
    let setting = try TestRun.setting(
      site: "[[sections]]\npattern = \"/blog/*\"\nname = \"Stories\"\n")
    let lines = [Self.line(0, "/blog/first"), Self.line(1, "/shop/")]
    let keys = try await Self.run(lines, setting) { aggregate -> Set<String> in
      let made = aggregate.table(.section, setting)
      let table = try #require(made)
      return Set(
        table.keys.indices.filter { table.supports[$0].visitors > 0 }.map { table.keys[$0] })
    }
    #expect(keys == ["Stories", "/shop"])
  }

  @Test("the same file given twice is refused, by whatever name")
  func twice() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join([Self.line(0, "/")]), "access.log")
    let other = folder.url.appending(path: "other.log")
    try FileManager.default.createSymbolicLink(
      atPath: other.path, withDestinationPath: path)
    let run = LogRun(try TestRun.setting())
    await #expect(throws: LogRunError.self) {
      _ = try await run.read([.file(path), .file(other.path)])
    }
  }

  @Test("an empty input is an empty report")
  func empty() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([], "access.log")
    let setting = try TestRun.setting()
    let aggregate = try await LogRun(setting).read([.file(path)])
    let report = aggregate.release(setting)
    #expect(report.input.lines == 0)
    #expect(report.totals.pageViews == .count(0))
    #expect(report.input.isComplete)
  }
}
