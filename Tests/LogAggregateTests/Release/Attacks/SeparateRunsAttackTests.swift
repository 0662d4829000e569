import Testing

@testable import LogAggregate

/// T27 over separate runs: audiences that were shown one day one after another lay their reports together.
/// - Source: `privacy.md` 2.4 (g) and 3.
@Suite struct SeparateRunsAttackTests {
  private static let audiences = [Audience.internal, Audience("partner"), .advertiser]

  private static func log(_ seed: Int) -> String {
    let log = RandomLog(
      seed: seed + 9000, shape: .single, visitors: [60, 150, 400][seed % 3], lines: 1000,
      isCombined: true)
    return String(decoding: log.files[0], as: UTF8.self)
  }

  @Test(
    "T27: in any order of runs no report shows what another, which shows more, hides",
    arguments: [nil, [TableID.page, .browserVersion, .referrer]])
  func anyOrder(_ tables: [TableID]?) async throws {
    var (crossed, rows) = (0, 0)
    for seed in TestLength.seeds(24) {
      var random = SeededRandom(seed)
      let log = Self.log(seed)
      let order = Self.audiences.shuffled(using: &random)
      let trial = try LedgerTrial()
      trial.tables = tables
      var (reports, alone): ([ReleasedReport], [ReleasedReport]) = ([], [])
      for audience in order {
        // None is refused.
        reports.append(try await trial.close([log], audience))
        alone.append(try await trial.release([log], audience, key: nil))
      }
      for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let found =
          ComparedReports.crossed(reports[one], reports[other])
          + ComparedReports.learned(reports[one], reports[other], least: 5)
        #expect(found.isEmpty, "seed \(seed): \(found.map(\.id)), \(order)")
        crossed += ComparedReports.crossed(alone[one], alone[other]).count
      }
      rows += reports.flatMap(\.tables).reduce(0) { $0 + $1.rows.count }
    }
    // Of releases that do not know of each other, some show what a more detailed one hides.
    // Of few tables hardly any can; then they are shown by coarser ones, which have to be nested as well.
    #expect(crossed > 0 || tables != nil)
    #expect(rows > 24 * (tables == nil ? 100 : 10))
  }

  /// Desktops of four platforms and phones of two; ChromeOS is the smallest, and iOS is hidden with it.
  private static var devices: String {
    let system = { (name: String) in
      "Mozilla/5.0 (\(name)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
    }
    let crowds = [
      (system("Windows NT 10.0; Win64; x64"), 60),
      (system("Macintosh; Intel Mac OS X 10_15_7"), 40),
      (system("X11; Linux x86_64"), 30), (system("X11; CrOS x86_64 14541.0.0"), 7),
      (
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
        50
      ),
      (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        22
      ),
    ]
    var run = FactsRun()
    for (number, (agent, count)) in crowds.enumerated() {
      for address in FactsRun.addresses(count, number + 1) { run.add(address, "/", agent: agent) }
    }
    return run.text
  }

  /// Desktops minus the platforms of desktops that are shown.
  private static func otherDesktops(_ platforms: ReleasedReport, _ devices: ReleasedReport) -> Int?
  {
    guard let shown = ComparedReports.shown(platforms, .platform, .visitors),
      let desktops = ComparedReports.shown(devices, .device, .visitors)?.rows["Desktop"]
    else { return nil }
    return desktops
      - ["Windows", "macOS", "Linux", "ChromeOS"].reduce(0) { $0 + (shown.rows[$1] ?? 0) }
  }

  @Test(
    "T27: one audience's platforms and another's devices tell no small group",
    arguments: [true, false], [10, 20])
  func linkedTables(_ isPlatformFirst: Bool, threshold: Int) async throws {
    let trial = try LedgerTrial()
    // The partner's is twenty.
    trial.threshold = threshold
    let asked = [(Audience.internal, TableID.platform), (Audience("partner"), TableID.device)]
    var (reports, alone): ([TableID: ReleasedReport], [TableID: ReleasedReport]) = ([:], [:])
    for (audience, table) in isPlatformFirst ? asked : asked.reversed() {
      trial.tables = [table]
      reports[table] = try await trial.close([Self.devices], audience)
      alone[table] = try await trial.release([Self.devices], audience, key: nil)
    }
    let found = Self.otherDesktops(
      try #require(reports[.platform]), try #require(reports[.device]))
    #expect(found == nil || found == 0 || (found ?? 0) >= threshold, "\(found ?? 0)")
    // Released without knowledge of each other, each being fine alone, they tell of seven visitors.
    #expect(
      Self.otherDesktops(try #require(alone[.platform]), try #require(alone[.device])) == 7)
  }

  @Test(
    "a report of fewer tables, or of the same ones, is as it would be without the others",
    arguments: [true, false])
  func sameWhereItMay(_ isStricterLast: Bool) async throws {
    let trial = try LedgerTrial()
    let log = Self.log(1)
    let audiences = [Audience.internal, Audience("partner")]
    let (first, last) =
      isStricterLast ? (audiences[0], audiences[1]) : (audiences[1], audiences[0])
    _ = try await trial.close([log], first)
    let report = try await trial.close([log], last)
    let alone = try await trial.release([log], last, key: nil)
    #expect(report.tables.map(\.id) == alone.tables.map(\.id))
    let own = report.tables.reduce(0) { $0 + $1.rows.count }
    let free = alone.tables.reduce(0) { $0 + $1.rows.count }
    #expect(own > 0 && own * 10 >= free * 8, "\(own) of \(free)")
  }

  /// Visits by how long they lasted: the longer of two small classes comes from few networks.
  private static var visits: String {
    var run = FactsRun()
    func add(_ count: Int, _ second: Int, networks: Int, seconds: Int) {
      for visitor in 0..<count {
        let client = "241.\(second).\(visitor % networks).\(visitor / networks + 1)"
        run.add(client, "/")
        if seconds > 0 { run.add(client, "/", at: seconds) }
      }
    }
    add(60, 1, networks: 60, seconds: 0)
    add(30, 2, networks: 3, seconds: 15)
    add(25, 3, networks: 7, seconds: 40)
    add(20, 4, networks: 20, seconds: 90)
    return run.text
  }

  @Test("T27: lengths of visits that one audience's report hides are hidden in another's")
  func visitLengths() async throws {
    func shown(_ report: ReleasedReport) -> Set<String> {
      Set((report.visits?.lengths ?? []).filter { $0.visits > 0 }.map(\.name))
    }
    let audiences = [Audience.internal, Audience("partner")]
    for order in [audiences, audiences.reversed()] {
      let trial = try LedgerTrial()
      var (reports, alone): ([Set<String>], [Set<String>]) = ([], [])
      for audience in order {
        reports.append(shown(try await trial.close([Self.visits], audience)))
        alone.append(shown(try await trial.release([Self.visits], audience, key: nil)))
      }
      #expect(!reports[0].isEmpty && !reports[1].isEmpty)
      #expect(reports[0].isSubset(of: reports[1]) || reports[1].isSubset(of: reports[0]))
      // Apart, one shows the class of 25 visitors and the other that of 20: the remainders differ by the 30 of three networks.
      #expect(!alone[0].isSubset(of: alone[1]) && !alone[1].isSubset(of: alone[0]))
    }
  }
}
