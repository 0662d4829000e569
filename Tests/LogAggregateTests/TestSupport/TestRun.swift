import Foundation

@testable import LogAggregate

/// Runs of the product as tests need them.
enum TestRun {
  /// A policy that shows the audience `internal` everything, with its own bounds.
  /// - Parameter disclosure: the lines of the section on groups, where there is one.
  static func policy(
    threshold: Int = 5, networks: Int? = nil, limit: Int? = nil, disclosure: String? = nil
  ) throws -> Policy {
    var bounds = "threshold = \(threshold)\nreason = \"A test.\"\n"
    if let networks { bounds += "networks = \(networks)\n" }
    if let limit { bounds += "visitor_limit = \(limit)\n" }
    let text = Bundled.standard.replacing(
      "[audiences.internal]\n",
      with: (disclosure.map { "[disclosure]\n\($0)\n" } ?? "") + "[audiences.internal]\n" + bounds)
    return try Policy(text: text, file: "test policy")
  }

  /// What a run for the audience `internal` needs.
  static func setting(
    threshold: Int = 5, networks: Int? = nil, limit: Int? = nil, site: String = "",
    days: ClosedRange<CivilDate>? = nil, zone: String? = nil, audience: Audience = .internal,
    only tables: [TableID]? = nil, disclosure: String? = nil
  ) throws -> RunSetting {
    let site = try Site(text: site, file: "test site")
    let policy = try policy(
      threshold: threshold, networks: networks, limit: limit, disclosure: disclosure)
    let plan = try Plan(policy: policy, audience: audience, site: site, only: tables)
    return try RunSetting(plan: plan, site: site, days: days, timeZone: zone)
  }

  /// Options under which rejected lines never fail a run.
  static func options(
    jobs: Int = 1, chunk: Int = 64 << 10, salvages: Bool = false, format: String? = nil
  ) -> LogRunOptions {
    LogRunOptions(
      jobs: jobs, formatName: format, salvages: salvages, largestRejectedPercent: 100,
      chunkByteCount: chunk)
  }

  /// The report on a log under a policy of the test's own.
  static func report(_ log: String, policy: String) async throws -> ReleasedReport {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(log.utf8), "access.log")
    let plan = try Plan(
      policy: Policy(text: policy, file: "test policy"), audience: .internal, site: .unnamed)
    let setting = try RunSetting(plan: plan)
    return try await LogRun(setting, options: options()).read([.file(path)]).release(setting)
  }

  /// The dump of the report on some files.
  static func dump(
    _ paths: [String], _ setting: RunSetting, _ options: LogRunOptions = options()
  ) async throws -> String {
    let run = LogRun(setting, options: options)
    let aggregate = try await run.read(paths.map(LogSource.file))
    return ReportDump.text(aggregate.release(setting))
  }
}
