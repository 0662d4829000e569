internal import LogAggregate

/// The hours of the period as a strip, filled where the log has lines; the list beneath says the same.
struct HTMLCoverage {
  let coverage: ReleasedCoverage?
  let words: Language
  /// The most hours that can still be told apart.
  private static let mostHours = 24 * 31

  var html: HTML {
    guard let coverage, (1...Self.mostHours).contains(coverage.hours) else { return "" }
    let first = coverage.gaps.first?.from
    let start = [coverage.first, first].compactMap { $0 }.min { $0.description < $1.description }
    guard let start, let day = CalendarDay(start.day.description)?.number else { return "" }
    // A day of 23 or 25 hours shifts the strip by one hour at most; the list is exact.
    func place(_ hour: ReleasedCoverage.Hour) -> Int {
      let number = CalendarDay(hour.day.description)?.number ?? day
      return min(coverage.hours, (number - day) * 24 + hour.hour - start.hour)
    }
    var gaps: HTML = ""
    for gap in coverage.gaps {
      let x = place(gap.from) * 1_000 / coverage.hours
      let width = max(2, gap.hours * 1_000 / coverage.hours)
      gaps += """
        <rect class="hole" x="\(x / 10).\(x % 10)%" width="\(width / 10).\(width % 10)%" height="100%"/>
        """
    }
    return """
      <svg class="strip" aria-hidden="true"><rect class="whole" width="100%" height="100%"/>\(gaps)</svg>

      """
  }
}
