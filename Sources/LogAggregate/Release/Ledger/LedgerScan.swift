/// What stands in a ledger's file: the head of every release, and where its whole lines end.
struct LedgerScan {
  private(set) var entries: [LedgerEntry] = []
  /// The end of the last whole line; what lies behind is an append that was torn.
  private(set) var end = 0

  /// Enough for a line's head in one read.
  private static let headByteCount = 4 << 10

  /// Reads every head, and follows the chain of their hashes.
  ///
  /// Records are not read whole here, so that a ledger of years opens in milliseconds: what a release rests on is verified when
  /// it is read, and everything by ``Ledger/verify(path:)``.
  /// - Throws: `damaged` where a line is not as it was written.
  /// - Complexity: O(records).
  init(_ file: borrowing LedgerFile) throws(LedgerError) {
    var previous = LedgerLine.origin
    while end < file.byteCount {
      if try Self.isTorn(file, at: end) { return }
      let entry = try Self.entry(in: file, at: end)
      guard entry.previous == previous, entry.sequence == entries.count + 1 else {
        throw .damaged(path: file.path, offset: end)
      }
      previous = entry.hash
      entries.append(entry)
      end = entry.record.upperBound + 2
    }
  }

  /// Whether what begins at `start` is the beginning of a line whose end was never written.
  ///
  /// A line ends in its only line feed, so where there is one, a line that cannot be read was damaged and not torn.
  private static func isTorn(
    _ file: borrowing LedgerFile, at start: Int
  ) throws(LedgerError) -> Bool {
    let rest = file.byteCount - start
    let head = try file.read(at: start, count: headByteCount)
    if let line = try? LedgerLine(head), line.byteCount <= rest { return false }
    var offset = start
    while offset < file.byteCount {
      let bytes = try file.read(at: offset, count: 1 << 20)
      if bytes.contains(0x0A) { return false }
      offset += bytes.count
    }
    return true
  }

  /// The entry of the line that begins at `start`.
  static func entry(
    in file: borrowing LedgerFile, at start: Int
  ) throws(LedgerError) -> LedgerEntry {
    // A head may be longer than usual: then all that is left is read, once.
    for count in [headByteCount, file.byteCount - start] {
      let bytes = try file.read(at: start, count: count)
      guard let line = try? LedgerLine(bytes), start + line.byteCount <= file.byteCount,
        let entry = try? LedgerEntry(bytes, line, start: start)
      else { continue }
      guard try file.read(at: entry.record.upperBound, count: 2) == Array("}\n".utf8) else { break }
      return entry
    }
    throw .damaged(path: file.path, offset: start)
  }

  /// The whole record of an entry, whose bytes have the hash that stands before them.
  static func record(
    _ entry: LedgerEntry, in file: borrowing LedgerFile, isBrief: Bool = false
  ) throws(LedgerError) -> VerifiedRecord {
    let bytes = try file.read(at: entry.record.lowerBound, count: entry.record.count)
    guard let record = VerifiedRecord(bytes, of: entry, isBrief: isBrief) else {
      throw .damaged(path: file.path, offset: entry.record.lowerBound)
    }
    return record
  }

  /// The report of an entry, from its verified record.
  /// - Parameter isBrief: whether its tables are left out, which are most of it.
  static func report(
    _ entry: LedgerEntry, in file: borrowing LedgerFile, isBrief: Bool = false
  ) throws(LedgerError) -> ReleasedReport {
    let record = try record(entry, in: file, isBrief: isBrief)
    do throws(LedgerFlaw) {
      return try record.report()
    } catch {
      throw .damaged(path: file.path, offset: entry.record.lowerBound)
    }
  }
}

/// A record whose bytes have the hash of its entry.
struct VerifiedRecord {
  let entry: LedgerEntry
  let json: LedgerJSON

  /// `nil` where the bytes are others, or no record.
  fileprivate init?(_ bytes: [UInt8], of entry: LedgerEntry, isBrief: Bool) {
    guard LedgerLine.digest(bytes) == entry.hash,
      let json = try? LedgerJSON(bytes, skipping: isBrief ? "tables" : nil),
      let report = try? json["report"]
    else { return nil }
    self.entry = entry
    self.json = report
  }
}
