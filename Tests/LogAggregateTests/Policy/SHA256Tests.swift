import Testing

@testable import LogAggregate

@Suite struct SHA256Tests {
  /// - Source: FIPS 180-4 examples; NIST CAVP `SHA256ShortMsg`.
  static let vectors: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  /// The processor's instructions, where it has them, and the plain rounds.
  static let paths = [true, false]

  private static func digest(_ pieces: [ArraySlice<UInt8>], _ usesInstructions: Bool) -> [UInt8] {
    var hash = SHA256(usesInstructions: usesInstructions)
    for piece in pieces { hash.update(Array(piece).span) }
    return hash.finish()
  }

  @Test("the standard's examples have the standard's digests", arguments: vectors, paths)
  func examples(_ vector: (text: String, digest: String), _ usesInstructions: Bool) {
    let digest = Self.digest([Array(vector.text.utf8)[...]], usesInstructions)
    #expect(digest.hexadecimal == vector.digest)
  }

  @Test("bytes in pieces have the digest of the whole, at every length around a block")
  func pieces() {
    for length in 0..<300 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let whole = Self.digest([bytes[...]], false)
      let parts = [bytes[..<(length / 3)], bytes[(length / 3)...]]
      for path in Self.paths {
        #expect(Self.digest(parts, path) == whole, "\(length) bytes")
        #expect(Self.digest(bytes.indices.map { bytes[$0...$0] }, path) == whole)
      }
    }
  }
}
