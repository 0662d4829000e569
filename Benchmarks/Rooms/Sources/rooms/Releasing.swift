@testable import LogAggregate

enum Releasing {
  static func measure(_ sample: Sample) throws -> [Figure] {
    let rules = try Sample.rules()
    let batches = try sample.batches(rules)
    let setting = try Sample.setting()
    func aggregate() -> Aggregate {
      var aggregate = Aggregate(
        rules: rules, visitorLimit: setting.visitorLimit, clickLimit: setting.clickLimit,
        countsFlow: setting.grants(.flow))
      for batch in batches { aggregate.add(batch, input: 0, source: 0, firstLine: 0) }
      aggregate.closeVisits()
      return aggregate
    }
    let whole = aggregate()
    var visitors = 0
    whole.forEachVisitor { _, _ in visitors += 1 }
    let clock = ContinuousClock()
    var least = Duration.seconds(1000)
    for _ in 0..<Figure.rounds {
      let one = aggregate()
      let start = clock.now
      let report = one.release(setting)
      least = min(least, clock.now - start)
      guard !report.tables.isEmpty, report.input.lines == sample.lineCount else {
        fatalError("release: the answer is wrong")
      }
    }
    let spent = least
    // The release uses the aggregate up, so that it is timed apart from making one.
    return [
      Figure(
        "release", per: "visitor", count: visitors, spent: spent,
        ceiling: "one look at each visitor",
        least: {
          var sum = 0
          whole.forEachVisitor { visitor, _ in sum &+= Int(visitor.views) }
          if sum == 1 { print("") }
        })
    ]
  }
}
