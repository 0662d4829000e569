/// The tables of what advertisers buy, for one report.
struct AdvertisingTables {
  let census: AdvertisingCensus
  let plan: Plan
  let site: Site
  let scope: AdvertisingScope
  /// Whether the totals are shown.
  let showsTotals: Bool

  /// What a count of people has to stand for.
  func rule(_ table: TableID) -> Suppression.Rule {
    Suppression.Rule(
      threshold: plan.threshold, networks: plan.networks,
      hiddenMinimum: plan.hiddenMinimum(for: table))
  }

  /// What a count of clicks or conversions has to stand for.
  /// - Source: DESIGN 4, “Clicks and conversions alone: 10”.
  func aloneRule(_ table: TableID) -> Suppression.Rule {
    let threshold = min(plan.clickThreshold, plan.threshold)
    return Suppression.Rule(
      threshold: threshold, networks: min(plan.networks, threshold),
      hiddenMinimum: plan.hiddenMinimum(for: table))
  }

  /// The clicks that this report counts: all but those on placements of other advertisers.
  var clicks: [AdvertisingCensus.Click] {
    census.clicks.filter { $0.placement.map(scope.holds(placement:)) ?? true }
  }

  /// The number of clicks, where it may be shown.
  ///
  /// Reports for different advertisers count different clicks: one total minus another's leaves what was clicked of some
  /// advertisers, and minus the site's own links what was clicked of this one. So each part has nobody behind it, or enough.
  func totalClicks() -> ReleasedFigure {
    let clicks = clicks
    // The site's own links first, then each advertiser.
    let parts = site.advertisers.count + 1
    let group = group(
      [], people: nil, aloneRule(.exitLink), hasShownTotal: false, cellCount: parts,
      clicks.map { click in (click.visitor, click.placement.map(advertiser(ofPlacement:)) ?? 0) })
    let isEnough = (0..<parts).allSatisfy {
      group.supports[$0].visitors == 0 || group.rule.allows(group.supports[$0])
    }
    return showsTotals && isEnough ? .count(clicks.count) : .withheld
  }

  /// The number of a placement's advertiser plus one.
  private func advertiser(ofPlacement placement: Int) -> Int {
    let name = site.placements[placement].advertiser
    return (site.advertisers.firstIndex { $0.name == name } ?? -1) + 1
  }

  /// Whether the number of clicks is shown.
  var showsTotalClicks: Bool {
    guard plan.totals.contains(.clicks), case .count = totalClicks() else { return false }
    return true
  }

  func group(
    _ columns: [MeasuredGroup.Column], people: Metric?, _ rule: Suppression.Rule,
    hasShownTotal: Bool, cellCount: Int, _ entries: [(visitor: Int, cell: Int)],
    outside: Membership.Support? = nil
  ) -> MeasuredGroup {
    MeasuredGroup(
      columns, people: people, rule: rule, hasShownTotal: hasShownTotal, cellCount: cellCount,
      networks: census.networks,
      entries: entries.map { MeasuredGroup.Entry(visitor: $0.visitor, cell: $0.cell) },
      outside: outside)
  }

  /// A group that counts one metric once for each entry.
  func counting(
    _ metric: Metric, _ table: TableID, hasShownTotal: Bool, cellCount: Int,
    _ entries: [(visitor: Int, cell: Int)]
  ) -> MeasuredGroup {
    var values = [Int](repeating: 0, count: cellCount + 1)
    for entry in entries { values[entry.cell] += 1 }
    return group(
      [MeasuredGroup.Column(metric: metric, values: values)], people: nil, aloneRule(table),
      hasShownTotal: hasShownTotal, cellCount: cellCount, entries)
  }

  // MARK: - Exit links and goals

  /// The domains that clicks lead to.
  func exitLinks(_ names: Lexicon) -> MeasuredTable {
    let clicks = clicks
    let targets = Set(clicks.compactMap(\.target)).sorted()
    let keys = targets.map { names.word(UInt32($0)) }
    let cells = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, $0) })
    let entries = clicks.map { click in
      (visitor: click.visitor, cell: click.target.flatMap { cells[$0] } ?? keys.count)
    }
    return MeasuredTable(
      keys: keys, areKeysListed: false,
      groups: [
        counting(
          .clicks, .exitLink, hasShownTotal: showsTotalClicks, cellCount: keys.count, entries),
        group(
          [], people: .visitors, rule(.exitLink), hasShownTotal: false, cellCount: keys.count,
          entries),
      ])
  }

  /// The goals and their types.
  func goals() -> MeasuredTable {
    let (keys, cells) = goalCells()
    let entries = census.conversions.compactMap { conversion in
      cells[conversion.goal].map { (visitor: conversion.visitor, cell: $0) }
    }
    return MeasuredTable(
      keys: keys,
      groups: [
        counting(.conversions, .goal, hasShownTotal: false, cellCount: keys.count, entries),
        group(
          [], people: .visitors, rule(.goal), hasShownTotal: false, cellCount: keys.count, entries),
      ])
  }

  /// The names of the goals' rows, and for each number of a goal and type its row; `nil` where it is another advertiser's.
  func goalCells() -> (keys: [String], cells: [Int?]) {
    var keys: [String] = []
    var cells: [Int?] = []
    for goal in site.goals {
      let isHeld = scope.holds(goal: goal)
      for name in goal.rowNames {
        cells.append(isHeld ? keys.count : nil)
        if isHeld { keys.append(name) }
      }
    }
    return (keys, cells)
  }

  /// The goal that a number of a goal and type belongs to.
  func goal(ofNumber number: Int) -> Site.Goal? {
    var first = 0
    for goal in site.goals {
      first += goal.rowNames.count
      if number < first { return goal }
    }
    return nil
  }
}

extension Plan {
  /// Whether a figure is shown in a table.
  func shows(_ metric: Metric, in table: TableID) -> Bool {
    tables.first { $0.id == table }?.metrics.contains(metric) ?? false
  }
}
