/// What a compiled time-zone file says: the moments at which a zone's offset changed, and the rule
/// for the time after the last of them.
/// - Source: RFC 9636, versions 1 to 4; of two blocks, the one with 64-bit times.
struct TZif: Sendable {
  /// Unix seconds, ascending.
  let transitions: [Int64]
  /// Seconds east of UTC: `offsets[0]` before the first transition, `offsets[n]` from the *n*th on.
  let offsets: [Int32]
  /// The rule from the last transition on (for all time where there is none), if the file has one.
  let footer: TZifFooter?

  /// A zone that never changes.
  init(offset: Int32) {
    transitions = []
    offsets = [offset]
    footer = nil
  }

  /// Reads a whole file.
  /// - Throws: the first flaw; a damaged file is refused or, where the damage makes another
  ///   well-formed file, read as that.
  /// - Complexity: O(*n*) in the bytes.
  init(_ bytes: Span<UInt8>) throws(TZifFlaw) {
    let first = try TZifHeader(bytes, at: 0)
    guard first.version != .one else {
      (transitions, offsets) = try first.readBlock(of: bytes, timeWidth: 4)
      guard first.end(timeWidth: 4) == bytes.count else { throw .wrongLength }
      footer = nil
      return
    }
    let second = try TZifHeader(bytes, at: first.end(timeWidth: 4))
    guard second.version != .one else { throw .unknownVersion }
    (transitions, offsets) = try second.readBlock(of: bytes, timeWidth: 8)
    let footerStart = second.end(timeWidth: 8)
    let last = bytes.count - 1
    // A newline, the rule, a newline, the end.
    guard last > footerStart, bytes[footerStart] == 0x0A, bytes[last] == 0x0A else {
      throw .wrongLength
    }
    let rule = bytes.extracting(footerStart + 1..<last)
    footer = rule.isEmpty ? nil : try TZifFooter(rule)
  }
}

/// Why a time-zone file cannot be used.
enum TZifFlaw: Error, Equatable, Sendable, CustomStringConvertible {
  case notTZif
  case unknownVersion
  case wrongLength
  case badCounts
  case timesOutOfOrder
  case badType
  case leapSeconds
  case badFooter

  var description: String {
    switch self {
    case .notTZif: "it is not a TZif file"
    case .unknownVersion: "its version is not one of 1 to 4"
    case .wrongLength: "it is longer or shorter than its header says"
    case .badCounts: "its counts contradict each other"
    case .timesOutOfOrder: "its transitions are out of order"
    case .badType: "it names an offset that it does not have, or that no clock has"
    case .leapSeconds: "it counts leap seconds, which log times do not"
    case .badFooter: "its last line is not a rule that can be followed"
    }
  }
}

/// The header of one block of a TZif file.
private struct TZifHeader {
  enum Version { case one, later }

  let version: Version
  private let start: Int
  private let utCount: Int
  private let standardCount: Int
  private let leapCount: Int
  private let timeCount: Int
  private let typeCount: Int
  private let letterCount: Int

  private static let byteCount = 44

  init(_ bytes: Span<UInt8>, at start: Int) throws(TZifFlaw) {
    guard start <= bytes.count - Self.byteCount else {
      throw start == 0 ? .notTZif : .wrongLength
    }
    guard bytes.bigEndian(at: start, width: 4) == 0x545A_6966 else { throw .notTZif }
    switch bytes[start + 4] {
    case 0: version = .one
    case 0x32...0x34: version = .later
    default: throw .unknownVersion
    }
    // Each count is below 2^32, so the sums below stay far from overflow.
    self.start = start
    utCount = Int(bytes.bigEndian(at: start + 20, width: 4))
    standardCount = Int(bytes.bigEndian(at: start + 24, width: 4))
    leapCount = Int(bytes.bigEndian(at: start + 28, width: 4))
    timeCount = Int(bytes.bigEndian(at: start + 32, width: 4))
    typeCount = Int(bytes.bigEndian(at: start + 36, width: 4))
    letterCount = Int(bytes.bigEndian(at: start + 40, width: 4))
  }

  /// The offset of the first byte after the block.
  func end(timeWidth: Int) -> Int {
    start + Self.byteCount + timeCount * (timeWidth + 1) + typeCount * 6 + letterCount
      + leapCount * (timeWidth + 4) + standardCount + utCount
  }

  func readBlock(
    of bytes: Span<UInt8>, timeWidth: Int
  ) throws(TZifFlaw) -> (transitions: [Int64], offsets: [Int32]) {
    guard end(timeWidth: timeWidth) <= bytes.count else { throw .wrongLength }
    guard leapCount == 0 else { throw .leapSeconds }
    guard (1...256).contains(typeCount), letterCount >= 1, utCount == 0 || utCount == typeCount,
      standardCount == 0 || standardCount == typeCount
    else { throw .badCounts }
    let times = start + Self.byteCount
    let indices = times + timeCount * timeWidth
    let types = indices + timeCount

    var typeOffsets: [Int32] = []
    for type in 0..<typeCount {
      let at = types + type * 6
      let offset = Int32(truncatingIfNeeded: bytes.bigEndian(at: at, width: 4))
      guard ZoneSpan.offsets.contains(offset), bytes[at + 4] <= 1, bytes[at + 5] < letterCount
      else { throw .badType }
      typeOffsets.append(offset)
    }

    var transitions: [Int64] = []
    var offsets = [typeOffsets[0]]
    for i in 0..<timeCount {
      let raw = bytes.bigEndian(at: times + i * timeWidth, width: timeWidth)
      let time = timeWidth == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
      if let previous = transitions.last, previous >= time { throw .timesOutOfOrder }
      let type = Int(bytes[indices + i])
      guard type < typeCount else { throw .badType }
      transitions.append(time)
      offsets.append(typeOffsets[type])
    }
    return (transitions, offsets)
  }
}

extension Span<UInt8> {
  /// The unsigned integer in the `width` bytes at `start`, the most significant first.
  /// - Precondition: the bytes are there; `width` is at most 8.
  fileprivate func bigEndian(at start: Int, width: Int) -> UInt64 {
    var value: UInt64 = 0
    for i in start..<start + width { value = value << 8 | UInt64(self[i]) }
    return value
  }
}
