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
}
