/// A way of reading the lines of a log: one of the few parsers.
///
/// Which named format uses which parser with which layout is told by ``KnownFormat``.
protocol LogFormat: Sendable {
  /// The fields that a line holds.
  var fields: FieldSet { get }

  /// Makes ready for the lines of a chunk; `header` are the directives in force before it.
  mutating func begin(header: Span<UInt8>)

  /// Whether the line is a directive or a comment of the format and no request.
  mutating func takes(directive line: Span<UInt8>) -> Bool

  /// Parses one line without its line end.
  /// - Throws: which part is malformed.
  /// - Complexity: O(length of the line); allocates nothing once what it decodes into has grown.
  @_lifetime(copy line, &self)
  mutating func parse(_ line: Span<UInt8>, fields: FieldSet) throws(Malformed) -> Record
}

extension LogFormat {
  @inline(__always) mutating func begin(header: Span<UInt8>) {}

  @inline(__always) mutating func takes(directive line: Span<UInt8>) -> Bool { false }
}
