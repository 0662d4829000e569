/// One parsed line; its fields borrow the chunk and the parser, and cannot outlive the next line.
///
/// A field that the format lacks, or that the plan does not read, is the empty span.
struct Record: ~Escapable {
  private let line: Span<UInt8>
  private let decoded: Span<UInt8>
  private let places: Span<FieldPlaces>

  /// A record whose fields lie at `places`, in `line` or in the bytes `decoded` from it.
  /// - Parameter places: those of the one line; borrowed like the bytes, since they are more than is copied in passing.
  @inline(__always)
  @_lifetime(copy line, copy decoded, copy places)
  init(line: Span<UInt8>, decoded: Span<UInt8>, places: Span<FieldPlaces>) {
    precondition(places.count == 1)
    self.line = line
    self.decoded = decoded
    self.places = places
  }

  /// When the request was made, in seconds since 1970-01-01T00:00:00Z.
  @inline(__always) var time: Int64 { places[0].time }
  /// The answer's status, 0…999.
  @inline(__always) var status: UInt16 { places[0].status }

  /// How the bytes of the agent stand for it: nearly every one is known again as it is written.
  @inline(__always) var agentEncoding: ValueEncoding { places[0].agentEncoding }

  subscript(_ field: Field) -> Span<UInt8> {
    @_lifetime(copy self)
    @inline(__always)
    get { places[0].bytes(field, line, decoded) }
  }

}
