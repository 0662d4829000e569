/// The channels of two reports of which only one tells campaigns apart: to whom not every campaign may be shown, they are other
/// sites.
struct ChannelShares {
  private typealias Row = AuditedReport.Row
  private static let campaign = "campaign"
  private static let other = "other"
  /// What of a row adds up: a visitor can come in two ways.
  private static let additive = ["page_views", "visits"]

  private let tables: [AuditedReport.Table]

  init(_ one: AuditedReport.Table, _ twin: AuditedReport.Table) { tables = [one, twin] }

  /// Complains where the other sites of one report, without the campaigns of the other, are few.
  func check(_ threshold: Int, _ complain: (String, String) -> Void) {
    for (own, twin) in [(tables[0], tables[1]), (tables[1], tables[0])] {
      guard let campaign = Self.row(Self.campaign, own), Self.row(Self.campaign, twin) == nil,
        Self.row(Self.other, own) == nil, let whole = Self.row(Self.other, twin)
      else { continue }
      for metric in Self.additive {
        guard let all = whole.figures[metric], let some = campaign.figures[metric] else { continue }
        if (1..<Double(threshold)).contains(all - some) {
          complain(
            "tables channel, a row",
            "the other channel without the campaigns leaves fewer than \(threshold)")
          return
        }
      }
    }
  }

  /// The table with campaigns among the other sites, or among what is hidden where these are.
  static func folded(_ table: AuditedReport.Table) -> AuditedReport.Table {
    guard let campaign = row(campaign, table) else { return table }
    var folded = table
    folded.rows.removeAll { $0.key == campaign.key }
    if let place = folded.rows.firstIndex(where: { $0.key == other }) {
      folded.rows[place] = sum(folded.rows[place], campaign)
    } else {
      folded.other = sum(folded.other ?? Row(key: "(other)", figures: [:]), campaign)
    }
    return folded
  }

  /// A row that stands for somebody.
  private static func row(_ key: String, _ table: AuditedReport.Table) -> Row? {
    table.rows.first { row in row.key == key && row.figures.values.contains { $0 > 0 } }
  }

  private static func sum(_ one: Row, _ other: Row) -> Row {
    var figures: [String: Double] = [:]
    for metric in additive {
      guard one.figures[metric] != nil || other.figures[metric] != nil else { continue }
      figures[metric] = (one.figures[metric] ?? 0) + (other.figures[metric] ?? 0)
    }
    return Row(key: one.key, figures: figures)
  }
}
