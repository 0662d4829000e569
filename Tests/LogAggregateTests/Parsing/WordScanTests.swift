import Testing

@testable import LogAggregate

/// Scans by words of eight bytes find what scans by bytes find.
@Suite struct WordScanTests {
  /// Bytes that are near those looked for, from a seeded generator.
  private static func samples(_ count: Int, _ alphabet: [UInt8]) -> [[UInt8]] {
    var state: UInt64 = 0x5EED
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    return (0..<count).map { _ in
      (0..<Int(next() % 100)).map { _ in alphabet[Int(next() % UInt64(alphabet.count))] }
    }
  }

  @Test("the first byte of a kind, or of two, is found wherever it stands")
  func shortOffset() {
    let others: [UInt8] = [0x1F, 0x21, 0xA0, 0x00, 0xFF, 0x61, 0x62, 0x63, 0x64]
    for rarity in [1, 8] {
      let alphabet = [[0x20, 0x2F]] + [[UInt8]](repeating: others, count: rarity)
      for bytes in Self.samples(4000, alphabet.flatMap(\.self)) {
        #expect(bytes.span.shortOffset(of: 0x20) == bytes.firstIndex(of: 0x20), "\(bytes)")
        #expect(
          bytes.span.shortOffset(of: 0x20, or: 0x2F)
            == bytes.firstIndex { $0 == 0x20 || $0 == 0x2F }, "\(bytes)")
      }
    }
  }

  @Test("leading digits are counted up to the first byte that is none")
  func leadingDigits() {
    for bytes in Self.samples(4000, Array("0123456789".utf8) + [0x2F, 0x3A, 0xB0, 0xB9, 0x20]) {
      guard bytes.count >= 8 else { continue }
      let count = bytes.prefix(8).firstIndex { !(0x30...0x39).contains($0) } ?? 8
      #expect(Digits.leading(bytes.span.word(at: 0)) == count, "\(bytes)")
    }
  }

  @Test("content digests differ where one byte of any length differs")
  func digestsDiffer() throws {
    let hash = ContentHash(key: try RunKey())
    for length in 0...100 {
      let bytes = [UInt8](repeating: 0x61, count: length)
      var seen: Set<UInt64> = [hash(bytes.span)]
      for place in 0..<length {
        var changed = bytes
        changed[place] = 0x62
        seen.insert(hash(changed.span))
      }
      #expect(seen.count == length + 1, "of \(length) bytes")
      #expect(hash(bytes.span) == hash(bytes.span))
    }
  }
}
