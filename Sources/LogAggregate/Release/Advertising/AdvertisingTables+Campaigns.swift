/// The table of campaigns: what the visits that began with one did.
extension AdvertisingTables {
  /// - Parameters:
  ///   - names: the campaigns by number; their attribute is their advertiser's.
  ///   - visitors: all visitors with page views.
  func campaigns(_ names: Lexicon, _ visitors: borrowing Census) -> MeasuredTable {
    let attributes = names.attributes
    let numbers = attributes.indices.filter { scope.holds(campaignOf: attributes[$0]) }
    let keys = numbers.map { names.word(UInt32($0)) }
    let cells = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    var views = [Int](repeating: 0, count: keys.count)
    var visits = views
    var came: [(visitor: Int, cell: Int)] = []
    for visit in census.campaignVisits {
      guard let cell = cells[visit.campaign] else { continue }
      views[cell] += visit.views
      visits[cell] += 1
      came.append((visit.visitor, cell))
    }
    func cell(_ campaign: Int?) -> Int { campaign.flatMap { cells[$0] } ?? keys.count }
    let clicked = clicks.map { (visitor: $0.visitor, cell: cell($0.campaign)) }
    let conversions = census.conversions
      .filter { goal(ofNumber: $0.goal).map(scope.holds(goal:)) ?? false }
      .map { (visitor: $0.visitor, cell: cell($0.campaign)) }
    return MeasuredTable(
      keys: keys, areKeysListed: false,
      groups: [
        group(
          [
            MeasuredGroup.Column(metric: .pageViews, values: views),
            MeasuredGroup.Column(metric: .visits, values: visits),
          ], people: .visitors, rule(.campaign), hasShownTotal: showsTotals,
          cellCount: keys.count, came, outside: outside(came, visitors)),
        counting(
          .clicks, .campaign, hasShownTotal: showsTotalClicks, cellCount: keys.count, clicked),
        counting(
          .conversions, .campaign, hasShownTotal: false, cellCount: keys.count, conversions),
      ])
  }

  /// The visitors with a visit that is of none of the report's campaigns.
  private func outside(_ came: [(visitor: Int, cell: Int)], _ visitors: borrowing Census)
    -> Membership.Support
  {
    var own = [Int](repeating: 0, count: visitors.count)
    for (visitor, _) in came {
      if let place = census.pageVisitors[visitor] { own[place] += 1 }
    }
    var networks: Set<UInt32> = []
    var support = Membership.Support()
    for visitor in own.indices where visitors.visits(of: visitor).count > own[visitor] {
      support.visitors += 1
      if networks.count < plan.networks { networks.insert(visitors.networks[visitor]) }
    }
    support.networks = networks.count
    return support
  }
}
