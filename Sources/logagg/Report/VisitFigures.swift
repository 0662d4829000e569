internal import LogAggregate

/// What visits were like, in the words that every form of the report for people uses.
enum VisitFigures {
  /// Name, in English, and value of each figure.
  static func pairs(
    _ visits: ReleasedVisits, _ words: Language
  ) -> [(name: String, value: String)] {
    let absent = words("withheld")
    return [
      ("Bounce share", share(visits.bounceShare, words) ?? absent),
      ("Pages per visit", rate(visits.pagesPerVisit, words) ?? absent),
      ("Median duration", visits.medianDuration.map { words($0) } ?? absent),
    ]
  }

  /// What the figures mean.
  static let note =
    "Bounces are visits of one page view. The median is of all other visits, from the first page view to the last."

  private static func share(_ figure: ReleasedFigure, _ words: Language) -> String? {
    guard case .ratio(let part, let whole) = figure else { return nil }
    return words.numbers.percent(part, of: whole)
  }

  private static func rate(_ figure: ReleasedFigure, _ words: Language) -> String? {
    guard case .ratio(let part, let whole) = figure else { return nil }
    return Figures.scaled(part, of: whole, scale: 100).map { words.numbers.fixed($0, scale: 100) }
  }
}
