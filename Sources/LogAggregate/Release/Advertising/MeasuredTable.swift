/// A table of figures behind which different groups of visitors stand.
struct MeasuredTable: Sendable {
  /// The rows that may be shown, and the remainder, in the order of the metrics.
  struct Published: Sendable {
    let metrics: [Metric]
    let rows: [(key: String, figures: [ReleasedFigure])]
    let other: [ReleasedFigure]?
    /// Whether any figure is hidden.
    let hidesSome: Bool
    /// The keys of the cells that the first group shows.
    let leadingKeys: Set<String>
  }

  let keys: [String]
  /// Whether the site file names all keys, so that one behind which nobody stands may be shown with zeros. What the log alone
  /// names is shown with enough visitors or not at all.
  var areKeysListed = true
  /// The first one decides on the order of rows.
  let groups: [MeasuredGroup]
  /// For each group the cells that other tables would give away; none where it is shorter.
  var alsoHidden: [Set<Int>] = []

  /// The least number of impressions of which a click-through rate is shown: below it one click more is a whole percent more.
  static let leastImpressions = 100

  /// Decides for each group which cells are shown.
  func decisions() -> [MeasuredGroup.Decision] {
    groups.enumerated().map { place, group in
      group.decide(keys: keys, alsoHidden: place < alsoHidden.count ? alsoHidden[place] : [])
    }
  }

  /// Decides which figures are shown.
  /// - Parameter granted: in the order of the table's metrics.
  func publish(_ granted: [Metric]) -> Published {
    let decisions = decisions()
    let metrics = Self.metrics(granted, of: groups.flatMap(\.metrics))
    let hidesNothing = !decisions.contains(where: \.hidesSome)
    let cells = keys.indices.filter { cell in
      (hidesNothing && areKeysListed) || decisions.contains { $0.isShown[cell] }
    }.sorted { (-size($0), keys[$0]) < (-size($1), keys[$1]) }
    let rows = cells.map { cell in
      Self.figures(metrics) { metric in
        guard let place = groups.firstIndex(where: { $0.metrics.contains(metric) }) else {
          return nil
        }
        let isZero = groups[place].supports[cell].visitors == 0 && !decisions[place].hidesSome
        guard decisions[place].isShown[cell] || isZero else { return nil }
        return groups[place].value(metric, of: cell)
      }
    }
    return Published(
      metrics: metrics, rows: zip(cells, rows).map { (keys[$0], $1) },
      other: other(metrics, decisions, rows: Set(cells)), hidesSome: !hidesNothing,
      leadingKeys: Set(keys.indices.filter { decisions[0].isShown[$0] }.map { keys[$0] }))
  }

  private func size(_ cell: Int) -> Int { groups[0].supports[cell].visitors }

  /// The remainder: of each group the cells that have no row, where none of its hidden ones has one.
  private func other(
    _ metrics: [Metric], _ decisions: [MeasuredGroup.Decision], rows: Set<Int>
  ) -> [ReleasedFigure]? {
    let others = groups.indices.map { place -> [Metric: Int]? in
      let isHidden = { groups[place].supports[$0].visitors > 0 && !decisions[place].isShown[$0] }
      return rows.contains(where: isHidden) ? nil : decisions[place].other
    }
    guard others.contains(where: { $0 != nil }) else { return nil }
    return Self.figures(metrics) { metric in
      guard let place = groups.firstIndex(where: { $0.metrics.contains(metric) }) else {
        return nil
      }
      return decisions[place].hidesSome ? others[place]?[metric] : 0
    }
  }

  /// The granted figures that a table can show, of those that it counts.
  static func metrics(_ granted: [Metric], of counted: [Metric]) -> [Metric] {
    granted.filter { metric in
      metric == .clickThroughRate
        ? granted.contains(.clicks) && granted.contains(.impressions) : counted.contains(metric)
    }
  }

  /// The figures of a row, the rate among them computed from what is shown.
  static func figures(_ metrics: [Metric], _ value: (Metric) -> Int?) -> [ReleasedFigure] {
    metrics.map { metric in
      guard metric == .clickThroughRate else {
        return value(metric).map(ReleasedFigure.count) ?? .withheld
      }
      guard let clicks = value(.clicks), let impressions = value(.impressions),
        impressions >= leastImpressions
      else { return .withheld }
      return .ratio(numerator: clicks, denominator: impressions)
    }
  }
}

extension ReleasedTable {
  /// A table of what advertisers buy.
  init(
    _ granted: Plan.GrantedTable, _ published: MeasuredTable.Published, _ plan: Plan, _ site: Site,
    days: ClosedRange<Int32>?, _ seal: ReleaseSeal
  ) {
    let scope = AdvertisingScope(plan, site)
    let placements = site.placements
    let shown = granted.id == .placement ? placements.indices.filter(scope.holds(placement:)) : []
    self.init(
      id: granted.id, title: granted.id.title, clause: granted.clause, metrics: published.metrics,
      rows: published.rows.map { Row(key: $0.key, figures: $0.figures, seal) },
      other: published.other, isTotalsOnly: published.rows.isEmpty && published.hidesSome,
      bookings: published.bookings(of: shown.map { placements[$0] }, in: days, seal), seal)
  }
}
