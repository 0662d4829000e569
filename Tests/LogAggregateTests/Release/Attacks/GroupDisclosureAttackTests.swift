import Testing

@testable import LogAggregate

/// T8 from end to end: a reader of the whole report learns where nearly all of a group went, or when.
/// - Source: `privacy.md` 2.4 (d) and 3.
@Suite struct GroupDisclosureAttackTests {
  /// What a policy says of groups.
  private static func groups(_ identifying: String?, share: String? = nil) -> String? {
    guard let identifying else { return nil }
    let lines = share.map { "max_share = \($0)\nreason = \"A test.\"\n" } ?? ""
    return lines + "identifying = [\"\(identifying)\"]"
  }

  /// Visits to four sections in every order, and to the members' section by way of two, from which 110 of 120 go to another.
  private static let log: String = {
    var run = FactsRun()
    let sections = ["/art/", "/books/", "/clubs/", "/dance/"]
    var second = 0
    for (first, from) in sections.enumerated() {
      for (next, to) in sections.enumerated() where next != first {
        let clients = FactsRun.addresses(30 + 3 * first + next, 1 + first * 4 + next)
        for client in clients {
          second += 1
          run.add(client, from, at: second)
          run.add(client, to, at: second + 60)
        }
      }
    }
    for (number, client) in FactsRun.addresses(120, 200).enumerated() {
      second += 1
      run.add(client, number % 2 == 0 ? "/art/" : "/books/", at: second)
      run.add(client, "/members/", at: second + 30)
      run.add(client, number < 110 ? "/clubs/" : "/dance/", at: second + 60)
    }
    return run.text
  }()

  /// The largest share, in percent, of a section's visitors that one shown step from it was taken by.
  private static func share(of section: String, _ report: ReleasedReport) throws -> Int? {
    let visitors = try #require(
      ComparedReports.shown(report, .section, .visitors)?.rows[section])
    let flow = try #require(report.tables.first { $0.id == .flow })
    let column = try #require(flow.metrics.firstIndex(of: .visitors))
    return flow.rows.filter { $0.from == section }
      .map { ComparedReports.count($0.figures[column]) * 100 / visitors }.max()
  }

  private static func report(
    _ identifying: String?, share: String? = nil
  ) async throws -> ReleasedReport {
    let policy = try TestRun.policy(threshold: 10, disclosure: groups(identifying, share: share))
    return try await TestRun.report(log, policy: policy.text)
  }

  @Test("T8: where nearly all of a section's visitors went is not told where a section identifies")
  func flow() async throws {
    let report = try await Self.report("section")
    #expect(try Self.share(of: "/members", report) == nil)
    let flow = try #require(report.tables.first { $0.id == .flow })
    // Other sections' steps are shown.
    #expect(flow.rows.count >= 4, "\(flow.rows.map(\.key))")
    #expect(report.disclosure.notes.contains { $0.contains("where more than 90 %") })
    // A release that does not take the section for a group tells it of 110 of 120, which is no small number.
    let naive = try await Self.report(nil)
    #expect(try Self.share(of: "/members", naive) == 91)
    #expect(!naive.disclosure.notes.contains { $0.contains("identify groups") })
    // So does one by whose promise more of a group may be in a cell.
    let lax = try await Self.report("section", share: "0.97")
    #expect(try Self.share(of: "/members", lax) == 91)
  }

  private static func times(_ identifying: String?) async throws -> ReleasedReport {
    let site = try Site(text: AdvertisingLog.site, file: "test site")
    let policy = try TestRun.policy(threshold: 10, disclosure: groups(identifying))
    let plan = try Plan(policy: policy, audience: .internal, site: site)
    let setting = try RunSetting(plan: plan, site: site)
    func seen(_ visitors: Range<Int>, _ hour: Int, _ kind: AdvertisingLog.Kind)
      -> [AdvertisingLog.Request]
    {
      visitors.flatMap { visitor in
        [AdvertisingLog.home, kind].map {
          AdvertisingLog.Request(
            client: "241.\(visitor / 200).\(visitor % 200).9",
            time: 1_795_046_400 + hour * 3_600 + visitor, kind: $0)
        }
      }
    }
    // Nearly all who saw one placement saw it at nine; another was seen all day.
    let log =
      seen(0..<200, 9, AdvertisingLog.top) + seen(200..<212, 15, AdvertisingLog.top)
      + seen(300..<360, 9, AdvertisingLog.tea) + seen(360..<420, 12, AdvertisingLog.tea)
      + seen(420..<470, 18, AdvertisingLog.tea)
    return try await AdvertisingRun.report([log], setting)
  }

  @Test("T8: nor at which hour nearly all saw a placement, where a placement identifies")
  func placements() async throws {
    func hours(_ report: ReleasedReport) -> [String] {
      (report.rows(.placementByHour) ?? [:]).keys.filter { $0.hasPrefix("Top") }.sorted()
    }
    let report = try await Self.times("placement")
    #expect(hours(report).isEmpty)
    #expect((report.rows(.placementByHour)?.count ?? 0) >= 3)
    #expect(hours(try await Self.times(nil)) == ["Top / 09", "Top / 15"])
  }
}
