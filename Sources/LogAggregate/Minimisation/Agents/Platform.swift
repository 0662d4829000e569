/// An operating system by the name people know.
enum Platform: UInt8, CaseIterable, Sendable {
  case windows, macOS, iOS, iPadOS, android, linux, chromeOS
  case harmonyOS, kaiOS, tizen, webOS, tvOS, watchOS, roku
  case playStation, xbox, nintendo
  case windowsPhone, windowsMobile, blackBerry, symbian, firefoxOS, bada, meeGo, sailfish, series40,
    brew
  case freeBSD, openBSD, netBSD, solaris, unix, fuchsia
  case other

  /// The key in reports.
  var name: String {
    switch self {
    case .windows: "Windows"
    case .macOS: "macOS"
    case .iOS: "iOS"
    case .iPadOS: "iPadOS"
    case .android: "Android"
    case .linux: "Linux"
    case .chromeOS: "ChromeOS"
    case .harmonyOS: "HarmonyOS"
    case .kaiOS: "KaiOS"
    case .tizen: "Tizen"
    case .webOS: "webOS"
    case .tvOS: "tvOS"
    case .watchOS: "watchOS"
    case .roku: "Roku OS"
    case .playStation: "PlayStation"
    case .xbox: "Xbox"
    case .nintendo: "Nintendo"
    case .windowsPhone: "Windows Phone"
    case .windowsMobile: "Windows Mobile"
    case .blackBerry: "BlackBerry"
    case .symbian: "Symbian"
    case .firefoxOS: "Firefox OS"
    case .bada: "Bada"
    case .meeGo: "MeeGo"
    case .sailfish: "Sailfish OS"
    case .series40: "Series 40"
    case .brew: "BREW"
    case .freeBSD: "FreeBSD"
    case .openBSD: "OpenBSD"
    case .netBSD: "NetBSD"
    case .solaris: "Solaris"
    case .unix: "Unix"
    case .fuchsia: "Fuchsia"
    case .other: "Other"
    }
  }

  /// The device where nothing more is said.
  var usualDevice: DeviceClass {
    switch self {
    case .windows, .macOS, .linux, .chromeOS, .freeBSD, .openBSD, .netBSD, .solaris, .unix: .desktop
    case .iOS, .android, .harmonyOS, .kaiOS, .windowsPhone, .windowsMobile, .blackBerry, .symbian,
      .firefoxOS, .bada, .meeGo, .sailfish, .series40, .brew:
      .phone
    case .iPadOS: .tablet
    case .tizen, .webOS, .tvOS, .roku, .fuchsia: .tv
    case .playStation, .xbox, .nintendo: .console
    case .watchOS, .other: .other
    }
  }
}
