/// Notices an e-mail address that is spelt out: `alice at example dot com`, `alice-at-example.com`.
struct SegmentAtWords {
  /// The last four bytes, in lower case.
  var last: UInt32 = UInt32(UInt8(ascii: "-"))
  private var openAt = false
  private var closed = false

  /// Whether an address was seen.
  var spellAddress: Bool { closed }

  /// Whether a lone “at” was seen between hyphens or underscores, which may be a word like others.
  var hasLoneAt: Bool { openAt && !closed }

  /// Last words of domains that end no English sentence, and names of mail services.
  private static let domainWords = SegmentWords(
    """
    com org net edu gov mil biz de fr uk nl pl ru cn jp br se ch eu es io cz dk fi pt hu ro gr kr tw hk sg nz au \
    ca mx ar za tr ua ie il gmail googlemail yahoo ymail hotmail outlook live msn icloud aol gmx proton protonmail \
    yandex qq rediffmail mailinator zoho fastmail
    """)

  /// Whether a domain follows a lone “at” in which underscores or hyphens stand for dots: `alice_at_example_com`.
  /// - Precondition: ``hasLoneAt``.
  static func spellsDomain(_ segment: Span<UInt8>) -> Bool {
    var start = segment.count
    var end = segment.count
    while start > 0 {
      start &-= 1
      guard start == 0 || isHyphen(segment[start &- 1]) else { continue }
      let word = segment.extracting(start..<end)
      if word.count == 2, word[0] | 0x20 == 0x61, word[1] | 0x20 == 0x74 { return false }
      // Last, or the name of a mail service right after the “at”.
      if domainWords.contains(SegmentWords.packed(word)) { return true }
      end = max(start &- 1, 0)
    }
    return false
  }

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
