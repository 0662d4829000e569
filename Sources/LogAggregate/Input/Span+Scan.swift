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

  /// As ``offset(of:from:)``, for few bytes, without a call.
  @inline(__always) func shortOffset(of byte: UInt8) -> Int? { shortOffset(of: byte, or: byte) }

  /// The number of bytes before the first of two, or `nil` where there is neither.
  @inline(__always) func shortOffset(of byte: UInt8, or other: UInt8) -> Int? {
    let place = unsafe withUnsafeBufferPointer {
      unsafe shim_place($0.baseAddress, $0.count, byte, other)
    }
    return place < count ? Int(place) : nil
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

  /// Which of the 64 bytes from `offset` on, as far as there are, are one of two: the first is the lowest bit.
  /// - Precondition: `offset` is within `0..<count`.
  @inline(__always)
  func places(of byte: UInt8, or other: UInt8, from offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset < count)
    guard count >= 64 else {
      var places: UInt64 = 0
      for index in offset..<count where self[index] == byte || self[index] == other {
        places |= 1 &<< UInt64(truncatingIfNeeded: index &- offset)
      }
      return places
    }
    // The last 64 bytes where fewer follow.
    let start = Swift.min(offset, count &- 64)
    // From `start` on there are 64 bytes in the buffer.
    let places = unsafe withUnsafeBytes { bytes in
      unsafe bytes.baseAddress.map { unsafe shim_places($0 + start, byte, other) } ?? 0
    }
    return places &>> UInt64(truncatingIfNeeded: offset &- start)
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

extension Span<UInt8> {
  /// Writes the bytes from `start` to `end` to `target` from `offset` on, with `%20` and the like decoded.
  /// - Precondition: the range is within the span, and `target` has room for as many bytes.
  /// - Returns: where the decoded bytes end.
  /// - Complexity: O(*n*); allocates nothing.
  func copyPercentDecoded(
    _ start: Int, _ end: Int, sign: UInt8, to target: inout [UInt8], at offset: Int
  ) -> Int {
    let source = extracting(start..<end)
    precondition(offset >= 0 && offset &+ source.count <= target.count)
    return unsafe source.withUnsafeBufferPointer { from in
      unsafe target.withUnsafeMutableBufferPointer { to in
        var index = 0
        var place = offset
        let count = from.count
        // Decoding only shortens, so that `place` stays within what was checked above.
        let wide = UInt64(sign) &* 0x0101_0101_0101_0101
        while index < count {
          // Eight bytes at once, up to the sign among them.
          if index &+ 8 <= count, place &+ 8 <= to.count {
            let word = unsafe UnsafeRawBufferPointer(from).loadUnaligned(
              fromByteOffset: index, as: UInt64.self)
            unsafe UnsafeMutableRawBufferPointer(to).storeBytes(
              of: word, toByteOffset: place, as: UInt64.self)
            let length = (word.littleEndian ^ wide).firstZeroByte
            index &+= length
            place &+= length
            if length == 8 { continue }
          }
          let byte = unsafe from[index]
          if byte == sign, index &+ 2 < count,
            let high = unsafe hexDigit(from[index &+ 1]),
            let low = unsafe hexDigit(from[index &+ 2])
          {
            unsafe to[place] = high << 4 | low
            index &+= 3
          } else {
            unsafe to[place] = byte
            index &+= 1
          }
          place &+= 1
        }
        return place
      }
    }
  }

  /// Where the field that begins at `start` ends: before the next `byte`, or at the end.
  ///
  /// Most columns are short, so that sixteen bytes are looked at before the call.
  /// - Precondition: `start` is within `0...count`.
  @inline(__always) func end(of start: Int, before byte: UInt8) -> Int {
    var from = start
    if start &+ 16 <= count {
      let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
      let first = (word(at: start) ^ pattern).firstZeroByte
      if first < 8 { return start &+ first }
      let second = (word(at: start &+ 8) ^ pattern).firstZeroByte
      if second < 8 { return start &+ 8 &+ second }
      from = start &+ 16
    }
    guard let distance = offset(of: byte, from: from) else { return count }
    return from &+ distance
  }
}

extension [UInt8] {
  /// Appends a copy of `bytes`.
  /// - Complexity: O(*n*), amortized; in one move.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    // The view holds through the call, and the array is no part of it.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension UInt64 {
  /// The place of the lowest byte that is zero; 8 where none is.
  /// - Source: “Hacker's Delight”, 6-1; what a borrow marks falsely stands above a true mark.
  @inline(__always) var firstZeroByte: Int {
    ((self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
  }
}

/// The value of a hexadecimal digit, or `nil`.
@inline(__always)
private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte &- 0x30
  case 0x41...0x46, 0x61...0x66: (byte | 0x20) &- 0x57
  default: nil
  }
}
