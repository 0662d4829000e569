/// Reads addresses as people write them in configuration files.
/// - Source: RFC 4291, section 2.2; for IPv4 four decimal numbers without leading zeros, as RFC 6943,
///   section 3.1.1 advises.
enum AddressText {
  /// The 128 bits of an address, IPv4 as IPv4-mapped; `nil` where the text is none.
  /// - Complexity: O(*n*).
  static func parse(_ text: [UInt8]) -> (high: UInt64, low: UInt64)? {
    guard text.contains(0x3A) else {
      guard let bits = ipv4(text[...]) else { return nil }
      return (0, 0xFFFF_0000_0000 | UInt64(bits))
    }
    return ipv6(text)
  }

  private static func ipv4(_ text: ArraySlice<UInt8>) -> UInt32? {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.count), part.first != 0x30 || part.count == 1 else { return nil }
      var number: UInt32 = 0
      for byte in part {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + UInt32(byte - 0x30)
      }
      guard number <= 255 else { return nil }
      bits = bits << 8 | number
    }
    return bits
  }

  private static func ipv6(_ text: [UInt8]) -> (high: UInt64, low: UInt64)? {
    var before: [UInt16] = []
    var after: [UInt16]?
    if let gap = firstDoubleColon(text) {
      guard let first = groups(text[..<gap], mayEndInIPv4: false),
        let last = groups(text[(gap + 2)...], mayEndInIPv4: true),
        first.count + last.count <= 7
      else { return nil }
      (before, after) = (first, last)
    } else {
      guard let all = groups(text[...], mayEndInIPv4: true), all.count == 8 else { return nil }
      before = all
    }
    let zeros = 8 - before.count - (after?.count ?? 0)
    let words = before + Array(repeating: 0, count: zeros) + (after ?? [])
    let high = words[..<4].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    let low = words[4...].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    return (high, low)
  }

  private static func firstDoubleColon(_ text: [UInt8]) -> Int? {
    text.indices.dropLast().first { text[$0] == 0x3A && text[$0 + 1] == 0x3A }
  }

  private static func groups(_ text: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if mayEndInIPv4, index == parts.count - 1, part.contains(0x2E) {
        guard let bits = ipv4(part) else { return nil }
        groups += [UInt16(bits >> 16), UInt16(truncatingIfNeeded: bits)]
        continue
      }
      guard (1...4).contains(part.count) else { return nil }
      var group: UInt16 = 0
      for byte in part {
        guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
        group = group << 4 | UInt16(digit)
      }
      groups.append(group)
    }
    return groups
  }
}
