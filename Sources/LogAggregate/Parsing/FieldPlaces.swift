/// What was found in one line: where its fields lie, its time and its status.
///
/// A field lies in the line itself or, where the line has it in another writing, in bytes decoded from it.
struct FieldPlaces: Sendable {
  private var ranges: InlineArray<12, (UInt32, UInt32)> = .init(repeating: (0, 0))
  /// When the request was made, in seconds since 1970-01-01T00:00:00Z.
  private(set) var time: Int64 = 0
  /// The answer's status, 0…999.
  private(set) var status: UInt16 = 0

  /// Marks the start of a range that lies in the decoded bytes.
  private static let decoded: UInt32 = 1 << 31

  mutating func set(_ field: Field, _ start: Int, _ end: Int) {
    ranges[field.rawValue] = (
      UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end)
    )
  }

  /// Sets a field that lies in the decoded bytes.
  mutating func setDecoded(_ field: Field, _ start: Int, _ end: Int) {
    ranges[field.rawValue] = (
      UInt32(truncatingIfNeeded: start) | Self.decoded, UInt32(truncatingIfNeeded: end)
    )
  }

  /// Sets a field to a part of another, counted from that one's start.
  /// - Precondition: the part lies within the other.
  mutating func set(_ field: Field, toPartOf other: Field, _ start: Int, _ end: Int) {
    let origin = ranges[other.rawValue].0
    ranges[field.rawValue] = (
      origin &+ UInt32(truncatingIfNeeded: start),
      (origin & ~Self.decoded) &+ UInt32(truncatingIfNeeded: end)
    )
  }

  mutating func setTime(_ seconds: Int64) { time = seconds }

  mutating func setStatus(_ code: UInt16) { status = code }

  func isSet(_ field: Field) -> Bool { ranges[field.rawValue].1 > 0 }

  /// The field's bytes, in one of both.
  @_lifetime(copy line, copy decoded)
  @inline(__always)
  func bytes(_ field: Field, line: Span<UInt8>, decoded: Span<UInt8>) -> Span<UInt8> {
    let (start, end) = ranges[field.rawValue]
    if start & Self.decoded == 0 { return line.extracting(Int(start)..<Int(end)) }
    return decoded.extracting(Int(start ^ Self.decoded)..<Int(end))
  }
}
