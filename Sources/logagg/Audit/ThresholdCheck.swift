/// Whether every cell stands for as many visitors as the report says that it must.
/// - Source: DESIGN 4, “Threshold” and “One remainder row per table”.
enum ThresholdCheck {
  /// What clicks and conversions alone need.
  private static let alone = 10

  static func findings(in report: AuditedReport) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    guard let threshold = report.threshold else { return [] }
    func complain(_ place: String, _ rule: AuditFinding.Rule, _ problem: String) {
      findings.append(AuditFinding(file: report.file, place: place, rule: rule, problem: problem))
    }
    if let visitors = report.totals["visitors"], visitors > 0, visitors < Double(threshold) {
      complain(
        "totals.visitors", .threshold, "the totals stand for fewer visitors than \(threshold)")
    }
    for table in report.tables {
      for (number, row) in table.rows.enumerated() {
        if let problem = problem(of: row, threshold: threshold) {
          complain("tables \(table.id), row \(number + 1)", .threshold, problem)
        }
      }
      if let other = table.other, let problem = problem(of: other, threshold: threshold) {
        complain("tables \(table.id), (other)", .remainder, problem)
      }
      if let problem = remainder(of: table, in: report, threshold: threshold) {
        complain("tables \(table.id)", .remainder, problem)
      }
    }
    return findings
  }

  /// What is wrong with a cell; a cell of zeros is a word that nobody used.
  private static func problem(of row: AuditedReport.Row, threshold: Int) -> String? {
    let counts = row.figures.filter { $0.key != "ctr" && $0.key != "days_published" }
    if counts.values.allSatisfy({ $0 == 0 }) { return nil }
    let people = ["visitors", "visitor_days", "reach"].compactMap { counts[$0] }
    if let fewest = people.min() {
      return fewest < Double(threshold) ? "it stands for fewer visitors than \(threshold)" : nil
    }
    let isAlone = counts.keys.allSatisfy { ["clicks", "conversions"].contains($0) }
    let least = Double(isAlone ? min(alone, threshold) : threshold)
    // Each visitor counts for at least one of each, so that a cell with fewer cannot have enough visitors.
    let most = counts.values.max() ?? 0
    return most < least ? "it counts fewer than \(Int(least))" : nil
  }

  /// What the totals minus the rows would tell where there is no remainder row.
  private static func remainder(
    of table: AuditedReport.Table, in report: AuditedReport, threshold: Int
  ) -> String? {
    guard !table.rows.isEmpty, table.other == nil, !report.isSumOfDays else { return nil }
    for metric in ["page_views", "visits", "visitors"] where SumCheck.covers(table.id, metric) {
      guard table.metrics.contains(metric), let total = report.totals[metric] else { continue }
      let rest = total - table.sum(metric)
      if rest > 0, rest < Double(threshold) {
        return "the totals minus its rows leave a group smaller than \(threshold)"
      }
    }
    return nil
  }
}
