/// SipHash-2-4 with 64 bits of output: the keyed pseudo-random function behind every pseudonym.
/// - Source: Aumasson and Bernstein, “SipHash: a fast short-input PRF” (2012).
struct SipHash {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64

  @inline(__always)
  init(key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736f_6d65_7073_6575
    v1 = key.1 ^ 0x646f_7261_6e64_6f6d
    v2 = key.0 ^ 0x6c79_6765_6e65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  /// Takes in eight bytes.
  @inline(__always)
  mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  /// Takes in the last word, whose top byte is the message's length modulo 256, and returns the tag.
  @inline(__always)
  mutating func finish(_ last: UInt64) -> UInt64 {
    absorb(last)
    v2 ^= 0xFF
    round()
    round()
    round()
    round()
    return v0 ^ v1 ^ v2 ^ v3
  }

  /// The tag of a whole message.
  static func tag(of bytes: Span<UInt8>, key: (UInt64, UInt64)) -> UInt64 {
    var state = SipHash(key: key)
    var index = 0
    while bytes.count &- index >= 8 {
      state.absorb(bytes.word(at: index))
      index &+= 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    var shift: UInt64 = 0
    while index < bytes.count {
      last |= UInt64(bytes[index]) << shift
      shift &+= 8
      index &+= 1
    }
    return state.finish(last)
  }

  @inline(__always)
  private mutating func round() {
    v0 = v0 &+ v1
    v2 = v2 &+ v3
    v1 = Self.rotate(v1, 13) ^ v0
    v3 = Self.rotate(v3, 16) ^ v2
    v0 = Self.rotate(v0, 32)
    v2 = v2 &+ v1
    v0 = v0 &+ v3
    v1 = Self.rotate(v1, 17) ^ v2
    v3 = Self.rotate(v3, 21) ^ v0
    v2 = Self.rotate(v2, 32)
  }

  @inline(__always)
  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
    (word << count) | (word >> (64 &- count))
  }
}
