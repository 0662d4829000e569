extension ReleasedInput {
  /// The waterfall of all parts; a step that is withheld in one is withheld in the sum.
  init(sumOf parts: [ReleasedInput], _ seal: ReleaseSeal) {
    func sum(_ counts: [Int?]) -> Int? {
      counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
    }
    var reasons: [String] = []
    for step in parts.flatMap(\.excluded) where !reasons.contains(step.reason) {
      reasons.append(step.reason)
    }
    var rejected: [String: Int] = [:]
    for rejection in parts.flatMap(\.rejections) {
      rejected[rejection.reason, default: 0] += rejection.lines
    }
    var formats: [String] = []
    for format in parts.flatMap(\.formats) where !formats.contains(format) {
      formats.append(format)
    }
    self.init(
      lines: parts.reduce(0) { $0 + $1.lines },
      excluded: reasons.map { reason in
        Step(
          reason: reason,
          lines: sum(
            parts.map { part in
              guard let step = part.excluded.first(where: { $0.reason == reason }) else { return 0 }
              return step.lines
            }), seal)
      },
      rejections: rejected.sorted { $0.key < $1.key }.map {
        Rejection(reason: $0.key, lines: $0.value, seal)
      }, pageViews: sum(parts.map(\.pageViews)), damages: parts.flatMap(\.damages),
      formats: formats, coverage: ReleasedCoverage(sumOf: parts.map(\.coverage), seal), seal)
  }
}

extension ReleasedCoverage {
  /// The hours of all parts; `nil` where one does not tell its hours.
  fileprivate init?(sumOf parts: [ReleasedCoverage?], _ seal: ReleaseSeal) {
    let known = parts.compactMap(\.self)
    guard known.count == parts.count, let last = known.last else { return nil }
    self.init(
      first: known.compactMap(\.first).first, last: known.compactMap(\.last).last,
      hours: known.reduce(0) { $0 + $1.hours },
      hoursWithData: known.reduce(0) { $0 + $1.hoursWithData }, gaps: known.flatMap(\.gaps),
      serversSeen: known.map(\.serversSeen).max() ?? 0, serversExpected: last.serversExpected, seal)
  }
}
