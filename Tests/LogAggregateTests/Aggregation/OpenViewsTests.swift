import Testing

@testable import LogAggregate

/// Open views come back visitor by visitor, each visitor's as they went in.
@Suite struct OpenViewsTests {
  @Test(
    "sorted by visitor, in the order of coming, for visitors of one, two and three digits",
    arguments: [1, 2_000, 300_000, 1 << 23], [0, 1, 2, 5_000])
  func sorts(_ visitors: Int, _ count: Int) {
    var random = SeededRandom(visitors + count)
    var open = OpenViews()
    // Emptied and filled again, as in a run, with fewer and with more.
    for (round, count) in [count, count / 2, 2 * count].enumerated() {
      var byVisitor: [UInt32: [UInt32]] = [:]
      for number in 0..<count {
        let visitor = UInt32(random.int(0...visitors - 1))
        let page = UInt32(number)
        byVisitor[visitor, default: []].append(page)
        open.add(OpenViews.View(visitor: visitor, time: 0, page: page, day: 0, source: 0))
      }
      #expect(open.count == count)
      open.takeOut()
      let views = open.sorted
      let wanted = byVisitor.keys.sorted().flatMap { visitor in
        (byVisitor[visitor] ?? []).map { [visitor, $0] }
      }
      #expect(views.map { [$0.visitor, $0.page] } == wanted, "round \(round)")
      #expect(open.count == 0)
    }
  }
}
