import Testing

@testable import LogAggregate

/// Subtractions between the tables of clicks, and between those of conversions.
@Suite struct LinkedFiguresTests {
  private static let rule = Suppression.Rule(threshold: 10, networks: 2, hiddenMinimum: 3)

  private static func items(
    _ range: Range<Int>, outer: Int?, inner: Set<Int>
  ) -> [LinkedFigures.Item] {
    range.map { LinkedFigures.Item(visitor: $0, outer: outer, inner: inner) }
  }

  private static func hidden(
    _ items: [LinkedFigures.Item], outers: Set<Int>, inners: [Int]
  ) -> Set<Int> {
    LinkedFigures(items, networks: (0..<200).map(UInt32.init), rule: rule)
      .hidden(outers: outers, inners: inners)
  }

  @Test(
    "a domain minus the placement that leads there leaves nobody, or enough", arguments: [0, 9, 10])
  func domainMinusPlacement(_ others: Int) {
    let items =
      Self.items(0..<50, outer: 0, inner: [0]) + Self.items(50..<50 + others, outer: 0, inner: [])
    #expect(Self.hidden(items, outers: [0], inners: [0]) == (others == 9 ? [0] : []))
    #expect(Self.hidden(items, outers: [], inners: [0]) == [])
  }

  @Test(
    "a placement minus the domains that it alone leads to leaves nobody, or enough",
    arguments: [0, 9, 10])
  func placementMinusDomain(_ others: Int) {
    let items =
      Self.items(0..<50, outer: 0, inner: [0])
      + Self.items(50..<50 + others, outer: nil, inner: [0])
    #expect(Self.hidden(items, outers: [0], inners: [0]) == (others == 9 ? [0] : []))
  }

  @Test("a domain to which other links lead too lies within no placement, and cannot be taken away")
  func partly() {
    let items =
      Self.items(0..<50, outer: 0, inner: [0]) + Self.items(50..<90, outer: 0, inner: [])
      + Self.items(90..<95, outer: 1, inner: [0])
    #expect(Self.hidden(items, outers: [0], inners: [0]) == [])
  }

  @Test("of several placements that lead to one domain the smallest is hidden, and that is enough")
  func smallest() {
    let items =
      Self.items(0..<50, outer: 0, inner: [0]) + Self.items(50..<70, outer: 0, inner: [1])
      + Self.items(70..<73, outer: 0, inner: [])
    #expect(Self.hidden(items, outers: [0], inners: [0, 1]) == [1])
  }

  @Test("placements that lead to several domains, and domains of several placements, hide nothing")
  func crossing() {
    let items =
      Self.items(0..<20, outer: 0, inner: [0]) + Self.items(20..<23, outer: 1, inner: [0])
      + Self.items(23..<50, outer: 1, inner: [1]) + Self.items(50..<53, outer: 0, inner: [1])
    #expect(Self.hidden(items, outers: [0, 1], inners: [0, 1]) == [])
  }

  @Test("the rows of a released report cannot be subtracted from each other")
  func released() async throws {
    // Sixty click on Side, which leads to one domain; three more get there by a link of the site.
    typealias Log = AdvertisingLog
    let link = Log.Kind(target: "/go?url=https://kestrel.example/", isClick: true)
    for others in [3, 30] {
      var requests = AdvertisingReleaseTests.crowd(0..<200, Log.home, Log.side, Log.top)
      requests += AdvertisingReleaseTests.crowd(0..<60, Log.sideClick)
      requests += AdvertisingReleaseTests.crowd(60..<60 + others, link)
      requests += AdvertisingReleaseTests.crowd(100..<160, Log.otherClick)
      let setting = try AdvertisingRun.setting(threshold: 50)
      let report = try await AdvertisingRun.report([requests], setting)
      #expect(report.rows(.exitLink)?["kestrel.example"] == "\(60 + others) \(60 + others)")
      #expect(
        report.rows(.placement)?["Side"]
          == (others == 3 ? "200 - - 200 0" : "200 60 60/200 200 0"))
    }
  }
}
