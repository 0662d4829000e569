internal import LogAggregate

extension Failure {
  /// The status and message for a ledger that cannot be used, or refuses a release.
  init(ledger error: LedgerError) {
    switch error {
    case .unreadable(let path, let problem):
      self.init(
        .noInput,
        "\(path): the ledger cannot be opened (\(problem)); check the path and who may write it")
    case .held(let path):
      self.init(
        .temporary,
        "\(path): another run holds the ledger; try again later, or wait with --wait SECONDS")
    case .damaged(let path, let offset):
      self.init(
        .dataError,
        "\(path): the ledger is not as it was written, at byte \(offset); restore it from a backup")
    case .writeFailed(let path, let problem):
      self.init(
        .ioError,
        "\(path): the release could not be recorded (\(problem)), so nothing was released; free some space and run again"
      )
    case .nothingClosed(let path, let audience):
      self.init(
        .noInput,
        "\(path): no day of the period is closed for \(audience); close days with `logagg --ledger`, or name another --audience"
      )
    case .refused(let refusal): self.init(.refused, refusal.sentence)
    }
  }
}

extension LedgerRefusal {
  /// What differs, in kind, and what can be done.
  fileprivate var sentence: String {
    switch self {
    case .input(let period, let audience):
      "the ledger refuses: \(period) is closed for \(audience), and the input is not the one it was closed with; "
        + "give the same log, or --restate REASON"
    case .policy(let period, let audience, let name):
      "the ledger refuses: \(period) is closed for \(audience) under another policy (\(name)); "
        + "give the policy file it was closed with, or --restate REASON"
    case .key(let period, let audience):
      "the ledger refuses: \(period) is closed for \(audience), and the ledger's key is not the one it was closed with, "
        + "so the input cannot be recognised; restore the .key file beside the ledger"
    case .timeZone(let zone):
      "the ledger refuses: its days are days of \(zone); give --time-zone \(zone), or begin another ledger"
    case .overlap(let table, let period):
      "the ledger refuses: \(period) overlaps with this period and is closed for \(table); "
        + "sum closed days with `logagg period`, or report other days"
    case .dayAfterPeriod(let period):
      "the ledger refuses: \(period) is closed already for tables that are published by whole weeks or months; "
        + "close days before the period that holds them"
    case .otherAudience(let period, let audience):
      "the ledger refuses: \(period) is closed for \(audience), and the input is not the one it was closed with; "
        + "give the same log, or --restate that report first"
    case .otherFigures(let table, let period, let audience):
      "the ledger refuses: \(table) would show other cells than the report of \(period) for \(audience) on the same log; "
        + "name both reports under [[reports]] in the site file, so that one pass makes them fit"
    case .restatement(let table, let period):
      "the ledger refuses: \(table) could be subtracted from the report of \(period) that it would replace; "
        + "the earlier report stands"
    }
  }
}
