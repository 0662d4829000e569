import Testing

@testable import LogAggregate

/// The rows of the tables are right about their own samples.
@Suite struct AgentTableTests {
  static let browsers =
    BrowserTable.families + BrowserTable.brands + BrowserTable.devices
    + BrowserTable.apps
  static let robots = RobotTable.common + RobotTable.purposes + RobotTable.named
  static let all =
    browsers + BrowserTable.hints + PlatformTable.platforms + DeviceTable.devices
    + robots
  static let classifier = AgentClassifier()

  private func classify(_ agent: String) -> AgentClass {
    Self.classifier.classify(Array(agent.utf8).span)
  }

  @Test func eachSampleIsReadAsItsRowSays() {
    for row in Self.browsers + PlatformTable.platforms + DeviceTable.devices + Self.robots {
      let found = classify(row.sample())
      switch row.meaning {
      case .browser(let browser, _):
        #expect(found.robot == nil && found.browser == browser, "\(row.text): \(found)")
      case .platform(let platform, _):
        #expect(found.robot == nil && found.platform == platform, "\(row.text): \(found)")
      case .device(let device, _):
        #expect(found.robot == nil && found.device == device, "\(row.text): \(found)")
      case .robot(let robot, _):
        #expect(found.robot == robot, "\(row.text): \(found)")
      case .hint:
        Issue.record("\(row.text) belongs to the hints")
      }
    }
  }

  @Test func eachSampleHoldsItsToken() {
    for row in Self.all {
      #expect(Self.finds(row, in: row.sample()), "\(row.text) is not in \(row.sample())")
    }
  }

  @Test("a token is found with plus signs for spaces, and in capitals")
  func tokensAreFoundAsServersWriteThem() {
    for row in Self.all {
      let pluses = row.sample().map { $0 == " " ? "+" : $0 }
      #expect(Self.finds(row, in: String(pluses)), "\(row.text)")
      #expect(Self.finds(row, in: row.sample().uppercased()), "\(row.text)")
    }
  }

  private static func finds(_ row: AgentPattern, in agent: String) -> Bool {
    let index = AgentIndex([[row]])
    let agent = Array(agent.utf8)
    var isFound = false
    index.forEachBeginning(in: agent.span, agent.indices) { word, position in
      index.forEachMatch(of: word, in: agent.span, at: position) { _ in isFound = true }
    }
    return isFound
  }

  @Test func tokensAreLongEnoughAndInLowerCase() {
    for row in Self.all {
      let letters = row.text.filter { !"^<>".contains($0) }
      #expect(letters.utf8.count >= 4, "\(row.text)")
      #expect(row.text == row.text.lowercased())
      #expect(!row.text.contains("+"), "a plus is a space: \(row.text)")
    }
  }

  @Test func everyBrowserPlatformAndDeviceOfTheTablesHasASample() {
    let found = (Self.all.map { classify($0.sample()) })
    for device in DeviceClass.allCases { #expect(found.contains { $0.device == device }) }
    for platform in Platform.allCases where platform != .other {
      #expect(found.contains { $0.platform == platform }, "\(platform)")
    }
    for browser in Browser.allCases where browser != .other {
      #expect(found.contains { $0.browser == browser }, "\(browser)")
    }
  }

  @Test func namesAreUniqueAndShownAsPeopleKnowThem() {
    #expect(Set(Browser.allCases.map(\.name)).count == Browser.allCases.count)
    #expect(Set(Platform.allCases.map(\.name)).count == Platform.allCases.count)
    #expect(
      DeviceClass.allCases.map(\.name) == ["Desktop", "Phone", "Tablet", "TV", "Console", "Other"])
    #expect(Browser.other.name == "Other" && Platform.other.name == "Other")
    #expect(
      RobotCategory.allCases.map(\.reason).joined(separator: " ")
        == "search-engine ai-crawler ai-assistant seo monitoring feed-reader preview library scanner "
        + "prefetch referrer-spam declared unrecognised empty")
  }
}
