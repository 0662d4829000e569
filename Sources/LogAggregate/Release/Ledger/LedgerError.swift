/// Why a ledger cannot be used, or does not take a release.
public enum LedgerError: Error, Equatable, Sendable {
  /// The file cannot be opened, created or read.
  case unreadable(path: String, problem: String)
  /// Another process works on it.
  case held(path: String)
  /// It is not as it was written, from that byte on.
  case damaged(path: String, offset: Int)
  /// Nothing was released, since writing failed.
  case writeFailed(path: String, problem: String)
  /// No release to the audience lies within the days that are to be summed.
  case nothingClosed(path: String, audience: String)
  /// The release would contradict an earlier one.
  case refused(LedgerRefusal)
}

/// What an earlier release has to say against one, in kind: never a figure.
public enum LedgerRefusal: Error, Hashable, Sendable {
  /// The period is closed for this audience, and the input is another.
  case input(period: String, audience: String)
  /// The period is closed for this audience, under another policy.
  case policy(period: String, audience: String, name: String)
  /// The period is closed for this audience, and whether the input is the same cannot be told: the ledger's key is another.
  case key(period: String, audience: String)
  /// The ledger's days are days of another time zone.
  case timeZone(String)
  /// A period that overlaps is closed for the same table.
  case overlap(table: String, period: String)
  /// A week or month around the period is closed for other tables; its days come first.
  case dayAfterPeriod(period: String)
  /// The period is closed for another audience, with another input.
  case otherAudience(period: String, audience: String)
  /// The same rows have other figures than in the report for another audience.
  case otherFigures(table: String, period: String, audience: String)
  /// The restatement could be subtracted from what it replaces.
  case restatement(table: String, period: String)
}
