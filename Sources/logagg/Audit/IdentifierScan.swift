/// Looks for what may name a person in the words of a report, by form and by entropy.
///
/// A second net: templates and thresholds come first, and no form tells every secret. A finding names the form and the
/// place, never the word.
/// - Source: `Documentation/PrivacyModel.md`; forms of RFC 4122, RFC 7519, RFC 5322, ISO/IEC 7812 (Luhn).
enum IdentifierScan {
  static func findings(in report: AuditedReport) -> [AuditFinding] {
    report.words.compactMap { word in
      // The policy's digest is meant to be there.
      if word.text == report.policyDigest { return nil }
      return suspicion(of: word.text).map {
        AuditFinding(
          file: report.file, place: word.place, rule: .identifier, problem: "it looks like \($0)")
      }
    }
  }

  /// What a word looks like, if it looks like an identifier.
  /// - Complexity: O(length).
  static func suspicion(of word: String) -> String? {
    var bytes = Array(word.utf8)
    for _ in 0..<4 {
      if let form = form(of: bytes) { return form }
      guard let decoded = percentDecoded(bytes) else { return nil }
      bytes = decoded
    }
    return form(of: bytes)
  }

  private static func form(of bytes: [UInt8]) -> String? {
    if isAgent(bytes) { return "a user agent" }
    if hasMail(bytes) { return "an e-mail address" }
    if hasQuery(bytes) { return "a URL with a query" }
    for token in bytes.split(whereSeparator: { !isOfAddress($0) }) {
      if let form = AddressForms.form(of: Array(token)) { return form }
    }
    for token in bytes.split(whereSeparator: { !isOfToken($0) }) {
      if let form = TokenForms.form(of: Array(token)) { return form }
    }
    return TokenForms.numberForm(in: bytes)
  }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    isHexadecimal(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-") || isLetter(byte)
  }

  private static func isOfToken(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isAgent(_ bytes: [UInt8]) -> Bool {
    let lowered = String(decoding: bytes, as: UTF8.self).lowercased()
    return ["mozilla/", "applewebkit", "gecko/", "(compatible;", "like gecko"]
      .contains { lowered.contains($0) }
  }

  /// A name, an at sign as it is or written out, and a domain; words of prose such as “at” need a written “dot” too.
  private static func hasMail(_ bytes: [UInt8]) -> Bool {
    let lowered = String(decoding: bytes, as: UTF8.self).lowercased()
    for sign in ["@", "\u{FF20}", "(at)", "[at]", "{at}", "_at_", "-at-", " at "] {
      let dots =
        sign == " at " ? [" dot ", "(dot)"] : [".", "(dot)", "[dot]", "dot", "_com", "-com"]
      var rest = lowered[...]
      while let range = rest.firstRange(of: sign) {
        let name = rest[..<range.lowerBound].last
        rest = rest[range.upperBound...]
        let host = rest.prefix { $0.isLetter || $0.isNumber || "-._ ()[]".contains($0) }
        guard name?.isLetter == true || name?.isNumber == true else { continue }
        if dots.contains(where: { host.contains($0) }) { return true }
      }
    }
    return false
  }

  private static func hasQuery(_ bytes: [UInt8]) -> Bool {
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "?")) else { return false }
    return bytes[mark...].contains(UInt8(ascii: "="))
  }

  /// The bytes with percent escapes decoded once; `nil` where there are none.
  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    var isChanged = false
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
        let high = Character(Unicode.Scalar(bytes[place + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(bytes[place + 2])).hexDigitValue
      {
        decoded.append(UInt8(high << 4 | low))
        isChanged = true
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return isChanged ? decoded : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte < 58 }

  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 97 && byte | 0x20 < 123 }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 97 && byte | 0x20 < 103)
  }
}
