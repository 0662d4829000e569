internal import LogAggregate

extension Failure {
  /// The failure that a day with missing hours or servers is, where it must be whole; `nil` where it is whole.
  init?(incomplete input: ReleasedInput) {
    guard let coverage = input.coverage else {
      self.init(
        .dataError,
        "the input holds no line, so no day is whole; name the logs of the period")
      return
    }
    if let gap = coverage.gaps.first {
      let missing = coverage.hours - coverage.hoursWithData
      let place = gap.from == gap.to ? "\(gap.from)" : "\(gap.from) to \(gap.to)"
      self.init(
        .dataError,
        "\(missing) of \(coverage.hours) hours of the period hold no line, the first \(place); "
          + "add the rotated log that holds them, or run without --require-complete")
    } else if let expected = coverage.serversExpected, coverage.serversSeen < expected {
      self.init(
        .dataError,
        "logs of \(coverage.serversSeen) of \(expected) servers were given; "
          + "add the missing server's log, or run without --require-complete")
    } else if !input.isComplete {
      self.init(
        .dataError,
        "an input is damaged, so the period is not whole; fetch it again, or run without --require-complete"
      )
    } else {
      return nil
    }
  }
}
