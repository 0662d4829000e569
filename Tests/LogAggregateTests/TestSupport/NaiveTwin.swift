import Foundation

@testable import LogAggregate

/// A slow and obvious second answer to what a run counts, made of strings, sets and dictionaries.
///
/// Of the product it uses only what classifies one field: agents, referrers, paths, and the zone's clock.
/// - Source: DESIGN 3 to 5, read again.
struct NaiveTwin {
  struct Cell {
    var pageViews = 0
    var visits = 0
    var visitors: Set<String> = []
    var networks: Set<String> = []
  }
  /// What the twin is told of the run.
  struct Setting {
    var zone = ZoneRules.utc
    var ownHosts: [String] = []
    var internalAgents: [String] = []
    /// First bytes of addresses as they are written.
    var internalPrefixes: [String] = []
    var visitorLimit = 480
    /// First and last day as text.
    var days: ClosedRange<String>?
  }
  private struct View {
    let visitor: String
    let network: String
    let time: Int
    let day: Int
    let hour: Int
    let page: String
    let section: String
    let channel: String
    let domain: String?
    let agent: AgentClass
    let status: Int
    let source: Int
    /// Whether it stands over half an hour behind the latest view of its source.
    let isLate: Bool
  }
  private struct Visit {
    let visitor: String
    let network: String
    let agent: AgentClass
    let day: Int
    let entryPage: String
    let exitPage: String
    let entrySection: String
    let exitSection: String
    let channel: String
    let domain: String?
  }

  /// The cells of every table, by table and key.
  private(set) var tables: [TableID: [String: Cell]] = [:]
  /// The cells of tables that belong to another, by table, the other's key and key.
  private(set) var families: [TableID: [String: [String: Cell]]] = [:]
  /// Lines by the reason for which they are no page views.
  private(set) var excluded: [String: Int] = [:]
  private(set) var lines = 0
  private(set) var pageViews = 0
  private(set) var visits = 0
  /// Visits by how long they lasted, as reports say it.
  private(set) var lengths: [String: Cell] = [:]

  /// Whether lines hold referrers and agents.
  let isCombined: Bool
  private let setting: Setting
  private let agents = AgentClassifier()
  private let paths = PathTemplate()
  private let assets = AssetExtensions()
  private let referrers: ReferrerClassifier
  private var knownAgents: [[UInt8]: AgentClass] = [:]
  private var views: [View] = []
  private var counted: [String: Int] = [:]
  private var latest: [Int: Int] = [:]

  /// Counts what the sources hold: for each its lines in order, without line ends.
  init(_ sources: [[[UInt8]]], isCombined: Bool, _ setting: Setting) {
    self.setting = setting
    self.isCombined = isCombined
    referrers = ReferrerClassifier(ownHosts: setting.ownHosts)
    for (source, lines) in sources.enumerated() {
      for line in lines { read(line, isCombined, source) }
    }
    pageViews = views.count
    for view in views {
      count(view)
      countFamilies(view)
    }
    for visit in visitsOfViews(views) {
      count(Self.visit(visit))
      countLength(visit)
    }
    for visit in visitsOfViews(views.filter { !$0.isLate }) { countSteps(visit) }
  }

  /// The lines of a text, the last of which may lack its end.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0.last == 0x0D ? Array($0.dropLast()) : $0 }
  }

  // MARK: - Lines

  private mutating func read(_ bytes: [UInt8], _ isCombined: Bool, _ source: Int) {
    lines += 1
    if let reason = reason(bytes, isCombined, source) { excluded[reason, default: 0] += 1 }
  }

  /// Why the line is no page view that counts, or `nil` where it became one.
  private mutating func reason(_ bytes: [UInt8], _ isCombined: Bool, _ source: Int) -> String? {
    guard var line = NaiveLine(bytes, isCombined: isCombined) else { return "rejected" }
    line.unescape()
    let local = setting.zone.local(at: Int64(line.time))
    let day = Int(local.day)
    if let days = setting.days, !days.contains(NaiveDate.text(day)) { return "outside-period" }
    let client = String(decoding: line.client, as: UTF8.self)
    let agentText = String(decoding: line.agent, as: UTF8.self)
    if setting.internalAgents.contains(where: { agentText.contains($0) })
      || setting.internalPrefixes.contains(where: { client.hasPrefix($0) })
    {
      return "internal"
    }
    var agent = AgentClass(browser: .other, major: 0, platform: .other, device: .other)
    if isCombined {
      agent = classified(line.agent)
      if let robot = agent.robot { return "robot-\(robot.reason)" }
    }
    var referrer = ReferrerClass.direct
    if let host = ReferrerHost.range(in: line.referrer.span) {
      referrer = referrers.classify(host: Array(line.referrer[host]).span)
    }
    if referrer.spam { return "robot-referrer-spam" }
    if line.method != "GET" { return "method" }
    if !(200...299).contains(line.status) && line.status != 304 { return "status" }
    if PathTemplate.isAsset(line.target.span, assets) { return "asset" }
    var page: [UInt8] = []
    var section: [UInt8] = []
    paths.reduce(line.target.span, page: &page, section: &section)
    let who = Self.visitor(line.client, line.agent)
    let reader =
      who.visitor == "nobody"
      ? AgentClass(browser: .other, major: 0, platform: .other, device: .other) : agent
    let account = "\(source) \(day) \(who.visitor)"
    counted[account, default: 0] += 1
    if counted[account, default: 0] > setting.visitorLimit { return "visitor-limit" }
    latest[source] = max(latest[source] ?? 0, line.time)
    views.append(
      View(
        visitor: who.visitor, network: who.network, time: line.time, day: day,
        hour: Int(local.secondOfDay) / 3600, page: String(decoding: page, as: UTF8.self),
        section: String(decoding: section, as: UTF8.self), channel: referrer.channel.key,
        domain: referrer.domain, agent: reader, status: line.status, source: source,
        isLate: line.time < (latest[source] ?? 0) - 1800))
    return nil
  }

  private mutating func classified(_ agent: [UInt8]) -> AgentClass {
    if let known = knownAgents[agent] { return known }
    let found = agents.classify(agent.span)
    knownAgents[agent] = found
    return found
  }

  /// Who is meant by a client and an agent, and in which network.
  static func visitor(
    _ client: [UInt8], _ agent: [UInt8]
  ) -> (visitor: String, network: String) {
    if client.isEmpty || client == [0x2D] { return ("nobody", "nowhere") }
    let name = agent.map { String($0, radix: 16) }.joined(separator: ",")
    var text = String(decoding: client, as: UTF8.self)
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      text = String(text[..<close].dropFirst())
    }
    if text.contains(":"), let zone = text.firstIndex(of: "%") { text = String(text[..<zone]) }
    if let bytes = Self.address(text, AF_INET, 4) {
      return ("4 \(bytes) \(name)", "4 \(bytes.prefix(3))")
    }
    if let bytes = Self.address(text, AF_INET6, 16) {
      if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255] {
        return ("4 \(Array(bytes[12...])) \(name)", "4 \(bytes[12...14])")
      }
      return ("6 \(bytes.prefix(8)) \(name)", "6 \(bytes.prefix(6))")
    }
    // Who owns a domain names its hosts, so the domain is the network.
    let network =
      switch RegistrableDomain(client.span) {
      case .name(let name, let domain, _): String(decoding: name[domain...], as: UTF8.self)
      case .intranet: "(intranet)"
      case .address, .invalid: "(invalid)"
      }
    return ("h \(client) \(name)", "h \(network)")
  }

  static func address(_ text: String, _ family: Int32, _ length: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: length)
    // The array has as many bytes as an address of that family.
    guard !text.utf8.contains(0), unsafe inet_pton(family, text, &bytes) == 1 else { return nil }
    return bytes
  }

  // MARK: - Cells

  private mutating func count(_ view: View) {
    let day = NaiveDate.text(view.day)
    var keys: [(TableID, String)] = [
      (.day, day), (.weekday, NaiveDate.weekday(view.day)),
      (.hour, view.hour < 10 ? "0\(view.hour)" : "\(view.hour)"),
      (.section, view.section), (.page, view.page), (.channel, view.channel),
      (.status, "\(view.status / 100)xx"),
    ]
    if let domain = view.domain { keys.append((.referrer, domain)) }
    keys += Self.agentKeys(view.agent)
    for (table, key) in keys {
      tables[table, default: [:]][key, default: Cell()].pageViews += 1
      note(table, key, view.visitor, view.network)
    }
  }

  private mutating func countFamilies(_ view: View) {
    var members: [(TableID, String, String)] = [(.page, view.section, view.page)]
    if let domain = view.domain { members.append((.referrer, view.channel, domain)) }
    let agent = Self.agentKeys(view.agent)
    members.append((.browserVersion, agent[0].1, agent[1].1))
    for (table, parent, key) in members {
      var cell = families[table]?[parent]?[key] ?? Cell()
      cell.pageViews += 1
      cell.visitors.insert(view.visitor)
      cell.networks.insert(view.network)
      families[table, default: [:]][parent, default: [:]][key] = cell
    }
  }

  private mutating func count(_ visit: Visit) {
    visits += 1
    var keys: [(TableID, String)] =
      [
        (.day, NaiveDate.text(visit.day)), (.weekday, NaiveDate.weekday(visit.day)),
        (.entryPage, visit.entryPage), (.exitPage, visit.exitPage), (.channel, visit.channel),
      ] + Self.agentKeys(visit.agent)
    if let domain = visit.domain { keys.append((.referrer, domain)) }
    for (table, key) in keys {
      tables[table, default: [:]][key, default: Cell()].visits += 1
      note(table, key, visit.visitor, visit.network)
    }
    for (table, parent, key) in [
      (TableID.entryPage, "outside → \(visit.entrySection)", visit.entryPage),
      (.exitPage, "\(visit.exitSection) → outside", visit.exitPage),
    ] {
      var cell = families[table]?[parent]?[key] ?? Cell()
      cell.visits += 1
      cell.visitors.insert(visit.visitor)
      cell.networks.insert(visit.network)
      families[table, default: [:]][parent, default: [:]][key] = cell
    }
  }

  private mutating func countLength(_ visit: [View]) {
    let seconds = visit[visit.count - 1].time - visit[0].time
    let bounds = [
      (10, "under 10 seconds"), (30, "10 to 29 seconds"), (60, "30 to 59 seconds"),
      (180, "1 to 2 minutes"), (600, "3 to 9 minutes"), (1800, "10 to 29 minutes"),
    ]
    let name =
      visit.count == 1
      ? "one page view" : bounds.first { seconds < $0.0 }?.1 ?? "30 minutes and more"
    lengths[name, default: Cell()].visits += 1
    lengths[name]?.visitors.insert(visit[0].visitor)
    lengths[name]?.networks.insert(visit[0].network)
  }

  /// Counts the steps of one visit's views.
  private mutating func countSteps(_ visit: [View]) {
    let places = ["outside"] + visit.map(\.section) + ["outside"]
    for (from, to) in zip(places, places.dropFirst()) {
      let key = "\(from) → \(to)"
      tables[.flow, default: [:]][key, default: Cell()].pageViews += 1
      note(.flow, key, visit[0].visitor, visit[0].network)
    }
  }

  private static func agentKeys(_ agent: AgentClass) -> [(TableID, String)] {
    let version = agent.major == 0 ? "" : " \(agent.major)"
    return [
      (.browser, agent.browser.name), (.browserVersion, agent.browser.name + version),
      (.platform, agent.platform.name), (.device, agent.device.name),
    ]
  }

  private mutating func note(
    _ table: TableID, _ key: String, _ visitor: String, _ network: String
  ) {
    tables[table]?[key]?.visitors.insert(visitor)
    tables[table]?[key]?.networks.insert(network)
  }

  // MARK: - Visits

  private func visitsOfViews(_ views: [View]) -> [[View]] {
    var visits: [[View]] = []
    for (_, own) in Dictionary(grouping: views, by: { "\($0.day) \($0.visitor)" }) {
      var current: [View] = []
      for view in own.sorted(by: { $0.time < $1.time }) {
        if let last = current.last, view.time - last.time > 1800 {
          visits.append(current)
          current = []
        }
        current.append(view)
      }
      visits.append(current)
    }
    return visits
  }

  /// In one second the order is the source's, then the page's name.
  private static func visit(_ views: [View]) -> Visit {
    let times = views.map(\.time)
    let first = views.filter { $0.time == times.min() }
    let last = views.filter { $0.time == times.max() }
    // Of two servers' equal pages in one second, the first server's.
    let entry = Dictionary(grouping: first, by: \.source).compactMap(\.value.first)
      .min { ($0.page, $0.source) < ($1.page, $1.source) }
    let exit = Dictionary(grouping: last, by: \.source).compactMap(\.value.last)
      .max { $0.page < $1.page }
    return Visit(
      visitor: views[0].visitor, network: views[0].network, agent: views[0].agent,
      day: views[0].day, entryPage: entry?.page ?? "", exitPage: exit?.page ?? "",
      entrySection: entry?.section ?? "", exitSection: exit?.section ?? "",
      channel: entry?.channel ?? "", domain: entry?.domain)
  }
}
