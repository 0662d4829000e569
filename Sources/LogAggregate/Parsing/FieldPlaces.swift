/// What was found in one line: where its fields lie, its time and its status.
///
/// A field lies in the line itself or, where the line has it in another writing, in bytes decoded from it.
struct FieldPlaces: BitwiseCopyable, Sendable {
  /// The start of each field in the lower half, its end in the upper.
  private var ranges: InlineArray<12, UInt64> = .init(repeating: 0)
  /// When the request was made, in seconds since 1970-01-01T00:00:00Z.
  private(set) var time: Int64 = 0
  /// The answer's status, 0…999.
  private(set) var status: UInt16 = 0
  /// How the bytes of the agent stand for it.
  private(set) var agentEncoding = ValueEncoding.plain
  /// Whether a field lies in decoded bytes, which hold until the next line is read.
  private(set) var hasDecoded = false

  /// Marks the start of a range that lies in the decoded bytes.
  private static let decoded: UInt64 = 1 << 31

  @inline(__always)
  mutating func set(_ field: Field, _ start: Int, _ end: Int) {
    ranges[field.rawValue] =
      UInt64(UInt32(truncatingIfNeeded: start)) | UInt64(truncatingIfNeeded: end) << 32
  }

  /// Sets the agent, still as the line writes it.
  @inline(__always)
  mutating func setAgent(_ start: Int, _ end: Int, _ encoding: ValueEncoding) {
    set(.userAgent, start, end)
    agentEncoding = encoding
  }

  /// Sets a field that lies in the decoded bytes.
  mutating func setDecoded(_ field: Field, _ start: Int, _ end: Int) {
    set(field, start, end)
    ranges[field.rawValue] |= Self.decoded
    hasDecoded = true
  }

  /// Makes the client behind the site's proxies the line's client.
  mutating func chooseClient(
    by rule: ForwardedRule, line: Span<UInt8>, decoded: Span<UInt8>
  ) {
    let peer = bytes(.client, line, decoded)
    let list = bytes(.forwarded, line, decoded)
    guard let place = rule.client(peer: peer, list: list) else { return }
    set(.client, toPartOf: .forwarded, place.start, place.end)
  }

  /// Sets a field to a part of another, counted from that one's start.
  /// - Precondition: the part lies within the other.
  mutating func set(_ field: Field, toPartOf other: Field, _ start: Int, _ end: Int) {
    let origin = ranges[other.rawValue]
    let first = Int(truncatingIfNeeded: origin & (Self.decoded &- 1))
    set(field, first &+ start, first &+ end)
    ranges[field.rawValue] |= origin & Self.decoded
  }

  @inline(__always)
  mutating func setTime(_ seconds: Int64) { time = seconds }

  @inline(__always)
  mutating func setStatus(_ code: UInt16) { status = code }

  /// Where the field lies in the line, or `nil` where it was decoded from it.
  func rangeInLine(of field: Field) -> (start: Int, end: Int)? {
    let range = ranges[field.rawValue]
    guard range & Self.decoded == 0 else { return nil }
    return (
      Int(truncatingIfNeeded: range & (Self.decoded &- 1)), Int(truncatingIfNeeded: range >> 32)
    )
  }

  /// Where the field lies in the decoded bytes.
  /// - Precondition: it is one of those.
  func rangeInDecoded(of field: Field) -> Range<Int> {
    let range = ranges[field.rawValue]
    let start = Int(truncatingIfNeeded: range & (Self.decoded &- 1))
    return start..<Int(truncatingIfNeeded: range >> 32)
  }

  /// Whether the field was decoded from the line.
  func isDecoded(_ field: Field) -> Bool { ranges[field.rawValue] & Self.decoded != 0 }

  /// Makes the field one that the line does not have.
  mutating func unset(_ field: Field) { ranges[field.rawValue] = 0 }

  @inline(__always)
  func isSet(_ field: Field) -> Bool { ranges[field.rawValue] >> 32 > 0 }

  /// The field's bytes, in one of both.
  @_lifetime(copy line, copy decoded)
  @inline(__always)
  func bytes(_ field: Field, _ line: Span<UInt8>, _ decoded: Span<UInt8>) -> Span<UInt8> {
    let range = ranges[field.rawValue]
    let end = Int(truncatingIfNeeded: range >> 32)
    if range & Self.decoded == 0 {
      return line.extracting(Int(truncatingIfNeeded: range & (Self.decoded &- 1))..<end)
    }
    return decoded.extracting(Int(truncatingIfNeeded: range & (Self.decoded &- 1))..<end)
  }
}
