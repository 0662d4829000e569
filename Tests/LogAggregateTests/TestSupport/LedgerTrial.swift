import Foundation

@testable import LogAggregate

/// A ledger in a folder of its own, and runs that close days in it.
final class LedgerTrial {
  let folder: URL
  var path: String { folder.appending(path: "ledger.jsonl").path }
  var site = ""
  var zone: String?
  var threshold = 5
  var networks: Int?
  /// What the policy says of groups.
  var disclosure: String?
  /// The tables that are asked for; `nil` for all that are granted.
  var tables: [TableID]?

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var bytes: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(filePath: path))) }
  }

  func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }

  /// What a run over `logs` releases, without the ledger.
  func release(
    _ logs: [String], _ audience: Audience = .internal, days: ClosedRange<CivilDate>? = nil,
    key: LedgerKey?, jobs: Int = 1, chunk: Int = 64 << 10
  ) async throws -> ReleasedReport {
    let setting = try setting(audience, days: days, key: key)
    return try await read(logs, setting, jobs: jobs, chunk: chunk).release(setting)
  }

  /// What the ledger makes of a run over `logs`.
  func close(
    _ logs: [String], _ audience: Audience = .internal, days: ClosedRange<CivilDate>? = nil,
    restating reason: String? = nil
  ) async throws -> ReleasedReport {
    // A program that another test starts holds this process's locks until it is executed.
    var ledger = try Ledger(path: path, waitingSeconds: 30)
    var setting = try setting(audience, days: days, key: ledger.key)
    let aggregate = try await read(logs, setting)
    if let days = aggregate.days(setting) { setting.earlier = try ledger.releases(of: days) }
    let report = aggregate.release(setting)
    return try ledger.close(report, version: "test", restating: reason)
  }

  private func setting(
    _ audience: Audience, days: ClosedRange<CivilDate>?, key: LedgerKey?
  ) throws -> RunSetting {
    var setting = try TestRun.setting(
      threshold: threshold, networks: networks, site: site, days: days, zone: zone,
      audience: audience, only: tables, disclosure: disclosure)
    setting.ledgerKey = key
    return setting
  }

  private func read(
    _ logs: [String], _ setting: RunSetting, jobs: Int = 1, chunk: Int = 64 << 10
  ) async throws -> Aggregate {
    var sources: [LogSource] = []
    for log in logs {
      let file = folder.appending(path: "access-\(UUID()).log")
      try Data(log.utf8).write(to: file)
      sources.append(.file(file.path))
    }
    return try await LogRun(setting, options: TestRun.options(jobs: jobs, chunk: chunk))
      .read(sources)
  }
}

extension CivilDate {
  /// A day of November 2026, and the days from one to another.
  static func november(_ day: Int) -> CivilDate {
    CivilDate(year: 2026, month: 11, day: day) ?? .earliest
  }

  static func november(_ from: Int, _ to: Int) -> ClosedRange<CivilDate> {
    november(from)...november(to)
  }
}

/// A log whose lines a test writes view by view.
enum CrowdLog {
  /// One view of `path` by each of several visitors of their own networks, at a minute of a November day.
  static func views(
    _ path: String, visitors: Range<Int>, day: Int = 19, hour: Int = 12
  ) -> String {
    visitors.map { visitor in
      line(path, visitor: visitor, day: day, hour: hour)
    }.joined()
  }

  static func line(_ path: String, visitor: Int, day: Int = 19, hour: Int = 12) -> String {
    let time = String(
      format: "%02d/Nov/2026:%02d:%02d:%02d +0000", day, hour, visitor / 60 % 60, visitor % 60)
    return """
      241.\(visitor >> 8 & 255).\(visitor & 255).9 - - [\(time)] "GET \(path) HTTP/1.1" 200 512 "-" "\(FactsRun.agent)"

      """
  }
}
