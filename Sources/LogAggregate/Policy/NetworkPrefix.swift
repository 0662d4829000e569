/// A network, such as `10.0.0.0/8` or `2001:db8::/32`, as a prefix of 128-bit addresses.
///
/// An IPv4 network is held as IPv4-mapped (`::ffff:10.0.0.0`, prefix longer by 96), so one comparison
/// serves both; `::/0` therefore holds every IPv4 address too.
/// - Source: RFC 4291, sections 2.2, 2.3 and 2.5.5.2; RFC 4632, section 3.1.
public struct NetworkPrefix: Hashable, Sendable {
  /// Why a text is not a network.
  struct Malformed: Error, Hashable {
    let problem: String
    let remedy: String
  }

  /// The address's first 64 bits; those behind the prefix are zero.
  let high: UInt64
  /// The address's last 64 bits.
  let low: UInt64
  /// How many bits count, 0 to 128.
  let bitCount: Int

  init(high: UInt64, low: UInt64, bitCount: Int) {
    self.high = high & Self.mask(bitCount)
    self.low = low & Self.mask(bitCount - 64)
    self.bitCount = bitCount
  }

  /// Reads an address with or without a prefix length; without one it is the address alone.
  /// - Throws: ``Malformed`` also where bits behind the prefix are set, since such a text is a slip.
  init(_ text: String) throws(Malformed) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let isIPv4 = !parts[0].contains(":")
    guard let address = AddressText.parse(Array(parts[0].utf8)) else {
      throw Malformed(
        problem: "its address cannot be read", remedy: "write 10.0.0.0/8 or 2001:db8::/32")
    }
    let greatest = isIPv4 ? 32 : 128
    var length = greatest
    if parts.count == 2 {
      guard let number = Self.number(parts[1]), number <= greatest else {
        throw Malformed(
          problem: "its prefix length cannot be read",
          remedy: "write a number from 0 to \(greatest) behind the slash")
      }
      length = number
    }
    let bitCount = isIPv4 ? length + 96 : length
    self.init(high: address.high, low: address.low, bitCount: bitCount)
    guard high == address.high, low == address.low else {
      throw Malformed(
        problem: "bits behind its prefix are set",
        remedy: "write zeros there, as in 10.0.0.0/8, or a longer prefix")
    }
  }

  /// Whether an address lies in the network; an IPv4 address is given as IPv4-mapped.
  /// - Complexity: O(1).
  func contains(high: UInt64, low: UInt64) -> Bool {
    high & Self.mask(bitCount) == self.high && low & Self.mask(bitCount - 64) == self.low
  }

  /// The mask of the first `count` of 64 bits; less than none is none, more than all is all.
  private static func mask(_ count: Int) -> UInt64 {
    count <= 0 ? 0 : count >= 64 ? .max : .max << UInt64(64 - count)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      text == "0" || !text.hasPrefix("0")
    else { return nil }
    return Int(text)
  }
}
