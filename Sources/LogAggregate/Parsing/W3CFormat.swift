/// Reads the W3C Extended Log File Format, whose columns a directive names, and its tab-separated relatives.
///
/// The directive `#Fields` may come again with other columns; chunks bring along the one in force before them.
/// - Source: W3C, WD-logfile-960323; Microsoft, “W3C Extended Log File Format (IIS)”; AWS, CloudFront standard logs.
struct W3CFormat: LogFormat {
  /// What kinds of writing there are.
  enum Dialect: Sendable {
    /// Columns between spaces or tabs, plus signs for spaces within.
    case spaced
    /// Columns between single tabs, percent-encoded, as CloudFront has them.
    case tabbed
  }
  private let dialect: Dialect
  private let names: FieldNames
  private var collector = FieldCollector()
  /// What each column tells; columns behind the last that tells something are left out.
  private var columns: [NamedField?] = []
  private var day: Int64?
  private(set) var fields: FieldSet = []

  init(_ names: FieldNames, dialect: Dialect) {
    self.names = names
    self.dialect = dialect
  }

  mutating func begin(header: Span<UInt8>) {
    columns.removeAll(keepingCapacity: true)
    fields = []
    day = nil
    var lines = LineCursor(header)
    while let line = lines.next() { _ = takes(directive: line) }
  }

  mutating func takes(directive line: Span<UInt8>) -> Bool {
    guard line.count > 0 else { return false }
    var start = 0
    // A byte order mark may stand before the first.
    if line.count > 3, line[0] == 0xEF, line[1] == 0xBB, line[2] == 0xBF { start = 3 }
    guard line[start] == 0x23 else { return false }
    if Directive.isFields(line, start) {
      setColumns(line.extracting(droppingFirst: start &+ 8))
    } else if Directive.isDate(line, start) {
      var at = start &+ 6
      while at < line.count, line[at] == 0x20 { at &+= 1 }
      if at &+ 10 <= line.count { day = LogTime.days(line, at, at &+ 10) ?? day }
    }
    return true
  }

  private mutating func setColumns(_ text: Span<UInt8>) {
    columns.removeAll(keepingCapacity: true)
    fields = []
    // Other logs have tabs as well, and no percent signs for spaces.
    guard dialect == .spaced || text.contains("x-edge-") else { return }
    var at = 0
    while at < text.count {
      if text[at] == 0x20 || text[at] == 0x09 {
        at &+= 1
        continue
      }
      var end = at
      while end < text.count, text[end] != 0x20, text[end] != 0x09 { end &+= 1 }
      let field = names.entry(text, at, end, node: 0)?.field
      columns.append(field)
      if let field { fields.formUnion(field.kind.fields) }
      at = end
    }
    while let last = columns.last, last == nil { columns.removeLast() }
  }

  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { collector.decoded.bytes }
  }

  mutating func read(
    _ line: Span<UInt8>, fields: FieldSet, into places: inout FieldPlaces
  ) throws(Malformed) {
    guard line.count > 0 else { throw .blank }
    guard !columns.isEmpty else { throw .layout }
    collector.begin(fields)
    if let day { collector.setDay(day) }
    if dialect == .tabbed { try readTabbed(line) } else { try readSpaced(line) }
    try collector.finish()
    places = collector.places
  }

  private mutating func readTabbed(_ line: Span<UInt8>) throws(Malformed) {
    var at = 0
    let columns = columns
    for index in columns.indices {
      guard at <= line.count else { throw .layout }
      let end = line.end(of: at, before: 0x09)
      if let field = columns[index] {
        collector.take(field, line, at, end, field.kind == .agent ? .percent : .plain)
      }
      at = end &+ 1
    }
  }

  private mutating func readSpaced(_ line: Span<UInt8>) throws(Malformed) {
    var at = 0
    let count = line.count
    let hasTabs = line.offset(of: 0x09) != nil
    let columns = columns
    for index in columns.indices {
      while at < count, line[at] == 0x20 || line[at] == 0x09 { at &+= 1 }
      guard at < count else { throw .layout }
      if line[at] == 0x22 {
        guard let end = closingQuote(line, at &+ 1) else { throw .layout }
        if let field = columns[index] { collector.take(field, line, at &+ 1, end) }
        at = end &+ 1
        continue
      }
      var end = line.end(of: at, before: 0x20)
      if hasTabs, let tab = line.extracting(at..<end).offset(of: 0x09) { end = at &+ tab }
      if let field = columns[index] {
        collector.take(field, line, at, end, field.kind == .agent ? .plus : .plain)
      }
      at = end
    }
  }

  /// The quote that a separator or the end of the line follows.
  private func closingQuote(_ line: Span<UInt8>, _ start: Int) -> Int? {
    var from = start
    while from <= line.count, let distance = line.offset(of: 0x22, from: from) {
      let quote = from &+ distance
      if quote &+ 1 == line.count || line[quote &+ 1] == 0x20 || line[quote &+ 1] == 0x09 {
        return quote
      }
      from = quote &+ 1
    }
    return nil
  }
}

extension NamedField.Kind {
  /// The fields of a record that a value of the kind gives.
  var fields: FieldSet {
    switch self {
    case .client, .forwarded: .client
    case .user: .user
    case .time, .date, .clock: .time
    case .request: [.method, .target]
    case .method: .method
    case .target, .query: .target
    case .status: .status
    case .bytes: .bytes
    case .referrer: .referrer
    case .agent: .userAgent
    case .host: .host
    }
  }
}
