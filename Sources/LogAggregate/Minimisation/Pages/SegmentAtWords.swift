/// Notices an e-mail address that is spelt out: `alice at example dot com`, `alice-at-example.com`.
struct SegmentAtWords {
  /// The last four bytes, in lower case.
  var last: UInt32 = UInt32(UInt8(ascii: "-"))
  private var openAt = false
  private var closed = false

  /// Whether an address was seen.
  var spellAddress: Bool { closed }

  /// Takes note of `separator`, which ends the word that `last` ends with.
  mutating func note(_ separator: UInt8) {
    if openAt && separator == UInt8(ascii: ".") { closed = true }
    let word = last & 0xFFFF
    let before = UInt8(truncatingIfNeeded: last >> 16)
    if word == 0x6174 && !Self.isLetter(before) {
      openAt = true
      // Between hyphens “at” is a word like others, until a dot follows.
      if !Self.isHyphen(separator) && !Self.isHyphen(before) { closed = true }
    }
    if openAt && last & 0xFFFFFF == 0x646F74 && !Self.isLetter(UInt8(last >> 24)) { closed = true }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
      || (0x30...0x39).contains(byte)
  }

  private static func isHyphen(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
