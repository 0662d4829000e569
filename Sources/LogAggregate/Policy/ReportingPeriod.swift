/// Over what time a table is published: a small site's policy may close tables by whole weeks or months.
public enum ReportingPeriod: String, CaseIterable, Hashable, Sendable {
  case day, week, month

  /// What days a report has to be of to hold the table.
  public var days: String {
    switch self {
    case .day: "single days"
    case .week: "whole weeks, Monday to Sunday"
    case .month: "whole months"
    }
  }

  /// Whether these days are such a period.
  func fits(_ days: ClosedRange<CivilDate>) -> Bool {
    switch self {
    case .day: days.dayCount == 1
    case .week: days.isWeek
    case .month: days.isMonth
    }
  }
}

extension TableID {
  /// Tables that could be subtracted from each other, and so are published over the same time.
  var periodGroup: String {
    switch self {
    case .page, .section, .entryPage, .exitPage, .flow: "pages"
    case .channel, .referrer: "origins"
    case .browser, .browserVersion, .platform, .device, .screen: "agents"
    case .country, .isp, .clientDomain: "places"
    case .segment: "segments"
    case .campaign, .placement, .placementByDay, .placementByHour, .frequency, .goal, .exitLink:
      "advertising"
    case .day, .hour, .weekday, .status: id
    }
  }
}
