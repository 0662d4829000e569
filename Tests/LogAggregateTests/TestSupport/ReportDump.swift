@testable import LogAggregate

/// Writes a released report as text in which nothing is left out, so that two reports can be compared.
enum ReportDump {
  static func text(_ report: ReleasedReport) -> String {
    var lines = [
      "policy \(report.policy.name) \(report.policy.sha256) \(report.policy.audience)",
      "site \(report.siteName ?? "-")",
      "period \(date(report.period.from)) \(date(report.period.to)) \(report.period.timeZone) \(report.period.dayCount)",
      "lines \(report.input.lines) views \(count(report.input.pageViews)) complete \(report.input.isComplete)",
      "coverage \(report.input.coverage.map { "\($0.hoursWithData)/\($0.hours) \($0.gaps)" } ?? "-")",
      "formats \(report.input.formats)",
    ]
    lines += report.input.excluded.map { "excluded \($0.reason) \(count($0.lines))" }
    lines += report.input.rejections.map { "rejection \($0.reason) \($0.lines)" }
    let totals = report.totals
    lines.append(
      "totals \(figures([totals.pageViews, totals.visits, totals.visitors, totals.clicks]))")
    if let visits = report.visits {
      lines.append(
        "visits \(figures([visits.bounces, visits.bounceShare, visits.pagesPerVisit])) \(visits.medianDuration ?? "-")"
      )
      lines += (visits.lengths + [visits.other].compactMap(\.self)).map {
        "length \($0.name) \($0.visits) \($0.visitors)"
      }
    }
    for table in report.tables {
      lines.append("table \(table.id.id) \(table.clause.id) \(table.metrics.map(\.rawValue))")
      lines += table.rows.map { "row \($0.key) \(figures($0.figures))" }
      lines.append("other \(table.other.map(figures) ?? "-") \(table.isTotalsOnly)")
    }
    lines += report.notReleased.map { "withheld \($0.table.id) \($0.why) \($0.clause?.id ?? "-")" }
    let rules = report.disclosure
    lines.append(
      "rules \(rules.threshold) \(rules.networks) \(rules.visitorLimit) \(rules.ledger ?? "-")")
    lines += rules.notes.map { "note \($0)" }
    return lines.joined(separator: "\n")
  }

  /// Where two dumps differ first: line numbers only, never what the lines say.
  static func difference(_ left: String, _ right: String) -> String {
    let (one, other) = (left.split(separator: "\n"), right.split(separator: "\n"))
    let place = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
    return
      "dumps of \(one.count) and \(other.count) lines differ from line \((place ?? min(one.count, other.count)) + 1) on"
  }

  private static func date(_ date: CivilDate?) -> String { date?.description ?? "-" }

  private static func count(_ count: Int?) -> String { count.map(String.init) ?? "withheld" }

  private static func figures(_ figures: [ReleasedFigure]) -> String {
    figures.map { figure in
      switch figure {
      case .count(let count): "\(count)"
      case .ratio(let numerator, let denominator): "\(numerator)/\(denominator)"
      case .withheld: "withheld"
      case .unmeasured: "unmeasured"
      case .notGranted: "not-granted"
      }
    }.joined(separator: " ")
  }
}
