/// A set of short words, looked up by the bytes of a path segment, capital ASCII letters as small.
struct SegmentWords: Sendable {
  /// Longest word, in bytes, that the set can hold.
  static let longestWord = 16

  private var packed: [UInt128] = []
  /// A bit for what each word hashes to: most segments are no word, and are out after one look.
  private var filter = InlineArray<8, UInt64>(repeating: 0)

  /// - Parameter words: separated by spaces.
  init(_ words: String) {
    formUnion(words.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) })
  }

  /// Adds `words`; longer ones than `longestWord`, and empty ones, are left out.
  mutating func formUnion(_ words: [String]) {
    packed = Set(packed + words.compactMap(Self.packed)).sorted()
    for word in packed {
      let bit = Self.bit(word)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  mutating func subtract(_ words: [String]) {
    packed = Set(packed).subtracting(words.compactMap(Self.packed)).sorted()
  }

  /// - Parameter word: as `packed(_:)` makes it; 0 is in no set.
  /// - Complexity: O(log count); allocates nothing.
  func contains(_ word: UInt128) -> Bool {
    let bit = Self.bit(word)
    if word == 0 || filter[bit >> 6] >> UInt64(bit & 63) & 1 == 0 { return false }
    var low = 0
    var high = packed.count
    while low < high {
      let middle = (low &+ high) / 2
      if packed[middle] < word { low = middle &+ 1 } else { high = middle }
    }
    return low < packed.count && packed[low] == word
  }

  /// The bytes of `word` in lower case as one number, or 0 where they are too many or none, or end with a zero.
  @inline(__always)
  static func packed(_ word: Span<UInt8>) -> UInt128 {
    guard word.count <= longestWord, let last = word.indices.last, word[last] != 0 else { return 0 }
    return UInt128(word.paddedWord(at: 8).loweredLanes) << 64
      | UInt128(word.paddedWord(at: 0).loweredLanes)
  }

  /// Nine bits of a word, by Fibonacci hashing.
  private static func bit(_ word: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: word) ^ UInt64(truncatingIfNeeded: word >> 64)
    return Int((folded &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }

  private static func packed(_ word: String) -> UInt128? {
    let bytes = Array(word.utf8)
    let number = packed(bytes.span)
    return number == 0 ? nil : number
  }
}
