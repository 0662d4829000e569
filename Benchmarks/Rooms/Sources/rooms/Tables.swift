@testable import LogAggregate

/// Batches added in order: visits, tables, and what merging the workers' results is here.
enum Tables {
  static func measure(_ sample: Sample) throws -> [Figure] {
    let rules = try Sample.rules()
    let batches = try sample.batches(rules)
    let setting = try Sample.setting()
    let views = batches.reduce(0) { $0 + $1.observations.count }
    return [
      Figure(
        "tables, visits and merge in order", per: "page view", count: views,
        ceiling: "a copy of what is added",
        {
          var aggregate = Aggregate(
            rules: rules, visitorLimit: setting.visitorLimit, clickLimit: setting.clickLimit,
            countsFlow: setting.grants(.flow))
          for batch in batches { aggregate.add(batch, input: 0, source: 0, firstLine: 0) }
          // What lies beyond a visitor's limit is told apart, and is no view.
          return (aggregate.pageViews, aggregate.tally.lines)
        }, check: { $0.0 <= views && $0.0 * 10 > views * 9 && $0.1 == sample.lineCount },
        least: {
          for batch in batches {
            var copy = batch.observations
            copy.reserveCapacity(copy.count + 1)
            if copy.capacity == 1 { print("") }
          }
        })
    ]
  }
}
