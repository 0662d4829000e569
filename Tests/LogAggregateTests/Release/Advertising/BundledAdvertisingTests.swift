import Testing

@testable import LogAggregate

/// The tables of advertising, goals and exit links that each bundled policy shows, on one log.
/// - Source: POLICIES, “Tables by policy and audience”.
@Suite struct BundledAdvertisingTests {
  private static let tables: [TableID] = [.exitLink, .campaign, .placement, .frequency, .goal]

  /// A log in which every table has a row that may be shown to anyone.
  private static let log: [AdvertisingLog.Request] = (0..<150).flatMap { visitor in
    [
      AdvertisingLog.autumn, AdvertisingLog.top, AdvertisingLog.topClick, AdvertisingLog.link,
      AdvertisingLog.books, AdvertisingLog.cars,
    ].enumerated().map { place, kind in
      AdvertisingLog.Request(
        client: "241.3.\(visitor).9", time: 1_795_089_600 + visitor * 9 + place, kind: kind,
        status: kind.isClick ? 302 : 200)
    }
  }

  private static func report(
    _ name: String, _ audience: String, _ advertiser: String?
  ) async throws -> ReleasedReport {
    let site = try Site(text: AdvertisingLog.site, file: "test site")
    let policy = try #require(Policy.bundled(name))
    let plan = try Plan(
      policy: policy, audience: Audience(audience), site: site, advertiser: advertiser)
    return try await AdvertisingRun.report([log], RunSetting(plan: plan, site: site))
  }

  @Test(
    "each policy shows what it grants, with its clause, and nothing else",
    arguments: [
      ("indiamart-2003", "advertiser", "campaign s7, placement s7, frequency s7, goal s7"),
      ("indiamart-2003", "internal", "campaign s7, placement s7, frequency s7, goal s7"),
      (
        "industrykart-2019", "advertiser",
        "exit-link s1, campaign s1, placement s1, frequency s1, goal s1-sharing"
      ),
      ("mailmarketer-2012", "internal", "exit-link collection"),
      ("micromax-2012", "public", "goal guarantee"),
      ("micromax-2012", "advertiser", "goal guarantee"),
      (
        "micromax-2012", "internal",
        "exit-link behaviour, campaign flow, placement flow, frequency flow, goal guarantee"
      ),
      (
        "standard", "internal",
        "exit-link s2, campaign s2, placement s2, frequency s2, goal s2"
      ),
    ])
  func tables(_ policy: String, _ audience: String, _ wanted: String) async throws {
    let advertiser = audience == "advertiser" && policy != "micromax-2012" ? "Kestrel Tools" : nil
    let report = try await Self.report(policy, audience, advertiser)
    let shown = report.tables.filter { Self.tables.contains($0.id) }
    #expect(shown.map { "\($0.id.id) \($0.clause.id)" }.joined(separator: ", ") == wanted)
    for table in shown { #expect(!table.rows.isEmpty, "\(table.id.id)") }
  }

  @Test("micromax tells anyone the number and type of purchases")
  func purchases() async throws {
    let report = try await Self.report("micromax-2012", "public", nil)
    let table = try #require(report.tables.first { $0.id == .goal })
    #expect(table.metrics == [.visitors, .conversions])
    #expect(
      report.rows(.goal) == [
        "Order / books": "150 150", "Order / (other type)": "150 150", "Order / toys": "0 0",
        "Tasting": "0 0",
      ])
    #expect(report.totals.clicks == .notGranted)
  }

  @Test("indiamart shows conversions and product usage, industrykart clicks and where they lead")
  func usage() async throws {
    let indiamart = try await Self.report("indiamart-2003", "advertiser", "Kestrel Tools")
    #expect(indiamart.rows(.goal)?["Order / books"] == "150 150")
    #expect(indiamart.rows(.section)?["/order"] != nil)
    #expect(indiamart.rows(.placement)?["Top"] == "150 150 150/150 150 300")
    let industrykart = try await Self.report("industrykart-2019", "advertiser", "Kestrel Tools")
    #expect(industrykart.totals.clicks == .count(300))
    #expect(industrykart.rows(.exitLink) == ["tea.example": "150 150"])
    #expect(industrykart.rows(.page) == nil)
  }

  @Test("mailmarketer's own report shows the links that visitors left by")
  func links() async throws {
    let report = try await Self.report("mailmarketer-2012", "internal", nil)
    #expect(report.rows(.exitLink) == ["tea.example": "150 150"])
    #expect(throws: Refusal.self) {
      try Plan(
        policy: #require(Policy.bundled("mailmarketer-2012")), audience: .advertiser, site: .unnamed
      )
    }
  }
}
