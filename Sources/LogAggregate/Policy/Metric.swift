/// A figure that a table's rows carry.
public enum Metric: String, CaseIterable, Hashable, Sendable {
  case pageViews = "page_views"
  case visits
  case visitors
  case clicks
  case impressions
  case clickThroughRate = "ctr"
  case reach
  case conversions
  case bytes
  /// The visitors of several days, added; never granted, but what visitors become in a sum.
  case visitorDays = "visitor_days"
  /// On how many days of a sum the row was published.
  case publishedDays = "days_published"
}
