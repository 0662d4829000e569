import Testing

@testable import LogAggregate

/// The checks at a gzip member's end, against the definition bit by bit.
@Suite struct GzipCheckTests {
  /// RFC 1952, section 8, bit by bit.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { state, byte in
      (0..<8).reduce(state ^ UInt32(byte)) { word, _ in
        word & 1 == 1 ? word >> 1 ^ 0xEDB8_8320 : word >> 1
      }
    }
  }

  private static func trailer(_ crc: UInt32, _ length: Int) -> [UInt8] {
    [crc, UInt32(length)].flatMap { word in (0..<4).map { UInt8(word >> ($0 * 8) & 0xFF) } }
  }

  private static func verdict(
    _ bytes: [UInt8], _ trailer: [UInt8], pieces: () -> Int
  ) -> GzipCheck.Verdict {
    var check = GzipCheck()
    func each(_ bytes: [UInt8], _ body: (Span<UInt8>) -> Void) {
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(max(1, pieces()))
        rest = rest.dropFirst(piece.count)
        body(Array(piece).span)
      }
    }
    each(bytes) { check.add(inflated: $0) }
    each([9, 9, 9] + trailer) { check.add(stored: $0) }
    return check.verdict
  }

  @Test("the check value of the field is the published one")
  func known() {
    #expect(Self.crc(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test(
    "data of any length in any pieces agree with their trailer, and no others",
    arguments: TestLength.seeds(40))
  func agrees(_ seed: Int) {
    var random = SeededRandom(seed)
    let length =
      random.pick([0, 1, 15, 16, 63, 64, 127, 128, 129, 300, 5000]) + random.int(0...40)
    let bytes = (0..<length).map { _ in UInt8(random.int(0...255)) }
    let most = random.pick([1, 7, 100, 1000, 10_000])
    let crc = Self.crc(bytes)
    func verdict(_ bytes: [UInt8], _ trailer: [UInt8]) -> GzipCheck.Verdict {
      Self.verdict(bytes, trailer) { random.int(1...most) }
    }
    #expect(verdict(bytes, Self.trailer(crc, length)) == .intact, "seed \(seed)")
    #expect(verdict(bytes, Self.trailer(crc, length + 1)) == .wrongLength, "seed \(seed)")
    let bit = UInt32(1) << UInt32(random.int(0...31))
    #expect(verdict(bytes, Self.trailer(crc ^ bit, length)) == .wrongChecksum, "seed \(seed)")
    guard length > 0 else { return }
    var other = bytes
    other[random.int(0...length - 1)] ^= UInt8(1) << UInt8(random.int(0...7))
    #expect(verdict(other, Self.trailer(crc, length)) == .wrongChecksum, "seed \(seed)")
  }
}
