/// Reads decimal numbers.
enum Digits {
  /// The number of exactly `length` digits at `start`, or `nil`.
  @inline(__always)
  static func number(_ line: Span<UInt8>, _ start: Int, _ length: Int) -> Int? {
    guard start >= 0, start &+ length <= line.count else { return nil }
    var value = 0
    for index in start..<start &+ length {
      let digit = line[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// The number of all digits from `start` on and where they end, or `nil` where there are none or more than 18.
  @inline(__always)
  static func prefix(
    _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while index < end {
      let digit = line[index] &- 0x30
      guard digit <= 9 else { break }
      value = value &* 10 &+ Int(digit)
      index &+= 1
      guard index &- start <= 19 else { return nil }
    }
    // Nineteen digits may exceed what fits.
    guard index > start, value >= 0 else { return nil }
    return (value, index)
  }

  /// How many of the eight bytes of a little-endian word are digits, before the first that is none.
  @inline(__always)
  static func leading(_ word: UInt64) -> Int {
    // Each byte less its zero; above 9 its top bit is set.
    let digits = word ^ 0x3030_3030_3030_3030
    let marks = ((digits & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | digits
    return (marks & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
  }

  /// Where the digits from `start` on end.
  @inline(__always)
  static func end(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, line[index] &- 0x30 <= 9 { index &+= 1 }
    return index
  }
}
