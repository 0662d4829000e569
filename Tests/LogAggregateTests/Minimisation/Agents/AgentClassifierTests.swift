import Testing

@testable import LogAggregate

@Suite struct AgentClassifierTests {
  static let classifier = AgentClassifier()

  private func classify(_ agent: String) -> AgentClass {
    Self.classifier.classify(Array(agent.utf8).span)
  }

  @Test(arguments: ["", "-", " ", "\"-\"", "--"])
  func anEmptyAgentIsARobotOfItsOwn(_ agent: String) {
    #expect(classify(agent).robot == .empty)
  }

  @Test(arguments: [
    (
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Mobile Safari/537.36",
      AgentClass(browser: .chrome, major: 151, platform: .android, device: .phone)
    ),
    (
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Safari/537.36",
      AgentClass(browser: .chrome, major: 151, platform: .android, device: .tablet)
    ),
    (
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
      AgentClass(browser: .safari, major: 18, platform: .iPadOS, device: .tablet)
    ),
    (
      "Mozilla/5.0 (iPad; CPU OS 10_2 like Mac OS X) AppleWebKit/602.3.12 (KHTML, like Gecko) Version/10.0 Mobile/14C82 Safari/602.1",
      AgentClass(browser: .safari, major: 10, platform: .iOS, device: .tablet)
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_6_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/151.0.7922.112 Mobile/15E148 Safari/604.1",
      AgentClass(browser: .chrome, major: 151, platform: .iOS, device: .phone)
    ),
    (
      "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; Trident/5.0; .NET CLR 2.0.50727)",
      AgentClass(browser: .internetExplorer, major: 9, platform: .windows, device: .desktop)
    ),
    (
      "Mozilla/4.76 [en] (X11; U; SunOS 5.8 sun4m)",
      AgentClass(browser: .netscape, major: 4, platform: .solaris, device: .desktop)
    ),
    (
      "Opera/9.80 (Windows NT 6.2; Win64; x64) Presto/2.12.388 Version/12.17",
      AgentClass(browser: .opera, major: 12, platform: .windows, device: .desktop)
    ),
    (
      "Mozilla/5.0 (Linux; Android 11; CUBOT_NOTE_20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
      AgentClass(browser: .chrome, major: 120, platform: .android, device: .phone)
    ),
    (
      "Mozilla/5.0 (Linux; Android 11; Cubot X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
      AgentClass(browser: .chrome, major: 120, platform: .android, device: .phone)
    ),
    (
      "Mozilla/5.0 (Linux; Android 13; SM-N981N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/143.0.0.0 Mobile Safari/537.36 Instagram 410.0.0.0.97 Android [FBAN/InstagramForAndroid]",
      AgentClass(browser: .instagram, major: 410, platform: .android, device: .phone)
    ),
    (
      "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/120.0.0.0+Safari/537.36+Edg/120.0.0.0",
      AgentClass(browser: .edge, major: 120, platform: .windows, device: .desktop)
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
      AgentClass(browser: .edge, major: 130, platform: .xbox, device: .console)
    ),
    (
      "Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) 76.0.3809.146/6.0 TV Safari/537.36",
      AgentClass(browser: .tvBrowser, major: 0, platform: .tizen, device: .tv)
    ),
  ])
  func aBrowserIsReadWhole(_ agent: String, _ expected: AgentClass) {
    #expect(classify(agent) == expected)
  }

  // Names made up for this test: no list can know them.
  @Test(arguments: [
    ("Mozilla/5.0 (compatible; Quxzel/1.0)", RobotCategory.declared),
    ("Mozilla/5.0 (compatible; Quxzel/2.1; +https://quxzel.example/info)", .declared),
    ("QuxzelBot/0.1", .declared), ("quxzel-bot", .declared), ("Quxzel_bot (v2)", .declared),
    ("QuxzelSpider", .declared), ("quxzelcrawler/3", .declared), ("QuxzelBotLink/1", .declared),
    ("Quxzel/1.0 (ops@quxzel.example)", .declared), ("Quxzel/1.0", .unrecognised),
    ("Mozilla/5.0 Quxzel", .unrecognised), ("quxzel-http-client/1.2", .library),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Quxzel",
      .unrecognised
    ),
    (
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessQuxzel/9 Safari/537.36",
      .library
    ),
    (
      "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Quxzel-User/1.0; +https://quxzel.example)",
      .aiAssistant
    ),
    ("Quxzel Uptime Probe", .monitoring), ("QuxzelScanner/1", .scanner),
    ("Quxzel Feed Reader 3", .feedReader), ("QuxzelLinkPreview", .preview),
  ])
  func anUnfamiliarRobotIsFoundByWhatRobotsHaveInCommon(_ agent: String, _ robot: RobotCategory) {
    #expect(classify(agent) == AgentClass(robot: robot))
  }

  @Test(arguments: ["bottle", "Robotham", "botany"])
  func aWordThatOnlyHoldsBotIsNoRobot(_ word: String) {
    let agent =
      "Mozilla/5.0 (Linux; Android 13; \(word)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"
    #expect(classify(agent).robot == nil)
  }

  @Test func noByteAndNoCutStopsIt() {
    let samples = AgentTableTests.all.map { Array($0.sample().utf8) }
    for sample in samples {
      for count in sample.indices {
        let part = sample.span.extracting(first: count)
        #expect(
          Self.classifier.classify(part) == Self.classifier.classify(Array(sample[..<count]).span))
      }
    }
    for byte in UInt8.min...UInt8.max {
      for count in [1, 2, 3, 4, 5, 64, 4096] {
        let agent = [UInt8](repeating: byte, count: count)
        #expect(Self.classifier.classify(agent.span).robot != nil)
      }
      let agent = Array("Mozilla/5.0 (".utf8) + [byte] + Array("@".utf8) + [byte, 0x2E, byte]
      #expect(Self.classifier.classify(agent.span) == Self.classifier.classify(agent.span))
    }
  }

  @Test func anEndlessVersionIsHeldAtTheTypesEnd() {
    let version = String(repeating: "9", count: 50)
    #expect(
      classify("Mozilla/5.0 (X11; Linux x86_64; rv:1) Gecko/20100101 Firefox/\(version)").major
        == UInt16.max)
  }

  @Test func caseDoesNotMatter() {
    for row in AgentTableTests.browsers {
      let shouted = classify(row.sample().uppercased())
      let said = classify(row.sample())
      #expect(shouted.robot == nil && shouted.browser == said.browser, "\(row.text)")
    }
  }
}
