import Testing

@testable import LogAggregate

@Suite struct QuartersSeenTests {
  @Test("each quarter of an hour is known by its first second, also before 1970")
  func starts() {
    var seen = QuartersSeen()
    for time in [0, 899, 900, 1_799, 900, -1, -900, -901] as [Int64] { seen.note(time) }
    #expect(seen.starts == [0, 900, -900, -1_800])
    #expect(!seen.isOverfull)
  }

  @Test("more quarters than are remembered are said to be missing, noted or added")
  func overfull() {
    let limit = 400_000
    var full = QuartersSeen()
    for quarter in 0..<limit { full.note(Int64(quarter) * QuartersSeen.seconds) }
    // Those that are known are no more.
    full.note(0)
    #expect(full.starts.count == limit && !full.isOverfull)
    var one = QuartersSeen()
    one.note(Int64(limit) * QuartersSeen.seconds)
    var sum = full
    sum.add(one)
    #expect(sum.isOverfull && sum.starts.count == limit)
    full.note(Int64(limit) * QuartersSeen.seconds)
    #expect(full.isOverfull && full.starts.count == limit)
    // What is added to nothing fits, and is known to be less than there was.
    var none = QuartersSeen()
    none.add(full)
    #expect(none.starts == full.starts && none.isOverfull)
  }
}
