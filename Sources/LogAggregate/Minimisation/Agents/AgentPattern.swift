/// One token that user agents carry, what it says, and an agent that carries it.
///
/// The text is matched without regard to case, and a `+` in an agent counts as a space (IIS writes
/// spaces so). A leading `^` asks for the agent's start, a leading `<` for the start of a word, a
/// trailing `>` for the end of one. At least four bytes are left without these marks.
struct AgentPattern: Sendable {
  let text: String
  let meaning: AgentMeaning
  /// Made only where asked for: classifying needs none.
  let sample: @Sendable () -> String

  init(
    _ text: String, _ meaning: AgentMeaning,
    sample: @autoclosure @escaping @Sendable () -> String
  ) {
    self.text = text
    self.meaning = meaning
    self.sample = sample
  }

  init(
    _ text: String, _ browser: Browser, _ rank: BrowserRank = .brand,
    sample: @autoclosure @escaping @Sendable () -> String
  ) {
    self.init(text, .browser(browser, rank), sample: sample())
  }

  init(
    _ text: String, _ platform: Platform, _ rank: UInt8,
    sample: @autoclosure @escaping @Sendable () -> String
  ) {
    self.init(text, .platform(platform, rank), sample: sample())
  }

  init(
    _ text: String, _ robot: RobotCategory,
    sample: @autoclosure @escaping @Sendable () -> String
  ) {
    self.init(text, .robot(robot, .named), sample: sample())
  }
}

/// What a token says; where several speak of the same thing, the highest rank is believed, then the
/// first.
enum AgentMeaning: Sendable, Equatable {
  case browser(Browser, BrowserRank)
  case platform(Platform, UInt8)
  case device(DeviceClass, UInt8)
  case robot(RobotCategory, RobotRank)
  case hint(AgentHint)
}

/// How much a browser's token says: nearly every agent claims to be Mozilla and Safari, few claim
/// more.
enum BrowserRank: UInt8, Sendable {
  case claimed, engine, family, brand, app, appInApp
}

/// How sure a robot's token is: words that robots have in common, words for a purpose, names
/// from published lists, names that we looked at.
enum RobotRank: UInt8, Sendable {
  case common, purpose, listed, named
}

/// Marks that decide nothing alone.
struct AgentHint: OptionSet, Sendable {
  let rawValue: UInt32

  /// The agent opens like a browser's.
  static let opening = AgentHint(rawValue: 1 << 0)
  /// `compatible;`, behind which stands the true name.
  static let compatible = AgentHint(rawValue: 1 << 1)
  /// `Version/`, where the WebKit of Apple, BlackBerry and old Android writes the browser's
  /// version.
  static let version = AgentHint(rawValue: 1 << 2)
  /// `Mobile`: in Android a phone, in a Macintosh an iPad that asks for desktop pages.
  static let mobile = AgentHint(rawValue: 1 << 3)
  /// `; wv`: a page inside an Android application.
  static let webView = AgentHint(rawValue: 1 << 4)
  /// `Trident/`, whose version is Internet Explorer's, less four.
  static let trident = AgentHint(rawValue: 1 << 5)
  /// A browser for feature phones, whatever the agent opens with.
  static let featurePhone = AgentHint(rawValue: 1 << 6)
  /// A known word that would otherwise look foreign.
  static let familiar = AgentHint(rawValue: 1 << 7)
  /// A product of a real browser that carries an address of the web.
  static let excused = AgentHint(rawValue: 1 << 8)
  /// `rv:`, Gecko's version.
  static let revision = AgentHint(rawValue: 1 << 9)
  /// The engine of Safari and, by name, of all that followed it.
  static let webKit = AgentHint(rawValue: 1 << 10)
  /// A browser's opening behind a phone's name.
  static let laterOpening = AgentHint(rawValue: 1 << 11)
  /// A browser that really calls itself compatible.
  static let namesItself = AgentHint(rawValue: 1 << 12)
  /// A browser of Apple's phones and tablets, even where it claims a Macintosh to get desktop
  /// pages.
  static let iOSOnly = AgentHint(rawValue: 1 << 13)
  /// `CPU OS`, the version of an iPad's system.
  static let systemVersion = AgentHint(rawValue: 1 << 14)
  /// Words of programs' libraries, believed only where nothing looks like a browser.
  static let library = AgentHint(rawValue: 1 << 15)
}
