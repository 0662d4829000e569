/// A browser's class in one word: family, major version, platform and device.
struct PackedAgent: Hashable, Sendable, BitwiseCopyable {
  private let bits: UInt32

  init(_ agent: AgentClass) {
    // No browser has come so far; such a number tells nothing.
    let major = agent.major > 0xFFF ? 0 : UInt32(agent.major)
    bits =
      UInt32(agent.browser.rawValue) | major << 8 | UInt32(agent.platform.rawValue) << 20
      | UInt32(agent.device.rawValue) << 28
  }

  /// The log has no agent.
  static let unknown = PackedAgent(
    AgentClass(browser: .other, major: 0, platform: .other, device: .other))

  /// A number of its own, well mixed, for tables.
  var digest: UInt64 { UInt64(bits) &* 0x9E37_79B9_7F4A_7C15 }

  var browser: Browser { Browser(rawValue: UInt8(bits & 0xFF)) ?? .other }
  var major: Int { Int(bits >> 8 & 0xFFF) }
  var platform: Platform { Platform(rawValue: UInt8(bits >> 20 & 0xFF)) ?? .other }
  var device: DeviceClass { DeviceClass(rawValue: UInt8(bits >> 28)) ?? .other }
}
