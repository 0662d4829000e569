internal import LogAggregate

/// How a table is laid out for people: the order of its rows, and the metric that its bars show.
struct TableLayout {
  let table: ReleasedTable
  /// The coarser table of the report that stands in for this one.
  let standIn: ReleasedTable?
  private let words: Language
  /// The place of the metric that bars and shares show; `nil` where no metric is a count.
  let primary: Int?
  /// The published total of that metric, where there is one that the rows are parts of.
  let total: Int?
  /// The rows in reading order, without those that are zero throughout.
  let rows: [ReleasedTable.Row]
  /// How many rows follow that are left to the forms for programs.
  let furtherRows: Int
  /// The vocabulary words that nobody used.
  let unused: [String]
  /// The largest primary figure, the remainder's included; at least 1.
  let peak: Int

  /// Lays the table out with at most that many rows; days and hours are never cut.
  init(_ table: ReleasedTable, of report: ReleasedReport, rowLimit: Int, _ words: Language) {
    self.table = table
    standIn = report.standIn(for: table)
    self.words = words
    let primary = Self.primary(of: table)
    self.primary = primary
    var rows = table.rows
    if let order = Self.order(of: table.id) {
      rows = rows.enumerated().sorted {
        (order($0.element.key), $0.offset) < (order($1.element.key), $1.offset)
      }.map(\.element)
    } else if Self.isOrderedByKey(table.id) {
      rows.sort { $0.key < $1.key }
    }
    // The hours are drawn, so that a silent one has its place; weekdays and days are not missed.
    let isDrawn = table.id == .hour
    let shown = isDrawn ? rows : rows.filter { !Self.isZero($0) }
    unused = isDrawn ? [] : rows.filter(Self.isZero).map(\.key)
    self.rows = Array(Self.isTime(table.id) ? shown[...] : shown.prefix(rowLimit))
    furtherRows = shown.count - self.rows.count
    let figures = primary.map { place in
      rows.map { $0.figures[place].count ?? 0 } + [table.other?[place].count ?? 0]
    }
    let peak = figures?.max() ?? 0
    self.peak = max(peak, 1)
    let total = primary.flatMap { Self.total(of: table.metrics[$0], in: report.totals) }
    self.total = total.flatMap { $0 > 0 && peak <= $0 ? $0 : nil }
  }

  /// What is said in place of rows where too few visitors stand behind them; `nil` where rows are shown.
  var bareNote: String? {
    guard table.isTotalsOnly else { return nil }
    return words(
      standIn == nil ? Definitions.totalsOnly : table.id.coarseningNote ?? Definitions.totalsOnly)
  }

  /// What is said of the words that nobody used; of many only how many there are.
  var unusedNote: String? {
    guard !unused.isEmpty else { return nil }
    guard unused.count <= Self.namedUnused else {
      return words(Definitions.unused, ["count": words.number(unused.count)])
    }
    let names = unused.map { words.key($0, in: table.id) }.joined(separator: ", ")
    return words("No visitors: {names}.", ["names": names])
  }

  private static let namedUnused = 8

  /// A row's primary figure; `nil` where it is withheld.
  func value(_ figures: [ReleasedFigure]) -> Int? { primary.flatMap { figures[$0].count } }

  /// A row's share of the published total, in percent.
  func share(_ figures: [ReleasedFigure]) -> String? {
    guard let total, let value = value(figures) else { return nil }
    return words.numbers.percent(value, of: total)
  }

  /// Whether one visitor can stand in several rows, so that visitors do not add up.
  var overlaps: Bool {
    guard table.metrics.contains(.visitors), rows.count > 1 else { return false }
    switch table.id {
    case .browser, .browserVersion, .platform, .device, .screen, .country, .isp, .clientDomain,
      .segment, .frequency:
      return false
    case .day, .hour, .weekday, .page, .section, .entryPage, .exitPage, .exitLink, .flow,
      .referrer, .channel, .campaign, .placement, .placementByDay, .placementByHour, .goal, .status:
      return true
    }
  }

  private static func isZero(_ row: ReleasedTable.Row) -> Bool {
    row.figures.allSatisfy {
      switch $0 {
      case .count(let count): count == 0
      case .ratio(let numerator, let denominator): numerator == 0 && denominator == 0
      case .withheld, .unmeasured, .notGranted: false
      }
    }
  }

  private static func primary(of table: ReleasedTable) -> Int? {
    let people: [Metric] = [.visitors, .visitorDays, .reach, .visits, .pageViews, .impressions]
    let preferred = isTime(table.id) ? [.pageViews] + people : people
    let rest: [Metric] = [.conversions, .clicks, .bytes]
    for metric in preferred + rest {
      if let place = table.metrics.firstIndex(of: metric) { return place }
    }
    return nil
  }

  private static func total(of metric: Metric, in totals: ReleasedTotals) -> Int? {
    switch metric {
    case .pageViews: totals.pageViews.count
    case .visits: totals.visits.count
    case .visitors: totals.visitors.count
    case .clicks, .impressions, .clickThroughRate, .reach, .conversions, .bytes, .visitorDays,
      .publishedDays:
      nil
    }
  }

  private static func isTime(_ table: TableID) -> Bool {
    switch table {
    case .day, .hour, .weekday, .placementByDay, .placementByHour: true
    default: false
    }
  }

  private static func isOrderedByKey(_ table: TableID) -> Bool {
    switch table {
    case .day, .hour, .placementByDay, .placementByHour, .status: true
    default: false
    }
  }

  private static func order(of table: TableID) -> ((String) -> Int)? {
    switch table {
    case .weekday: { CalendarDay.weekdays.firstIndex(of: $0) ?? 7 }
    case .frequency: { Int($0.prefix { $0.isASCII && $0.isNumber }) ?? .max }
    default: nil
    }
  }
}
