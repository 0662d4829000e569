internal import LogAggregate

/// The report as tidy CSV: one figure a record, `table,key,metric,value`.
/// - Source: RFC 4180; a withheld figure is an empty value.
struct CSVReport {
  private(set) var bytes: [UInt8] = []

  init(_ report: ReleasedReport) {
    add(["table", "key", "metric", "value"])
    add("totals", "(all)", Metric.pageViews.rawValue, report.totals.pageViews.plain)
    add("totals", "(all)", Metric.visits.rawValue, report.totals.visits.plain)
    let people = report.sum == nil ? Metric.visitors : .visitorDays
    add("totals", "(all)", people.rawValue, report.totals.visitors.plain)
    add("totals", "(all)", Metric.clicks.rawValue, report.totals.clicks.plain)
    add("input", "read", "lines", String(report.input.lines))
    for step in report.input.excluded {
      add("input", step.reason, "lines", step.lines.map { String($0) })
    }
    add("input", "page_views", "lines", report.input.pageViews.map { String($0) })
    for length in report.visits?.lengths ?? [] { add(length) }
    if let other = report.visits?.other { add(other) }
    for table in report.tables {
      for row in table.rows { add(table, key: row.key, row.figures) }
      if let other = table.other { add(table, key: "(other)", other) }
    }
    addClaims(report)
  }

  /// What the report says of itself, so that a reader of this form alone can check it.
  private mutating func addClaims(_ report: ReleasedReport) {
    add("report", "site", "text", report.siteName.map(Escaping.csv))
    add("report", "from", "date", report.period.from?.description)
    add("report", "to", "date", report.period.to?.description)
    add("report", "time-zone", "text", Escaping.csv(report.period.timeZone))
    add("policy", "name", "text", Escaping.csv(report.policy.name))
    add("policy", "sha256", "text", report.policy.sha256)
    add("policy", "audience", "text", Escaping.csv(report.policy.audience.name))
    if let advertiser = report.policy.advertiser {
      add("policy", "advertiser", "text", Escaping.csv(advertiser))
    }
    add("disclosure", "threshold", "visitors", String(report.disclosure.threshold))
    add("disclosure", "networks", "networks", String(report.disclosure.networks))
    add("disclosure", "ledger", "sha256", report.disclosure.ledger)
    guard let sum = report.sum else { return }
    add("report", "days", "count", String(report.period.dayCount))
    add("report", "days-published", "count", String(sum.publishedDays))
    add("report", "days-with-totals", "count", String(sum.daysWithTotals))
  }

  private mutating func add(_ length: ReleasedVisits.Class) {
    add("visit-length", length.name, Metric.visits.rawValue, String(length.visits))
    add("visit-length", length.name, Metric.visitors.rawValue, String(length.visitors))
  }

  private mutating func add(_ table: ReleasedTable, key: String, _ figures: [ReleasedFigure]) {
    for (metric, figure) in zip(table.metrics, figures) {
      add(table.id.id, key, metric.rawValue, figure.plain)
    }
  }

  private mutating func add(_ table: String, _ key: String, _ metric: String, _ value: String?) {
    add([Escaping.csv(table), Escaping.csv(key), metric, value ?? ""])
  }

  private mutating func add(_ fields: [String]) {
    bytes.append(contentsOf: fields.joined(separator: ",").utf8)
    bytes.append(contentsOf: "\r\n".utf8)
  }
}
