/// A way of reading the lines of a log: one of the few parsers.
///
/// Which named format uses which parser with which layout is told by ``KnownFormat``.
protocol LogFormat: Sendable {
  /// The fields that a line holds.
  var fields: FieldSet { get }

  /// What lines have for bytes that cannot stand in them; fields are as the line has them.
  var escape: LineEscape { get }

  /// Makes ready for the lines of a chunk; `header` are the directives in force before it.
  mutating func begin(header: Span<UInt8>)

  /// Whether the line is a directive or a comment of the format and no request.
  mutating func takes(directive line: Span<UInt8>) -> Bool

  /// Whether reading a line is quicker where its quotes are known.
  var usesQuotes: Bool { get }

  /// Finds the fields of one line without its line end.
  /// - Parameter quotes: where its quotes stand, if that is known.
  /// - Throws: which part is malformed; `places` are then of no use.
  /// - Complexity: O(length of the line); allocates nothing once what it decodes into has grown.
  mutating func read(
    _ line: Span<UInt8>, quotes: consuming LineQuotes, fields: FieldSet,
    into places: inout FieldPlaces
  ) throws(Malformed)

  /// The bytes that fields of the last line were decoded into.
  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    get
  }
}

extension LogFormat {
  var escape: LineEscape { .none }

  var usesQuotes: Bool { false }

  @inline(__always) mutating func begin(header: Span<UInt8>) {}

  @inline(__always) mutating func takes(directive line: Span<UInt8>) -> Bool { false }

  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    @inline(__always)
    get { Span() }
  }

  /// Finds the fields of one line whose quotes are not known.
  /// - Throws: which part is malformed.
  mutating func read(
    _ line: Span<UInt8>, fields: FieldSet, into places: inout FieldPlaces
  ) throws(Malformed) {
    try read(line, quotes: LineQuotes(), fields: fields, into: &places)
  }

  /// Parses one line without its line end.
  /// - Parameters:
  ///   - forwarded: how the client is chosen where the site has proxies.
  ///   - places: takes where the fields lie; the record borrows it.
  /// - Throws: which part is malformed.
  @_lifetime(copy line, &self, &places)
  mutating func parse(
    _ line: Span<UInt8>, fields: FieldSet, forwarded: ForwardedRule? = nil,
    into places: inout InlineArray<1, FieldPlaces>
  ) throws(Malformed) -> Record {
    try read(line, fields: fields, into: &places[0])
    if let forwarded { places[0].chooseClient(by: forwarded, line: line, decoded: decodedBytes) }
    return Record(line: line, decoded: decodedBytes, places: places.span)
  }
}
