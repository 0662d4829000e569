/// Joins a base character and the mark after it, as NFC does.
///
/// Marks are joined in the order in which they come: two marks on one base that are out of canonical
/// order stay apart (whoever reads the result refuses loose marks).
/// - Source: Unicode Standard Annex 15; chapter 3.12 for Hangul.
enum PathNormalForm {
  /// The one character that `base` and `mark` are, or `nil`.
  /// - Complexity: O(log pairs); allocates nothing.
  static func compose(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    if (0x1100..<0x1113).contains(base) && (0x1161..<0x1176).contains(mark) {
      return 0xAC00 + ((base - 0x1100) * 21 + (mark - 0x1161)) * 28
    }
    if (0xAC00..<0xD7A4).contains(base) && (base - 0xAC00) % 28 == 0
      && (0x11A8..<0x11C3).contains(mark)
    {
      return base + mark - 0x11A7
    }
    guard isMark(mark) && base < 0x10000 else { return nil }
    let records = PathNormalFormData.records
    let length = PathNormalFormData.recordLength
    let wanted = mark << 16 | base
    var low = 0
    var high = records.count / length
    while low < high {
      let middle = low + (high - low) / 2
      let key = number(in: records, at: middle * length, digits: 8)
      if key == wanted { return number(in: records, at: middle * length + 8, digits: 4) }
      if key < wanted { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Whether `code` is in a block of which some character joins the one before it.
  private static func isMark(_ code: UInt32) -> Bool {
    switch code {
    case 0x0300..<0x0346, 0x0653...0x0655, 0x093C, 0x09BE, 0x09D7, 0x0B3E...0x0B57, 0x0BBE...0x0BD7,
      0x0C56, 0x0CC2...0x0CD6, 0x0D3E...0x0D57, 0x0DCA...0x0DDF, 0x102E, 0x1B35, 0x3099, 0x309A:
      true
    default: false
    }
  }

  private static func number(in text: Span<UInt8>, at start: Int, digits: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in start..<start + digits {
      let byte = UInt32(text[index])
      value = value << 4 | (byte & 0xF) &+ (byte > 0x39 ? 9 : 0)
    }
    return value
  }
}
