/// Looks up names in a text of sorted lines, each a name, a space and a value.
///
/// The text is searched where it lies: there is no index to build at the start.
enum ReferrerHostTable {
  /// The bytes of a literal.
  @_lifetime(immortal)
  static func bytes(of text: StaticString) -> Span<UInt8> {
    // A literal with UTF-8 storage lives as long as the program.
    let view = unsafe Span(_unsafeStart: text.utf8Start, count: text.utf8CodeUnitCount)
    return unsafe _overrideLifetime(view, borrowing: ())
  }

  /// The value in the line of `name`, or `nil`.
  /// - Precondition: the lines are sorted by their bytes, and names hold no byte below `!`.
  /// - Complexity: O(length of a line · log size); allocates nothing.
  @_lifetime(copy lines)
  static func value(of name: Span<UInt8>, in lines: Span<UInt8>) -> Span<UInt8>? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = low + (high - low) / 2
      let before = lines.extracting(low..<middle).offset(ofLast: UInt8(ascii: "\n"))
      let start = before.map { low + $0 + 1 } ?? low
      var index = 0
      while index < name.count && start + index < high && lines[start + index] == name[index] {
        index &+= 1
      }
      let byte = start + index < high ? lines[start + index] : UInt8(ascii: "\n")
      let rest = lines.extracting(start + index..<high).offset(of: UInt8(ascii: "\n"))
      let end = rest.map { start + index + $0 } ?? high
      if index == name.count && byte == UInt8(ascii: " ") {
        return lines.extracting(start + index + 1..<end)
      }
      // A name that has ended comes before a longer one.
      if index < name.count && byte < name[index] {
        low = min(end + 1, high)
      } else {
        high = start
      }
    }
    return nil
  }
}
