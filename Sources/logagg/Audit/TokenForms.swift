internal import Glibc

/// Tokens, keys and numbers that stand for one person, by form and entropy.
enum TokenForms {
  /// What a run of letters, digits, `-` and `_` looks like.
  static func form(of token: [UInt8]) -> String? {
    if token.starts(with: "eyJ".utf8), token.count >= 10 { return "a signed token (JWT)" }
    if isUUID(token) { return "a UUID" }
    let bare = token.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    let digits = bare.count(where: IdentifierScan.isDigit)
    if bare.count == token.count, token.count >= 16, digits > 0, digits < token.count,
      token.allSatisfy(IdentifierScan.isHexadecimal)
    {
      return "a hexadecimal token"
    }
    if isRandom(token, digits: digits) { return "a random token" }
    return nil
  }

  /// Groups of 8, 4, 4, 4 and 12 hexadecimal digits.
  private static func isUUID(_ token: [UInt8]) -> Bool {
    let groups = token.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy(IdentifierScan.isHexadecimal) }
  }

  /// Upper case, lower case and digits in one run that changes between them often, near the entropy of chance.
  ///
  /// Words, however long, change rarely; entropy alone does not tell a slug from a token.
  private static func isRandom(_ token: [UInt8], digits: Int) -> Bool {
    guard token.count >= 16, digits > 0 else { return false }
    let hasUpper = token.contains { $0 >= 65 && $0 < 91 }
    let hasLower = token.contains { $0 >= 97 && $0 < 123 }
    guard hasUpper, hasLower else { return false }
    let kinds = token.map { IdentifierScan.isDigit($0) ? 0 : $0 < 91 ? 1 : 2 }
    let changes = zip(kinds, kinds.dropFirst()).count { $0 != $1 }
    return changes * 4 >= token.count && entropy(token) > 3
  }

  /// Bits a byte.
  /// - Source: C. E. Shannon, A Mathematical Theory of Communication, 1948.
  private static func entropy(_ token: [UInt8]) -> Double {
    var counts: [UInt8: Int] = [:]
    for byte in token { counts[byte, default: 0] += 1 }
    return counts.values.reduce(0) { sum, count in
      let share = Double(count) / Double(token.count)
      return sum - share * log2(share)
    }
  }

  /// Card numbers, telephone numbers and other long numbers, with the spaces and dashes that people write into them.
  static func numberForm(in bytes: [UInt8]) -> String? {
    var digits: [UInt8] = []
    var isInternational = false
    var longest = 0
    var run = 0
    func verdict() -> String? {
      if (13...19).contains(digits.count), passesLuhn(digits) { return "a card number" }
      if isInternational, digits.count >= 8 { return "a telephone number" }
      if longest >= 9 || (longest >= 7 && !isDate(digits)) { return "a long number" }
      return nil
    }
    for byte in bytes + [0] {
      if IdentifierScan.isDigit(byte) {
        digits.append(byte)
        run += 1
        longest = max(longest, run)
        continue
      }
      run = 0
      let joins = byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
      if joins, !digits.isEmpty { continue }
      if let form = verdict() { return form }
      digits = []
      longest = 0
      isInternational = byte == UInt8(ascii: "+")
    }
    return nil
  }

  /// The checksum of card numbers.
  /// - Source: ISO/IEC 7812-1, annex B.
  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, byte) in digits.reversed().enumerated() {
      let digit = Int(byte - 48) * (place % 2 == 1 ? 2 : 1)
      sum += digit > 9 ? digit - 9 : digit
    }
    return sum % 10 == 0 && sum > 0
  }

  /// Eight digits such as 20261119.
  private static func isDate(_ digits: [UInt8]) -> Bool {
    guard digits.count == 8 else { return false }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return (1_990...2_100).contains(number / 10_000) && (1...12).contains(number / 100 % 100)
      && (1...31).contains(number % 100)
  }
}
