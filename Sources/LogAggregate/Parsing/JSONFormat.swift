/// Reads lines of one JSON object each, by the names of their members.
///
/// It hops from quote to quote and looks only at the members it knows. What is no JSON between them does not matter: nginx
/// writes invalid escapes, and `-` for a number.
/// - Source: RFC 8259.
struct JSONFormat: LogFormat {
  var fields: FieldSet
  private let names: FieldNames
  private var collector = FieldCollector()

  init(_ names: FieldNames, fields: FieldSet) {
    self.names = names
    self.fields = fields
  }

  /// How far into the line a prefix may reach.
  private static let longestPrefix = 512
  private static let deepest = 32

  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { collector.decoded.bytes }
  }

  mutating func read(
    _ line: Span<UInt8>, quotes: consuming LineQuotes, fields: FieldSet,
    into places: inout FieldPlaces
  ) throws(Malformed) {
    guard line.count > 0 else { throw .blank }
    guard let brace = line.extracting(first: Self.longestPrefix).offset(of: 0x7B) else {
      throw .layout
    }
    collector.begin(fields)
    _ = try object(line, brace &+ 1, node: 0)
    try collector.finish()
    places = collector.places
  }

  /// Reads the members of an object.
  /// - Returns: the offset behind its closing brace.
  /// - Throws: `layout` where it has no end.
  private mutating func object(
    _ line: Span<UInt8>, _ start: Int, node: UInt8
  ) throws(Malformed) -> Int {
    var at = start
    let count = line.count
    while at < count {
      let byte = line[at]
      if byte != 0x22 {
        at &+= 1
        if byte == 0x7D { return at }
        continue
      }
      guard let nameEnd = Quoted.end(line, at &+ 1) else { throw .layout }
      let nameStart = at &+ 1
      at = nameEnd &+ 1
      while at < count, line[at] == 0x20 { at &+= 1 }
      // A stray text between members is passed over.
      guard at < count, line[at] == 0x3A else { continue }
      at &+= 1
      while at < count, line[at] == 0x20 { at &+= 1 }
      guard at < count else { throw .layout }
      at = try value(line, at, names.entry(line, nameStart, nameEnd, node: node))
    }
    throw .layout
  }

  /// Takes the value that begins at `start`.
  /// - Returns: the offset behind it.
  @inline(__always)
  private mutating func value(
    _ line: Span<UInt8>, _ start: Int, _ entry: FieldNames.Entry?
  ) throws(Malformed) -> Int {
    switch line[start] {
    case 0x22:
      guard let end = Quoted.end(line, start &+ 1) else { throw .layout }
      if let field = entry?.field { collector.take(field, line, start &+ 1, end, .backslashes) }
      return end &+ 1
    case 0x7B:
      if let child = entry?.child, child > 0 { return try object(line, start &+ 1, node: child) }
      return try skip(line, start)
    case 0x5B:
      // Of several values, such as of a header, the first counts.
      if let field = entry?.field, start &+ 1 < line.count, line[start &+ 1] == 0x22,
        let end = Quoted.end(line, start &+ 2)
      {
        collector.take(field, line, start &+ 2, end, .backslashes)
      }
      return try skip(line, start)
    default:
      var end = start
      while end < line.count {
        let byte = line[end]
        if byte == 0x2C || byte == 0x7D || byte == 0x20 || byte == 0x5D { break }
        end &+= 1
      }
      if let field = entry?.field, line[start] != 0x6E {
        collector.take(field, line, start, end)
      }
      return end
    }
  }

  /// The offset behind the array or object that begins at `start`.
  private func skip(_ line: Span<UInt8>, _ start: Int) throws(Malformed) -> Int {
    var at = start
    var depth = 0
    while at < line.count {
      switch line[at] {
      case 0x22:
        guard let end = Quoted.end(line, at &+ 1) else { throw .layout }
        at = end
      case 0x7B, 0x5B:
        depth &+= 1
        guard depth <= Self.deepest else { throw .layout }
      case 0x7D, 0x5D:
        depth &-= 1
        if depth == 0 { return at &+ 1 }
      default: break
      }
      at &+= 1
    }
    throw .layout
  }
}
