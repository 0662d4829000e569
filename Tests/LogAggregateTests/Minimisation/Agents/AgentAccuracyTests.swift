import Foundation
import Testing

@testable import LogAggregate

/// How often the classifier is right on published agents; each floor may only rise.
@Suite(.enabled(if: AgentCorpus.isPresent)) struct AgentAccuracyTests {
  static let classifier = AgentClassifier()

  private func classify(_ agent: String) -> AgentClass {
    Self.classifier.classify(Array(agent.utf8).span)
  }

  @Test func theRobotsOfTheCrawlerListAreCaught() throws {
    let rows = try AgentCorpus.answers("crawler_instances")
    let caught = rows.count { classify($0.agent).robot != nil }
    let share = Double(caught) / Double(rows.count)
    print("robots of crawler-user-agents: \(caught) of \(rows.count), \(share)")
    #expect(rows.count > 2000)
    #expect(share >= 0.997)
  }

  @Test func theirPurposesAreMostlyKnown() throws {
    let purposes: [String: Set<RobotCategory>] = [
      "search-engine": [.searchEngine], "ai-crawler": [.aiCrawler, .aiAssistant],
      "monitoring": [.monitoring], "feed-reader": [.feedReader], "social-preview": [.preview],
      "scanner": [.scanner], "http-library": [.library],
    ]
    var known = 0
    var right = 0
    for row in try AgentCorpus.answers("crawler_instances") {
      let expected = (row.expect["tags"] as? [String] ?? []).compactMap { purposes[$0] }
      guard !expected.isEmpty, let robot = classify(row.agent).robot else { continue }
      known += 1
      if expected.contains(where: { $0.contains(robot) }) { right += 1 }
    }
    print("purposes: \(right) of \(known), \(Double(right) / Double(known))")
    #expect(Double(right) / Double(known) >= 0.965)
  }

  @Test func theRobotsOfTheCounterListAreCaught() throws {
    let patterns = try AgentCorpus.counterPatterns()
    let caught = patterns.count { classify($0).robot != nil }
    print("robots of COUNTER: \(caught) of \(patterns.count)")
    #expect(patterns.count > 320)
    #expect(Double(caught) / Double(patterns.count) >= 0.99)
  }

  @Test func peopleAreNotCalledRobots() throws {
    let agents =
      try AgentCorpus.answers("top_user_agents").map(\.agent)
      + AgentCorpus.firefoxAgents().map(\.agent)
      + AgentCorpus.answers("uap_core_os").map(\.agent).filter(AgentCorpus.isPlainBrowser)
    let wrong = agents.filter { classify($0).robot != nil }
    print("people called robots: \(wrong.count) of \(agents.count)")
    #expect(agents.count > 650)
    #expect(wrong.isEmpty)
  }

  @Test func theFamiliesOfFrequentAgentsAreRight() throws {
    let rows = try AgentCorpus.answers("top_user_agents").filter {
      $0.expect["class"] as? String == "index"
    }
    var total = (0.0, 0.0, 0.0)
    var plain = 0
    // The list is in order of use but gives no shares: one over the rank is the usual shape.
    for (rank, row) in rows.enumerated() {
      let found = classify(row.agent)
      let weight = 1 / Double(rank + 1)
      let expected = AgentCorpus.reading(row.agent)
      total.0 += weight
      if found.browser.name == expected.browser && found.major == expected.major {
        total.1 += weight
        plain += 1
      }
      if found.platform.name == expected.platform { total.2 += weight }
    }
    print("browser \(total.1 / total.0), system \(total.2 / total.0), unweighted \(plain)")
    #expect(rows.count == 100)
    #expect(total.1 / total.0 >= 0.9999)
    #expect(total.2 / total.0 >= 0.9999)
    #expect(plain == rows.count)
  }

  @Test func theFamiliesOfFirefoxAndItsKinAreRight() throws {
    let rows = try AgentCorpus.firefoxAgents()
    let right = rows.count { row in
      let found = classify(row.agent)
      return row.family.hasPrefix(found.browser.name) && String(found.major) == row.major
    }
    print("Firefox and kin: \(right) of \(rows.count)")
    #expect(rows.count > 200)
    #expect(right == rows.count)
  }

  @Test func theSystemsOfOldAndRareBrowsersAreRight() throws {
    var known = 0
    var right = 0
    for row in try AgentCorpus.answers("uap_core_os") {
      guard let label = row.expect["family"] as? String, let names = AgentCorpus.systems(label)
      else { continue }
      let found = classify(row.agent)
      guard found.robot == nil else { continue }
      known += 1
      if names.contains(found.platform.name) { right += 1 }
    }
    print("systems of uap-core: \(right) of \(known), \(Double(right) / Double(known))")
    #expect(known >= 266)
    #expect(Double(right) / Double(known) >= 0.985)
  }

  @Test func podcastClientsAreNoBrowsers() throws {
    let rows = try AgentCorpus.answers("uap_core_res_podcasting_user_agent_strings")
    let taken = rows.count { classify($0.agent).robot == nil }
    print("podcast clients taken for browsers: \(taken) of \(rows.count)")
    // Three are Internet Explorer with a Zune installed, two an Android web view.
    #expect(taken <= 5)
  }
}

/// The published agents beside the repository, and an independent reading of the frequent ones.
enum AgentCorpus {
  private static let folder = TestData.folder.appending(path: "ua")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  struct Answer {
    let agent: String
    let expect: [String: Any]
  }

  static func answers(_ name: String) throws -> [Answer] {
    let text = try String(
      contentsOf: folder.appending(path: "answers/\(name).jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      return Answer(
        agent: value["ua"] as? String ?? "", expect: value["expect"] as? [String: Any] ?? [:])
    }
  }

  /// Agents, families and versions of uap-core's file on Firefox.
  static func firefoxAgents() throws -> [(agent: String, family: String, major: String)] {
    let file = folder.appending(path: "uap-core/firefox_user_agent_strings.yaml")
    var rows: [(agent: String, family: String, major: String)] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: ": ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "' "))
      switch parts[0].trimmingCharacters(in: .whitespaces) {
      case "- user_agent_string": rows.append((value, "", ""))
      case "family" where !rows.isEmpty: rows[rows.count - 1].family = value
      case "major" where !rows.isEmpty: rows[rows.count - 1].major = value
      default: break
      }
    }
    return rows
  }

  /// Each pattern of COUNTER as the plainest agent that it matches.
  static func counterPatterns() throws -> [String] {
    let file = folder.appending(path: "COUNTER-Robots/COUNTER_Robots_list.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      var text = String(line)
      for (old, new) in [
        (#"(\s|\+)"#, " "), (#"[\+\s]"#, " "), (#"[+\s]"#, " "), ("(oa)?", ""), ("[_+]", "_"),
        ("[^a]", "x"), (#"\d{1,2}"#, "1"), (#"\%?"#, ""), (".?", ""), (#"\s+"#, " "), (#"\s"#, " "),
        (#"\d"#, "1"), ("[0-9]", "1"), ("^", ""), ("$", ""), ("?", ""), (#"\"#, ""),
      ] { text = text.replacingOccurrences(of: old, with: new) }
      return text
    }
  }

  /// Opens like a browser and says nothing that a robot would.
  static func isPlainBrowser(_ agent: String) -> Bool {
    (agent.hasPrefix("Mozilla/5.0 (") || agent.hasPrefix("Mozilla/4.0 (")
      || agent.hasPrefix("Opera/"))
      && !["bot", "Google-", "Monitor", "Preview)"].contains {
        agent.localizedCaseInsensitiveContains($0)
      }
      && !agent.contains("Web Preview") && !agent.contains("Java/ASVM")
  }

  /// What a person reads in a frequent agent, by rules of our own.
  static func reading(_ agent: String) -> (browser: String, major: UInt16, platform: String) {
    let families: KeyValuePairs = [
      "OPR/": "Opera", "Edg/": "Edge", "Edge/": "Edge", "SamsungBrowser/": "Samsung Internet",
      "YaBrowser/": "Yandex Browser", "GSA/": "Google App", "Zalo android/": "Zalo",
      "CriOS/": "Chrome", "Firefox/": "Firefox", "Chrome/": "Chrome", "Version/": "Safari",
    ]
    let systems: KeyValuePairs = [
      "Windows": "Windows", "CrOS": "ChromeOS", "iPhone": "iOS", "Android": "Android",
      "Macintosh": "macOS", "Linux": "Linux",
    ]
    let platform = systems.first { agent.contains($0.key) }?.value ?? "Other"
    for (token, name) in families {
      if let range = agent.range(of: token) {
        // Zalo's number is a date and a build, beyond any version.
        let digits = agent[range.upperBound...].prefix { $0.isNumber }
        return (name, name == "Zalo" ? 0 : UInt16(digits) ?? 0, platform)
      }
    }
    return (platform == "iOS" ? "Safari" : "Other", 0, platform)
  }

  /// Our names for a system of uap-core; `nil` where it names a maker of television sets or nothing.
  static func systems(_ label: String) -> [String]? {
    switch label {
    case "Mac OS X", "Mac OS": ["macOS"]
    case "iOS": ["iOS", "iPadOS"]
    case "Chrome OS": ["ChromeOS"]
    case "WatchOS": ["watchOS"]
    case "ATV OS X": ["tvOS"]
    case "Ubuntu", "Debian", "Gentoo", "Mandriva", "Maemo", "WeTab", "Chromecast Linux",
      "Chromecast SmartSpeaker", "Kindle":
      ["Linux"]
    case "GoogleTV", "Chromecast Android": ["Android"]
    case "Chromecast Fuchsia": ["Fuchsia"]
    case "Web0S": ["webOS"]
    case "Symbian OS", "Symbian^3", "Symbian^3 Anna", "Symbian^3 Belle": ["Symbian"]
    case "BlackBerry OS", "BlackBerry Tablet OS": ["BlackBerry"]
    case "Nokia Series 40", "Nokia Series 30 Plus": ["Series 40"]
    case "Brew MP": ["BREW"]
    case "Sailfish": ["Sailfish OS"]
    case "Roku": ["Roku OS"]
    case "Other", "Samsung", "Sony", "LG", "Philips", "Panasonic", "FireHbbTV", "VRE", "WebTV",
      "SerenityOS":
      nil
    default: [label]
    }
  }
}
