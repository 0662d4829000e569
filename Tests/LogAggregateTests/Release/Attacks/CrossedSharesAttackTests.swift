import Testing

@testable import LogAggregate

/// What reports for different advertisers, laid side by side, must not tell.
@Suite struct CrossedSharesAttackTests {
  private static let site = """
    [site]
    hosts = ["www.example.com"]
    [[advertisers]]
    name = "Acme"
    [[placements]]
    name = "A"
    advertiser = "Acme"
    impression = "/ads/a.png"
    click = "/click/a"
    [[exit_links]]
    pattern = "/out"
    target_parameter = "to"
    [campaigns]
    source = "words"
    """

  private static func report(_ lines: [[UInt8]], threshold: Int = 20) async throws -> ReleasedReport
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: threshold, site: site)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    return aggregate.release(setting)
  }

  private static func client(_ number: Int) -> String {
    "203.0.\(number % 250).\(1 + number / 250)"
  }

  /// A page and an impression of each of 100 visitors, a click on a link out of 60, a click on the placement of some.
  private static func clicks(onPlacement count: Int) -> [[UInt8]] {
    var lines = (0..<100).map { LogRunTests.line($0, "/p", client: client($0)) }
    lines += (0..<100).map { LogRunTests.line(100 + $0, "/ads/a.png", client: client($0)) }
    lines += (0..<60).map {
      LogRunTests.line(200 + $0, "/out?to=https://a.com/", client: client($0))
    }
    lines += (0..<count).map { LogRunTests.line(300 + $0, "/click/a", client: client($0)) }
    return lines
  }

  @Test(
    "the total of clicks is shown only where each advertiser's part of it has nobody behind it, or enough"
  )
  func totalOfClicks() async throws {
    #expect(try await Self.report(Self.clicks(onPlacement: 0)).totals.clicks == .count(60))
    #expect(try await Self.report(Self.clicks(onPlacement: 1)).totals.clicks == .withheld)
    #expect(try await Self.report(Self.clicks(onPlacement: 40)).totals.clicks == .count(100))
  }

  @Test(
    "a campaign that the log alone names has no row without enough visitors, not even one of zeros")
  func namesOfCampaigns() async throws {
    var lines = (0..<60).map { LogRunTests.line($0, "/p?utm_source=news", client: Self.client($0)) }
    lines.append(LogRunTests.line(70, "/p?utm_source=janedoe", client: Self.client(3)))
    let report = try await Self.report(lines)
    let table = try #require(report.tables.first { $0.id == .campaign })
    #expect(table.rows.map(\.key).allSatisfy { !$0.contains("janedoe") })
    #expect(table.rows.contains { $0.key.contains("news") })
  }

  @Test(
    "where few came by campaigns, these are among the other channel, as in reports that may not show them"
  )
  func channels() async throws {
    func rows(campaign count: Int) async throws -> [String: ReleasedFigure] {
      var lines = (0..<80).map {
        LogRunTests.line(
          $0, "/p", client: Self.client($0), referrer: "https://partner.example.org/")
      }
      lines += (0..<count).map {
        LogRunTests.line(100 + $0, "/p?utm_source=news", client: Self.client(100 + $0))
      }
      let report = try await Self.report(lines)
      let table = try #require(report.tables.first { $0.id == .channel })
      let views = try #require(table.metrics.firstIndex(of: .pageViews))
      return Dictionary(uniqueKeysWithValues: table.rows.map { ($0.key, $0.figures[views]) })
    }
    let few = try await rows(campaign: 1)
    #expect(few["other"] == .count(81))
    #expect(few["campaign"] == nil)
    // So it is of enough networks and too few visitors; where nobody came by one, that is no secret.
    #expect(try await rows(campaign: 15)["other"] == .count(95))
    #expect(
      try await rows(campaign: 0)
        == few.merging(["other": .count(80), "campaign": .count(0)]) { $1 })
    let many = try await rows(campaign: 40)
    #expect(many["other"] == .count(80))
    #expect(many["campaign"] == .count(40))
  }
}
