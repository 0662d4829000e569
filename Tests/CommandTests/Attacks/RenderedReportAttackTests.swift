import Foundation
import LogAggregate
import Testing

@testable import logagg

/// T28: a reader who has one rendered file subtracts everything in it from everything else.
/// - Source: `privacy.md` 3; the attacker knows the site: which agents exist, which page lies in which section.
@Suite struct RenderedReportAttackTests {
  @Test(
    "T28: no figure, sum or difference of a rendered report counts a group too small to be shown")
  func random() async throws {
    var found = 0
    var rows = 0
    for seed in 0..<Self.trials {
      let site = InventedSite(seed: seed)
      let report = try ReportJSON.read(Data(try await site.rendered()))
      let attack = RenderedAttack(site, report)
      for finding in attack.findings { Issue.record("seed \(seed): \(finding)") }
      found += attack.naiveFindings.isEmpty ? 0 : 1
      rows += report.tables.reduce(0) { $0 + $1.rows.count }
    }
    // Of a release that hides only what is small itself the same reader learns small groups.
    #expect(found * 4 > Self.trials, "\(found)")
    #expect(rows > Self.trials * 4, "\(rows)")
  }

  private static let trials =
    120 * (Int(ProcessInfo.processInfo.environment["LOGAGG_TEST_CASES"] ?? "") ?? 1)
}

/// A small site of chance: who saw which page, when, by which agent and from which site.
private struct InventedSite {
  struct View {
    let visitor: Int
    let agent: Int
    let page: String
    let day: Int
    let hour: Int
    let referrer: Int
  }
  let views: [View]
  let threshold: Int

  /// For each agent its header, browser, version, platform and device, as the report names them.
  static let agents: [(header: String, keys: [String])] = [
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
      ["Chrome", "Chrome 131", "Windows", "Desktop"]
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
      ["Chrome", "Chrome 130", "Windows", "Desktop"]
    ),
    (
      "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
      ["Firefox", "Firefox 132", "Linux", "Desktop"]
    ),
    (
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
      ["Safari", "Safari 18", "macOS", "Desktop"]
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
      ["Safari", "Safari 17", "iOS", "Phone"]
    ),
    (
      "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
      ["Samsung Internet", "Samsung Internet 27", "Android", "Phone"]
    ),
    (
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
      ["Chrome", "Chrome 131", "Android", "Phone"]
    ),
  ]
  static let pages = [
    "/", "/news/", "/news/war", "/news/sport", "/shop/", "/shop/hats", "/shop/shoes", "/help/",
    "/jobs/",
  ]
  /// For each referrer its header, channel and site.
  static let referrers: [(header: String, channel: String, site: String?)] = [
    ("-", "direct", nil), ("https://www.google.com/", "search", "google.com"),
    ("https://www.bing.com/", "search", "bing.com"),
    ("https://www.facebook.com/", "social", "facebook.com"),
    ("https://blog.example.org/", "other", "example.org"),
  ]

  init(seed: Int) {
    var random = Chance(seed)
    threshold = random.pick([3, 5, 10])
    let crowd = random.pick([30, 80, 200])
    // Some things are far rarer than others, and what is rare goes together.
    let agents = random.bag(Self.agents.count)
    let pages = random.bag(Self.pages.count)
    let referrers = random.bag(Self.referrers.count)
    let (days, hours) = (random.pick([1, 3, 9, 20]), random.pick([2, 6, 24]))
    let (dayBag, hourBag) = (random.bag(days), random.bag(hours))
    views = (0..<crowd).flatMap { visitor in
      let agent = random.pick(agents)
      return (0..<random.pick([1, 1, 2, 4])).map { _ in
        View(
          visitor: visitor, agent: agent, page: Self.pages[random.pick(pages)],
          day: random.pick(dayBag), hour: random.pick(hourBag), referrer: random.pick(referrers))
      }
    }
  }

  private var log: String {
    let lines = views.sorted { ($0.day, $0.hour) < ($1.day, $1.hour) }.map { view in
      let (agent, referrer) = (Self.agents[view.agent].header, Self.referrers[view.referrer].header)
      let date = String(format: "%02d/Nov/2026:%02d", view.day + 1, view.hour)
      return
        "\(InventedLog.address(view.visitor)) - - [\(date):00:00 +0000] \"GET \(view.page) HTTP/1.1\" 200 5 "
        + "\"\(referrer)\" \"\(agent)\""
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The JSON report as it is written to a file.
  func rendered() async throws -> [UInt8] {
    let scratch = try Scratch()
    try scratch.write(Data(log.utf8), to: "access.log")
    let bundled = try #require(Policy.bundled("standard"))
    let policy = try Policy(
      text: bundled.text.replacing(
        "[audiences.internal]\n",
        with: "[audiences.internal]\nthreshold = \(threshold)\nreason = \"A test.\"\n"
      ),
      file: "policy")
    let plan = try Plan(policy: policy, audience: .internal, site: .unnamed)
    let setting = try RunSetting(plan: plan)
    let path = scratch.work.appending(path: "access.log").path
    let run = LogRun(
      setting, options: LogRunOptions(formatName: "combined", chunkByteCount: 64 << 10))
    return JSONReport(try await run.read([.file(path)]).release(setting)).bytes
  }

  /// The row of a view in each table that views are sorted by.
  func key(_ view: View, _ table: String) -> String? {
    switch table {
    case "browser": Self.agents[view.agent].keys[0]
    case "browser-version": Self.agents[view.agent].keys[1]
    case "platform": Self.agents[view.agent].keys[2]
    case "device": Self.agents[view.agent].keys[3]
    case "page": view.page
    case "section": "/" + (view.page.split(separator: "/").first ?? "")
    case "channel": Self.referrers[view.referrer].channel
    case "referrer": Self.referrers[view.referrer].site
    case "day": String(format: "2026-11-%02d", view.day + 1)
    case "weekday":
      ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][view.day % 7]
    case "hour": String(format: "%02d", view.hour)
    default: nil
    }
  }
}

/// The reader: every row, remainder and total is a set of views; what sets can be told apart from others is tried.
private struct RenderedAttack {
  /// Tables of which everybody knows how the rows of one lie in those of another.
  private static let linked = [
    ["browser", "browser-version", "platform", "device"], ["section", "page"],
    ["channel", "referrer"], ["weekday", "day", "hour"],
  ]
  private let site: InventedSite
  private let report: ReportJSON
  private(set) var findings: [String] = []
  private(set) var naiveFindings: [String] = []

  init(_ site: InventedSite, _ report: ReportJSON) {
    self.site = site
    self.report = report
    for group in Self.linked {
      let shown = group.compactMap { id in report.tables.first { $0.id == id } }
        .filter { !$0.totals_only }
      let tables = shown.map { ($0.id, sets($0.id, Set($0.rows.map(\.key)), $0.other != nil)) }
      check(shown)
      findings += attack(tables)
      naiveFindings += attack(group.map { ($0, naive($0)) })
    }
    if report.totals.page_views == nil, !report.tables.allSatisfy(\.totals_only) {
      findings.append("rows without totals")
    }
  }

  /// The views of the shown rows, and of the remainder.
  private func sets(_ table: String, _ keys: Set<String>, _ hasOther: Bool) -> [Set<Int>] {
    var sets: [String: Set<Int>] = [:]
    var other: Set<Int> = []
    for (number, view) in site.views.enumerated() {
      guard let key = site.key(view, table) else { continue }
      if keys.contains(key) {
        sets[key, default: []].insert(number)
      } else {
        other.insert(number)
      }
    }
    return sets.sorted { $0.key < $1.key }.map(\.value) + (hasOther ? [other] : [])
  }

  /// What is shown where only small rows are left out.
  private func naive(_ table: String) -> [Set<Int>] {
    let keys = Set(site.views.compactMap { site.key($0, table) })
    return sets(table, keys, false).filter { visitors($0) >= site.threshold }
  }

  private func visitors(_ views: Set<Int>) -> Int {
    Set(views.map { site.views[$0].visitor }).count
  }

  private func isSmall(_ views: Set<Int>) -> Bool {
    !views.isEmpty && visitors(views) < site.threshold
  }

  /// That the file's figures are those of the sets that the attack takes them for.
  private mutating func check(_ tables: [ReportJSON.Table]) {
    for table in tables {
      for row in table.rows {
        let views = site.views.filter { site.key($0, table.id) == row.key }
        if row.figures.page_views != views.count { findings.append("\(table.id): a wrong figure") }
        if row.figures.visitors != Set(views.map(\.visitor)).count {
          findings.append("\(table.id): a wrong number of visitors")
        }
      }
    }
  }

  /// Figures alone, totals minus all of a table, and sums of up to three figures minus everything that lies within them.
  private func attack(_ tables: [(id: String, sets: [Set<Int>])]) -> [String] {
    var found: [String] = []
    let all = Set(site.views.indices)
    for (id, sets) in tables {
      if sets.contains(where: isSmall) { found.append("\(id): a small row") }
      let rest = sets.reduce(all) { $0.subtracting($1) }
      if report.totals.page_views != nil, isSmall(rest) { found.append("\(id): the total's rest") }
    }
    for added in tables {
      let unions = Self.unions(added.sets) + [all]
      for taken in tables where taken.id != added.id {
        for union in unions {
          let within = taken.sets.filter { $0.isSubset(of: union) }
          if isSmall(within.reduce(union) { $0.subtracting($1) }) {
            found.append("\(added.id) minus \(taken.id)")
          }
        }
      }
    }
    return found
  }

  private static func unions(_ sets: [Set<Int>]) -> [Set<Int>] {
    var unions = sets
    for first in sets.indices {
      for second in sets.indices where second > first {
        unions.append(sets[first].union(sets[second]))
        for third in sets.indices where third > second {
          unions.append(sets[first].union(sets[second]).union(sets[third]))
        }
      }
    }
    return unions
  }
}

/// Chance from a seed (SplitMix64), so that a failure can be repeated.
private struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 &+ 11 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: items.indices, using: &self)]
  }

  /// So many numbers, some of them far more often than others.
  mutating func bag(_ count: Int) -> [Int] {
    (0..<count).flatMap { Array(repeating: $0, count: pick([1, 1, 3, 10, 30])) }
  }
}
