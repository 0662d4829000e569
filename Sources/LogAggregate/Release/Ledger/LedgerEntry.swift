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

  /// Where in the record its report begins.
  let report: Int

  /// Reads the head of a line's record, and leaves the reader before the report.
  /// - Parameter start: where the line begins in the file.
  init(_ reader: inout LedgerReader, _ line: LedgerLine, start: Int) throws(LedgerFlaw) {
    try reader.open("previous")
    previous = try reader.text()
    try reader.next("sequence")
    sequence = try reader.number()
    try reader.next("release")
    head = try ReleaseHead(&reader)
    try reader.next("report")
    report = reader.position - line.record.lowerBound
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
