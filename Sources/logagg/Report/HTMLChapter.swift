internal import LogAggregate

/// A chapter of the page: the tables that answer one question.
struct HTMLChapter {
  let title: String
  let anchor: String
  let tables: [ReleasedTable]
  let report: ReleasedReport

  /// The chapters that hold a table, in reading order.
  static func chapters(of report: ReleasedReport) -> [HTMLChapter] {
    Subject.allCases.compactMap { subject in
      let tables = report.tables.filter { Subject(of: $0.id) == subject }
      guard !tables.isEmpty else { return nil }
      return HTMLChapter(
        title: subject.title, anchor: subject.rawValue, tables: tables, report: report)
    }
  }

  func html(rowLimit: Int) -> HTML {
    var inner: HTML = ""
    for table in tables where HTMLChart.hasChart(table) {
      inner += HTMLChart(table: table, report: report).html
    }
    inner += "<div class=\"grid\">\n"
    for table in tables where !HTMLChart.hasChart(table) {
      let layout = TableLayout(table, totals: report.totals, rowLimit: rowLimit)
      inner += table.id == .flow ? HTMLMatrix(layout: layout).html : HTMLTable(layout: layout).html
    }
    inner += "</div>\n"
    return """
      <section class="chapter" aria-labelledby="\(anchor)">
      <h2 id="\(anchor)">\(title)</h2>
      \(inner)</section>

      """
  }

  /// What a table tells about.
  private enum Subject: String, CaseIterable {
    case time, content, arrival, equipment, place, members, campaigns, server

    var title: String {
      switch self {
      case .time: "When visitors came"
      case .content: "What they read"
      case .arrival: "How they arrived and left"
      case .equipment: "Browsers and devices"
      case .place: "Networks and countries"
      case .members: "Members"
      case .campaigns: "Campaigns and goals"
      case .server: "Server answers"
      }
    }

    init(of table: TableID) {
      switch table {
      case .day, .hour, .weekday: self = .time
      case .page, .section, .entryPage, .exitPage, .flow: self = .content
      case .channel, .referrer, .exitLink: self = .arrival
      case .browser, .browserVersion, .platform, .device, .screen: self = .equipment
      case .country, .isp, .clientDomain: self = .place
      case .segment: self = .members
      case .campaign, .placement, .frequency, .goal: self = .campaigns
      case .status: self = .server
      }
    }
  }
}
