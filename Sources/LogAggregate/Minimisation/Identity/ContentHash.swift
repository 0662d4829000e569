/// A fast keyed digest of a field's bytes, by which caches know contents without holding them.
///
/// It is no pseudonym: it keys look-ups within one run, under a secret that an author of log lines does not know.
/// - Source: the folded multiply of wyhash (Wang Yi, public domain).
struct ContentHash: Sendable {
  private let seed: UInt64
  private let secret: UInt64

  init(key: RunKey) {
    // Separate from the pseudonym's use of the same key.
    var state = SipHash(key: key.halves)
    seed = state.finish(0x0100_0000_0000_0001)
    state = SipHash(key: key.halves)
    secret = state.finish(0x0100_0000_0000_0002) | 1
  }

  /// The digest of `bytes`; never 0.
  /// - Complexity: O(*n*), sixteen bytes a step; allocates nothing.
  @inline(__always)
  func callAsFunction(_ bytes: Span<UInt8>) -> UInt64 {
    let count = bytes.count
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    if count >= 16 {
      var index = 0
      let last = count &- 16
      while index < last {
        state = Self.fold(bytes.word(at: index) ^ secret, bytes.word(at: index &+ 8) ^ state)
        index &+= 16
      }
      state = Self.fold(bytes.word(at: last) ^ secret, bytes.word(at: last &+ 8) ^ state)
    } else if count >= 8 {
      state = Self.fold(bytes.word(at: 0) ^ secret, bytes.word(at: count &- 8) ^ state)
    } else if count >= 4 {
      let low = UInt64(bytes.halfWord(at: 0))
      let high = UInt64(bytes.halfWord(at: count &- 4))
      state = Self.fold((low << 32 | high) ^ secret, state)
    } else {
      var word: UInt64 = 0
      for index in bytes.indices { word = word << 8 | UInt64(bytes[index]) }
      state = Self.fold(word ^ secret, state)
    }
    return Self.fold(state ^ seed, secret) | 1
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
