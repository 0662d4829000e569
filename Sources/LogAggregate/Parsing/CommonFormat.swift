/// The Common Log Format.
/// - Source: Apache `mod_log_config`, `%h %l %u %t "%r" %>s %b`.
struct CommonFormat: LogFormat {
  let fields: FieldSet = KnownFormat.common.fields
  let escape = LineEscape.backslash
  let usesQuotes = true
  private var common = CommonFields()

  mutating func read(
    _ line: Span<UInt8>, quotes: consuming LineQuotes, fields: FieldSet,
    into places: inout FieldPlaces
  ) throws(Malformed) {
    places = FieldPlaces()
    _ = try common.parse(line, quotes: &quotes, fields: fields, into: &places)
  }
}
