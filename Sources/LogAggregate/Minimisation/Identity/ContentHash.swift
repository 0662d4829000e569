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
  /// - Complexity: O(*n*), 32 bytes a step in two lanes that do not wait for each other; allocates nothing.
  @inline(__always)
  func callAsFunction(_ bytes: Span<UInt8>) -> UInt64 {
    let count = bytes.count
    var state = seed ^ UInt64(truncatingIfNeeded: count)
    if count > 16 {
      state = long(bytes, state)
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

  /// The state behind more than 16 bytes.
  @inline(__always)
  private func long(_ bytes: Span<UInt8>, _ state: UInt64) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in
      // Every word that is read begins at 0 or later and ends at `count` or before.
      let count = bytes.count
      var first = state
      var second = state ^ secret
      var index = 0
      while index &+ 32 < count {
        first = unsafe Self.fold(bytes.word(index) ^ secret, bytes.word(index &+ 8) ^ first)
        second = unsafe Self.fold(bytes.word(index &+ 16) ^ seed, bytes.word(index &+ 24) ^ second)
        index &+= 32
      }
      // The last 32 bytes, some of them again; of fewer the first and the last 16.
      let rest = max(0, count &- 32)
      first = unsafe Self.fold(bytes.word(rest) ^ secret, bytes.word(rest &+ 8) ^ first)
      second = unsafe Self.fold(bytes.word(count &- 16) ^ seed, bytes.word(count &- 8) ^ second)
      return first ^ second
    }
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension UnsafeRawBufferPointer {
  /// The eight bytes from `offset` on as one little-endian word.
  /// - Precondition: eight bytes follow `offset`, which is not checked in a release build.
  @inline(__always)
  fileprivate func word(_ offset: Int) -> UInt64 {
    assert(offset >= 0 && offset &+ 8 <= count)
    guard let base = baseAddress else { return 0 }
    // The caller bounded the offset.
    return unsafe UInt64(littleEndian: (base + offset).loadUnaligned(as: UInt64.self))
  }
}
