/// Brings the text of a segment into one form, or refuses what cannot be read safely.
///
/// One form: bases and marks joined as in NFC, full-width ASCII and the digits of other scripts in
/// ASCII, the joiners inside Persian and Indic words left out. Refused: bytes that are not UTF-8;
/// controls, marks of direction, invisible and unassigned characters, symbols; marks that did not
/// join; and a word of two scripts, since one letter of it may be there to look like another.
enum PathNormalText {
  static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var all: UInt8 = 0
    for index in bytes.indices { all |= bytes[index] }
    return all < 0x80
  }

  /// Appends the text in its one form; `false` where it is refused, and `page` then holds a part.
  /// - Complexity: O(length); allocates nothing beyond the growth of `page`.
  static func append(_ segment: Span<UInt8>, to page: inout [UInt8]) -> Bool {
    var index = 0
    var pending: UInt32?
    var word: SegmentScript?
    while index < segment.count {
      guard var code = scalar(in: segment, at: &index) else { return false }
      if code == 0x200C || code == 0x200D {
        // Nothing is lost for the eye that counting needs.
        guard let word, word == .arabic || isIndic(word) else { return false }
        continue
      }
      if let base = pending, let joined = PathNormalForm.compose(base, code) {
        pending = joined
        continue
      }
      guard let plain = plainForm(code) else { return false }
      code = plain.code
      if plain.isLetter {
        let script = SegmentScript(code)
        guard let script, word == nil || word == script || script.joins(word) else { return false }
        word = script
      } else {
        word = nil
      }
      if let base = pending { encode(base, to: &page) }
      pending = code
    }
    if let base = pending { encode(base, to: &page) }
    return true
  }

  private static func isIndic(_ script: SegmentScript) -> Bool {
    if case .indic = script { true } else { false }
  }

  /// The character that stands for `code`, and whether it is part of a word, or `nil` to refuse it.
  private static func plainForm(_ code: UInt32) -> (code: UInt32, isLetter: Bool)? {
    if code < 0x80 { return (code, UInt8(code).isASCIILetter) }
    switch code {
    // Letters throughout: no table of properties is asked.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F, 0x410...0x44F, 0x621...0x63A, 0x641...0x64A,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x3041...0x3096, 0x30A1...0x30FA:
      return (code, true)
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF20, 0xFF0D, 0xFF3F:
      return (code - 0xFEE0, code > 0xFF20 && code != 0xFF3F)
    // The small commercial at.
    case 0xFE6B: return (0x40, false)
    default: break
    }
    guard let properties = Unicode.Scalar(code)?.properties else { return nil }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark,
      .spacingMark:
      return SegmentScript(code) == nil ? nil : (code, true)
    case .decimalNumber:
      guard SegmentScript(code) != nil, let value = properties.numericValue else { return nil }
      return (UInt32(0x30 + Int(value)), false)
    case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return code < 0x3100 ? (code, false) : nil
    default: return nil
    }
  }

  /// The character of UTF-8 at `index`, which moves past it, or `nil`.
  /// - Source: RFC 3629; Unicode, table 3-7.
  private static func scalar(in bytes: Span<UInt8>, at index: inout Int) -> UInt32? {
    let first = bytes[index]
    index &+= 1
    if first < 0x80 { return UInt32(first) }
    let more: Int
    var code: UInt32
    switch first {
    case 0xC2...0xDF: (more, code) = (1, UInt32(first & 0x1F))
    case 0xE0...0xEF: (more, code) = (2, UInt32(first & 0x0F))
    case 0xF0...0xF4: (more, code) = (3, UInt32(first & 0x07))
    default: return nil
    }
    guard index + more <= bytes.count else { return nil }
    for _ in 0..<more {
      guard bytes[index] & 0xC0 == 0x80 else { return nil }
      code = code << 6 | UInt32(bytes[index] & 0x3F)
      index &+= 1
    }
    let least: UInt32 = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000
    return code >= least && Unicode.Scalar(code) != nil ? code : nil
  }

  private static func encode(_ code: UInt32, to page: inout [UInt8]) {
    if code < 0x80 {
      page.append(UInt8(truncatingIfNeeded: code))
      return
    }
    if code < 0x800 {
      page.append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
    } else {
      if code < 0x10000 {
        page.append(UInt8(truncatingIfNeeded: 0xE0 | code >> 12))
      } else {
        page.append(UInt8(truncatingIfNeeded: 0xF0 | code >> 18))
        page.append(UInt8(truncatingIfNeeded: 0x80 | code >> 12 & 0x3F))
      }
      page.append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F))
    }
    page.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
  }
}

extension SegmentScript {
  /// Whether a word may go on from `other` into this script.
  fileprivate func joins(_ other: SegmentScript?) -> Bool {
    joinsLatin || (other?.joinsLatin ?? false)
  }
}
