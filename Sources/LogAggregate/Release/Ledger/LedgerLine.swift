/// One line of a ledger: a record, its length, and the hash that the next record repeats.
///
/// `{"hash":"…","bytes":…,"record":{"previous":"…",…}}`: the hash is SHA-256 of the record's bytes, and the record names the hash
/// before it, so none can be changed, left out or put in without changing all that follow. The length lets a reader pass from
/// line to line without reading them whole.
struct LedgerLine {
  /// The hash that the first record names.
  static let origin = String(repeating: "0", count: 64)

  /// SHA-256 of the record's bytes, in hexadecimal.
  let hash: String
  /// Where the record begins and ends in its line.
  let record: Range<Int>

  /// The line's length, with the line feed.
  var byteCount: Int { record.upperBound + 2 }

  /// A whole line for a record.
  static func text(of record: [UInt8]) -> [UInt8] {
    var line = Array("{\"hash\":\"\(digest(record))\",\"bytes\":\(record.count),\"record\":".utf8)
    line += record
    line += "}\n".utf8
    return line
  }

  /// SHA-256 in hexadecimal.
  static func digest(_ record: [UInt8]) -> String { SHA256.digest(of: record).hexadecimal }

  /// Reads what stands before the record.
  /// - Throws: ``LedgerFlaw`` where the bytes do not begin like a line.
  init(_ reader: inout LedgerReader) throws(LedgerFlaw) {
    try reader.open("hash")
    hash = try reader.text()
    try reader.next("bytes")
    let count = try reader.number()
    try reader.next("record")
    guard hash.utf8.count == 64, (0...1 << 40).contains(count) else {
      throw LedgerFlaw(expected: "a hash and a length")
    }
    record = reader.position..<reader.position + count
  }
}
