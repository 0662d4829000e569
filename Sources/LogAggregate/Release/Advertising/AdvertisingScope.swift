/// Whose placements, campaigns and goals a report shows.
struct AdvertisingScope: Sendable {
  private let share: Plan.AdvertisingShare
  private let site: Site

  init(_ plan: Plan, _ site: Site) {
    share = plan.advertising
    self.site = site
  }

  /// Whether clicks on a placement are counted, and its figures shown.
  func holds(placement: Int) -> Bool { holds(site.placements[placement].advertiser) }

  /// Whether a campaign's figures are shown.
  /// - Parameter advertiser: its advertiser's number plus one, or 0.
  func holds(campaignOf advertiser: UInt32) -> Bool {
    guard advertiser > 0 else { return share == .everyone }
    return holds(site.advertisers[Int(advertiser) - 1].name)
  }

  /// Whether a goal is shown: the site's own to everyone, an advertiser's to the advertiser.
  func holds(goal: Site.Goal) -> Bool { goal.advertiser.map(holds) ?? true }

  private func holds(_ advertiser: String) -> Bool {
    switch share {
    case .everyone: true
    case .one(let name): name == advertiser
    case .nobody: false
    }
  }
}
