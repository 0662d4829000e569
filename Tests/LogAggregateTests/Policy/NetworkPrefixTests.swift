import Glibc
import Testing

@testable import LogAggregate

@Suite struct NetworkPrefixTests {
  static let known: [(String, UInt64, UInt64, Int)] = [
    ("10.0.0.0/8", 0, 0xFFFF_0A00_0000, 104),
    ("192.0.2.17", 0, 0xFFFF_C000_0211, 128),
    ("0.0.0.0/0", 0, 0xFFFF_0000_0000, 96),
    ("172.16.0.0/12", 0, 0xFFFF_AC10_0000, 108),
    ("::/0", 0, 0, 0),
    ("::1", 0, 1, 128),
    ("2001:db8::/32", 0x2001_0DB8_0000_0000, 0, 32),
    ("2001:DB8:1:2::/64", 0x2001_0DB8_0001_0002, 0, 64),
    ("2001:db8:1:2:8000::/65", 0x2001_0DB8_0001_0002, 0x8000_0000_0000_0000, 65),
    ("::ffff:10.0.0.0/104", 0, 0xFFFF_0A00_0000, 104),
    ("fe80:1:2:3:4:5:6:7", 0xFE80_0001_0002_0003, 0x0004_0005_0006_0007, 128),
  ]

  @Test("networks have their known bits", arguments: known)
  func knownAnswers(_ text: String, _ high: UInt64, _ low: UInt64, _ bitCount: Int) throws {
    #expect(try NetworkPrefix(text) == NetworkPrefix(high: high, low: low, bitCount: bitCount))
    let prefix = try NetworkPrefix(text)
    #expect((prefix.high, prefix.low) == (high, low))
    #expect(prefix.bitCount == bitCount)
  }

  @Test("an address lies in a network exactly up to its prefix")
  func containing() throws {
    let ten = try NetworkPrefix("10.0.0.0/8")
    #expect(ten.contains(high: 0, low: 0xFFFF_0AFF_FFFF))
    #expect(!ten.contains(high: 0, low: 0xFFFF_0B00_0000))
    #expect(!ten.contains(high: 1, low: 0xFFFF_0A00_0000))
    #expect(!ten.contains(high: 0, low: 0x0A00_0000))
    let wide = try NetworkPrefix("2001:db8:1:2:8000::/65")
    #expect(wide.contains(high: 0x2001_0DB8_0001_0002, low: 0x8000_0000_0000_0001))
    #expect(!wide.contains(high: 0x2001_0DB8_0001_0002, low: 0x7FFF_FFFF_FFFF_FFFF))
    #expect(try NetworkPrefix("::/0").contains(high: .max, low: .max))
  }

  static let malformed = [
    "", "/8", "10.0.0/8", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/33", "10.0.0.0/08", "010.0.0.0/8",
    "256.0.0.0/8", "10.0.0.1/8", "10.0.0.0/8/8", "1.2.3.4.5", "::/129", ":::", "1::2::3", "12345::",
    "g::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1.2.3", "1.2.3.4::", "2001:db8::1/32",
    "fe80::1%eth0",
    " 10.0.0.0/8", "1:2:3:4:5:6:7:8::", ":1:2:3:4:5:6:7",
  ]

  @Test("what is not a network is refused", arguments: malformed)
  func refused(_ text: String) {
    #expect(throws: NetworkPrefix.Malformed.self) { try NetworkPrefix(text) }
  }

  @Test("addresses are read as the system reads them", arguments: [1, 2, 3])
  func sameAsSystem(_ seed: Int) {
    var random = SeededRandom(seed)
    let pieces = [
      "0", "1", "a", "ffff", "12345", "255", "256", "01", ":", "::", ":", ".", "192.0.2.1",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...16, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let own = AddressText.parse(Array(text.utf8))
      let system = Self.systemAddress(text)
      #expect(own?.high == system?.high && own?.low == system?.low, "\(text), seed \(seed)")
      if own != nil { accepted += 1 }
    }
    #expect(accepted > 50)
  }

  private static func systemAddress(_ text: String) -> (high: UInt64, low: UInt64)? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
      let bits = bytes[..<4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return (0, 0xFFFF_0000_0000 | bits)
    }
    guard unsafe inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
    return (
      bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) },
      bytes[8...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    )
  }
}
