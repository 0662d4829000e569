internal import LogAggregate

/// A chapter of the page: the tables that answer one question.
struct HTMLChapter {
  let title: String
  let anchor: String
  let tables: [ReleasedTable]
  let report: ReleasedReport
  let words: Language
  let bookings: [String: Int]

  /// The chapters that hold a table, in reading order.
  static func chapters(of report: ReleasedReport, _ presentation: Presentation) -> [HTMLChapter] {
    let words = presentation.language
    return Subject.allCases.compactMap { subject in
      let tables = report.tables.filter { Subject(of: $0.id) == subject }
      guard !tables.isEmpty else { return nil }
      return HTMLChapter(
        title: words(subject.title), anchor: subject.rawValue, tables: tables, report: report,
        words: words, bookings: presentation.bookings)
    }
  }

  func html(rowLimit: Int) -> HTML {
    var drawn: HTML = ""
    var plain: HTML = ""
    for table in tables {
      let layout = TableLayout(table, of: report, rowLimit: rowLimit, words)
      if HTMLChart.hasChart(table) {
        drawn += HTMLChart(layout: layout, words: words).html
      } else {
        plain +=
          table.id == .flow
          ? HTMLMatrix(layout: layout, words: words).html
          : HTMLTable(layout: layout, words: words, bookings: bookings).html
      }
    }
    return """
      <section class="chapter" aria-labelledby="\(anchor)">
      <h2 id="\(anchor)">\(title)</h2>
      \(drawn)\(plain.source.isEmpty ? plain : "<div class=\"grid\">\n\(plain)</div>\n")</section>

      """
  }

  /// What a table tells about.
  private enum Subject: String, CaseIterable {
    case campaigns, time, content, arrival, equipment, place, members, server

    var title: String {
      switch self {
      case .campaigns: "Advertising and goals"
      case .time: "When visitors came"
      case .content: "What they read"
      case .arrival: "How they arrived and left"
      case .equipment: "Browsers and devices"
      case .place: "Networks and countries"
      case .members: "Members"
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
      case .campaign, .placement, .placementByDay, .placementByHour, .frequency, .goal:
        self = .campaigns
      case .status: self = .server
      }
    }
  }
}
