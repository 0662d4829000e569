/// Counts of lines by what became of them: the exclusion waterfall before it is released.
struct Tally: Sendable {
  private(set) var lines = 0
  private var steps = InlineArray<22, Int>(repeating: 0)
  private var rejections = InlineArray<10, Int>(repeating: 0)
  private var firstTime = Int64.max
  private var lastTime = Int64.min
  /// When lines within the period were seen.
  private(set) var quarters = QuartersSeen()

  mutating func count(_ exclusion: Exclusion) { count(step: exclusion.index) }

  /// Counts a line that left at the step of that ``Exclusion/index``.
  @inline(__always)
  mutating func count(step: Int) {
    lines &+= 1
    steps[step] &+= 1
  }

  mutating func countPageView() { lines &+= 1 }

  mutating func count(_ malformed: Malformed, times: Int = 1) {
    lines &+= times
    steps[Exclusion.rejected.index] &+= times
    rejections[malformed.index] &+= times
  }

  /// Moves `count` page views to the step of those beyond a visitor's limit.
  mutating func moveBeyondLimit(_ count: Int) {
    steps[Exclusion.visitorLimit.index] &+= count
  }

  @inline(__always)
  mutating func note(time: Int64) {
    quarters.note(time)
    firstTime = min(firstTime, time)
    lastTime = max(lastTime, time)
  }

  /// The first time of lines within the period; `nil` before the first.
  var earliest: Int64? { firstTime <= lastTime ? firstTime : nil }

  /// The last time of lines within the period; `nil` before the first.
  var latest: Int64? { firstTime <= lastTime ? lastTime : nil }

  mutating func add(_ other: borrowing Tally) {
    lines += other.lines
    for index in steps.indices { steps[index] += other.steps[index] }
    for index in rejections.indices { rejections[index] += other.rejections[index] }
    firstTime = min(firstTime, other.firstTime)
    lastTime = max(lastTime, other.lastTime)
    quarters.add(other.quarters)
  }

  func lines(_ exclusion: Exclusion) -> Int { steps[exclusion.index] }

  func lines(_ malformed: Malformed) -> Int { rejections[malformed.index] }

  /// The lines that parse.
  var requests: Int { lines - self.lines(.rejected) - self.lines(.directive) }
}
