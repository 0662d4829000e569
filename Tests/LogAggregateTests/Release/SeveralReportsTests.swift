import Testing

@testable import LogAggregate

/// Reports of one pass, for several audiences, cannot be subtracted from each other (T27).
@Suite struct SeveralReportsTests {
  private static func plan(_ audience: Audience, _ threshold: Int) throws -> Plan {
    let text = Bundled.standard.replacing(
      "[audiences.\(audience.name)]\n",
      with: "[audiences.\(audience.name)]\nthreshold = \(threshold)\nreason = \"A test.\"\n")
    return try Plan(
      policy: Policy(text: text, file: "test policy"), audience: audience, site: .unnamed)
  }

  private static func reports(_ seed: Int, _ plans: [Plan]) async throws -> [ReleasedReport] {
    let log = RandomLog(
      seed: seed + 7000, shape: .single, visitors: [60, 150, 400][seed % 3], lines: 1200,
      isCombined: true)
    let folder = try TemporaryFolder()
    let path = try folder.write(log.files[0], "access.log")
    let setting = try RunSetting(plans: plans)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    return aggregate.releaseAll(setting)
  }

  @Test(
    "what the more detailed report hides is hidden in the other, and shown figures are the same",
    arguments: TestLength.seeds(25))
  func nested(_ seed: Int) async throws {
    var random = SeededRandom(seed)
    let thresholds = [5, random.pick([5, 8, 12]), random.pick([12, 20, 30])]
    let plans = [
      try Self.plan(.public, thresholds[2]), try Self.plan(.internal, thresholds[0]),
      try Self.plan(.advertiser, thresholds[1]),
    ]
    let reports = try await Self.reports(seed, plans)
    #expect(reports.map(\.policy.audience) == [.public, .internal, .advertiser])
    for (stricter, detailed) in [(0, 1), (0, 2), (2, 1)] {
      for fault in Self.faults(reports[stricter], reports[detailed]) {
        Issue.record("seed \(seed): \(fault)")
      }
    }
  }

  /// Where one report is not made of the other's shown rows.
  private static func faults(_ strict: ReleasedReport, _ detailed: ReleasedReport) -> [String] {
    var faults: [String] = []
    if strict.totals.visitors != .withheld, strict.totals.visitors != detailed.totals.visitors {
      faults.append("totals")
    }
    for table in strict.tables where !table.isTotalsOnly {
      guard let twin = detailed.tables.first(where: { $0.id == table.id }) else { continue }
      if twin.isTotalsOnly { faults.append("\(table.id.id): shown here only") }
      let rows = Dictionary(uniqueKeysWithValues: twin.rows.map { ($0.key, $0) })
      for row in table.rows {
        // A line of the flow that gathers sections may be a sum.
        if table.id == .flow, row.key.contains(FlowLines.others) { continue }
        guard let same = rows[row.key] else {
          faults.append("\(table.id.id): a row is shown here only")
          continue
        }
        for (metric, figure) in zip(table.metrics, row.figures) {
          guard let place = twin.metrics.firstIndex(of: metric) else { continue }
          if same.figures[place] != figure { faults.append("\(table.id.id): figures differ") }
        }
      }
    }
    let lengths = Set(detailed.visits?.lengths.map(\.name) ?? [])
    for length in strict.visits?.lengths ?? [] where !lengths.contains(length.name) {
      faults.append("a length of visits is shown here only")
    }
    return faults
  }

  @Test("equal thresholds give equal rows, whatever else the other report shows")
  func equal() async throws {
    let plans = [try Self.plan(.public, 8), try Self.plan(.internal, 8)]
    let reports = try await Self.reports(4, plans)
    for table in reports[0].tables {
      let twin = try #require(reports[1].tables.first { $0.id == table.id })
      #expect(table.rows.map(\.key) == twin.rows.map(\.key))
      #expect((table.other == nil) == (twin.other == nil))
    }
  }

  @Test("the lowest limit on one visitor's page views holds for all")
  func limit() throws {
    let text = Bundled.standard.replacing(
      "[audiences.internal]\n",
      with: "[audiences.internal]\nvisitor_limit = 9\n")
    let strict = try Plan(
      policy: Policy(text: text, file: "strict"), audience: .internal, site: .unnamed)
    let setting = try RunSetting(plans: [Self.plan(.public, 20), strict])
    #expect(setting.visitorLimit == 9)
    #expect(setting.fields == strict.fields)
  }

  @Test("a report of a promotion's pages is a run of its own")
  func scopes() throws {
    let site = try Site(
      text: "[promotion]\nnotice = true\npages = [\"/promo/*\"]\n", file: "site")
    let policy = try #require(Policy.bundled("indiamart-2003"))
    let plans = try [Audience("sponsor"), .advertiser].map {
      try Plan(policy: policy, audience: $0, site: site)
    }
    #expect(throws: SettingError.self) { try RunSetting(plans: plans, site: site) }
    #expect(try RunSetting(plans: [plans[0]], site: site).scope == plans[0].scope)
  }
}
