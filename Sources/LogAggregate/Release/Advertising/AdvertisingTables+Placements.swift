/// The tables of placements, and of how often visitors saw them.
extension AdvertisingTables {
  /// The numbers of the placements that the report is about.
  var placements: [Int] {
    site.placements.indices.filter { scope.holds(placement: $0) }
  }

  /// Impressions, reach, clicks and conversions of each placement.
  /// - Parameter targets: the domains that clicks lead to.
  func placementTable(_ targets: Lexicon) -> MeasuredTable {
    let numbers = placements
    let keys = numbers.map { site.placements[$0].name }
    let cells = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    var impressions = [Int](repeating: 0, count: keys.count)
    var seen: [(visitor: Int, cell: Int)] = []
    for exposure in census.exposures {
      guard let cell = cells[exposure.placement] else { continue }
      impressions[cell] += exposure.impressions
      seen.append((exposure.visitor, cell))
    }
    let clicked = clicks.map { click in
      (visitor: click.visitor, cell: click.placement.flatMap { cells[$0] } ?? keys.count)
    }
    let groups = [
      group(
        [MeasuredGroup.Column(metric: .impressions, values: impressions)], people: .reach,
        rule(.placement), hasShownTotal: false, cellCount: keys.count, seen),
      counting(
        .clicks, .placement, hasShownTotal: showsTotalClicks, cellCount: keys.count, clicked),
      counting(
        .conversions, .placement, hasShownTotal: false, cellCount: keys.count,
        conversions(numbers)),
    ]
    return MeasuredTable(
      keys: keys, groups: groups,
      alsoHidden: [
        [], linkedClicks(cells, targets, groups[1].largeCells(keys: keys)),
        linkedConversions(numbers, groups[2].largeCells(keys: keys)),
      ])
  }

  /// The placements whose clicks the table of exit links would give away.
  private func linkedClicks(
    _ cells: [Int: Int], _ targets: Lexicon, _ shown: [Int]
  ) -> Set<Int> {
    guard plan.shows(.clicks, in: .exitLink) else { return [] }
    let clicks = clicks
    let links = exitLinks(targets)
    let numbers = Set(clicks.compactMap(\.target)).sorted()
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    let isShown = links.groups[0].decide(keys: links.keys).isShown
    let items = clicks.map { click in
      LinkedFigures.Item(
        visitor: click.visitor, outer: click.target.flatMap { places[$0] },
        inner: Set(click.placement.flatMap { cells[$0] }.map { [$0] } ?? []))
    }
    return LinkedFigures(items, networks: census.networks, rule: aloneRule(.placement))
      .hidden(outers: Set(isShown.indices.filter { isShown[$0] }), inners: shown)
  }

  /// The placements whose conversions the table of goals would give away.
  private func linkedConversions(_ numbers: [Int], _ shown: [Int]) -> Set<Int> {
    guard plan.shows(.conversions, in: .goal) else { return [] }
    let goals = goals()
    let cells = goalCells().cells
    let isShown = goals.groups[0].decide(keys: goals.keys).isShown
    let items = census.conversions.map { conversion in
      LinkedFigures.Item(
        visitor: conversion.visitor, outer: cells[conversion.goal],
        inner: Set(numbers.indices.filter { isEarned(conversion, by: numbers[$0]) }))
    }
    return LinkedFigures(items, networks: census.networks, rule: aloneRule(.placement))
      .hidden(outers: Set(isShown.indices.filter { isShown[$0] }), inners: shown)
  }

  /// The conversions that each placement has earned.
  private func conversions(_ numbers: [Int]) -> [(visitor: Int, cell: Int)] {
    census.conversions.flatMap { conversion in
      numbers.indices.filter { isEarned(conversion, by: numbers[$0]) }
        .map { (visitor: conversion.visitor, cell: $0) }
    }
  }

  /// Whether a placement has earned a conversion: of the site's goals, or of its advertiser's own.
  func isEarned(
    _ conversion: AdvertisingCensus.Conversion, by placement: Int
  ) -> Bool {
    guard conversion.placements.contains(placement) else { return false }
    let owner = goal(ofNumber: conversion.goal)?.advertiser
    return owner == nil || owner == site.placements[placement].advertiser
  }

  /// How many visitors had one, two, three to five impressions and so on.
  /// - Parameter shown: the names of placements whose impressions are shown; those of the others are left out, since
  ///   the sum of this table would give them away.
  func frequencies(of shown: Set<String>) -> MeasuredTable {
    var impressions: [Int: Int] = [:]
    for exposure in census.exposures where scope.holds(placement: exposure.placement) {
      guard shown.contains(site.placements[exposure.placement].name) else { continue }
      impressions[exposure.visitor, default: 0] += exposure.impressions
    }
    var sums = [Int](repeating: 0, count: FrequencyClass.names.count)
    var entries: [(visitor: Int, cell: Int)] = []
    for (visitor, count) in impressions.sorted(by: { $0.key < $1.key }) {
      let cell = FrequencyClass.number(of: count)
      sums[cell] += count
      entries.append((visitor, cell))
    }
    return MeasuredTable(
      keys: FrequencyClass.names,
      groups: [
        group(
          [MeasuredGroup.Column(metric: .impressions, values: sums)], people: .reach,
          rule(.frequency), hasShownTotal: true, cellCount: sums.count, entries)
      ])
  }
}

/// The classes of how often a visitor saw placements.
/// - Source: DESIGN 3, *Frequency*.
enum FrequencyClass {
  static let names = ["1", "2", "3–5", "6–10", "11+"]

  /// The class of a number of impressions, from 1.
  static func number(of impressions: Int) -> Int {
    switch impressions {
    case ...1: 0
    case 2: 1
    case 3...5: 2
    case 6...10: 3
    default: 4
    }
  }
}
