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
  /// A column that is read.
  private struct Column {
    /// What it tells; `nil` where it need only be there.
    let field: NamedField?
    /// How many columns before it are not read.
    let skipped: Int
  }
  private let dialect: Dialect
  private let names: FieldNames
  private var collector = FieldCollector()
  /// What each column tells; columns behind the last that tells something are left out.
  private var columns: [NamedField?] = []
  /// The columns that are read where `planned` is what is wanted.
  private var plan: [Column] = []
  private var planned: FieldSet?
  private var day: Int64?
  private(set) var fields: FieldSet = []

  init(_ names: FieldNames, dialect: Dialect) {
    self.names = names
    self.dialect = dialect
  }

  mutating func begin(header: Span<UInt8>) {
    columns.removeAll(keepingCapacity: true)
    planned = nil
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
    planned = nil
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

  /// Plans which columns are read. What is not wanted must be there all the same: what counts as a line does not depend on
  /// who the report is for.
  private mutating func makePlan(_ wanted: FieldSet) {
    plan.removeAll(keepingCapacity: true)
    planned = wanted
    var skipped = 0
    for field in columns {
      if let field, field.kind.isRead(for: wanted) {
        plan.append(Column(field: field, skipped: skipped))
        skipped = 0
      } else {
        skipped += 1
      }
    }
    if skipped > 0 { plan.append(Column(field: nil, skipped: skipped - 1)) }
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
    guard !columns.isEmpty else { throw .layout }
    if planned != fields { makePlan(fields) }
    begin(fields)
    if dialect == .tabbed {
      try readTabbed(line)
    } else if try !readEven(line) {
      begin(fields)
      try readUneven(line)
    }
    try collector.finish()
    places = collector.places
  }

  @inline(__always)
  private mutating func begin(_ wanted: FieldSet) {
    collector.begin(wanted)
    if let day { collector.setDay(day) }
  }

  private mutating func readTabbed(_ line: Span<UInt8>) throws(Malformed) {
    var cursor = ColumnCursor(0x09, or: 0x09)
    var start = 0
    for index in plan.indices {
      let column = plan[index]
      var skipped = column.skipped
      while skipped > 0 {
        start = cursor.next(in: line) &+ 1
        skipped &-= 1
      }
      guard start <= line.count else { throw .layout }
      let end = cursor.next(in: line)
      if let field = column.field {
        collector.take(field, line, start, end, Self.tabbedEncoding(of: field.kind))
      }
      start = end &+ 1
    }
  }

  /// - Source: AWS, CloudFront standard logs, on characters that are encoded, percent signs among them.
  @inline(__always)
  private static func tabbedEncoding(of kind: NamedField.Kind) -> ValueEncoding {
    switch kind {
    case .agent: .percent
    case .target, .query: .doubledPercent
    default: .plain
    }
  }

  /// Reads a line of columns between single separators and without quotes, as nearly all are.
  /// - Returns: `false` where it is none; what was taken of it is then of no use.
  private mutating func readEven(_ line: Span<UInt8>) throws(Malformed) -> Bool {
    var cursor = ColumnCursor(0x20, or: 0x09)
    var start = 0
    for index in plan.indices {
      let column = plan[index]
      var skipped = column.skipped
      while true {
        guard start < line.count else { throw .layout }
        let end = cursor.next(in: line)
        guard end > start, line[start] != 0x22 else { return false }
        if skipped == 0 {
          if let field = column.field {
            collector.take(field, line, start, end, field.kind == .agent ? .plus : .plain)
          }
          start = end &+ 1
          break
        }
        start = end &+ 1
        skipped &-= 1
      }
    }
    return true
  }

  /// Reads a line with columns in quotes, or with several separators between them.
  private mutating func readUneven(_ line: Span<UInt8>) throws(Malformed) {
    var at = 0
    for column in plan {
      for _ in 0..<column.skipped { at = try unevenColumn(line, at).next }
      let found = try unevenColumn(line, at)
      if let field = column.field {
        let isEncoded = field.kind == .agent && !found.isQuoted
        collector.take(field, line, found.start, found.end, isEncoded ? .plus : .plain)
      }
      at = found.next
    }
  }

  /// The column behind the separators at `from`, and where the separators behind it begin.
  private func unevenColumn(
    _ line: Span<UInt8>, _ from: Int
  ) throws(Malformed) -> (start: Int, end: Int, next: Int, isQuoted: Bool) {
    var start = from
    while start < line.count, line[start] == 0x20 || line[start] == 0x09 { start &+= 1 }
    guard start < line.count else { throw .layout }
    if line[start] == 0x22 {
      guard let end = Self.closingQuote(line, start &+ 1) else { throw .layout }
      return (start &+ 1, end, end &+ 1, true)
    }
    var end = start
    while end < line.count, line[end] != 0x20, line[end] != 0x09 { end &+= 1 }
    return (start, end, end, false)
  }

  /// The quote that a separator or the end of the line follows.
  private static func closingQuote(_ line: Span<UInt8>, _ start: Int) -> Int? {
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

  /// Whether a line's value of the kind is looked at where those fields are wanted.
  fileprivate func isRead(for wanted: FieldSet) -> Bool {
    switch self {
    case .time, .date, .clock, .request, .method, .target, .status: true
    case .client, .forwarded: !wanted.isDisjoint(with: [.client, .forwarded])
    case .user: wanted.contains(.user)
    case .query: wanted.contains(.query)
    case .bytes: wanted.contains(.bytes)
    case .referrer: wanted.contains(.referrer)
    case .agent: wanted.contains(.userAgent)
    case .host: wanted.contains(.host)
    }
  }
}
