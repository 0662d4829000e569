/// The releases of a site so far, in an append-only file that is the release itself: what an output shows is read back from it.
///
/// It is locked for as long as it is open. Appending a record, written and seen to the disk whole, is the point of no return:
/// a crash before it has released nothing, and after it the same input gives the same bytes again.
public struct Ledger: ~Copyable {
  private(set) var file: LedgerFile
  private(set) var entries: [LedgerEntry]
  private let keyFile: LedgerKeyFile
  private var hasKeyFile: Bool

  /// The secret by which inputs are recognised; a run's setting asks for it.
  public let key: LedgerKey
  /// How many bytes of a torn append were found at the end and cut off.
  public let recoveredByteCount: Int

  /// Opens a ledger, or begins one.
  /// - Parameter waitingSeconds: how long to wait for another process that holds it.
  /// - Throws: ``LedgerError`` where it cannot be opened, is held, or is not as it was written.
  /// - Complexity: O(records): their heads are read, and the last record whole.
  public init(path: String, waitingSeconds: Int = 0) throws(LedgerError) {
    var file = try LedgerFile(path: path, waitingSeconds: waitingSeconds)
    let scan = try LedgerScan(file)
    let torn = file.byteCount - scan.end
    if torn > 0 { try file.truncate(to: scan.end) }
    if let last = scan.entries.last { _ = try LedgerScan.record(last, in: file) }
    let keyFile = LedgerKeyFile(besideLedger: path)
    let known = try keyFile.read()
    let key = if let known { known } else { try LedgerKey.random() }
    self.file = file
    entries = scan.entries
    recoveredByteCount = torn
    self.keyFile = keyFile
    hasKeyFile = known != nil
    self.key = key
  }

  /// For each audience the days whose totals are published; a run's setting asks for it.
  public var publishedDays: [Set<CivilDate>] {
    var days: [[String?]: Set<CivilDate>] = [:]
    for entry in entries where entry.head.showsTotals && entry.head.from == entry.head.to {
      days[[entry.head.audience, entry.head.advertiser], default: []].insert(entry.head.from)
    }
    return Array(days.values)
  }

  /// Closes a report's period for its audience, or gives the earlier release again where the input is the same.
  /// - Parameters:
  ///   - report: what a run under a setting with this ledger's key released.
  ///   - version: the version of the program, for the record.
  ///   - reason: why an earlier release of the same period is to be replaced; `nil` where it is not.
  /// - Precondition: the setting of the run that released the report has this ledger's key.
  /// - Returns: the report as the ledger's record holds it; where it speaks of no day, the report itself.
  /// - Throws: ``LedgerError``; then nothing is released.
  /// - Complexity: O(records + the report).
  public mutating func close(
    _ report: ReleasedReport, version: String, restating reason: String? = nil
  ) throws(LedgerError) -> ReleasedReport {
    switch try judge(report, version: version, restating: reason) {
    case nil: return report
    case .again(let entry): return try read(entry)
    case .new(_, let earlier):
      let restatement = earlier.last.map {
        ReleaseHead.Restatement(sequence: $0.sequence, reason: reason ?? "")
      }
      guard let head = ReleaseHead(report, version: version, restatement: restatement) else {
        return report
      }
      return try append(head, report)
    }
  }

  /// Closes the period for the audiences of several reports of one run: for all of them, or where one is refused for none.
  ///
  /// A crash between two records has released the first; the same input then gives it again, and the others.
  /// - Throws: ``LedgerError``.
  public mutating func close(
    _ reports: [ReleasedReport], version: String, restating reason: String? = nil
  ) throws(LedgerError) -> [ReleasedReport] {
    for report in reports { _ = try judge(report, version: version, restating: reason) }
    var closed: [ReleasedReport] = []
    for report in reports {
      closed.append(try close(report, version: version, restating: reason))
    }
    return closed
  }

  /// What becomes of a report; `nil` where it speaks of no day.
  private func judge(
    _ report: ReleasedReport, version: String, restating reason: String?
  ) throws(LedgerError) -> ClosedReleases.Verdict? {
    guard let head = ReleaseHead(report, version: version, restatement: nil) else { return nil }
    let verdict: ClosedReleases.Verdict
    do throws(LedgerRefusal) {
      verdict = try ClosedReleases(entries).judge(head, isRestating: reason != nil)
    } catch {
      throw .refused(error)
    }
    guard case .new(let others, let earlier) = verdict else { return verdict }
    for other in others {
      let table = SharedCells.contradiction(
        report, try LedgerScan.report(other, in: file),
        isSameShare: head.hasSameShare(as: other.head))
      if let table {
        throw .refused(
          .otherFigures(table: table, period: head.period, audience: other.head.audience))
      }
    }
    for entry in earlier {
      if let table = Restatement.leak(report, replacing: try LedgerScan.report(entry, in: file)) {
        throw .refused(.restatement(table: table, period: head.period))
      }
    }
    return verdict
  }

  private mutating func append(
    _ head: ReleaseHead, _ report: ReleasedReport
  ) throws(LedgerError) -> ReleasedReport {
    if !hasKeyFile {
      try keyFile.write(key)
      hasKeyFile = true
    }
    let sequence = (entries.last?.sequence ?? 0) + 1
    var record: [UInt8] = []
    LedgerJSON.record([
      "previous": .string(entries.last?.hash ?? LedgerLine.origin), "sequence": .integer(sequence),
      "release": head.json, "report": report.json,
    ]).write(to: &record)
    let line = LedgerLine.text(of: record)
    let start = file.byteCount
    try file.append(line)
    let entry = try LedgerScan.entry(in: file, at: start)
    entries.append(entry)
    return try read(entry)
  }

  /// A release as it is in its record, beside the period before as that was when it was released.
  private func read(_ entry: LedgerEntry) throws(LedgerError) -> ReleasedReport {
    var report = try LedgerScan.report(entry, in: file)
    if let before = entry.previous(in: entries) {
      report.compare(with: try LedgerScan.report(before, in: file, isBrief: true))
    }
    return report
  }
}
