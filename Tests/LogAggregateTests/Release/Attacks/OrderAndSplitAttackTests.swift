import Testing

@testable import LogAggregate

/// T19: somebody has a report made again of the same lines, in another order, cut and packed otherwise, and subtracts.
/// - Source: `privacy.md` 3; ``OrderAndSplitTests`` has more of the ways in which lines can lie in files.
@Suite struct OrderAndSplitAttackTests {
  /// Every figure of a report, by table, row and metric.
  private typealias Figures = [[String]: Int]

  /// The figures that any two of several reports differ in; one that only one of them has is among them.
  private static func learned(_ reports: [Figures]) -> Set<[String]> {
    var found: Set<[String]> = []
    for key in Set(reports.flatMap(\.keys)) where Set(reports.map { $0[key] }).count > 1 {
      found.insert(key)
    }
    return found
  }

  /// What the command releases of files, read by so many workers.
  private static func report(_ files: [[UInt8]], jobs: Int) async throws -> Figures {
    let folder = try TemporaryFolder()
    let paths = try files.enumerated().map { try folder.write($1, "access.log.\($0)") }
    let setting = try TestRun.setting(threshold: 10, limit: limit)
    let options = TestRun.options(jobs: jobs, chunk: 4 << 10)
    let aggregate = try await LogRun(setting, options: options).read(paths.map(LogSource.file))
    return ComparedReports.figures(aggregate.release(setting))
  }

  private static let limit = 20

  /// A naive release: each file counted for itself and the counts added, the limit applied as lines are read.
  private static func naive(_ files: [[UInt8]]) -> Figures {
    var figures: Figures = [:]
    var views: [String: Int] = [:]
    for file in files {
      var seen: Set<[String]> = []
      for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        views[words[0], default: 0] += 1
        guard views[words[0], default: 0] <= limit else { continue }
        figures[["page", words[6], "page_views"], default: 0] += 1
        let isNew = seen.insert([words[0], words[6]]).inserted
        if isNew { figures[["page", words[6], "visitors"], default: 0] += 1 }
      }
    }
    return figures
  }

  /// Forty visitors, of whom three come back in the afternoon.
  private static let lines =
    CrowdLog.views("/news/", visitors: 0..<40, hour: 9)
    + CrowdLog.views("/shop/", visitors: 10..<35, hour: 10)
    + CrowdLog.views("/news/", visitors: 0..<3, hour: 15)

  private static func text(_ lines: some Sequence<Substring>) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  @Test("T19: nothing is told by the difference of two reports of the same lines")
  func sameLines() async throws {
    let lines = Self.lines.split(separator: "\n")
    var random = SeededRandom(19)
    let half = lines.count / 2
    // Out of order by less than the half hour by which views may be late.
    let disordered = Dictionary(grouping: lines, by: { $0.split(separator: ":")[1] })
      .sorted { $0.key < $1.key }.flatMap { $0.value.shuffled(using: &random) }
    let ways = [
      [Self.text(lines)], [Self.text(disordered)],
      [Self.text(lines[..<half]), Self.text(lines[half...])],
      [Self.text(lines[half...]), Self.text(lines[..<half])],
      (0..<3).map { server in
        Self.text(lines.indices.filter { $0 % 3 == server }.map { lines[$0] })
      },
    ]
    let packed = ways.map { $0.map(Gzip.fixed) } + [[ways[2].flatMap { Gzip.fixed($0) }]]
    var reports: [Figures] = []
    for (number, files) in (ways + packed).enumerated() {
      reports.append(try await Self.report(files, jobs: number % 3 + 1))
    }
    #expect(reports[0][["page", "/news/", "visitors"]] == 40)
    #expect(Self.learned(reports).isEmpty)
    // Of lines in no order at all the flow has no steps, and the report says so; all else is the same.
    let shuffled = try await Self.report([Self.text(lines.shuffled(using: &random))], jobs: 2)
    #expect(Self.learned([reports[0], shuffled]).allSatisfy { $0[0] == TableID.flow.id })
    // Visitors of files that are added up: how many of them came back is the difference.
    let naive = ways.map(Self.naive)
    #expect(Self.learned(naive).contains(["page", "/news/", "visitors"]))
    let seen = naive.compactMap { $0[["page", "/news/", "visitors"]] }
    #expect(Set(seen).isSuperset(of: [40, 43]))
  }

  @Test("T19: nor of whose views the limit leaves out, in whatever order rotated files are named")
  func limited() async throws {
    // One visitor passes the limit in the morning and looks elsewhere in the afternoon.
    let morning = Array(
      (Self.lines + String(repeating: CrowdLog.line("/news/", visitor: 4, hour: 11), count: 25))
        .utf8
    )
    let evening = Array(
      String(repeating: CrowdLog.line("/shop/", visitor: 4, hour: 18), count: 15).utf8)
    let ways = [[morning, evening], [evening, morning], [morning + evening]]
    var reports: [Figures] = []
    for (number, files) in ways.enumerated() {
      reports.append(try await Self.report(files, jobs: number + 1))
    }
    #expect(reports[0][["page", "/shop/", "page_views"]] == 25)
    #expect(Self.learned(reports).isEmpty)
    // A limit that counts as files are named: the difference is that one visitor's afternoon.
    let naive = ways.map(Self.naive)
    #expect(Self.learned(naive).contains(["page", "/shop/", "page_views"]))
    let views = naive.compactMap { $0[["page", "/shop/", "page_views"]] }
    #expect((views.max() ?? 0) - (views.min() ?? 0) == 15)
  }
}
