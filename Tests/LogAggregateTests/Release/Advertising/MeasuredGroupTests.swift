import Testing

@testable import LogAggregate

/// Which cells of a group of figures are shown, and what may be said of the others together.
@Suite struct MeasuredGroupTests {
  /// Cells of so many visitors each, of one click each, and visitors of what the table is not about.
  private static func decision(
    _ sizes: [Int], beside: Int = 0, hasShownTotal: Bool
  ) -> MeasuredGroup.Decision {
    let cells = sizes.enumerated().flatMap { Array(repeating: $0, count: $1) }
    let entries = (cells + Array(repeating: sizes.count, count: beside)).enumerated().map {
      MeasuredGroup.Entry(visitor: $0, cell: $1)
    }
    let group = MeasuredGroup(
      [MeasuredGroup.Column(metric: .clicks, values: sizes + [beside])], people: nil,
      rule: Suppression.Rule(threshold: 20, networks: 2, hiddenMinimum: 3),
      hasShownTotal: hasShownTotal, cellCount: sizes.count,
      networks: (0..<entries.count).map(UInt32.init), entries: entries)
    return group.decide(keys: sizes.indices.map { "cell \($0)" })
  }

  @Test("a shown total hides cells beside a small one, until it leaves enough in several cells")
  func rest() {
    let total = Self.decision([90, 80, 70, 60, 5], hasShownTotal: true)
    #expect(total.isShown == [true, true, false, false, false])
    #expect(total.other == [.clicks: 135])
    let alone = Self.decision([90, 80, 70, 60, 5], hasShownTotal: false)
    #expect(alone.isShown == [true, true, true, true, false])
    #expect(alone.other == nil)
  }

  @Test("the sum of two hidden cells is not shown, or who is in one would know the other")
  func twoHidden() {
    #expect(Self.decision([90, 15, 15], hasShownTotal: false).other == nil)
    #expect(Self.decision([90, 15, 15, 1], hasShownTotal: false).other == [.clicks: 31])
  }

  @Test("where no cell is shown their sum is not either: nobody has granted a total")
  func nothingShown() {
    let decision = Self.decision([12, 12, 12, 12], hasShownTotal: false)
    #expect(decision.isShown == [false, false, false, false] && decision.hidesSome)
    #expect(decision.other == nil)
  }

  @Test(
    "beside a shown total the hidden cells have no sum that leaves a few of what the table is not about",
    arguments: [0, 9, 20])
  func outside(_ beside: Int) {
    let decision = Self.decision([90, 12, 12, 12], beside: beside, hasShownTotal: true)
    #expect(decision.isShown == [true, false, false, false])
    #expect(decision.other == (beside == 9 ? nil : [.clicks: 36]))
  }
}
