import Foundation
import Testing

@testable import LogAggregate

/// A log that a test writes line by line, and what a run makes of it.
struct FactsRun {
  private(set) var text = ""
  var policy = "standard"
  var audience = Audience.internal
  var site = ""
  var databases = AddressDatabases.none
  var jobs = 1
  var chunkByteCount = 512 << 10

  static let agent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"

  /// Adds one request, on 19 November 2026, UTC.
  mutating func add(
    _ client: String, _ target: String, at second: Int = 0, user: String = "-", status: Int = 200,
    method: String = "GET", referrer: String = "-", agent: String = Self.agent
  ) {
    let time = String(
      format: "%02d:%02d:%02d", second / 3_600, second / 60 % 60, second % 60)
    text += """
      \(client) - \(user) [19/Nov/2026:\(time) +0000] "\(method) \(target) HTTP/1.1" \(status) 512 \
      "\(referrer)" "\(agent)"

      """
  }

  /// Adds one page view of each of several clients.
  mutating func view(_ clients: [String], _ target: String = "/") {
    for client in clients { add(client, target) }
  }

  /// Addresses in networks of their own.
  static func addresses(_ count: Int, _ second: Int = 0) -> [String] {
    (0..<count).map { "241.\(second).\($0).9" }
  }

  /// The setting of the run; files that the site names lie in `folder`.
  func setting(_ folder: URL) throws -> RunSetting {
    let site = try Site(text: site, file: folder.appending(path: "site.toml").path)
    let policy = try #require(Policy.bundled(policy))
    return try RunSetting(
      plan: Plan(policy: policy, audience: audience, site: site), site: site, databases: databases)
  }

  /// What is released of the log.
  /// - Parameter files: further files by name, such as the member table.
  func report(_ files: [String: String] = [:]) async throws -> ReleasedReport {
    let folder = FileManager.default.temporaryDirectory.appending(path: "facts-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files {
      try Data(content.utf8).write(to: folder.appending(path: name))
    }
    let log = folder.appending(path: "access.log")
    try Data(text.utf8).write(to: log)
    let setting = try setting(folder)
    let options = LogRunOptions(jobs: jobs, chunkByteCount: chunkByteCount)
    let aggregate = try await LogRun(setting, options: options).read([.file(log.path)])
    return aggregate.release(setting)
  }
}

extension ReleasedReport {
  /// The rows of a table: for each key its figures as text, such as `8 4 4`.
  func rows(_ id: TableID) -> [String: String]? {
    tables.first { $0.id == id }.map { table in
      Dictionary(
        uniqueKeysWithValues: table.rows.map { row in
          (row.key, row.figures.map(\.text).joined(separator: " "))
        })
    }
  }

  /// Why a table is not in the report.
  func reason(_ id: TableID) -> String? { notReleased.first { $0.table == id }?.why }

  /// The lines that left at a step of the waterfall.
  func excluded(_ reason: String) -> Int? { input.excluded.first { $0.reason == reason }?.lines }
}

extension ReleasedFigure {
  var text: String {
    switch self {
    case .count(let count): "\(count)"
    case .ratio(let numerator, let denominator): "\(numerator)/\(denominator)"
    case .withheld, .unmeasured, .notGranted: "-"
    }
  }
}
