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

/// Decodes the escapes in the fields of a line that has any; most have none.
struct LineEscapes: Sendable {
  let escape: LineEscape
  private var decoded = DecodedBytes()

  init(_ escape: LineEscape) { self.escape = escape }

  private static let fields: [Field] = [.target, .query, .referrer, .userAgent, .user, .host]

  /// The bytes that fields of the last line were decoded into.
  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { decoded.bytes }
  }

  /// Decodes the fields of `line` that have escapes.
  /// - Complexity: O(length of the line); allocates nothing once the room has grown.
  mutating func decode(_ line: Span<UInt8>, _ places: inout FieldPlaces) {
    decoded.removeAll()
    for field in Self.fields {
      guard let range = places.rangeInLine(of: field), range.end > range.start,
        line.extracting(range.start..<range.end).offset(of: escape.sign) != nil
      else { continue }
      let found =
        escape == .hash
        ? decoded.appendPercentDecoded(line, range.start, range.end, sign: escape.sign)
        : decoded.appendUnescaped(line, range.start, range.end)
      places.setDecoded(field, found.0, found.1)
    }
  }
}
