/// Walks a line from separator to separator, 64 bytes at a time.
struct ColumnCursor {
  /// The bytes that separate columns; both may be the same.
  private let separator: UInt8
  private let otherSeparator: UInt8
  /// The separators from `base` on that were not walked to.
  private var separators: UInt64 = 0
  private var base = -64

  @inline(__always)
  init(_ separator: UInt8, or otherSeparator: UInt8) {
    self.separator = separator
    self.otherSeparator = otherSeparator
  }

  /// The offset of the next separator; behind the last the end of the line.
  /// - Precondition: the line is the same in every call.
  @inline(__always)
  mutating func next(in line: Span<UInt8>) -> Int {
    while separators == 0 {
      guard base &+ 64 < line.count else { return line.count }
      base &+= 64
      separators = line.places(of: separator, or: otherSeparator, from: base)
    }
    let place = base &+ separators.trailingZeroBitCount
    separators &= separators &- 1
    return place
  }
}
