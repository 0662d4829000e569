import Foundation
import Testing

@testable import LogAggregate

/// What becomes of visitors beyond those that a run tells apart.
@Suite struct VisitorCapacityTests {
  /// A hundred visitors in turn, each with two views a second round apart.
  private static let lines: [[UInt8]] = (0..<200).map { view in
    LogRunTests.line(view, "/page-\(view % 7)/", client: "203.0.\(view % 100).9")
  }

  private static func dump(capacity: Int, jobs: Int, chunk: Int) async throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    var options = TestRun.options(jobs: jobs, chunk: chunk)
    options.visitorCapacity = capacity
    return try await TestRun.dump([path], try TestRun.setting(), options)
  }

  @Test(
    "the views of further visitors are a step of the waterfall, and every figure is of the first ones"
  )
  func knownAnswer() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(Self.lines), "access.log")
    var options = TestRun.options()
    options.visitorCapacity = 60
    let setting = try TestRun.setting()
    let aggregate = try await LogRun(setting, options: options).read([.file(path)])
    let counted = (aggregate.pageViews, aggregate.visitors.count)
    let leftOut = (aggregate.tally.lines(.visitorLimit), aggregate.leavesOutVisitors)
    let report = aggregate.release(setting)
    #expect(counted == (120, 60))
    #expect(leftOut == (80, true))
    #expect(report.totals.pageViews == .count(120))
    #expect(report.totals.visitors == .count(60))
    #expect(report.disclosure.notes.contains { $0.contains("more than 60 visitors") })
    let elsewhere: [TableID] = [.referrer, .flow]
    for table in report.tables
    where table.metrics.first == .pageViews && !elsewhere.contains(table.id) {
      let shown = (table.rows.map(\.figures) + [table.other].compactMap { $0 }).map { $0[0] }
      let sum = shown.reduce(0) { if case .count(let count) = $1 { $0 + count } else { $0 } }
      #expect(sum == 120 || table.isTotalsOnly, "\(table.id)")
    }
  }

  @Test("which visitors these are does not depend on threads and chunks")
  func sameBytes() async throws {
    let first = try await Self.dump(capacity: 37, jobs: 1, chunk: 64 << 10)
    for (jobs, chunk) in [(2, 512), (5, 300), (3, 4096)] {
      #expect(try await Self.dump(capacity: 37, jobs: jobs, chunk: chunk) == first)
    }
  }

  @Test("a log with as many visitors as are told apart says nothing of others")
  func atTheBound() async throws {
    let bounded = try await Self.dump(capacity: 100, jobs: 1, chunk: 64 << 10)
    let free = try await Self.dump(capacity: 1 << 20, jobs: 1, chunk: 64 << 10)
    #expect(bounded == free)
  }

  @Test(
    "what requests tell of visitors is kept of twice as many, for those who come before their page view; of more not",
    arguments: [(15, true), (16, false)])
  func facts(_ others: Int, isKept: Bool) async throws {
    var run = FactsRun()
    for client in FactsRun.addresses(others, 1) + FactsRun.addresses(5, 2) {
      run.add(client, "/pixel.gif?s=1920x1080")
    }
    run.view(FactsRun.addresses(5, 2))
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(run.text.utf8), "access.log")
    var options = TestRun.options()
    options.visitorCapacity = 10
    let setting = try TestRun.setting(site: "[screen]\nparameter = \"s\"")
    let aggregate = try await LogRun(setting, options: options).read([.file(path)])
    let screens = Census(aggregate).facts(.screen)
    #expect(screens.count == 5)
    #expect(screens.contains(FactTable.none) != isKept)
  }
}
