import Foundation
import Testing

@testable import LogAggregate

@Suite struct ClientAddressTests {
  private static func parsed(_ text: String) -> ClientAddress? {
    ClientAddress(Array(text.utf8).span)
  }

  /// What the system reads.
  private static func system(_ text: String) -> ClientAddress? {
    func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    if let bytes = NaiveTwin.address(text, AF_INET, 4) {
      return ClientAddress(ipv4: UInt32(number(bytes)))
    }
    guard let bytes = NaiveTwin.address(text, AF_INET6, 16) else { return nil }
    return ClientAddress(high: number(bytes[..<8]), low: number(bytes[8...]))
  }

  @Test(
    "random addresses, and texts close to one, are read as the system reads them",
    arguments: TestLength.seeds(30))
  func random(_ seed: Int) {
    var random = SeededRandom(seed)
    for _ in 0..<300 {
      var text = Array((random.once(in: 3) ? Self.dotted(&random) : Self.colons(&random)).utf8)
      for _ in 0..<random.int(0...2) where !text.isEmpty {
        let place = random.int(0...text.count - 1)
        switch random.int(0...2) {
        case 0: text.remove(at: place)
        case 1: text.insert(random.pick(Array("0123456789abcdefF:.".utf8)), at: place)
        default: text[place] = random.pick(Array("019afF:.g ".utf8))
        }
      }
      let word = String(decoding: text, as: UTF8.self)
      // Leading zeros, which the system refuses in an IPv4 address, are read as decimal here.
      if word.split(separator: ".").contains(where: Self.leads), word.contains(".") { continue }
      // A port behind an IPv4 address, which the system does not know, is dropped here.
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      let hasPort =
        parts.count == 2 && parts[0].contains(".") && !parts[1].isEmpty
        && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
      let wanted = Self.system(hasPort ? String(parts[0]) : word)
      #expect(Self.parsed(word) == wanted, "seed \(seed): \(word)")
    }
  }

  @Test("a port behind an IPv4 address is dropped")
  func port() {
    #expect(Self.parsed("203.0.113.7:40112") == Self.parsed("203.0.113.7"))
    #expect(Self.parsed("203.0.113.7:") == nil)
    #expect(Self.parsed("203.0.113.7:4o") == nil)
  }

  private static func leads(_ part: Substring) -> Bool {
    let digits = part.reversed().prefix { $0.isNumber }
    return digits.count > 1 && digits.last == "0"
  }

  private static func dotted(_ random: inout SeededRandom) -> String {
    (0..<4).map { _ in "\(random.int(0...300))" }.joined(separator: ".")
  }

  private static func colons(_ random: inout SeededRandom) -> String {
    var groups = (0..<random.pick([8, 8, 7, 6, 3])).map { _ in
      String(random.pick([0, 1, random.int(0...0xFFFF)]), radix: 16)
    }
    if random.once(in: 4) { groups[groups.count - 1] = dotted(&random) }
    if random.once(in: 2) { groups[random.int(0...groups.count - 1)] = "" }
    let text = groups.joined(separator: ":")
    return random.once(in: 6) ? "::" + text : text
  }

  @Test(
    "one address has one form",
    arguments: [
      ("::ffff:203.0.113.9", "203.0.113.9"), ("::FFFF:CB00:7109", "203.0.113.9"),
      ("2001:DB8::1", "2001:db8:0:0:0:0:0:1"), ("[2001:db8::1]", "2001:db8::1"),
      ("[2001:db8::1]:443", "2001:db8::1"), ("fe80::1%eth0", "fe80::1"),
      ("[fe80::1%25eth0]", "fe80::1"), ("::ffff:0:0", "0.0.0.0"),
    ])
  func canonical(_ text: String, _ other: String) throws {
    #expect(try #require(Self.parsed(text)) == (try #require(Self.parsed(other))))
  }

  @Test(
    "what is no address is none",
    arguments: [
      "", "-", "host.example", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.", ".1.2.3", "1.2.3.4 ",
      "1.2.3.-4", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::",
      "[::1", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.4:5", "1:2:3:4:5:6:7::8:9", "%", "[]",
      "[%]",
    ])
  func refused(_ text: String) { #expect(Self.parsed(text) == nil) }

  @Test("networks are the /24 of IPv4 and the /48 of IPv6, and never the same")
  func networks() throws {
    func network(_ text: String) throws -> UInt64 { try #require(Self.parsed(text)).network }
    #expect(try network("203.0.113.1") == network("203.0.113.254"))
    #expect(try network("203.0.113.1") != network("203.0.114.1"))
    #expect(try network("203.0.113.1") != network("203.0.112.1"))
    #expect(try network("2001:db8:1:ffff::1") == network("2001:db8:1::2"))
    #expect(try network("2001:db8:1::1") != network("2001:db8:2::1"))
    #expect(try network("::1") != network("0.0.0.1"))
  }
}
