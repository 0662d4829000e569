/// Reads lines of labelled values between tabs.
/// - Source: ltsv.org.
struct LTSVFormat: LogFormat {
  var fields: FieldSet
  private let names: FieldNames
  private var collector = FieldCollector()

  init(_ names: FieldNames, fields: FieldSet) {
    self.names = names
    self.fields = fields
  }

  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { collector.decoded.bytes }
  }

  mutating func read(
    _ line: Span<UInt8>, quotes: consuming LineQuotes, fields: FieldSet,
    into places: inout FieldPlaces
  ) throws(Malformed) {
    guard line.count > 0 else { throw .blank }
    collector.begin(fields)
    var at = 0
    while at < line.count {
      let end = line.offset(of: 0x09, from: at).map { $0 &+ at } ?? line.count
      guard let colon = line.extracting(at..<end).offset(of: 0x3A) else { throw .layout }
      let nameEnd = at &+ colon
      if let field = names.entry(line, at, nameEnd, node: 0)?.field {
        collector.take(field, line, nameEnd &+ 1, end)
      }
      at = end &+ 1
    }
    try collector.finish()
    places = collector.places
  }
}
