/// Text made safe to show: what hides, turns or ends text is written out as its code point.
enum Visible {
  /// The text with each hidden character as `<U+202E>`, and no more than four marks on a letter.
  /// - Complexity: O(*n*); plain ASCII is returned as it is.
  static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var safe = ""
    var marks = 0
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        safe += "<U+" + Figures.hexadecimal(scalar.value, digits: 4) + ">"
        marks = 0
      } else if isMark(scalar) {
        marks += 1
        if marks <= 4 { safe.unicodeScalars.append(scalar) }
      } else {
        safe.unicodeScalars.append(scalar)
        marks = 0
      }
    }
    return safe
  }

  /// Whether the scalar is a control, a format character such as a bidi override, a separator of
  /// lines, or no character at all; the two joiners that scripts need are not.
  /// - Source: Unicode Standard 4.5 (general category); UAX #9 2.1.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    if scalar.value == 0x200C || scalar.value == 0x200D { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default: return scalar.properties.isDefaultIgnorableCodePoint && !isVariation(scalar)
    }
  }

  private static func isVariation(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value)
  }

  /// Whether the scalar is drawn over the one before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The number of terminal columns that the text takes: wide characters take two, marks none.
  /// - Source: UAX #11, East Asian Width W and F, by block.
  static func columns(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    if isMark(scalar) || scalar.value == 0x200C || scalar.value == 0x200D { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]

  /// The text, safe and at most `limit` columns wide, an ellipsis in the place of its middle.
  static func cut(_ text: String, to limit: Int) -> String {
    let safe = Visible.text(text)
    guard columns(safe) > limit, limit > 1 else { return safe }
    let room = limit - 1
    let tail = end(of: safe.reversed(), columns: room / 2)
    let head = end(of: Array(safe), columns: room - room / 2)
    return String(head) + "…" + String(tail.reversed())
  }

  private static func end(of characters: [Character], columns limit: Int) -> [Character] {
    var used = 0
    return Array(
      characters.prefix { character in
        used += columns(String(character))
        return used <= limit
      })
  }
}
