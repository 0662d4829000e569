/// What the tokens of one agent say together.
struct AgentReading {
  private var browser = Browser.other
  private var browserRank: BrowserRank?
  private var browserEnd = 0
  private var platform = Platform.other
  private var platformRank: UInt8?
  private var device: DeviceClass?
  private var deviceRank: UInt8 = 0
  private var robot: RobotCategory?
  private var robotRank = RobotRank.common
  private var hints: AgentHint = []
  private var versionEnd = 0
  private var tridentEnd = 0
  private var revisionEnd = 0
  private var systemEnd = 0
  private var familiarEnd = 0

  /// Takes in one token that ends before `end`.
  mutating func note(_ meaning: AgentMeaning, end: Int) {
    switch meaning {
    case .browser(let value, let rank):
      if browserRank.map({ rank.rawValue > $0.rawValue }) ?? true {
        browser = value
        browserRank = rank
        browserEnd = end
      }
      familiarEnd = end
    case .platform(let value, let rank):
      if platformRank.map({ rank > $0 }) ?? true {
        platform = value
        platformRank = rank
      }
      familiarEnd = end
    case .device(let value, let rank):
      if rank > deviceRank {
        device = value
        deviceRank = rank
      }
      familiarEnd = end
    case .robot(let value, let rank):
      if robot == nil || rank.rawValue > robotRank.rawValue {
        robot = value
        robotRank = rank
      }
    case .hint(let hint):
      note(hint, end: end)
    }
  }

  private mutating func note(_ hint: AgentHint, end: Int) {
    if !hints.contains(hint) {
      if hint == .version { versionEnd = end }
      if hint == .trident { tridentEnd = end }
      if hint == .revision { revisionEnd = end }
      if hint == .systemVersion { systemEnd = end }
      hints.insert(hint)
    }
    if hint != .library { familiarEnd = end }
  }

  /// The verdict.
  func classified(_ agent: Span<UInt8>) -> AgentClass {
    if let robot, robotRank != .common || !hints.contains(.excused) {
      return AgentClass(robot: robot)
    }
    if hints.contains(.compatible), !hints.contains(.namesItself) {
      return AgentClass(robot: hints.contains(.library) ? .library : .declared)
    }
    let platform = settledPlatform(agent)
    let device = settledDevice(platform)
    guard opensLikeBrowser, isPlaced,
      device != .desktop || !endsForeign(agent)
    else {
      return AgentClass(robot: hints.contains(.library) ? .library : .unrecognised)
    }
    let browser = settledBrowser(agent, platform)
    let major = settledMajor(agent, browser)
    if browser == .internetExplorer, major == 0 { return AgentClass(robot: .unrecognised) }
    return AgentClass(browser: browser, major: major, platform: platform, device: device)
  }

  /// A browser's opening, or what a phone before touch screens has instead.
  private var opensLikeBrowser: Bool {
    if !hints.isDisjoint(with: [.opening, .featurePhone]) { return true }
    guard hints.contains(.laterOpening) else { return false }
    switch platform {
    case .windowsPhone, .windowsMobile, .symbian, .series40, .brew, .bada, .blackBerry: return true
    default: return false
    }
  }

  /// A system, a browser's own brand, or a phone's profile: a bare engine is what programs send.
  private var isPlaced: Bool {
    if platformRank != nil || hints.contains(.featurePhone) { return true }
    return browserRank.map { $0.rawValue >= BrowserRank.brand.rawValue } ?? false
  }

  /// A last word that has no version and that no table knows: browsers put products there, robots
  /// their name.
  private func endsForeign(_ agent: Span<UInt8>) -> Bool {
    var start = agent.count
    while start > 0 {
      let byte = agent[start &- 1]
      // Letters and the marks inside names and domains.
      guard AgentIndex.isLetter(byte) || 0x2D...0x2F ~= byte || byte == UInt8(ascii: "_") else {
        break
      }
      start &-= 1
    }
    guard start > 0, AgentIndex.fold(agent[start &- 1]) == UInt8(ascii: " "),
      agent.count &- start >= 3, familiarEnd <= start, browserRank != nil
    else { return false }
    // Inside a comment that was cut short nothing can be said.
    var index = start
    while index > 0, agent[index &- 1] != UInt8(ascii: ")") {
      if agent[index &- 1] == UInt8(ascii: "(") { return false }
      index &-= 1
    }
    return true
  }

  private func settledPlatform(_ agent: Span<UInt8>) -> Platform {
    switch platform {
    case .macOS where !hints.isDisjoint(with: [.mobile, .iOSOnly]): return .iPadOS
    // Tablets ran the phones' system before version 13.
    case .iPadOS where 1...12 ~= Self.number(agent, systemEnd): return .iOS
    case .linux where browser == .samsungInternet: return .android
    default: return platform
    }
  }

  private func settledDevice(_ platform: Platform) -> DeviceClass {
    let usual = platform.usualDevice
    if let device, deviceRank > 2 || (usual != .desktop && usual != .console) { return device }
    if self.platform == .iPadOS { return .tablet }
    let isMobile = hints.contains(.mobile)
    switch platform {
    // Google asks that phones say Mobile and tablets do not.
    case .android: return isMobile ? .phone : .tablet
    case .tizen, .linux: return isMobile ? .phone : platform.usualDevice
    default: return platform == .other && isMobile ? .phone : platform.usualDevice
    }
  }

  private func settledBrowser(_ agent: Span<UInt8>, _ platform: Platform) -> Browser {
    switch browserRank {
    case nil:
      if hints.contains(.webKit), platform == .iOS || platform == .iPadOS || platform == .macOS {
        return .safari
      }
      let isOld = hints.contains(.opening) && 1...4 ~= Self.number(agent, Self.openingCount)
      return isOld && !hints.contains(.webKit) && platform.usualDevice == .desktop
        ? .netscape : .other
    case .claimed:
      return webKitBrowser(platform)
    case .family
    where browser == .chrome && platform == .android
      && !hints.isDisjoint(with: [.webView, .version]):
      return .androidWebView
    default:
      return browser
    }
  }

  /// Who says no more than Safari.
  private func webKitBrowser(_ platform: Platform) -> Browser {
    switch platform {
    case .macOS, .iOS, .iPadOS: .safari
    case .windows: hints.contains(.version) ? .safari : .other
    case .android: .androidBrowser
    case .linux, .freeBSD, .openBSD, .netBSD: hints.contains(.version) ? .epiphany : .other
    case .symbian, .series40, .meeGo: .nokia
    case .tizen, .webOS: .tvBrowser
    default: .other
    }
  }

  private func settledMajor(_ agent: Span<UInt8>, _ browser: Browser) -> UInt16 {
    if browserRank == .claimed { return Self.number(agent, versionEnd) }
    switch browser {
    case .safari, .blackBerry:
      return Self.number(agent, versionEnd)
    case .opera where hints.contains(.version) && Self.number(agent, browserEnd) == 9:
      return Self.number(agent, versionEnd)
    case .internetExplorer:
      // Trident tells the truth where a compatibility view says an older MSIE.
      let trident = Self.number(agent, tridentEnd)
      return trident >= 4 ? min(trident, 100) &+ 4 : Self.number(agent, browserEnd)
    case .mozilla: return Self.number(agent, revisionEnd)
    case .netscape where browserRank == nil: return Self.number(agent, Self.openingCount)
    case .other: return 0
    default: return Self.number(agent, browserEnd)
    }
  }

  /// The length of `Mozilla/`.
  private static let openingCount = 8

  /// The number at `position`, behind at most one separator and a `v`; 0 if there is none, 65535 at
  /// most.
  private static func number(_ agent: Span<UInt8>, _ position: Int) -> UInt16 {
    guard position > 0, position < agent.count else { return 0 }
    var index = position
    switch agent[index] {
    case UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: "+"), UInt8(ascii: "_"),
      UInt8(ascii: ":"):
      index &+= 1
    default: break
    }
    if index < agent.count, agent[index] == UInt8(ascii: "v") { index &+= 1 }
    var value: UInt32 = 0
    while index < agent.count, AgentIndex.isDigit(agent[index]) {
      value = min(value &* 10 &+ UInt32(agent[index] &- 0x30), 65535)
      index &+= 1
    }
    return UInt16(truncatingIfNeeded: value)
  }
}
