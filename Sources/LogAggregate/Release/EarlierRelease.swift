/// What a release showed before to another audience, as far as it binds a further release of the same lines.
///
/// The totals need no part in it: they are the same figures, or withheld.
public struct EarlierRelease: Sendable {
  let level: Disclosure.Level
  let population: String
  /// By which its lines are known again.
  let sourceMAC: String
  let keyName: String
  /// The keys of each table's rows; none where it showed its totals only.
  let shown: [TableID: Set<String>]
  /// The classes of visits by length that it showed; `nil` where it was not about visits.
  let visitLengths: Set<String>?

  /// What a ledger's record showed.
  init(_ report: ReleasedReport, _ head: ReleaseHead) {
    level = Disclosure.Level(threshold: head.threshold, networks: head.networks)
    population = head.population
    sourceMAC = head.sourceMAC
    keyName = head.keyName
    var shown: [TableID: Set<String>] = [:]
    // Figures of advertising have rules of their own.
    for table in report.tables where !table.id.isAdvertising {
      shown[table.id] = Set(
        table.rows.filter { row in row.figures.contains { $0 != .count(0) } }.map(\.key))
    }
    self.shown = shown
    visitLengths = report.visits.map { visits in
      Set(visits.lengths.filter { $0.visits > 0 }.map(\.name))
    }
  }

  /// What it showed of a table; nothing of one that it had not.
  func keys(_ table: TableID) -> Set<String> { shown[table] ?? [] }
}

extension RunSetting {
  /// The earlier releases of the very lines that are released now.
  func earlierReleases(_ digest: LineDigest) -> [EarlierRelease] {
    guard let key = ledgerKey, !earlier.isEmpty else { return [] }
    let mac = ReleaseSource.inputMAC(digest, key)
    return earlier.filter {
      $0.sourceMAC == mac && $0.keyName == key.name && $0.population == population
    }
  }
}

extension Ledger {
  /// What every audience was shown of exactly these days; a run's setting asks for it before it releases them.
  /// - Throws: ``LedgerError`` where a record is not as it was written.
  /// - Complexity: O(records of these days).
  public func releases(of days: ClosedRange<CivilDate>) throws(LedgerError) -> [EarlierRelease] {
    var latest: [LedgerEntry] = []
    for entry in entries where entry.head.from...entry.head.to == days {
      latest.removeAll { $0.head.hasSameSubject(as: entry.head) }
      latest.append(entry)
    }
    var releases: [EarlierRelease] = []
    for entry in latest {
      releases.append(EarlierRelease(try LedgerScan.report(entry, in: file), entry.head))
    }
    return releases
  }
}
