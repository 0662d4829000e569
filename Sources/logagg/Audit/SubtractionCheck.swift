/// Whether several reports of one site, held together, tell more than each alone.
/// - Source: DESIGN 4, “Each period is closed once”; the attacks of one day inside a week, rolling windows, two
///   populations and two audiences that compare notes.
enum SubtractionCheck {
  /// - Complexity: O(reports² + rows of reports that overlap).
  static func findings(in reports: [AuditedReport]) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for (index, one) in reports.enumerated() {
      for other in reports[..<index] where one.site == other.site && one.overlaps(other) {
        if one.from == other.from, one.to == other.to {
          findings += samePeriod(one, other)
        } else {
          findings += overlapping(one, other)
        }
      }
    }
    return findings
  }

  /// Two reports of one period: equal figures for what both show, and nested rows.
  private static func samePeriod(_ one: AuditedReport, _ other: AuditedReport) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    func complain(_ place: String, _ problem: String) {
      findings.append(
        AuditFinding(
          file: one.file, place: place, rule: .subtraction,
          problem: "\(problem), beside \(other.file)"))
    }
    let isSameShare = haveSameShare(one, other)
    for (metric, figure) in one.totals.sorted(by: { $0.key < $1.key }) {
      if metric == "clicks", !isSameShare { continue }
      if let same = other.totals[metric], same != figure {
        complain("totals.\(metric)", "two reports of one period have different totals")
      }
    }
    for table in one.tables where isSameShare || !advertising.contains(table.id) {
      guard let twin = other.table(table.id), !table.rows.isEmpty, !twin.rows.isEmpty else {
        continue
      }
      let threshold = max(one.threshold ?? 2, other.threshold ?? 2)
      // Whose campaigns are told apart follows from whose report it is.
      if table.id == "channel", !isSameShare || one.advertiser != other.advertiser {
        ChannelShares(table, twin).check(threshold, complain)
        let (own, others) = (ChannelShares.folded(table), ChannelShares.folded(twin))
        compare(own, others, threshold: threshold, complain)
      } else {
        compare(table, twin, threshold: threshold, complain)
      }
    }
    return findings
  }

  /// Tables whose figures are those of an advertiser's own share.
  private static let advertising: Set<String> = [
    "exit-link", "campaign", "placement", "placement-by-day", "placement-by-hour", "frequency",
    "goal",
  ]

  /// Whether both account for the same placements; reports of two advertisers do not, and their figures are of different things.
  /// A page does not say whose it is.
  private static func haveSameShare(_ one: AuditedReport, _ other: AuditedReport) -> Bool {
    func placements(_ report: AuditedReport) -> Set<String>? {
      report.table("placement").map { Set($0.rows.map(\.key)) }
    }
    let names = Set([one.advertiser, other.advertiser].filter { !$0.isEmpty })
    return names.count < 2 && placements(one) == placements(other)
  }

  private static func compare(
    _ table: AuditedReport.Table, _ twin: AuditedReport.Table, threshold: Int,
    _ complain: (String, String) -> Void
  ) {
    // In the flow the line that gathers sections holds more of them in the stricter report: its rows are sums of the other's.
    let isComparable = { (row: AuditedReport.Row) in
      table.id != "flow" || !row.key.contains("(other sections)")
    }
    let own = table.rows.filter(isComparable)
    let others = twin.rows.filter(isComparable)
    let rows = Dictionary(own.map { ($0.key, $0.figures) }) { first, _ in first }
    let twins = Dictionary(others.map { ($0.key, $0.figures) }) { first, _ in first }
    for (key, figures) in rows {
      guard let same = twins[key] else { continue }
      // A ledger keeps a ratio's counts, a report its first four places.
      let differs = figures.contains { metric, figure in
        same[metric].map { abs($0 - figure) > (metric == "ctr" ? 0.0001 : 0) } ?? false
      }
      if differs {
        complain("tables \(table.id), a row", "two reports of one period have different figures")
        return
      }
    }
    let nonzero = { (row: [String: Double]) in row.values.contains { $0 > 0 } }
    let onlyHere = rows.filter { twins[$0.key] == nil && nonzero($0.value) }
    let onlyThere = twins.filter { rows[$0.key] == nil && nonzero($0.value) }
    if !onlyHere.isEmpty, !onlyThere.isEmpty {
      complain(
        "tables \(table.id)", "neither report's rows hold the other's, so that remainders differ")
    }
    for metric in ["page_views", "visits"] where SumCheck.covers(table.id, metric) {
      let here = table.other?.figures[metric] ?? 0
      let there = twin.other?.figures[metric] ?? 0
      let shownHere = onlyHere.values.reduce(0) { $0 + ($1[metric] ?? 0) }
      let shownThere = onlyThere.values.reduce(0) { $0 + ($1[metric] ?? 0) }
      guard table.metrics.contains(metric), twin.metrics.contains(metric) else { continue }
      if here + shownHere != there + shownThere {
        complain("tables \(table.id)", "the two reports do not count the same \(metric)")
      }
    }
  }

  /// Two reports whose periods overlap without being equal: what is left of the longer one when the shorter is taken away.
  private static func overlapping(_ one: AuditedReport, _ other: AuditedReport) -> [AuditFinding] {
    if one.isSumOfDays || other.isSumOfDays { return [] }
    let isInside = one.from <= other.from && other.to <= one.to
    let isAround = other.from <= one.from && one.to <= other.to
    guard isInside || isAround else {
      return [
        AuditFinding(
          file: one.file, place: "period", rule: .subtraction,
          problem: "its days and those of \(other.file) overlap in part (a rolling window)")
      ]
    }
    let (long, short) = isInside ? (one, other) : (other, one)
    let threshold = Double(max(long.threshold ?? 2, short.threshold ?? 2))
    var findings: [AuditFinding] = []
    for table in long.tables {
      guard let part = short.table(table.id), table.id != "day" else { continue }
      let parts = Dictionary(part.rows.map { ($0.key, $0.figures) }) { first, _ in first }
      for (number, row) in table.rows.enumerated() {
        guard let inside = parts[row.key] else { continue }
        for metric in ["page_views", "visits", "visitors", "clicks", "impressions", "conversions"] {
          guard let whole = row.figures[metric], let some = inside[metric] else { continue }
          let rest = whole - some
          guard rest > 0, rest < threshold else { continue }
          findings.append(
            AuditFinding(
              file: long.file, place: "tables \(table.id), row \(number + 1)", rule: .subtraction,
              problem: "minus the same row of \(short.file) it leaves fewer than \(Int(threshold))"
            ))
          break
        }
      }
    }
    return findings
  }
}
