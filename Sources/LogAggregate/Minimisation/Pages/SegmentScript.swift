/// The writing system of a character, as far as the report shows it.
/// - Source: Unicode, Scripts.txt and Blocks.txt; blocks stand for scripts where they are as good.
enum SegmentScript: Equatable {
  case latin, greek, cyrillic, armenian, georgian, hebrew, arabic, cjk, hangul, thai, lao, tibetan
  case myanmar, ethiopic, khmer
  /// One of the Indic blocks from U+0900 to U+0DFF, counted from 0.
  case indic(UInt32)

  /// The script that `code` belongs to, or `nil` for what is not shown.
  init?(_ code: UInt32) {
    switch code {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x531...0x58F: self = .armenian
    case 0x591...0x5F4: self = .hebrew
    case 0x600...0x6FF, 0x750...0x77F: self = .arabic
    case 0x900...0xDFF: self = .indic((code - 0x900) / 0x80)
    case 0xE00...0xE7F: self = .thai
    case 0xE80...0xEFF: self = .lao
    case 0xF00...0xFFF: self = .tibetan
    case 0x1000...0x109F: self = .myanmar
    case 0x10A0...0x10FF: self = .georgian
    case 0x1200...0x137F: self = .ethiopic
    case 0x1780...0x17B3, 0x17B6...0x17FF: self = .khmer
    case 0x3005...0x3007, 0x3041...0x30FF, 0x3105...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0x20000...0x2FA1F:
      self = .cjk
    // The fillers among the letters of Hangul and Khmer are invisible.
    case 0x1100...0x1112, 0x1161...0x1175, 0x11A8...0x11C2, 0xAC00...0xD7A3: self = .hangul
    default: return nil
    }
  }

  /// Whether words of this script stand beside words of another without a space.
  var joinsLatin: Bool { self == .cjk || self == .hangul }

  /// Whether the script runs from right to left.
  var runsLeft: Bool { self == .hebrew || self == .arabic }

  /// Whether every character of `label` could be taken for a Latin letter.
  /// - Source: the idea is Chromium's IDN policy; the letters are from Unicode's confusables.txt.
  static func looksLatin(_ label: [Unicode.Scalar]) -> Bool {
    label.allSatisfy { $0.isASCII || lookalikes.contains($0) }
  }

  private static let lookalikes = Set(
    "асԁеһіјӏорԛѕԝхуъьгтпвнмкзёїүөґɑαβγεηικνορτυχωϲϳաեիցոսւօխհղոսյզցԛɡıĸſƅƽɩ".unicodeScalars)
}
