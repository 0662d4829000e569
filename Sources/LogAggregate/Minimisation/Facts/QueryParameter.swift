/// Finds one parameter in the query of a request target; all others are passed over.
enum QueryParameter {
  /// The bytes of the first value that the parameter has, or `nil` where the target does not have it.
  /// - Parameters:
  ///   - target: as logged, maybe with a fragment.
  ///   - query: where the query begins in it.
  ///   - name: compared as it is; nothing is decoded.
  /// - Complexity: O(length of the query); allocates nothing.
  static func range(of name: Span<UInt8>, in target: Span<UInt8>, query: Int) -> Range<Int>? {
    var start = query
    while start < target.count {
      var end = start
      var equals: Int?
      while end < target.count, !endsParameter(target[end]) {
        if equals == nil, target[end] == UInt8(ascii: "=") { equals = end }
        end &+= 1
      }
      if let equals, isName(name, in: target, start..<equals) { return equals + 1..<end }
      if end < target.count, target[end] == UInt8(ascii: "#") { return nil }
      start = end &+ 1
    }
    return nil
  }

  private static func endsParameter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "#")
  }

  private static func isName(_ name: Span<UInt8>, in target: Span<UInt8>, _ range: Range<Int>)
    -> Bool
  {
    guard range.count == name.count else { return false }
    for index in name.indices where target[range.lowerBound &+ index] != name[index] {
      return false
    }
    return true
  }
}
