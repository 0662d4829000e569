/// Walks a chunk line by line; the lines borrow the chunk.
struct LineCursor: ~Escapable {
  private var rest: Span<UInt8>

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) { rest = bytes }

  /// The next line without its line end (LF or CR LF), or `nil` after the last.
  /// - Complexity: O(length of the line), by `memchr`.
  @inline(__always)
  @_lifetime(copy self)
  mutating func next() -> Span<UInt8>? {
    let length = rest.count
    if length == 0 { return nil }
    let end = rest.offset(of: 0x0A) ?? length
    let hasCarriageReturn = end > 0 && rest[end &- 1] == 0x0D
    let line = rest.extracting(first: hasCarriageReturn ? end &- 1 : end)
    rest = rest.extracting(droppingFirst: end < length ? end &+ 1 : length)
    return line
  }
}
