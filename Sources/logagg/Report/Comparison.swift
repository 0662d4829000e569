internal import LogAggregate

/// The totals beside those of the released period before; from published figures alone.
struct Comparison {
  /// The days of the period before, in words.
  let period: String
  /// By how much visitors, visits, page views and clicks changed, such as `+4.2%`; `nil` where either figure is not there.
  let changes: [String?]

  /// - Returns: `nil` where no released period comes before.
  init?(_ report: ReleasedReport, _ words: Language) {
    guard let previous = report.previous, previous.period.from != nil else { return nil }
    period = words.period(previous.period)
    changes = zip(Self.figures(report.totals), Self.figures(previous.totals)).map { pair in
      guard let now = pair.0.count, let before = pair.1.count else { return nil }
      return words.numbers.change(from: before, to: now)
    }
  }

  private static func figures(_ totals: ReleasedTotals) -> [ReleasedFigure] {
    [totals.visitors, totals.visits, totals.pageViews, totals.clicks]
  }
}

extension NumberStyle {
  /// A change in percent with one decimal and a sign; `nil` from nothing.
  func change(from before: Int, to now: Int) -> String? {
    guard before > 0, now >= 0 else { return nil }
    guard let share = percent(abs(now - before), of: before) else { return nil }
    return (now == before ? "±" : now < before ? "−" : "+") + share
  }
}
