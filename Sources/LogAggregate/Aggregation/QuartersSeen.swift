/// The quarters of an hour in which a run saw lines: enough to tell in any time zone which hours hold none.
///
/// - Source: every present offset from UTC is a multiple of 15 minutes (tzdata).
struct QuartersSeen: Sendable {
  /// The first second of each quarter.
  private(set) var starts: Set<Int64> = []
  /// The first second of the quarter that the last line lay in.
  private var current: Int64 = .min / 2
  /// Whether lines lie in more quarters than are remembered; what is missing is then not known.
  private(set) var isOverfull = false

  static let seconds: Int64 = 900
  /// Eleven years of quarters: times that a damaged log makes up do not fill the memory.
  private static let limit = 400_000

  /// - Complexity: O(1), a comparison where the line lies in the quarter of the one before.
  @inline(__always)
  mutating func note(_ time: Int64) {
    if UInt64(bitPattern: time &- current) >= UInt64(Self.seconds) { move(to: time) }
  }

  mutating func add(_ other: borrowing QuartersSeen) {
    for start in other.starts { insert(start) }
    if other.isOverfull { isOverfull = true }
  }

  @inline(never)
  private mutating func move(to time: Int64) {
    let rest = time % Self.seconds
    current = time &- (rest < 0 ? rest &+ Self.seconds : rest)
    insert(current)
  }

  private mutating func insert(_ start: Int64) {
    guard starts.count < Self.limit || starts.contains(start) else {
      isOverfull = true
      return
    }
    starts.insert(start)
  }
}
