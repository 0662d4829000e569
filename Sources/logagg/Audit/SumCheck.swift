/// Whether a report's figures add up: the waterfall to the lines, and each table to the totals.
/// - Source: DESIGN 3 (waterfall) and 4 (one population, totals once).
enum SumCheck {
  /// Tables in which every page view has one row.
  private static let pageViewTables: Set<String> = [
    "day", "hour", "weekday", "page", "section", "channel", "browser", "browser-version",
    "platform", "device", "screen", "country", "isp", "client-domain", "status",
  ]
  /// Tables in which every visit has one row.
  private static let visitTables: Set<String> = [
    "day", "weekday", "entry-page", "exit-page", "channel", "browser", "browser-version",
    "platform", "device", "screen", "country", "isp", "client-domain",
  ]
  /// Tables in which every visitor has one row.
  private static let visitorTables: Set<String> = [
    "browser", "browser-version", "platform", "device", "screen", "country", "isp",
    "client-domain",
  ]

  /// Whether every unit of a metric has one row of a table.
  static func covers(_ table: String, _ metric: String) -> Bool {
    if table.hasPrefix("segment-") { return ["page_views", "visits", "visitors"].contains(metric) }
    switch metric {
    case "page_views": return pageViewTables.contains(table)
    case "visits": return visitTables.contains(table)
    case "visitors": return visitorTables.contains(table)
    default: return false
    }
  }

  static func findings(in report: AuditedReport) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    func complain(_ place: String, _ problem: String) {
      findings.append(
        AuditFinding(file: report.file, place: place, rule: .sum, problem: problem))
    }
    checkWaterfall(report, complain)
    if report.isSumOfDays { return findings }
    for table in report.tables {
      let isTotalsOnly = table.cells.isEmpty
      for metric in table.metrics.sorted() where !isTotalsOnly {
        guard let total = report.totals[metric] else {
          if covers(table.id, metric) {
            complain(
              "tables \(table.id)", "its rows add up to \(metric) that the totals withhold")
          }
          continue
        }
        checkSum(table, metric, total, complain)
      }
      for row in table.cells { checkRow(row, in: table, complain) }
    }
    return findings
  }

  private static func checkWaterfall(
    _ report: AuditedReport, _ complain: (String, String) -> Void
  ) {
    let steps = report.excluded.compactMap(\.lines)
    let isWhole = steps.count == report.excluded.count
    if let lines = report.lines, let pageViews = report.pageViews, isWhole,
      !report.excluded.isEmpty
    {
      if steps.reduce(pageViews, +) != lines {
        complain("input", "the lines are not the steps of the waterfall and the page views")
      }
    }
    if let pageViews = report.pageViews, let total = report.totals["page_views"],
      pageViews != total
    {
      complain("totals.page_views", "they are not the page views of the input")
    }
    if report.pageViews == nil || !isWhole, report.totals["page_views"] != nil,
      !report.excluded.isEmpty
    {
      complain("input", "page views are withheld here and shown among the totals")
    }
  }

  private static func checkSum(
    _ table: AuditedReport.Table, _ metric: String, _ total: Double,
    _ complain: (String, String) -> Void
  ) {
    let sum = table.sum(metric)
    if covers(table.id, metric) {
      if sum != total {
        complain(
          "tables \(table.id)",
          "its \(metric) do not add up to the total: \(plain(sum)) of \(plain(total))")
      }
    } else if metric == "visitors", let most = table.cells.compactMap({ $0.figures[metric] }).max(),
      most > total
    {
      complain("tables \(table.id)", "a row has more visitors than the whole site")
    }
  }

  private static func checkRow(
    _ row: AuditedReport.Row, in table: AuditedReport.Table, _ complain: (String, String) -> Void
  ) {
    let place = "tables \(table.id), a row"
    if let views = row.figures["page_views"], let visitors = row.figures["visitors"],
      views < visitors
    {
      complain(place, "it has more visitors than page views")
    }
    if let visits = row.figures["visits"], let visitors = row.figures["visitors"],
      visits < visitors, table.id.hasPrefix("e") || covers(table.id, "visitors")
    {
      complain(place, "it has more visitors than visits")
    }
    if let clicks = row.figures["clicks"], let impressions = row.figures["impressions"],
      let ratio = row.figures["ctr"], impressions > 0, abs(ratio - clicks / impressions) > 0.00051
    {
      complain(place, "its click-through rate is not its clicks over its impressions")
    }
  }

  /// A whole number without a fraction.
  private static func plain(_ number: Double) -> String { String(Int64(number)) }
}
