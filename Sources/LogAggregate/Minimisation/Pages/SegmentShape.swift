/// Counts the characters of a path segment, and judges by them whether it may be shown.
///
/// The entropy of a text does not tell a token from a slug; length, mixture and known forms do
/// better, and the threshold of visitors comes after.
/// - Source: `reference` 2.1 and 1.5 on privacy for the limits 8, 12 and 32; the others are ours.
struct SegmentShape {
  static let longestShown = 32
  static let shortestMixedToken = 12
  static let shortestHex = 8
  /// From here on letters without a vowel, or in odd runs, are no word.
  static let shortestCode = 6
  /// Digits in a row that no year, size or version has.
  static let longestShownNumber = 5

  private var characters = 0
  private var digits = 0
  private var hexLetters = 0
  private var letters = 0
  private var capitals = 0
  private var separators = 0
  /// Letters of ASCII that a word can hardly do without.
  private var vowels = 0
  private var asciiLetters = 0
  private var digitRun = 0
  private var longestDigitRun = 0
  /// Changes between small letters, capitals and digits that are not those of a written word.
  private var changes = 0
  /// Runs of letters as no camel-case has: two capitals and more, or one small letter.
  private var oddRuns = 0
  private var hasAt = false
  private var hasAssignment = false
  private var isUnsafe = false
  private var words = SegmentAtWords()

  /// - Parameter segment: canonical UTF-8.
  /// - Complexity: O(length); allocates nothing.
  init(_ segment: Span<UInt8>) {
    var last = Kind.separator
    var run = 0
    for index in segment.indices {
      let byte = segment[index]
      let kind = Kind(byte)
      if kind == last {
        run &+= 1
      } else {
        endRun(of: last, run, before: kind)
        run = 1
        last = kind
      }
      switch kind {
      case .continuation: continue
      case .digit:
        digits &+= 1
        digitRun &+= 1
      case .small:
        letters &+= 1
        asciiLetters &+= 1
        if Self.isVowel(byte) { vowels &+= 1 }
        if byte <= UInt8(ascii: "f") { hexLetters &+= 1 }
      case .capital:
        letters &+= 1
        asciiLetters &+= 1
        if Self.isVowel(byte) { vowels &+= 1 }
        capitals &+= 1
        if byte <= UInt8(ascii: "F") { hexLetters &+= 1 }
      case .other: letters &+= 1
      case .separator:
        separators &+= 1
        words.note(byte)
      case .at: hasAt = true
      case .assignment: hasAssignment = true
      case .unsafe: isUnsafe = true
      }
      words.last = words.last << 8 | UInt32(byte.loweredASCII)
      characters &+= 1
    }
    endRun(of: last, run, before: .separator)
    words.note(UInt8(ascii: "-"))
  }

  /// Whether `segment` is small letters and hyphens, as most are, that no rule below could catch.
  static func isPlain(_ segment: Span<UInt8>) -> Bool {
    guard segment.count <= longestShown else { return false }
    var isWord = segment.count < shortestCode
    var beyondHex: UInt64 = 0
    var base = 0
    while base < segment.count {
      let word = segment.paddedWord(at: base)
      var hyphens = word.lanes(equalTo: UInt8(ascii: "-"))
      let letters = word.lanes(from: UInt8(ascii: "a"), through: UInt8(ascii: "z"))
      let held = min(8, segment.count &- base)
      // The zeros behind the end are neither.
      guard (hyphens | letters).nonzeroBitCount == held else { return false }
      beyondHex |= word.lanes(from: UInt8(ascii: "g"), through: UInt8(ascii: "z"))
      isWord = isWord || hyphens != 0 || hasVowel(word)
      while hyphens != 0 {
        // “-at-” may be the sign, spelt out.
        let place = base &+ hyphens.trailingZeroBitCount / 8
        if place &+ 4 <= segment.count, segment.halfWord(at: place) == 0x2D74_612D { return false }
        hyphens &= hyphens &- 1
      }
      base &+= 8
    }
    return beyondHex != 0 && isWord
  }

  /// Whether one of eight small letters, hyphens or zeros is a vowel.
  private static func hasVowel(_ word: UInt64) -> Bool {
    let open = word.lanes(equalTo: UInt8(ascii: "a")) | word.lanes(equalTo: UInt8(ascii: "e"))
    let round = word.lanes(equalTo: UInt8(ascii: "o")) | word.lanes(equalTo: UInt8(ascii: "u"))
    let close = word.lanes(equalTo: UInt8(ascii: "i")) | word.lanes(equalTo: UInt8(ascii: "y"))
    return (open | round | close) != 0
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private mutating func endRun(of kind: Kind, _ length: Int, before next: Kind) {
    switch kind {
    case .digit:
      longestDigitRun = max(longestDigitRun, digitRun)
      digitRun = 0
      if next == .small || next == .capital { changes &+= 1 }
    case .small:
      if length == 1 && next == .capital { oddRuns &+= 1 }
      if next == .capital || next == .digit { changes &+= 1 }
    case .capital:
      if length > 1 && next == .small { oddRuns &+= 1 }
      if next == .digit { changes &+= 1 }
    default: break
    }
  }

  /// What must stand for the segment, or `nil` where it may be shown.
  func placeholder(for segment: Span<UInt8>) -> SegmentPlaceholder? {
    if isUnsafe { return .token }
    if hasAt { return .email }
    if words.spellAddress { return .email }
    if words.hasLoneAt && SegmentAtWords.spellsDomain(segment) { return .email }
    if digits > 0 && letters == 0 && !hasAssignment { return .number }
    if isUUID(segment) { return .uuid }
    if characters >= Self.shortestHex && digits + hexLetters == characters { return .hexadecimal }
    if characters > Self.longestShown || hasAssignment { return .token }
    if digits > 0 {
      if characters >= Self.shortestMixedToken || longestDigitRun > Self.longestShownNumber {
        return .token
      }
      let mixedCase = capitals > 0 && capitals < letters
      if characters >= 8 && changes >= 4 && (separators == 0 || mixedCase) { return .token }
    } else if characters >= Self.shortestMixedToken && startsAsJWT(segment) {
      return .token
    }
    return isCode ? .token : nil
  }

  /// Whether the segment is letters, and maybe digits among them, as no word has: `aBcDeF`, `K7QXQRT`, `xkqrtz`.
  private var isCode: Bool {
    guard characters >= Self.shortestCode, separators == 0, letters == asciiLetters else {
      return false
    }
    if digits == 0 { return oddRuns >= 3 || vowels == 0 }
    return changes >= 2 && (capitals == letters || vowels == 0)
  }

  /// - Source: RFC 9562, section 4.
  private func isUUID(_ segment: Span<UInt8>) -> Bool {
    guard characters == 36, digits + hexLetters == 32, segment.count == 36 else { return false }
    return [8, 13, 18, 23].allSatisfy { segment[$0] == UInt8(ascii: "-") }
  }

  /// `{"` in base64: how a JSON Web Token begins.
  private func startsAsJWT(_ segment: Span<UInt8>) -> Bool {
    segment[0] == UInt8(ascii: "e") && segment[1] == UInt8(ascii: "y")
      && segment[2] == UInt8(ascii: "J")
  }

  private enum Kind: UInt8 {
    case digit, small, capital, separator, at, assignment, unsafe, other, continuation

    @inline(__always)
    init(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .small
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .capital
      case 0xC0...0xFF: self = .other
      case 0x80...0xBF: self = .continuation
      case UInt8(ascii: "@"): self = .at
      case UInt8(ascii: "="), UInt8(ascii: "&"): self = .assignment
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
        UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "?"),
        UInt8(ascii: "#"), UInt8(ascii: ";"):
        self = .unsafe
      default: self = .separator
      }
    }
  }
}
