/// Eight bytes in a word, looked at at once.
///
/// Answers mark a byte by its top bit. Sums are of seven bits each, so that none carries into its neighbour.
/// - Source: “Hacker's Delight”, chapter 6.
extension UInt64 {
  /// The top bit of each byte.
  static var laneTops: UInt64 { 0x8080_8080_8080_8080 }

  /// The same byte eight times.
  @inline(__always)
  init(lanes byte: UInt8) { self = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Marks the bytes from `first` to `last`.
  /// - Precondition: both are ASCII.
  @inline(__always)
  func lanes(from first: UInt8, through last: UInt8) -> UInt64 {
    let low = self & ~Self.laneTops
    let reachesFirst = low &+ Self(lanes: 0x80 &- first)
    let passesLast = low &+ Self(lanes: 0x7F &- last)
    return reachesFirst & ~passesLast & ~self & Self.laneTops
  }

  /// Marks the bytes that are `byte`.
  /// - Precondition: it is ASCII.
  @inline(__always)
  func lanes(equalTo byte: UInt8) -> UInt64 {
    let differs = ((self ^ Self(lanes: byte)) & ~Self.laneTops) &+ Self(lanes: 0x7F)
    return ~differs & ~self & Self.laneTops
  }

  /// The bytes with the capital letters of ASCII as small ones.
  @inline(__always)
  var loweredLanes: UInt64 {
    self | lanes(from: UInt8(ascii: "A"), through: UInt8(ascii: "Z")) &>> 2
  }
}

extension Span<UInt8> {
  /// The eight bytes from `offset` on as one little-endian word, with zeros behind the end.
  @inline(__always)
  func paddedWord(at offset: Int) -> UInt64 {
    if offset &+ 8 <= count { return word(at: offset) }
    var word: UInt64 = 0
    var index = count
    while index > offset {
      index &-= 1
      word = word &<< 8 | UInt64(self[index])
    }
    return word
  }
}
