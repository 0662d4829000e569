import Foundation
import Testing

@testable import LogAggregate

/// What a run counts, before any of it may leave, is what the naive twin counts.
@Suite struct NaiveTwinTests {
  static let tables: [TableID] = [
    .day, .hour, .weekday, .section, .page, .entryPage, .exitPage, .channel, .referrer, .browser,
    .browserVersion, .platform, .device, .status,
  ]

  private static let ofAgents: Set<TableID> = [.browser, .browserVersion, .platform, .device]
  private static let ofAgentsAndReferrers = ofAgents.union([.channel, .referrer])

  @Test("random logs of every shape", arguments: TestLength.seeds(60))
  func random(_ seed: Int) async throws {
    let shape = RandomLog.Shape.allCases[seed % 3]
    let log = RandomLog(seed: seed, shape: shape)
    let folder = try TemporaryFolder()
    let paths = try log.files.enumerated().map { try folder.write($1, "access.log.\($0)") }
    var random = SeededRandom(seed + 1_000_000)
    let limit = random.pick([3, 10, 25])
    var twinSetting = NaiveTwin.Setting()
    twinSetting.zone = try ZoneRules(named: log.zone)
    twinSetting.visitorLimit = limit
    var site = "[site]\nhosts = [\"www.example.org\"]\n"
    twinSetting.ownHosts = ["www.example.org"]
    if random.once(in: 3) {
      site += "[internal]\nnetworks = [\"192.0.2.0/24\"]\nagents = [\"office-monitor\"]\n"
      twinSetting.internalAgents = ["office-monitor"]
      twinSetting.internalPrefixes = ["192.0.2.", "::ffff:192.0.2."]
    }
    var days: ClosedRange<CivilDate>?
    if random.once(in: 3) {
      let first = twinSetting.zone.local(at: Int64(log.start)).day + Int32(random.int(0...1))
      let last = first + Int32(random.int(0...1))
      days = CivilDate(daysSinceEpoch: first)...CivilDate(daysSinceEpoch: last)
      twinSetting.days = NaiveDate.text(Int(first))...NaiveDate.text(Int(last))
    }
    let setting = try TestRun.setting(
      networks: random.pick([5, nil]), limit: limit, site: site, days: days, zone: log.zone)
    let options = TestRun.options(jobs: random.int(1...3), chunk: random.pick([4, 16, 64]) << 10)
    let twin = NaiveTwin(
      log.sources.map { $0.map(Self.withoutReturn) }, isCombined: log.isCombined, twinSetting)
    let aggregate = try await LogRun(setting, options: options).read(paths.map(LogSource.file))
    for fault in Self.faults(aggregate, twin, setting) { Issue.record("seed \(seed): \(fault)") }
  }

  @Test("logs with bytes changed by chance", arguments: TestLength.seeds(30))
  func changed(_ seed: Int) async throws {
    let log = RandomLog(seed: seed + 5000, shape: .single, lines: 150, isCombined: true)
    var random = SeededRandom(seed + 6000)
    var bytes = log.files[0]
    let first = bytes.firstIndex(of: 0x0A) ?? 0
    for _ in 0..<random.int(1...60) {
      let odd: [UInt8] = [0, 0x0A, 0x0D, 0x20, 0x22, 0x25, 0x2F, 0x3B, 0x5B, 0x5C, 0x80, 0xFF]
      let byte = random.once(in: 2) ? random.pick(odd) : UInt8(random.int(0...255))
      // The first line stays, so that the format can be told.
      bytes[random.int(first + 1...bytes.count - 1)] = byte
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, "access.log")
    var twinSetting = NaiveTwin.Setting()
    twinSetting.visitorLimit = 30
    let twin = NaiveTwin([NaiveTwin.lines(bytes)], isCombined: true, twinSetting)
    let setting = try TestRun.setting(limit: 30)
    let options = TestRun.options(
      jobs: random.int(1...2), chunk: random.pick([4, 64]) << 10, format: "combined")
    let aggregate = try await LogRun(setting, options: options).read([.file(path)])
    for fault in Self.faults(aggregate, twin, setting) { Issue.record("seed \(seed): \(fault)") }
  }

  @Test(
    "the handed-out logs that are common or combined", .enabled(if: TestData.exists),
    arguments: Self.realLogs)
  func real(_ name: String) async throws {
    let plain = try await RealLog.bytes(name)
    let isCombined = !name.contains("apache_common")
    let lines = NaiveTwin.lines(plain)
    guard lines.contains(where: { NaiveLine($0, isCombined: isCombined) != nil }) else {
      try await Self.expectUnrecognised(name)
      return
    }
    var twinSetting = NaiveTwin.Setting()
    twinSetting.zone = try ZoneRules(named: "Asia/Kolkata")
    twinSetting.visitorLimit = 30
    twinSetting.ownHosts = ["example.com"]
    let twin = NaiveTwin([lines], isCombined: isCombined, twinSetting)
    let setting = try TestRun.setting(
      limit: 30, site: "[site]\nhosts = [\"example.com\"]\n", zone: "Asia/Kolkata")
    let options = TestRun.options(
      jobs: 2, chunk: 128 << 10, format: isCombined ? "combined" : "common")
    let run = LogRun(setting, options: options)
    let aggregate = try await run.read([.file(TestData.path(name))])
    for fault in Self.faults(aggregate, twin, setting) { Issue.record("\(name): \(fault)") }
  }

  @Test("a day's rotated files are one log", .enabled(if: TestData.exists))
  func rotated() async throws {
    let names = TestData.names(in: "logs/willthefarmer/nginx_combined")
    // Two sites: the names before the date tell them apart.
    let sites = Dictionary(grouping: names) { String($0.prefix { !$0.isNumber }) }
    for (_, files) in sites {
      var lines: [[UInt8]] = []
      for name in files { lines += NaiveTwin.lines(try await RealLog.bytes(name)) }
      var twinSetting = NaiveTwin.Setting()
      twinSetting.visitorLimit = 10
      let twin = NaiveTwin([lines], isCombined: true, twinSetting)
      let setting = try TestRun.setting(limit: 10)
      let run = LogRun(setting, options: TestRun.options(jobs: 2))
      let aggregate = try await run.read(files.reversed().map { .file(TestData.path($0)) })
      for fault in Self.faults(aggregate, twin, setting) { Issue.record("\(files[0]): \(fault)") }
    }
  }

  static let realLogs: [String] = {
    let single = [
      "elastic-examples/apache_logs.log.gz", "airisdata/access2.log.gz",
      "logparser-hackers/hackers-access.log", "podcast-stats/access.log.2.gz",
      "podcast-stats/access.log.3.gz", "lnav/shop_access_log.0", "lnav/access_log.0",
      "lnav/access_log.1", "lnav/bad_access_log.0",
    ].map { "logs/\($0)" }
    let folders = [
      "willthefarmer/apache_combined", "willthefarmer/apache_common",
      "willthefarmer/nginx_combined",
      "crowdsec-hub",
    ]
    return single + folders.flatMap { TestData.names(in: "logs/\($0)") }
  }()

  private static func withoutReturn(_ line: [UInt8]) -> [UInt8] {
    line.last == 0x0D ? Array(line.dropLast()) : line
  }

  private static func expectUnrecognised(_ name: String) async throws {
    let run = LogRun(try TestRun.setting(), options: TestRun.options(format: "combined"))
    var wasRefused = false
    do throws(LogRunError) {
      _ = try await run.read([.file(TestData.path(name))])
    } catch {
      if case .noLineRecognised = error { wasRefused = true }
    }
    #expect(wasRefused, "\(name)")
  }

  /// Where the aggregate differs from the twin: tables and numbers of cells, never their keys.
  static func faults(
    _ aggregate: borrowing Aggregate, _ twin: NaiveTwin, _ setting: RunSetting
  ) -> [String] {
    var faults: [String] = []
    if aggregate.tally.lines != twin.lines { faults.append("lines") }
    if aggregate.pageViews != twin.pageViews {
      faults.append("page views \(aggregate.pageViews), twin \(twin.pageViews)")
    }
    for exclusion in Exclusion.allCases {
      let wanted = twin.excluded[exclusion.reason] ?? 0
      let found = aggregate.tally.lines(exclusion)
      if found != wanted { faults.append("\(exclusion.reason) \(found), twin \(wanted)") }
    }
    for id in tables {
      guard let table = aggregate.table(id, setting) else {
        // A log without agents and referrers has no tables of them.
        if twin.isCombined || !ofAgentsAndReferrers.contains(id) {
          faults.append("no table \(id.id)")
        }
        continue
      }
      faults += Self.faults(table, twin.tables[id] ?? [:], setting).map { "\(id.id): \($0)" }
    }
    var lengths: [String: Int] = [:]
    for length in Census(aggregate).visitLengths { lengths[length.name, default: 0] += 1 }
    if lengths != twin.lengths.mapValues(\.visits) { faults.append("lengths of visits") }
    return faults + stepFaults(aggregate, twin.tables[.flow] ?? [:])
  }

  /// Where the steps between sections differ from the twin's.
  private static func stepFaults(
    _ aggregate: borrowing Aggregate, _ wanted: [String: NaiveTwin.Cell]
  ) -> [String] {
    guard let flow = aggregate.flow else { return ["no flow"] }
    let steps = Census(aggregate).steps
    var visitors = [Int](repeating: 0, count: flow.steps.count)
    for number in steps.numbers { visitors[Int(number)] += 1 }
    var faults: [String] = []
    if flow.steps.count != wanted.count {
      faults.append("flow: \(flow.steps.count) steps, twin \(wanted.count)")
    }
    func name(_ end: UInt32) -> String {
      end == 0 ? "outside" : aggregate.sections.word(end - 1)
    }
    for (number, step) in flow.steps.enumerated() {
      let cell = wanted["\(name(step.from)) → \(name(step.to))"]
      if flow.counts[number] != cell?.pageViews {
        faults.append("step \(number): \(flow.counts[number]), twin \(cell?.pageViews ?? 0)")
      }
      if visitors[number] != cell?.visitors.count {
        faults.append("step \(number): visitors")
      }
    }
    return faults
  }

  private static func faults(
    _ table: CellTable, _ wanted: [String: NaiveTwin.Cell], _ setting: RunSetting
  ) -> [String] {
    var faults: [String] = []
    let used = table.keys.indices.filter { table.supports[$0].visitors > 0 }
    if Set(used.map { table.keys[$0] }).count != used.count { faults.append("a key twice") }
    if Set(used.map { table.keys[$0] }) != Set(wanted.keys) {
      faults.append("keys: \(used.count), twin \(wanted.count)")
    }
    for index in used {
      guard let cell = wanted[table.keys[index]] else { continue }
      func expect(_ name: String, _ found: Int, _ wanted: Int) {
        if found != wanted { faults.append("cell \(index) \(name) \(found), twin \(wanted)") }
      }
      expect("visitors", table.supports[index].visitors, cell.visitors.count)
      expect(
        "networks", table.supports[index].networks, min(cell.networks.count, setting.networkNeed))
      for column in table.columns {
        switch column.metric {
        case .pageViews: expect("page views", column.values[index], cell.pageViews)
        case .visits: expect("visits", column.values[index], cell.visits)
        default: faults.append("column \(column.metric)")
        }
      }
    }
    for word in table.unusedWords where wanted[word] != nil {
      faults.append("an unused word is used")
    }
    return faults
  }
}
