/// What one operation of a room costs, beside its ceiling.
struct Figure {
  /// How often each is measured.
  static let rounds = 5

  let name: String
  let unit: String
  let nanoseconds: Double
  let ceiling: String
  let ceilingNanoseconds: Double

  /// Times `body` and the ceiling over the same `count` items in turns.
  /// - Parameter check: whether what `body` returned is right; the program ends where it is not.
  init<Answer>(
    _ name: String, per unit: String, count: Int, ceiling: String,
    _ body: () throws -> Answer, check: (Answer) -> Bool, least: () -> Void
  ) rethrows {
    var times: (body: Duration, least: Duration) = (.seconds(1000), .seconds(1000))
    let clock = ContinuousClock()
    for _ in 0..<Self.rounds {
      var answer: Answer?
      let start = clock.now
      answer = try body()
      times.body = min(times.body, clock.now - start)
      guard let answer, check(answer) else { fatalError("\(name): the answer is wrong") }
      times.least = min(times.least, clock.measure(least))
    }
    self.name = name
    self.unit = unit
    self.ceiling = ceiling
    nanoseconds = times.body / .nanoseconds(1) / Double(max(count, 1))
    ceilingNanoseconds = times.least / .nanoseconds(1) / Double(max(count, 1))
  }

  /// As measured by the caller, beside a ceiling over the same items.
  init(
    _ name: String, per unit: String, count: Int, spent: Duration, ceiling: String,
    least: () -> Void
  ) {
    let clock = ContinuousClock()
    let times = (0..<Self.rounds).map { _ in clock.measure(least) }
    self.name = name
    self.unit = unit
    self.ceiling = ceiling
    nanoseconds = spent / .nanoseconds(1) / Double(max(count, 1))
    ceilingNanoseconds = (times.min() ?? .zero) / .nanoseconds(1) / Double(max(count, 1))
  }

  /// A row of the table.
  var row: String {
    let ratio = ceilingNanoseconds > 0 ? Self.text(nanoseconds / ceilingNanoseconds) : "–"
    return "| \(name) | \(Self.text(nanoseconds)) | \(unit) | \(ceiling) |"
      + " \(Self.text(ceilingNanoseconds)) | \(ratio) |"
  }

  private static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
