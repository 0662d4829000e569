import Foundation
import Testing

@testable import LogAggregate

/// One log under two names is counted twice, and the report says that it may be.
@Suite struct InputBeginningTests {
  /// Twenty views from networks of their own, beginning at a second of the day.
  private static func log(_ second: Int, _ count: Int = 20, page: String = "/news") -> [UInt8] {
    var run = FactsRun()
    for (number, client) in FactsRun.addresses(count).enumerated() {
      run.add(client, page, at: second + number)
    }
    return Array(run.text.utf8)
  }

  private static func report(
    _ inputs: [[UInt8]], jobs: Int = 1, chunk: Int = 64 << 10, format: String? = nil
  ) async throws -> ReleasedReport {
    let folder = try TemporaryFolder()
    let paths = try inputs.enumerated().map { try folder.write($1, "access-\($0).log") }
    let setting = try TestRun.setting()
    let run = LogRun(setting, options: TestRun.options(jobs: jobs, chunk: chunk, format: format))
    return try await run.read(paths.map(LogSource.file)).release(setting)
  }

  private static func twins(_ inputs: [[UInt8]], format: String? = nil) async throws -> [[Int]] {
    let report = try await report(inputs, format: format)
    let twins = report.input.twins.map { [$0.first, $0.second] }
    let notes = report.disclosure.notes.filter { $0.contains("begin with the same lines") }
    #expect(notes.count == (twins.isEmpty ? 0 : 1))
    return twins
  }

  @Test("a log under two names, plain or once compressed, is told, and still counted twice")
  func copies() async throws {
    let log = Self.log(0)
    #expect(try await Self.twins([log, log]) == [[1, 2]])
    #expect(try await Self.twins([log, Gzip.fixed(log)]) == [[1, 2]])
    #expect(
      try await Self.twins([Self.log(900), log, Self.log(1_800), log, log]) == [[2, 4], [4, 5]])
    let report = try await Self.report([log, log])
    #expect(report.totals.pageViews == .count(40) && report.totals.visitors == .count(20))
  }

  @Test(
    "a log that another one goes on with is told, a log of the same day that begins otherwise not")
  func beginnings() async throws {
    let log = Self.log(0)
    #expect(try await Self.twins([log + Self.log(60), log]) == [[1, 2]])
    #expect(try await Self.twins([Self.log(0, 3), log]) == [[1, 2]])
    #expect(try await Self.twins([log, Self.log(0, 3)]) == [[1, 2]])
    #expect(try await Self.twins([log, Self.log(60)]).isEmpty)
    // The first fifteen lines are the same, and the first sixteen.
    let start = Self.log(0, 15)
    #expect(try await Self.twins([start + Self.log(60), start + Self.log(61)]).isEmpty)
    let more = Self.log(0, 16)
    #expect(try await Self.twins([more + Self.log(60), more + Self.log(61)]) == [[1, 2]])
  }

  @Test("empty inputs, blank lines and directives are no beginning")
  func nothing() async throws {
    let log = Self.log(0)
    #expect(try await Self.twins([[], [], log]).isEmpty)
    #expect(try await Self.twins([Array("\n\n".utf8), Array("\n\n".utf8), log]).isEmpty)
    let header = "#Version: 1.0\n#Fields: date time c-ip cs-method cs-uri-stem sc-status\n"
    let lines = (0..<2).map {
      Array("\(header)2026-11-19 0\($0):00:00 241.0.0.1 GET /a 200\n".utf8)
    }
    #expect(try await Self.twins(lines, format: "w3c").isEmpty)
    #expect(
      try await Self.twins([lines[0], lines[1], Array(lines[0].dropFirst(14))], format: "w3c") == [
        [1, 3]
      ])
  }

  @Test("the report is the same in any order of inputs, with any number of workers")
  func order() async throws {
    let inputs = [Self.log(0), Self.log(900, page: "/shop"), Self.log(0), Self.log(0, 17)]
    let first = ReportDump.text(try await Self.report(inputs))
    #expect(first.contains("begin with the same lines"))
    for (order, jobs) in [([3, 1, 0, 2], 1), ([1, 2, 3, 0], 4)] {
      let report = try await Self.report(order.map { inputs[$0] }, jobs: jobs)
      #expect(ReportDump.text(report) == first)
    }
  }

  @Test("the note of one day is in the sum of a week, and in what a ledger gives again")
  func sums() async throws {
    let trial = try LedgerTrial()
    let days = [19, 20].map { CrowdLog.views("/news", visitors: 0..<20, day: $0) }
    func notes(_ report: ReleasedReport) -> Int {
      report.disclosure.notes.count { $0 == Aggregate.twinsNote }
    }
    for _ in 0..<2 {
      let report = try await trial.close([days[0], days[0]], days: CivilDate.november(19, 19))
      #expect(notes(report) == 1 && report.input.twins.isEmpty)
    }
    let next = try await trial.close([days[1]], days: CivilDate.november(20, 20))
    #expect(notes(next) == 0)
    let sum = try Ledger.period(
      path: trial.path, audience: .internal, days: CivilDate.november(16, 22))
    #expect(notes(sum) == 1)
  }
}
