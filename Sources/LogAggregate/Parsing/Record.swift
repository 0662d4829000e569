/// One parsed line; its fields borrow the chunk and cannot outlive it.
///
/// A field that the format lacks, or that the plan does not read, is the empty span.
struct Record: ~Escapable {
  private let line: Span<UInt8>
  private var ranges: InlineArray<10, (UInt32, UInt32)> = .init(repeating: (0, 0))
  /// When the request was made, in seconds since 1970-01-01T00:00:00Z.
  private(set) var time: Int64 = 0
  /// The answer's status, 0…999.
  private(set) var status: UInt16 = 0

  @_lifetime(copy line)
  init(line: Span<UInt8>) { self.line = line }

  mutating func set(_ field: Field, _ start: Int, _ end: Int) {
    ranges[field.rawValue] = (
      UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end)
    )
  }

  mutating func setTime(_ seconds: Int64) { time = seconds }

  mutating func setStatus(_ code: UInt16) { status = code }

  subscript(_ field: Field) -> Span<UInt8> {
    @_lifetime(copy self)
    get {
      let range = ranges[field.rawValue]
      return line.extracting(Int(range.0)..<Int(range.1))
    }
  }
}
