/// The right to make a released value: every `Released…` initializer asks for one, and only the doors in this
/// file hold it.
///
/// So the types and their codec can stand in files of their own, and still neither another room, nor another module, nor a
/// test can forge a report.
struct ReleaseSeal: Sendable {
  fileprivate init() {}
}

extension Aggregate {
  /// Lets out what the setting's first plan allows: the door from counts to values that may be shown.
  ///
  /// The aggregate is used up, so that no second release of the same counts can be compared with the first.
  /// - Complexity: O(visitors × tables), and O(cells × log cells) for each table.
  public consuming func release(_ setting: RunSetting) -> ReleasedReport {
    makeReports(setting, ReleaseSeal())[0]
  }

  /// Lets out a report for each of the setting's plans, in their order.
  ///
  /// What a report with a lower threshold hides is hidden in every report with a higher one, so that readers who compare
  /// their reports learn no more than the most detailed of them tells.
  /// - Complexity: O(visitors × tables) for each distinct threshold.
  public consuming func releaseAll(_ setting: RunSetting) -> [ReleasedReport] {
    makeReports(setting, ReleaseSeal())
  }
}

extension Aggregate {
  /// Counts what each of several thresholds would let out: the door for who has to choose one.
  ///
  /// It tells no key and no figure, but how many rows there would be; like the log itself that is for the site's own eyes.
  /// - Complexity: as ``release(_:)`` for each threshold.
  public consuming func simulate(
    _ setting: RunSetting, thresholds: [Int]
  ) -> ReleasedSimulation {
    makeSimulation(setting, thresholds, ReleaseSeal())
  }
}

extension VerifiedRecord {
  /// The report that a ledger's record holds: the door from a release that was made to the same release again.
  /// - Parameter isBrief: whether its tables are left out.
  /// - Throws: ``LedgerFlaw`` where it is not as this version writes it.
  func report(isBrief: Bool) throws(LedgerFlaw) -> ReleasedReport {
    var reader = LedgerReader(bytes, at: entry.report)
    let report = try ReleasedReport(&reader, of: entry, isBrief: isBrief, ReleaseSeal())
    try reader.close()
    try reader.end()
    return report
  }
}

extension ReleasedReport {
  /// The sum of published releases, beside that of the period before: the door that adds nothing to what is out.
  /// - Precondition: `parts` is not empty.
  static func sum(
    _ parts: [ReleasedReport], _ days: ClosedRange<CivilDate>, previous: [ReleasedReport],
    _ before: ClosedRange<CivilDate>
  ) -> ReleasedReport {
    var sum = ReleasedReport(sumOf: parts, days: days, ReleaseSeal())
    if !previous.isEmpty {
      sum.compare(with: ReleasedReport(sumOf: previous, days: before, ReleaseSeal()))
    }
    return sum
  }
}
