/// What the site file names nothing to measure by.
///
/// A site without goals has not zero conversions: nobody knows how many it has.
extension AdvertisingTables {
  /// Marks the figures of a table that nothing is there to measure by.
  func marked(_ published: MeasuredTable.Published, in id: TableID) -> MeasuredTable.Published {
    MeasuredTable.Published(
      metrics: published.metrics,
      rows: published.rows.map { row in
        let placement = placement(ofKey: row.key, in: id)
        return (row.key, marked(row.figures, published.metrics, of: placement.map { [$0] }))
      },
      other: published.other.map { marked($0, published.metrics, of: nil) },
      hidesSome: published.hidesSome, leadingKeys: published.leadingKeys)
  }

  /// Whether any of the clicks that the report counts can be told.
  var measuresClicks: Bool {
    !site.clicks.isEmpty || !site.exitLinks.isEmpty
      || placements.contains { measuresClicks(on: $0) }
  }

  /// - Parameter numbers: the placements that the row is about; `nil` where it is about all that the table tells of.
  private func marked(
    _ figures: [ReleasedFigure], _ metrics: [Metric], of numbers: [Int]?
  ) -> [ReleasedFigure] {
    zip(metrics, figures).map { isMeasured($0, by: numbers) ? $1 : .unmeasured }
  }

  private func isMeasured(_ metric: Metric, by numbers: [Int]?) -> Bool {
    switch metric {
    case .clicks: numbers.map { $0.contains(where: measuresClicks(on:)) } ?? measuresClicks
    case .impressions, .reach:
      (numbers ?? placements).contains { site.placements[$0].impression != nil }
    case .clickThroughRate:
      isMeasured(.clicks, by: numbers) && isMeasured(.impressions, by: numbers)
    case .conversions:
      site.goals.contains { goal in
        guard scope.holds(goal: goal) else { return false }
        guard let owner = goal.advertiser, let numbers else { return true }
        return numbers.contains { site.placements[$0].advertiser == owner }
      }
    case .pageViews, .visits, .visitors, .bytes, .visitorDays, .publishedDays: true
    }
  }

  private func measuresClicks(on placement: Int) -> Bool { site.placements[placement].click != nil }

  /// The placement that a row tells of, in the tables of placements.
  private func placement(ofKey key: String, in id: TableID) -> Int? {
    switch id {
    case .placement: site.placements.firstIndex { $0.name == key }
    case .placementByDay, .placementByHour:
      site.placements.firstIndex { $0.name == PlacementTimes.placement(ofKey: key) }
    default: nil
    }
  }
}
