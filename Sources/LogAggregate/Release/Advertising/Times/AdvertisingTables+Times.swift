/// The tables of placements by day and by hour.
extension AdvertisingTables {
  /// Impressions, reach, clicks and conversions of each placement on each day, or in each hour of the day.
  ///
  /// Every click, impression and conversion has one place in it, so that a row adds up to the placement's row in the table of
  /// placements, whose decision says which sums are known.
  /// - Parameter targets: the domains that clicks lead to.
  /// - Returns: `nil` where there are too many cells to audit.
  func placementTimes(_ id: TableID, _ targets: Lexicon) -> PlacementTimes? {
    let numbers = placements.sorted { site.placements[$0].name < site.placements[$1].name }
    let rows = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    let days = id == .placementByDay ? self.days(numbers: Set(numbers)) : []
    let times =
      id == .placementByDay
      ? days.map { CivilDate(daysSinceEpoch: $0).description } : Self.hourNames
    guard numbers.count * times.count <= PlacementTimes.cellLimit else { return nil }
    let dayColumns = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
    func column(_ day: Int32, _ hour: Int) -> Int {
      id == .placementByDay ? dayColumns[day] ?? 0 : hour
    }
    let decisions = placementTable(targets).decisions()
    let groups = plan.groups
    let groupPercent = groups.identifying.contains(.placement) ? groups.greatestPercent : nil
    // The table of placements has the site file's order.
    let order = numbers.map { number in placements.firstIndex(of: number) ?? 0 }
    func figure(
      _ group: Int, _ metric: Metric, people: Metric? = nil, _ rule: Suppression.Rule,
      _ entries: [TimedFigure.Entry], values: [Int]? = nil
    ) -> TimedFigure {
      var counts = [Int](repeating: 0, count: numbers.count * times.count)
      for entry in entries { counts[entry.row * times.count + entry.column] += 1 }
      let decision = decisions[group]
      return TimedFigure(
        metric, people: people, rule: rule, groupPercent: groupPercent,
        rows: numbers.map { site.placements[$0].name },
        columns: times, values: values ?? counts, entries: entries, networks: census.networks,
        isRowShown: order.map { decision.isShown[$0] },
        isTotalShown: !decision.hidesSome || decision.other != nil)
    }
    let clicks = clicks.compactMap { click in
      click.placement.flatMap { rows[$0] }.map {
        TimedFigure.Entry(
          visitor: click.visitor, row: $0, column: column(click.day, click.hour))
      }
    }
    let conversions = census.conversions.flatMap { conversion in
      numbers.indices.filter { isEarned(conversion, by: numbers[$0]) }.map {
        TimedFigure.Entry(
          visitor: conversion.visitor, row: $0, column: column(conversion.day, conversion.hour))
      }
    }
    let seen = impressions(id, rows, width: times.count, column)
    return PlacementTimes(
      id: id, placements: numbers.map { site.placements[$0].name }, times: times,
      figures: [
        figure(0, .impressions, people: .reach, rule(id), seen.entries, values: seen.values),
        figure(1, .clicks, aloneRule(id), clicks),
        figure(2, .conversions, aloneRule(id), conversions),
      ])
  }

  private static let hourNames = (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" }

  /// The days on which anything of placements was counted, ascending.
  private func days(numbers: Set<Int>) -> [Int32] {
    var days = Set(census.exposures.filter { numbers.contains($0.placement) }.map(\.day))
    for click in census.clicks {
      if click.placement.map(numbers.contains) ?? false { days.insert(click.day) }
    }
    for conversion in census.conversions where !conversion.placements.isDisjoint(with: numbers) {
      days.insert(conversion.day)
    }
    return days.sorted()
  }

  /// Who saw which placement when, and how many impressions each cell holds.
  private func impressions(
    _ id: TableID, _ rows: [Int: Int], width: Int, _ column: (Int32, Int) -> Int
  ) -> (entries: [TimedFigure.Entry], values: [Int]) {
    var entries: [TimedFigure.Entry] = []
    var values = [Int](repeating: 0, count: rows.count * width)
    for exposure in census.exposures {
      guard let row = rows[exposure.placement] else { continue }
      func enter(_ column: Int) {
        entries.append(TimedFigure.Entry(visitor: exposure.visitor, row: row, column: column))
      }
      if id == .placementByDay {
        let column = column(exposure.day, 0)
        values[row * width + column] += exposure.impressions
        enter(column)
      } else {
        for hour in 0..<24 where exposure.hours & (1 << UInt32(hour)) != 0 { enter(hour) }
      }
    }
    guard id == .placementByHour else { return (entries, values) }
    for (placement, row) in rows {
      for hour in 0..<24 {
        let place = AdvertisingCounts.place(of: placement, hour: hour)
        guard place < census.hourlyImpressions.count else { continue }
        values[row * width + hour] = census.hourlyImpressions[place]
      }
    }
    return (entries, values)
  }
}
