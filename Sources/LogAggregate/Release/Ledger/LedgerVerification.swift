/// What a whole ledger was found to hold.
public struct LedgerVerification: Hashable, Sendable {
  /// The releases, restatements included.
  public let releaseCount: Int
  /// The first and last day that is closed; `nil` in an empty ledger.
  public let days: ClosedRange<CivilDate>?
  /// The hash of the last record: who has noted it can tell later whether the ledger was only added to.
  public let lastHash: String?
  /// The length of an append at the end that was never finished; nothing of it was released.
  public let tornByteCount: Int
}

extension Ledger {
  /// Reads a ledger whole: every record has the hash that stands before it, names the hash before that, and is a report.
  /// - Throws: ``LedgerError``: `damaged` with the place where it is not as it was written.
  /// - Complexity: O(bytes); one record is in memory at a time.
  public static func verify(
    path: String, waitingSeconds: Int = 0
  ) throws(LedgerError) -> LedgerVerification {
    let file = try LedgerFile(path: path, isForReading: true, waitingSeconds: waitingSeconds)
    let scan = try LedgerScan(file)
    var days: ClosedRange<CivilDate>?
    for entry in scan.entries {
      _ = try LedgerScan.report(entry, in: file)
      let (from, to) = (entry.head.from, entry.head.to)
      days = min(from, days?.lowerBound ?? from)...max(to, days?.upperBound ?? to)
    }
    return LedgerVerification(
      releaseCount: scan.entries.count, days: days, lastHash: scan.entries.last?.hash,
      tornByteCount: file.byteCount - scan.end)
  }
}
