/// What visits were like: how many were of one page view, how many pages they had, how long they lasted.
///
/// Shares and the median are computed from published numbers only.
public struct ReleasedVisits: Sendable {
  /// The visits of one length.
  public struct Class: Sendable {
    /// The length, such as `one page view` or `1 to 2 minutes`.
    public let name: String
    /// The visits of that length.
    public let visits: Int
    /// The visitors who made them.
    public let visitors: Int

    init(name: String, visits: Int, visitors: Int, _ seal: ReleaseSeal) {
      self.name = name
      self.visits = visits
      self.visitors = visitors
    }
  }
  /// Visits of one page view.
  public let bounces: ReleasedFigure
  /// Visits of one page view over all visits.
  public let bounceShare: ReleasedFigure
  /// Page views over visits.
  public let pagesPerVisit: ReleasedFigure
  /// The class in which the middle one of the visits of two page views or more lies, from the shortest; `nil` where it
  /// is withheld, or there is no such visit.
  public let medianDuration: String?
  /// All lengths that may be shown, from the shortest; empty where none may be.
  public let lengths: [Class]
  /// All other lengths together; `nil` where none is hidden, or none is shown.
  public let other: Class?

  init(
    bounces: ReleasedFigure, bounceShare: ReleasedFigure, pagesPerVisit: ReleasedFigure,
    medianDuration: String?, lengths: [Class], other: Class?, _ seal: ReleaseSeal
  ) {
    self.bounces = bounces
    self.bounceShare = bounceShare
    self.pagesPerVisit = pagesPerVisit
    self.medianDuration = medianDuration
    self.lengths = lengths
    self.other = other
  }
}

extension ReleasedVisits {
  /// Computes the figures from what is shown.
  init(
    _ published: Disclosure.Published, pageViews: ReleasedFigure, visits: ReleasedFigure,
    _ seal: ReleaseSeal
  ) {
    let lengths = published.rows.map {
      Class(name: $0.key, visits: $0.figures[0], visitors: $0.figures[1], seal)
    }
    let bounces = lengths.first { $0.name == VisitLength.onePageView.name }
    self.init(
      bounces: bounces.map { .count($0.visits) } ?? .withheld,
      bounceShare: Self.ratio(bounces.map { .count($0.visits) } ?? .withheld, visits),
      pagesPerVisit: Self.ratio(pageViews, visits),
      medianDuration: bounces == nil
        ? nil : Self.median(lengths, hidden: published.other?[0] ?? 0),
      lengths: lengths,
      other: published.other.map { Class(name: "(other)", visits: $0[0], visitors: $0[1], seal) },
      seal)
  }

  private static func ratio(_ part: ReleasedFigure, _ whole: ReleasedFigure) -> ReleasedFigure {
    switch (part, whole) {
    case (.count(let part), .count(let whole)): .ratio(numerator: part, denominator: whole)
    case (.notGranted, _), (_, .notGranted): .notGranted
    default: .withheld
    }
  }

  /// The class of the middle visit among those of two page views or more; of two middle ones the shorter's.
  /// - Parameter hidden: how many of these visits are of hidden classes; the answer must be the same whichever these are.
  private static func median(_ lengths: [Class], hidden: Int) -> String? {
    let timed = lengths.filter { $0.name != VisitLength.onePageView.name }
    let count = timed.reduce(hidden) { $0 + $1.visits }
    var below = 0
    for length in timed {
      if (below + hidden) * 2 < count, (below + length.visits) * 2 >= count { return length.name }
      below += length.visits
    }
    return nil
  }
}
