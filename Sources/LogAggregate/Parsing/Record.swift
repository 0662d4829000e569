/// One parsed line; its fields borrow the chunk and the parser, and cannot outlive the next line.
///
/// A field that the format lacks, or that the plan does not read, is the empty span.
struct Record: ~Escapable {
  private let line: Span<UInt8>
  private let decoded: Span<UInt8>
  private let places: FieldPlaces

  /// A record whose fields lie at `places`, in `line` or in the bytes `decoded` from it.
  @inline(__always)
  @_lifetime(copy line, copy decoded)
  init(line: Span<UInt8>, decoded: Span<UInt8>, places: FieldPlaces) {
    self.line = line
    self.decoded = decoded
    self.places = places
  }

  /// When the request was made, in seconds since 1970-01-01T00:00:00Z.
  var time: Int64 { places.time }
  /// The answer's status, 0…999.
  var status: UInt16 { places.status }

  subscript(_ field: Field) -> Span<UInt8> {
    @_lifetime(copy self)
    @inline(__always)
    get { places.bytes(field, line: line, decoded: decoded) }
  }

  /// The query without its question mark: from its own column, or from the target.
  var query: Span<UInt8> {
    @_lifetime(copy self)
    get {
      let apart = self[.query]
      if apart.count > 0 { return apart[0] == 0x3F ? apart.extracting(droppingFirst: 1) : apart }
      let target = self[.target]
      guard let mark = target.offset(of: 0x3F) else { return target.extracting(first: 0) }
      return target.extracting(droppingFirst: mark &+ 1)
    }
  }
}
