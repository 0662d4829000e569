/// What a server writes for quotes, backslashes and bytes that cannot be printed.
/// - Source: Apache `ap_escape_logitem`; nginx `ngx_http_log_escape`; HAProxy `lf_encode_string`.
enum LineEscape: Sendable, Equatable {
  /// A line has every byte as it was sent, or decodes its values itself.
  case none
  /// `\"`, `\\`, `\x22`.
  case backslash
  /// `#22`.
  case hash

  /// The byte that begins an escape.
  var sign: UInt8 { self == .hash ? 0x23 : 0x5C }
}

/// Rewrites the fields of a line that has escapes, or its query apart from the target; most lines have neither.
struct LineEscapes: Sendable {
  let escape: LineEscape
  private var rewritten = DecodedBytes()

  init(_ escape: LineEscape) { self.escape = escape }

  private static let fields: [Field] = [.target, .query, .referrer, .userAgent, .user, .host]

  /// The bytes that fields of the last line were rewritten to.
  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { rewritten.bytes }
  }

  /// Decodes the fields of `line` that have escapes, and joins the query to the target.
  /// - Parameter decoded: what the format has decoded; it is taken over.
  /// - Complexity: O(length of the line); allocates nothing once the room has grown.
  mutating func decode(
    _ line: Span<UInt8>, decoded: Span<UInt8>, _ places: inout FieldPlaces
  ) {
    rewritten.removeAll()
    if escape != .none {
      for field in Self.fields { decode(field, of: line, &places) }
    } else {
      for field in Field.allCases where places.isDecoded(field) {
        let range = rewritten.append(places.bytes(field, line, decoded))
        places.setDecoded(field, range.0, range.1)
      }
    }
    if places.isSet(.query) { joinQuery(line, &places) }
  }

  private mutating func decode(
    _ field: Field, of line: Span<UInt8>, _ places: inout FieldPlaces
  ) {
    guard let range = places.rangeInLine(of: field), range.end > range.start,
      line.extracting(range.start..<range.end).offset(of: escape.sign) != nil
    else { return }
    let found =
      escape == .hash
      ? rewritten.appendPercentDecoded(line, range.start, range.end, sign: escape.sign)
      : rewritten.appendUnescaped(line, range.start, range.end)
    places.setDecoded(field, found.0, found.1)
  }

  /// Makes one of target and query, as other formats have them, so that all that reads parameters finds them there.
  private mutating func joinQuery(_ line: Span<UInt8>, _ places: inout FieldPlaces) {
    if mark(in: .target, of: line, places) == nil {
      let hasMark = mark(in: .query, of: line, places) == 0
      let start = append(.target, of: line, places)
      if !hasMark { rewritten.append(0x3F) }
      _ = append(.query, of: line, places)
      places.setDecoded(.target, start, rewritten.count)
    }
    places.unset(.query)
  }

  /// Where a field's first question mark stands.
  private func mark(in field: Field, of line: Span<UInt8>, _ places: FieldPlaces) -> Int? {
    places.bytes(field, line, rewritten.bytes).offset(of: 0x3F)
  }

  /// Appends a field's bytes, wherever they lie.
  /// - Returns: where they begin.
  private mutating func append(
    _ field: Field, of line: Span<UInt8>, _ places: FieldPlaces
  ) -> Int {
    guard let range = places.rangeInLine(of: field) else {
      return rewritten.appendAgain(places.rangeInDecoded(of: field)).0
    }
    return rewritten.append(line.extracting(range.start..<range.end)).0
  }
}
