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
  static func digest(_ record: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(record.span)
    return hash.finish().hexadecimal
  }

  /// Reads what stands before the record.
  /// - Throws: ``LedgerFlaw`` where the bytes do not begin like a line.
  init(_ bytes: [UInt8]) throws(LedgerFlaw) {
    var position = 0
    try LedgerJSON.pass("{\"hash\":", bytes, at: &position)
    hash = try LedgerJSON(bytes, at: &position).text
    try LedgerJSON.pass(",\"bytes\":", bytes, at: &position)
    let count = try LedgerJSON(bytes, at: &position).number
    try LedgerJSON.pass(",\"record\":", bytes, at: &position)
    guard hash.utf8.count == 64, (0...1 << 40).contains(count) else {
      throw LedgerFlaw(expected: "a hash and a length")
    }
    record = position..<position + count
  }
}
