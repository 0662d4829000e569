extension Ledger {
  /// The days that a ledger of days has not closed, from its first day on.
  /// - Parameters:
  ///   - first: the day to begin with, where it is not the ledger's first.
  ///   - last: the last day that is to be closed by now.
  /// - Throws: ``LedgerError`` where the ledger cannot be read.
  /// - Complexity: O(records + days).
  public static func missingDays(
    path: String, from first: CivilDate? = nil, through last: CivilDate, waitingSeconds: Int = 0
  ) throws(LedgerError) -> [CivilDate] {
    let file = try LedgerFile(path: path, isForReading: true, waitingSeconds: waitingSeconds)
    let heads = try LedgerScan(file).entries.map(\.head)
    let closed = Set(heads.filter { $0.from == $0.to }.map(\.from))
    guard let start = first ?? closed.min(), start <= last else { return [] }
    return (start...last).filter { !closed.contains($0) }
  }
}
