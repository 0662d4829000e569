extension Ledger {
  /// The sum of what a ledger published for an audience within some days.
  /// - Parameter days: a week, a month, or any days; releases that reach beyond them are not in the sum.
  /// - Returns: the sum, with the period of the same kind before it for comparison.
  /// - Throws: ``LedgerError``: `nothingClosed` where no release lies within the days.
  /// - Complexity: O(records + figures within the days).
  public static func period(
    path: String, audience: Audience, advertiser: String? = nil, days: ClosedRange<CivilDate>,
    waitingSeconds: Int = 0
  ) throws(LedgerError) -> ReleasedReport {
    let file = try LedgerFile(path: path, isForReading: true, waitingSeconds: waitingSeconds)
    let scan = try LedgerScan(file)
    func parts(
      _ days: ClosedRange<CivilDate>, isBrief: Bool = false
    ) throws(LedgerError) -> [ReleasedReport] {
      var reports: [ReleasedReport] = []
      for entry in scan.latest(audience: audience.name, advertiser: advertiser, within: days) {
        reports.append(try LedgerScan.report(entry, in: file, isBrief: isBrief))
      }
      return reports
    }
    let own = try parts(days)
    guard !own.isEmpty else {
      throw .nothingClosed(path: path, audience: audience.name)
    }
    let before = days.before
    return ReleasedReport.sum(own, days, previous: try parts(before, isBrief: true), before)
  }
}

extension LedgerScan {
  /// The releases to one audience within some days, in the order of their days; of those that were restated the last.
  func latest(
    audience: String, advertiser: String?, within days: ClosedRange<CivilDate>
  ) -> [LedgerEntry] {
    var latest: [LedgerEntry] = []
    for entry in entries
    where entry.head.audience == audience && entry.head.advertiser == advertiser
      && days.contains(entry.head.from) && days.contains(entry.head.to)
    {
      if entry.head.restatement != nil {
        latest.removeAll { $0.head.hasSameSubject(as: entry.head) }
      }
      latest.append(entry)
    }
    return latest.sorted { ($0.head.from, $0.sequence) < ($1.head.from, $1.sequence) }
  }
}
