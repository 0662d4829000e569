/// Finds the ends of quoted fields.
enum Quoted {
  /// The offset of the quote that closes a field whose content begins at `start`, or `nil`.
  ///
  /// A quote behind an odd number of backslashes belongs to the content (Apache writes `\"`, nginx `\x22`).
  @inline(__always)
  static func end(_ line: Span<UInt8>, _ start: Int) -> Int? { end(line, start, of: start) }

  /// The first such quote from `from` on, in a field whose content begins at `start`.
  @inline(__always)
  static func end(_ line: Span<UInt8>, _ first: Int, of start: Int) -> Int? {
    var from = first
    while from <= line.count, let distance = line.offset(of: 0x22, from: from) {
      let quote = from &+ distance
      if quote == start || line[quote &- 1] != 0x5C || !isEscaped(line, quote, start) {
        return quote
      }
      from = quote &+ 1
    }
    return nil
  }

  private static func isEscaped(_ line: Span<UInt8>, _ quote: Int, _ start: Int) -> Bool {
    var first = quote
    while first > start, line[first &- 1] == 0x5C { first &-= 1 }
    return (quote &- first) & 1 == 1
  }
}
