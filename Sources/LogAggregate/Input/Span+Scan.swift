internal import CShims
internal import Glibc

extension Span<UInt8> {
  /// The number of bytes from `start` to the next `byte`, or `nil` where there is none.
  /// - Precondition: `start` is within `0...count`.
  /// - Complexity: O(*n*), by `memchr`; allocates nothing.
  @inline(__always) func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    precondition(start >= 0 && start <= count)
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let hit = unsafe memchr(base + start, Int32(byte), bytes.count &- start)
      else { return nil }
      // `hit` lies in the buffer it was searched in.
      return unsafe UnsafeRawPointer(hit) - base &- start
    }
  }

  /// The number of bytes before the last `byte`, or `nil` where there is none.
  /// - Complexity: O(*n*), by `memrchr`; allocates nothing.
  @inline(__always) func offset(ofLast byte: UInt8) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let hit = unsafe shim_memrchr(base, Int32(byte), bytes.count)
      else { return nil }
      // `hit` lies in the buffer it was searched in.
      return unsafe UnsafeRawPointer(hit) - base
    }
  }

  /// The eight bytes from `offset` on as one little-endian word.
  /// - Precondition: eight bytes follow `offset`.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= count)
    // The eight bytes lie within the buffer, as checked above.
    return unsafe withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// The four bytes from `offset` on as one little-endian word.
  /// - Precondition: four bytes follow `offset`.
  @inline(__always) func halfWord(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 4 <= count)
    // The four bytes lie within the buffer, as checked above.
    return unsafe withUnsafeBytes {
      unsafe UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }

  /// Whether the bytes are those of `text`.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    // Both buffers hold `count` bytes.
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return true }
      return unsafe memcmp(base, text.utf8Start, bytes.count) == 0
    }
  }
}

extension Span<UInt8> {
  /// Whether `word`'s UTF-8 bytes occur within.
  /// - Complexity: O(*n* · length of `word`); allocates nothing.
  func contains(_ word: String) -> Bool {
    let wanted = word.utf8
    guard let first = wanted.first else { return true }
    var from = 0
    while let distance = offset(of: first, from: from) {
      let start = from &+ distance
      guard count &- start >= wanted.count else { return false }
      var place = start
      if wanted.allSatisfy({ byte in
        defer { place &+= 1 }
        return self[place] == byte
      }) {
        return true
      }
      from = start &+ 1
    }
    return false
  }
}
