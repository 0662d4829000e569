@testable import LogAggregate

enum Caches {
  static func measure(_ sample: Sample) throws -> [Figure] {
    let rules = try Sample.rules()
    var robots = 0
    sample.agents.forEach { if rules.agentClassifier.classify($0).robot != nil { robots += 1 } }
    func hashed(_ column: Sample.Column) -> () -> Void {
      {
        var sum: UInt64 = 0
        column.forEach { sum ^= rules.hash($0) }
        withExtendedLifetime(sum) {}
        if sum == 1 { print("") }
      }
    }
    var agents = AgentCache(rules: rules)
    var paths = PathCache(rules: rules)
    var origins = OriginCache(rules: rules)
    func assets() -> Int {
      var count = 0
      sample.targets.forEach { if paths.entry(for: $0, paths.foresee($0)).isAsset { count += 1 } }
      return count
    }
    func direct() -> Int {
      var count = 0
      sample.referrers.forEach {
        if origins.entry(for: $0, origins.foresee($0)).number == OriginCache.direct.number {
          count += 1
        }
      }
      return count
    }
    let (wantedAssets, wantedDirect) = (assets(), direct())
    return [
      Figure(
        "agent cache", per: "line", count: sample.agents.count, ceiling: "a hash of its text",
        {
          var count = 0
          sample.agents.forEach {
            let entry = agents.entry(for: $0, .plain, agents.foresee($0, .plain))
            if entry.robot != nil { count += 1 }
          }
          return count
        }, check: { $0 == robots }, least: hashed(sample.agents)),
      Figure(
        "path cache", per: "line", count: sample.targets.count, ceiling: "a hash of its text",
        assets, check: { $0 == wantedAssets && $0 > 0 }, least: hashed(sample.targets)),
      Figure(
        "referrer cache", per: "line", count: sample.referrers.count,
        ceiling: "a hash of its text", direct, check: { $0 == wantedDirect },
        least: hashed(sample.referrers)),
    ]
  }
}
