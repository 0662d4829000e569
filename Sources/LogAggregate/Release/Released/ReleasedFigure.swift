/// A figure, or that it is withheld.
public enum ReleasedFigure: Hashable, Sendable {
  case count(Int)
  /// A ratio of two published counts.
  case ratio(numerator: Int, denominator: Int)
  /// Too few visitors stand behind it, or it would give away a figure behind which too few stand.
  case withheld
  /// The site file names nothing to measure it by.
  case unmeasured
  /// The policy does not grant it to this audience.
  case notGranted
}

/// The figures of the whole population; they appear once, and every table agrees with them.
public struct ReleasedTotals: Sendable {
  /// Requests for pages, as DESIGN 3 defines them.
  public let pageViews: ReleasedFigure
  /// Runs of page views without a gap over 30 minutes.
  public let visits: ReleasedFigure
  /// Unique browsers; never people.
  public let visitors: ReleasedFigure
  /// Requests to the site's click endpoints.
  public let clicks: ReleasedFigure

  init(
    pageViews: ReleasedFigure, visits: ReleasedFigure, visitors: ReleasedFigure,
    clicks: ReleasedFigure, _ seal: ReleaseSeal
  ) {
    self.pageViews = pageViews
    self.visits = visits
    self.visitors = visitors
    self.clicks = clicks
  }
}
