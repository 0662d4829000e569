extension Punycode {
  /// The domain in letters where that cannot mislead, else as it is.
  ///
  /// Every label must be of one script (digits and hyphens aside), hold no mark and no character
  /// outside the table of scripts, and not be readable as a Latin word when it is none. From right to
  /// left nothing is mixed with Latin. One label that fails leaves the whole domain in ASCII.
  /// - Source: UTS 39, section 5.1; RFC 5893 for the reason behind the last rule.
  /// - Complexity: O(length); what holds no coded label, as nearly all domains, is taken as it is.
  static func displayed(_ domain: Span<UInt8>) -> String {
    guard hasCodedLabel(domain) else { return text(domain) }
    var shown = String.UnicodeScalarView()
    var scripts: [SegmentScript] = []
    var start = 0
    while start < domain.count {
      var end = start
      while end < domain.count && domain[end] != UInt8(ascii: ".") { end += 1 }
      guard let label = safeLabel(domain.extracting(start..<end), scripts: &scripts) else {
        return text(domain)
      }
      if start > 0 { shown.append(".") }
      shown.append(contentsOf: label)
      start = end + 1
    }
    if scripts.contains(where: \.runsLeft) && scripts.contains(where: { !$0.runsLeft }) {
      return text(domain)
    }
    return String(shown)
  }

  private static func safeLabel(
    _ label: Span<UInt8>, scripts: inout [SegmentScript]
  ) -> [Unicode.Scalar]? {
    guard RegistrableDomain.isPunycode(label) else {
      if let first = label.isEmpty ? nil : SegmentScript(UInt32(label[0])) { scripts.append(first) }
      return (0..<label.count).map { Unicode.Scalar(label[$0]) }
    }
    let coded = label.extracting(droppingFirst: 4)
    guard let scalars = decode(coded), !scalars.allSatisfy(\.isASCII), let again = encode(scalars),
      again.count == coded.count, coded.indices.allSatisfy({ again[$0] == coded[$0] })
    else { return nil }
    var script: SegmentScript?
    for scalar in scalars where !isDigitOrHyphen(scalar) {
      guard let found = SegmentScript(scalar.value), script == nil || script == found,
        isPlainLetter(scalar)
      else { return nil }
      script = found
    }
    guard let script else { return nil }
    if script == .latin {
      guard scalars.allSatisfy({ $0.value < 0x180 && !confusable.contains($0) }) else { return nil }
    } else if SegmentScript.looksLatin(scalars) {
      return nil
    }
    scripts.append(script)
    return scalars
  }

  private static let confusable: [Unicode.Scalar] = ["ı", "ĸ", "ŀ", "ŉ", "ſ", "ŋ", "ł", "þ", "ð"]

  private static func isDigitOrHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || ("0"..."9").contains(scalar)
  }

  private static func isPlainLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter: true
    // Vowel signs are marks: without them there is no Devanagari.
    case .spacingMark, .nonspacingMark: scalar.value >= 0x900
    default: false
    }
  }

  private static func hasCodedLabel(_ domain: Span<UInt8>) -> Bool {
    var start = 0
    while let dot = domain.offset(of: UInt8(ascii: "."), from: start) {
      if RegistrableDomain.isPunycode(domain.extracting(start..<start + dot)) { return true }
      start += dot + 1
    }
    return RegistrableDomain.isPunycode(domain.extracting(droppingFirst: start))
  }

  /// The domain as it is, in ASCII.
  private static func text(_ domain: Span<UInt8>) -> String {
    guard let text = try? UTF8Span(validating: domain) else { return "" }
    return String(copying: text)
  }
}
