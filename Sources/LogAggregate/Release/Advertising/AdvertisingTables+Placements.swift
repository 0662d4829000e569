/// The tables of placements, and of how often visitors saw them.
extension AdvertisingTables {
  /// The numbers of the placements that the report is about.
  private var placements: [Int] {
    setting.site.placements.indices.filter { scope.holds(placement: $0) }
  }

  /// Impressions, reach, clicks and conversions of each placement.
  func placementTable() -> MeasuredTable {
    let numbers = placements
    let keys = numbers.map { setting.site.placements[$0].name }
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
    return MeasuredTable(
      keys: keys,
      groups: [
        group(
          [MeasuredGroup.Column(metric: .impressions, values: impressions)], people: .reach,
          rule(.placement), hasShownTotal: false, cellCount: keys.count, seen),
        counting(
          .clicks, .placement, hasShownTotal: showsTotalClicks, cellCount: keys.count, clicked),
        counting(
          .conversions, .placement, hasShownTotal: false, cellCount: keys.count,
          conversions(numbers)),
      ])
  }

  /// The conversions that each placement has earned: of the site's goals, and of its advertiser's own.
  private func conversions(_ numbers: [Int]) -> [(visitor: Int, cell: Int)] {
    let site = setting.site
    let advertisers = site.goals.flatMap { goal in goal.rowNames.map { _ in goal.advertiser } }
    return census.conversions.flatMap { conversion in
      numbers.enumerated().compactMap { cell, number -> (visitor: Int, cell: Int)? in
        let owner = advertisers[conversion.goal]
        guard conversion.placements.contains(number),
          owner == nil || owner == site.placements[number].advertiser
        else { return nil }
        return (conversion.visitor, cell)
      }
    }
  }

  /// How many visitors had one, two, three to five impressions and so on.
  /// - Parameter shown: the names of placements whose impressions are shown; those of the others are left out, since
  ///   the sum of this table would give them away.
  func frequencies(of shown: Set<String>) -> MeasuredTable {
    var impressions: [Int: Int] = [:]
    for exposure in census.exposures where scope.holds(placement: exposure.placement) {
      guard shown.contains(setting.site.placements[exposure.placement].name) else { continue }
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
