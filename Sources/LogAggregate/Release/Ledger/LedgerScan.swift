/// What stands in a ledger's file: the head of every release, and where its whole lines end.
struct LedgerScan {
  private(set) var entries: [LedgerEntry] = []
  /// The end of the last whole line; what lies behind is an append that was torn.
  private(set) var end = 0

  /// Enough for a line's end and the head of the next in one read.
  private static let headByteCount = 4 << 10
  private static let lineEnd = Array("}\n".utf8)

  /// Reads every head, and follows the chain of their hashes.
  ///
  /// Records are not read whole here, so that a ledger of years opens in milliseconds: what a release rests on is verified when
  /// it is read, and everything by ``Ledger/verify(path:)``.
  /// - Throws: `damaged` where a line is not as it was written.
  /// - Complexity: O(records): one read of a few kilobytes for each.
  init(_ file: borrowing LedgerFile) throws(LedgerError) {
    var previous = LedgerLine.origin
    // The first bytes of the line at `end`.
    var head = try file.read(at: 0, count: Self.headByteCount)
    while end < file.byteCount {
      let entry: LedgerEntry
      do throws(LedgerError) {
        entry = try Self.entry(in: file, at: end, head: head)
      } catch {
        if try Self.isTorn(file, at: end) { return }
        throw error
      }
      let tail = try file.read(at: entry.record.upperBound, count: Self.headByteCount)
      guard tail.starts(with: Self.lineEnd), entry.previous == previous,
        entry.sequence == entries.count + 1
      else { throw .damaged(path: file.path, offset: end) }
      previous = entry.hash
      entries.append(entry)
      end = entry.record.upperBound + Self.lineEnd.count
      head = Array(tail.dropFirst(Self.lineEnd.count))
    }
  }

  /// Whether what begins at `start`, and is no line, is the beginning of one whose end was never written.
  ///
  /// A line ends in its only line feed, so where there is one, a line that cannot be read was damaged and not torn.
  private static func isTorn(
    _ file: borrowing LedgerFile, at start: Int
  ) throws(LedgerError) -> Bool {
    var reader = LedgerReader(try file.read(at: start, count: headByteCount))
    if let line = try? LedgerLine(&reader), start + line.byteCount <= file.byteCount {
      return false
    }
    var offset = start
    while offset < file.byteCount {
      let bytes = try file.read(at: offset, count: 1 << 20)
      if bytes.contains(0x0A) { return false }
      offset += bytes.count
    }
    return true
  }

  /// The entry of the line that begins at `start`, and whose first bytes are these.
  private static func entry(
    in file: borrowing LedgerFile, at start: Int, head: [UInt8]
  ) throws(LedgerError) -> LedgerEntry {
    var reader = LedgerReader(head)
    if let line = try? LedgerLine(&reader), start + line.byteCount <= file.byteCount {
      if let entry = try? LedgerEntry(&reader, line, start: start) { return entry }
      // A head may be longer than usual: then its line is read whole.
      reader = LedgerReader(
        try file.read(at: start, count: line.byteCount), at: line.record.lowerBound)
      if let entry = try? LedgerEntry(&reader, line, start: start) { return entry }
    }
    throw .damaged(path: file.path, offset: start)
  }

  /// The entry of the line that begins at `start` and was just written.
  static func entry(
    in file: borrowing LedgerFile, at start: Int
  ) throws(LedgerError) -> LedgerEntry {
    let head = try file.read(at: start, count: headByteCount)
    let entry = try entry(in: file, at: start, head: head)
    guard try file.read(at: entry.record.upperBound, count: lineEnd.count) == lineEnd else {
      throw .damaged(path: file.path, offset: start)
    }
    return entry
  }

  /// The whole record of an entry, whose bytes have the hash that stands before them.
  static func record(
    _ entry: LedgerEntry, in file: borrowing LedgerFile
  ) throws(LedgerError) -> VerifiedRecord {
    let bytes = try file.read(at: entry.record.lowerBound, count: entry.record.count)
    guard let record = VerifiedRecord(bytes, of: entry) else {
      throw .damaged(path: file.path, offset: entry.record.lowerBound)
    }
    return record
  }

  /// The report of an entry, from its verified record.
  /// - Parameter isBrief: whether its tables are left out, which are most of it.
  static func report(
    _ entry: LedgerEntry, in file: borrowing LedgerFile, isBrief: Bool = false
  ) throws(LedgerError) -> ReleasedReport {
    let record = try record(entry, in: file)
    do throws(LedgerFlaw) {
      return try record.report(isBrief: isBrief)
    } catch {
      throw .damaged(path: file.path, offset: entry.record.lowerBound)
    }
  }
}

/// A record whose bytes have the hash of its entry.
struct VerifiedRecord {
  let entry: LedgerEntry
  let bytes: [UInt8]

  /// `nil` where the bytes are others.
  fileprivate init?(_ bytes: [UInt8], of entry: LedgerEntry) {
    guard LedgerLine.digest(bytes) == entry.hash else { return nil }
    self.entry = entry
    self.bytes = bytes
  }
}
