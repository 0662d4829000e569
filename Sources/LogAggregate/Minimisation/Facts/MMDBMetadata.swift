/// What a MaxMind DB says of itself.
/// - Source: MaxMind DB File Format Specification 2.0, “Database Metadata”.
struct MMDBMetadata: Sendable {
  enum Key: String, Sendable {
    case nodeCount = "node_count"
    case recordBitCount = "record_size"
    case addressVersion = "ip_version"
    case databaseType = "database_type"
    case formatVersion = "binary_format_major_version"
    case buildEpoch = "build_epoch"
  }

  let nodeCount: Int
  let recordBitCount: Int
  let isIPv6: Bool
  /// Such as `GeoLite2-Country`; printable ASCII, at most 64 characters, whatever the file says.
  let databaseType: String
  /// Unix seconds; any 64-bit number.
  let buildEpoch: UInt64

  var addressBitCount: Int { isIPv6 ? 128 : 32 }
  var treeByteCount: Int { nodeCount * (recordBitCount / 4) }

  /// The zero bytes between tree and data.
  static let separatorByteCount = 16
  /// `\xAB\xCD\xEFMaxMind.com`.
  static let marker: [UInt8] = [0xAB, 0xCD, 0xEF] + Array("MaxMind.com".utf8)
  /// The most that the metadata may take, the marker included.
  private static let maxByteCount = 128 * 1024

  /// Where the metadata's marker begins; the last one counts.
  static func markerOffset(in bytes: [UInt8]) throws(MMDBFlaw) -> Int {
    let latest = bytes.count - marker.count
    let earliest = max(0, bytes.count - maxByteCount)
    // In a file shorter than the marker, the first is beyond the last, so there is none.
    for start in stride(from: latest, through: earliest, by: -1)
    where bytes[start] == marker[0] && bytes[start..<start + marker.count].elementsEqual(marker) {
      return start
    }
    throw .noMetadata
  }

  init(_ section: MMDBSection) throws(MMDBFlaw) {
    let map = section.range.lowerBound
    _ = try section.end(ofValueAt: map)

    func number(_ key: Key, atMost limit: UInt64) throws(MMDBFlaw) -> UInt64 {
      guard let at = try section.value(of: key.rawValue, inMapAt: map),
        let number = try section.unsigned(at: at), number <= limit
      else { throw .missing(key) }
      return number
    }

    guard try number(.formatVersion, atMost: .max) == 2 else { throw .unsupportedFormat }
    nodeCount = Int(try number(.nodeCount, atMost: UInt64(UInt32.max)))
    switch try number(.recordBitCount, atMost: .max) {
    case 24: recordBitCount = 24
    case 28: recordBitCount = 28
    case 32: recordBitCount = 32
    default: throw .unsupportedRecordSize
    }
    switch try number(.addressVersion, atMost: .max) {
    case 4: isIPv6 = false
    case 6: isIPv6 = true
    default: throw .unknownAddressKind
    }
    buildEpoch = try number(.buildEpoch, atMost: .max)
    guard let at = try section.value(of: Key.databaseType.rawValue, inMapAt: map),
      let text = try section.textRange(at: at)
    else { throw .missing(.databaseType) }
    let printable = section.bytes[text].prefix(64).map { (0x20...0x7E).contains($0) ? $0 : 0x3F }
    databaseType = String(decoding: printable, as: UTF8.self)
  }
}
