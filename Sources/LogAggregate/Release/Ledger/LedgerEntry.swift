/// One release in a ledger: its head, and where its record lies.
struct LedgerEntry: Sendable {
  /// Its place in the ledger, from 1.
  let sequence: Int
  let head: ReleaseHead
  /// The hash of the record.
  let hash: String
  /// The hash of the record before it.
  let previous: String
  /// Where the record begins and ends in the file.
  let record: Range<Int>

  /// Reads the head of a line, which begins in the file at `start`.
  /// - Parameter bytes: the line, at least as far as its head reaches.
  init(_ bytes: [UInt8], _ line: LedgerLine, start: Int) throws(LedgerFlaw) {
    var position = line.record.lowerBound
    try LedgerJSON.pass("{\"previous\":", bytes, at: &position)
    previous = try LedgerJSON(bytes, at: &position).text
    try LedgerJSON.pass(",\"sequence\":", bytes, at: &position)
    sequence = try LedgerJSON(bytes, at: &position).number
    try LedgerJSON.pass(",\"release\":", bytes, at: &position)
    head = try ReleaseHead(LedgerJSON(bytes, at: &position))
    hash = line.hash
    record = start + line.record.lowerBound..<start + line.record.upperBound
  }

  /// The release to the same audience of the period of this one's length that ends the day before, as far as it was released
  /// before this one: so the comparison stays the same whenever it is made.
  func previous(in entries: [LedgerEntry]) -> LedgerEntry? {
    let days = (head.from...head.to).before
    return entries.last {
      $0.sequence < sequence && $0.head.from == days.lowerBound && $0.head.to == days.upperBound
        && $0.head.audience == head.audience && $0.head.advertiser == head.advertiser
        && $0.head.population == head.population
    }
  }
}
