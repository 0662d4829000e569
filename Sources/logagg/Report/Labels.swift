internal import LogAggregate

/// The words that people read in the place of the report's identifiers.
enum Labels {
  /// The heading of a metric's column.
  static func column(_ metric: Metric) -> String {
    switch metric {
    case .pageViews: "Page views"
    case .visits: "Visits"
    case .visitors: "Visitors"
    case .clicks: "Clicks"
    case .impressions: "Impressions"
    case .clickThroughRate: "CTR"
    case .reach: "Reach"
    case .conversions: "Conversions"
    case .bytes: "Data sent"
    }
  }

  /// A key as people read it: hours as times of day, and the channel `other` not as the remainder.
  static func key(_ key: String, in table: TableID) -> String {
    switch table {
    case .hour: "\(key):00"
    case .day: CalendarDay(key)?.long ?? key
    case .channel: channels[key] ?? key
    default: key
    }
  }

  /// The end of the steps by which visits begin and end.
  static let outside = "outside"

  private static let channels = [
    "direct": "Direct", "internal": "Internal", "search": "Search engines",
    "social": "Social networks", "ai-assistant": "AI assistants", "mail": "Mail",
    "campaign": "Campaigns", "other": "Other sites",
  ]

  /// A step of the exclusion waterfall, as a noun phrase.
  static func step(_ reason: String) -> String {
    if let known = steps[reason] { return known }
    let robot = "robot-"
    guard reason.hasPrefix(robot) else { return reason.replacing("-", with: " ") }
    let category = String(reason.dropFirst(robot.count))
    return "Robots: " + (robots[category] ?? category.replacing("-", with: " "))
  }

  private static let steps = [
    "rejected": "Lines that could not be read",
    "directive": "Comment lines of the log format",
    "outside-period": "Outside the period",
    "internal": "The site’s own traffic",
    "method": "Not a GET request",
    "status": "Not answered with 2xx or 304",
    "asset": "Images, scripts, feeds and downloads",
    "visitor-limit": "Beyond one visitor’s daily limit",
  ]

  private static let robots = [
    "search-engine": "search engines", "ai-crawler": "AI crawlers", "ai-assistant": "AI assistants",
    "seo": "SEO tools", "monitoring": "monitoring", "feed-reader": "feed readers",
    "preview": "link previews", "library": "programming libraries",
    "scanner": "security scanners", "prefetch": "prefetching", "referrer-spam": "referrer spam",
    "declared": "other declared robots", "unrecognised": "not recognised as a browser",
    "empty": "no user agent given",
  ]

  /// The text with a capital first letter.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Why lines were rejected, in words.
  static func rejection(_ reason: String) -> String { reason.replacing("-", with: " ") }

  /// The days of the report, such as `19 November 2026` or `1–30 November 2026`.
  static func period(_ period: ReleasedPeriod) -> String {
    guard let from = period.from?.description, let to = period.to?.description else {
      return "No day: the input was empty"
    }
    guard let first = CalendarDay(from), let last = CalendarDay(to) else {
      return "\(from) – \(to)"
    }
    if first == last { return "\(first.weekday), \(first.long)" }
    if first.year == last.year, first.month == last.month {
      return "\(first.day)–\(last.long)"
    }
    return first.year == last.year
      ? "\(first.day) \(first.monthName) – \(last.long)" : "\(first.long) – \(last.long)"
  }
}
