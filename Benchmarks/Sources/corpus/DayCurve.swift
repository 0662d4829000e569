/// How many lines are due by each moment: nights are quiet, evenings are not, Sundays are slow.
struct DayCurve {
  /// Moments of the simulation in one second.
  static let ticksPerSecond = 8
  static let ticksPerDay = 86_400 * ticksPerSecond

  /// Relative traffic at each full hour; between them it changes evenly.
  private static let hours = [
    38, 26, 18, 14, 13, 17, 29, 47, 66, 80, 88, 91, 90, 87, 86, 87, 88, 90, 94, 99, 100, 94, 78, 57,
  ]
  /// Relative traffic from Sunday to Saturday.
  private static let weekdays = [78, 100, 102, 101, 100, 97, 84]

  private let lines: Int
  private let total: UInt64
  private var before: [UInt64] = []
  private let dayWeights: [UInt64]
  private let minutes: [UInt64]
  private let daySum: UInt64

  init(lines: Int, days: [CivilDate]) {
    self.lines = lines
    var sums: [UInt64] = [0]
    for minute in 0..<1440 {
      let from = Self.hours[minute / 60]
      let to = Self.hours[(minute / 60 + 1) % 24]
      let weight = from * (60 - minute % 60) + to * (minute % 60)
      sums.append(sums[minute] + UInt64(weight * 60 * Self.ticksPerSecond))
    }
    minutes = sums
    daySum = sums[1440]
    dayWeights = days.map { UInt64(Self.weekdays[$0.weekday]) }
    var sum: UInt64 = 0
    for weight in dayWeights {
      before.append(sum)
      sum += weight * daySum
    }
    total = sum
  }

  var tickCount: Int { dayWeights.count * Self.ticksPerDay }

  /// The lines that should have been written when `tick` ends; all of them at the last.
  func linesDue(byEndOf tick: Int) -> Int {
    let day = tick / Self.ticksPerDay
    let inDay = tick % Self.ticksPerDay + 1
    let perMinute = 60 * Self.ticksPerSecond
    let minute = inDay / perMinute
    var weight = minutes[minute]
    if minute < 1440 {
      let width = (minutes[minute + 1] - minutes[minute]) / UInt64(perMinute)
      weight += width * UInt64(inDay % perMinute)
    }
    let product = UInt64(lines).multipliedFullWidth(by: before[day] + dayWeights[day] * weight)
    return Int(total.dividingFullWidth(product).quotient)
  }
}
