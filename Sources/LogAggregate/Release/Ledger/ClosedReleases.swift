/// What the releases so far have to say to a further one.
///
/// - Source: DESIGN 4; `privacy.md` 2.5, 2.7 and attacks T4, T5, T7, T27.
struct ClosedReleases {
  /// What becomes of a release that is not refused.
  enum Verdict {
    /// It was released before: give that one again.
    case again(LedgerEntry)
    /// It may be released, once its figures agree with those of these releases of the same period.
    case new(beside: [LedgerEntry], replacing: [LedgerEntry])
  }
  private let entries: [LedgerEntry]

  init(_ entries: [LedgerEntry]) { self.entries = entries }

  /// Decides by heads alone.
  /// - Throws: ``LedgerRefusal``.
  /// - Complexity: O(releases).
  func judge(_ head: ReleaseHead, isRestating: Bool) throws(LedgerRefusal) -> Verdict {
    if let zone = entries.first?.head.timeZone, zone != head.timeZone {
      throw .timeZone(zone)
    }
    let own = entries.filter { $0.head.hasSameSubject(as: head) }
    if let last = own.last {
      if last.head.hasSameSource(as: head), last.head.policySHA256 == head.policySHA256 {
        return .again(last)
      }
      if !isRestating { throw Self.difference(head, last.head) }
    }
    try refuseOverlap(head)
    let others = latestOfOthers(head)
    for other in others where !other.head.hasSameSource(as: head) {
      // Whoever restates comes first; the others still show the input that is being replaced.
      guard own.contains(where: { $0.head.hasSameSource(as: other.head) }) else {
        throw .otherAudience(period: head.period, audience: other.head.audience)
      }
    }
    return .new(
      beside: others.filter { $0.head.hasSameSource(as: head) }, replacing: own)
  }

  /// What differs from the release that closed the period.
  private static func difference(_ head: ReleaseHead, _ last: ReleaseHead) -> LedgerRefusal {
    if last.keyName != head.keyName { return .key(period: head.period, audience: head.audience) }
    if last.sourceMAC != head.sourceMAC {
      return .input(period: head.period, audience: head.audience)
    }
    return .policy(period: head.period, audience: head.audience, name: last.policyName)
  }

  /// One table has one division of time into periods: what overlaps could be subtracted.
  private func refuseOverlap(_ head: ReleaseHead) throws(LedgerRefusal) {
    for entry in entries {
      guard entry.head.overlaps(head), !entry.head.hasSamePeriod(as: head) else { continue }
      if let table = head.tables.first(where: entry.head.tables.contains) {
        throw .overlap(table: table, period: entry.head.period)
      }
      // The week was checked against the days that were published by then.
      if entry.head.contains(head) { throw .dayAfterPeriod(period: entry.head.period) }
    }
  }

  /// The latest release of the period to every other audience of the same population.
  private func latestOfOthers(_ head: ReleaseHead) -> [LedgerEntry] {
    var latest: [LedgerEntry] = []
    for entry in entries {
      guard entry.head.hasSamePeriod(as: head), entry.head.population == head.population,
        !entry.head.hasSameSubject(as: head)
      else { continue }
      latest.removeAll { $0.head.hasSameSubject(as: entry.head) }
      latest.append(entry)
    }
    return latest
  }
}
