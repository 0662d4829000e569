/// Which requests are clicks, impressions and goals, and which of them a run counts.
///
/// What the site file names is recognised for every audience, since it decides what is a page view; it is counted only
/// where the plan grants a figure of it.
struct AdvertisingRules: Sendable {
  /// What a pattern of the site file stands for.
  enum Role: Sendable {
    case click(Site.ClickEndpoint)
    case impression(placement: Int)
    case placementClick(placement: Int)
    case goal(Int)

    /// Whether a request of the kind is no page view.
    var isAdvertising: Bool {
      if case .goal = self { false } else { true }
    }
  }
  struct Rule: Sendable {
    let pattern: RequestPattern
    let role: Role
  }

  /// In the order of the site file.
  let rules: [Rule]
  let placements: [Site.Placement]
  let goals: [Site.Goal]
  /// What is read of campaign parameters; `nil` where nothing is.
  let campaignParameters: Site.CampaignParameters?
  /// Whether a page view that names a campaign came by the channel of campaigns.
  let countsClicks: Bool
  let countsImpressions: Bool
  let countsGoals: Bool
  let countsCampaigns: Bool
  /// The domains that clicks lead to, by number.
  let targets: Lexicon
  /// Campaigns as reports name them; the attribute is their advertiser's number plus one, or 0.
  let campaigns: Lexicon
  private let advertisers: [Site.Advertiser]

  /// How many distinct campaigns, and domains of targets, are told apart in a run.
  static let campaignLimit = 1 << 14
  static let targetLimit = 1 << 16

  init(_ plans: [Plan], site: Site, hash: ContentHash) {
    func anyPlan(_ isSo: (Plan) -> Bool) -> Bool { plans.contains(where: isSo) }
    placements = site.placements
    goals = site.goals
    advertisers = site.advertisers
    var rules: [Rule] = []
    for endpoint in site.clicks + site.exitLinks {
      rules.append(Rule(pattern: endpoint.pattern, role: .click(endpoint)))
    }
    for (number, placement) in site.placements.enumerated() {
      if let pattern = placement.impression {
        rules.append(Rule(pattern: pattern, role: .impression(placement: number)))
      }
      if let pattern = placement.click {
        rules.append(Rule(pattern: pattern, role: .placementClick(placement: number)))
      }
    }
    for (number, goal) in site.goals.enumerated() {
      rules.append(Rule(pattern: goal.pattern, role: .goal(number)))
    }
    self.rules = rules
    campaignParameters = anyPlan { $0.policy.readsCampaigns } ? site.campaigns : nil
    countsClicks = anyPlan { $0.shows(.clicks) || $0.grants(.exitLink) }
    countsImpressions = anyPlan { plan in
      [.placement, .placementByDay, .placementByHour, .frequency].contains(where: plan.grants)
    }
    countsGoals = anyPlan { $0.shows(.conversions) || $0.grants(.goal) }
    countsCampaigns = anyPlan { $0.grants(.campaign) } && site.campaigns != nil
    targets = Lexicon(limit: Self.targetLimit, hash: hash)
    campaigns = Lexicon(limit: Self.campaignLimit, hash: hash)
  }

  /// Whether the site file names a request that has to be recognised.
  var hasPatterns: Bool { !rules.isEmpty }

  /// Whether anything is counted beside page views.
  var countsEvents: Bool {
    countsCampaigns || (hasPatterns && (countsClicks || countsImpressions || countsGoals))
  }

  /// Whether an earlier impression or click can earn a placement a conversion.
  var attributesConversions: Bool { countsGoals && countsImpressions && !goals.isEmpty }

  /// The number of the advertiser of a campaign plus one, or 0.
  func advertiser(ofCampaign name: String) -> UInt32 {
    UInt32((advertisers.firstIndex { $0.campaigns.contains(name) } ?? -1) + 1)
  }

  /// The number of a goal's type: the goals' types stand one after the other, each goal's unlisted ones last.
  func number(ofGoal goal: Int, type: Int?) -> UInt32 {
    let before = goals[..<goal].reduce(0) { $0 + $1.types.count + 1 }
    return UInt32(before + (type ?? goals[goal].types.count))
  }
}

extension Site.Goal {
  /// The names of the goal's rows in reports, by type; the last is that of unlisted types, or of a goal without types.
  var rowNames: [String] {
    typePlace == nil ? [name] : (types + ["(other type)"]).map { "\(name) / \($0)" }
  }
}

extension Plan {
  /// Whether a figure is shown in any table or among the totals.
  func shows(_ metric: Metric) -> Bool {
    totals.contains(metric) || tables.contains { $0.metrics.contains(metric) }
  }
}

extension Policy {
  /// Whether campaign parameters may be read, for whichever audience.
  ///
  /// Were a visit of a campaign one of another channel for an audience that may not see campaigns, two reports could be
  /// subtracted.
  var readsCampaigns: Bool {
    permits[.targetCampaign] != nil && forbids[.targetCampaign] == nil
  }
}
