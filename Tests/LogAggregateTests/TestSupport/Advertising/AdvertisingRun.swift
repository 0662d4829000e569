import Foundation

@testable import LogAggregate

/// Runs of the product on logs of ``AdvertisingLog``.
enum AdvertisingRun {
  static func setting(
    threshold: Int = 2, limit: Int? = nil, audience: Audience = .internal,
    advertiser: String? = nil,
    site: String = AdvertisingLog.site
  ) throws -> RunSetting {
    let site = try Site(text: site, file: "test site")
    var policy = try TestRun.policy(
      threshold: threshold, networks: min(threshold, 10), limit: limit)
    if audience != .internal {
      policy = try Policy(
        text: policy.text.replacing(
          "[audiences.\(audience)]\n",
          with: "[audiences.\(audience)]\nthreshold = \(threshold)\nreason = \"A test.\"\n"
            + "networks = \(min(threshold, 10))\n"), file: "test policy")
    }
    let plan = try Plan(policy: policy, audience: audience, site: site, advertiser: advertiser)
    return try RunSetting(plan: plan, site: site)
  }

  static func read(
    _ servers: [[AdvertisingLog.Request]], _ setting: RunSetting,
    _ options: LogRunOptions = TestRun.options()
  ) async throws -> Aggregate {
    let folder = try TemporaryFolder()
    let paths = try servers.enumerated().map { server, requests in
      try folder.write(Array(AdvertisingLog.text(requests).utf8), "access.log.\(server)")
    }
    return try await LogRun(setting, options: options).read(paths.map(LogSource.file))
  }

  static func report(
    _ servers: [[AdvertisingLog.Request]], _ setting: RunSetting,
    _ options: LogRunOptions = TestRun.options()
  ) async throws -> ReleasedReport {
    try await read(servers, setting, options).release(setting)
  }

  /// Everything that was counted, before disclosure control, as ``NaiveAdvertising`` says it.
  static func figures(_ aggregate: borrowing Aggregate, _ setting: RunSetting) -> [String: Int] {
    let census = Census(aggregate)
    guard let events = census.advertising else { return [:] }
    let source = AdvertisingTables(
      census: events, plan: setting.plans[0], site: setting.site,
      scope: AdvertisingScope(setting.plans[0], setting.site), showsTotals: true)
    var figures: [String: Int] = [:]
    for (name, table) in [
      ("placement", source.placementTable(aggregate.targets)),
      ("exit-link", source.exitLinks(aggregate.targets)),
      ("goal", source.goals()), ("campaign", source.campaigns(aggregate.campaigns, census)),
      ("frequency", source.frequencies(of: Set(setting.site.placements.map(\.name)))),
    ] {
      for group in table.groups {
        guard let lead = group.columns.first?.metric else { continue }
        for cell in table.keys.indices where group.supports[cell].visitors > 0 {
          let key = "\(name) \(table.keys[cell])"
          for column in group.columns {
            figures["\(key) \(column.metric.rawValue)"] = column.values[cell]
          }
          figures["\(key) \(lead.rawValue) of"] = group.supports[cell].visitors
        }
      }
    }
    for id in [TableID.placementByDay, .placementByHour] {
      guard let times = source.placementTimes(id, aggregate.targets) else { continue }
      for figure in times.figures {
        for cell in figure.cross.cells {
          let name = PlacementTimes.key(times.placements[cell.row], times.times[cell.column])
          let key = "\(id.id) \(name) \(figure.metric.rawValue)"
          figures[key] = cell.values[0]
          figures["\(key) of"] = cell.support.visitors
        }
      }
    }
    return figures
  }
}
