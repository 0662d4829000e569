/// What a run knows of the inputs it has read.
struct InputProgress {
  private(set) var damages: [InputDamage] = []
  /// The time of the last line of each source: of a chain of files that follow one another.
  private var lastTimes: [Int64] = []
  private var current = 0
  /// How many sources can be told apart.
  private let sourceLimit: Int

  init(sourceLimit: Int = Int(UInt16.max) + 1) { self.sourceLimit = sourceLimit }

  /// How many sources there are.
  var sourceCount: Int { lastTimes.count }

  /// How far files of one source may overlap in time, in seconds: servers write a little out of order.
  static let slack: Int64 = 60

  /// The source that an input starting at `time` goes on, or a new one where it overlaps with all.
  /// - Throws: ``LogRunError/tooManyOverlapping(limit:)`` where no number is left, rather than taking two sources for one.
  mutating func source(startingAt time: Int64?) throws(LogRunError) -> UInt16 {
    let start = time ?? .max
    let ended = lastTimes.indices.filter {
      lastTimes[$0] <= start &+ (start == .max ? 0 : Self.slack)
    }
    if let latest = ended.max(by: { lastTimes[$0] < lastTimes[$1] }) {
      current = latest
    } else {
      current = lastTimes.count
      lastTimes.append(.min)
    }
    guard current < sourceLimit, let source = UInt16(exactly: current) else {
      throw .tooManyOverlapping(limit: sourceLimit)
    }
    return source
  }

  mutating func end(
    _ input: InputOrder.Input, damage: InputError?, _ times: ClosedRange<Int64>?
  ) {
    if let damage { damages.append(InputDamage(input: input.number + 1, error: damage)) }
    if let last = times?.upperBound { close(at: last) }
  }

  /// Notes the time of the last line of the current source.
  mutating func close(at time: Int64) { lastTimes[current] = max(lastTimes[current], time) }
}

/// What a salvaged input ended at.
struct InputDamage: Equatable, Sendable {
  /// The number of the input as it was given, from 1.
  let input: Int
  let error: InputError
}
