import Testing

@testable import logagg

@Suite struct ChainDigestTests {
  @Test(
    "digests are those of FIPS 180-4 and NIST's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digest(message: String, hexadecimal: String) {
    let digest = ChainDigest.digest(of: Array(message.utf8))
    #expect(
      digest.map { Figures.hexadecimal($0, digits: 2) }.joined().lowercased() == hexadecimal)
  }

  @Test("the digest of a million letters is that of NIST's examples")
  func long() {
    let digest = ChainDigest.digest(of: Array(repeating: 0x61, count: 1_000_000))
    #expect(digest.prefix(4) == [0xCD, 0xC7, 0x6E, 0x5C])
    #expect(digest.suffix(4) == [0xC7, 0x11, 0x2C, 0xD0].map { UInt8($0) })
  }
}
