/// Network addresses by their form.
/// - Source: RFC 791, RFC 4291 section 2.2, IEEE 802.
enum AddressForms {
  static func form(of token: [UInt8]) -> String? {
    if isIPv4(token) { return "an IPv4 address" }
    if isHardwareAddress(token) { return "a hardware address" }
    if isIPv6(token) { return "an IPv6 address" }
    return nil
  }

  /// Four decimal numbers up to 255, alone or at the front of a longer name such as `192.0.2.7.example`.
  private static func isIPv4(_ token: [UInt8]) -> Bool {
    if hasFourNumbers(token[...], apart: UInt8(ascii: ".")) { return true }
    // Names that providers give, such as `ip-192-0-2-7.example`.
    return token.split(separator: UInt8(ascii: ".")).contains {
      hasFourNumbers($0, apart: UInt8(ascii: "-"))
    }
  }

  private static func hasFourNumbers(_ text: ArraySlice<UInt8>, apart separator: UInt8) -> Bool {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count >= 4 else { return false }
    return (0...(parts.count - 4)).contains { start in
      let numbers = parts[start..<start + 4].map(number)
      return numbers.allSatisfy { $0 != nil } && numbers[0] != 0
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...3).contains(digits.count), digits.allSatisfy(IdentifierScan.isDigit) else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return number < 256 ? number : nil
  }

  /// Six pairs of hexadecimal digits.
  private static func isHardwareAddress(_ token: [UInt8]) -> Bool {
    for separator in [UInt8(ascii: ":"), UInt8(ascii: "-")] {
      let parts = token.split(separator: separator, omittingEmptySubsequences: false)
      if parts.count == 6,
        parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(IdentifierScan.isHexadecimal) })
      {
        return true
      }
    }
    return false
  }

  /// Eight groups, or fewer around one `::`.
  private static func isIPv6(_ token: [UInt8]) -> Bool {
    let colon = UInt8(ascii: ":")
    guard token.count(where: { $0 == colon }) >= 2 else { return false }
    let groups = token.split(separator: colon, omittingEmptySubsequences: false)
    guard
      groups.allSatisfy({ $0.count <= 4 && $0.allSatisfy(IdentifierScan.isHexadecimal) })
    else { return false }
    let isShortened = zip(token, token.dropFirst()).contains { $0 == colon && $1 == colon }
    return groups.count == 8
      || (isShortened && groups.contains { !$0.isEmpty } && groups.count <= 9)
  }
}
