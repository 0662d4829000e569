/// What was counted for advertisers, laid out by kind, with every click and conversion in its visit.
///
/// Every list ascends by visitor. Visitors are those with an event; their numbers are their own.
struct AdvertisingCensus: Sendable {
  struct Exposure: Sendable {
    let visitor: Int
    let placement: Int
    let day: Int32
    let impressions: Int
    /// A bit for each hour of the day.
    let hours: UInt32
  }
  struct Click: Sendable {
    let visitor: Int
    /// The number of the target's domain, or `nil`.
    let target: Int?
    let placement: Int?
    /// The campaign of the visit that the click is part of.
    let campaign: Int?
    let day: Int32
    let hour: Int
  }
  struct Conversion: Sendable {
    let visitor: Int
    let goal: Int
    let campaign: Int?
    /// The placements that were shown or clicked before, in the same visit.
    let placements: Set<Int>
    let day: Int32
    let hour: Int
  }
  /// A visit of a campaign.
  struct CampaignVisit: Sendable {
    let visitor: Int
    let campaign: Int
    let views: Int
  }

  private(set) var networks: [UInt32] = []
  /// The visitor's number among those with page views, or `nil`.
  private(set) var pageVisitors: [Int?] = []
  private(set) var exposures: [Exposure] = []
  private(set) var clicks: [Click] = []
  private(set) var conversions: [Conversion] = []
  private(set) var campaignVisits: [CampaignVisit] = []
  /// As in ``AdvertisingCounts``.
  let hourlyImpressions: [Int]

  /// - Complexity: O(*n* log *n*) in the visitors' events and visits.
  init?(_ aggregate: borrowing Aggregate) {
    guard let counts = aggregate.advertising else { return nil }
    hourlyImpressions = counts.hourlyImpressions
    var networkNumbers = KeyTable(minimumCapacity: 64)
    for number in counts.visitors.indices {
      let visitor = counts.visitors[number]
      networks.append(
        networkNumbers.findOrInsert(visitor.network, next: UInt32(networkNumbers.count)))
      let place = aggregate.pageVisitor(visitor.pseudonym)
      pageVisitors.append(place)
      counts.forEachExposure(of: number) { exposure in
        exposures.append(
          Exposure(
            visitor: number, placement: Int(exposure.placement), day: exposure.day,
            impressions: Int(exposure.impressions), hours: exposure.hours))
      }
      var moments: [AdvertisingCounts.Moment] = []
      counts.forEachMoment(of: number) { moments.append($0) }
      guard !moments.isEmpty else { continue }
      var visits: [Visit] = []
      if let place { aggregate.visitors[place].forEachVisit(aggregate.pools) { visits.append($0) } }
      add(VisitMoments(moments, visits, aggregate.campaigns), of: number)
    }
  }

  private mutating func add(_ moments: VisitMoments, of visitor: Int) {
    for (visit, campaign) in zip(moments.visits, moments.campaigns) {
      guard let campaign else { continue }
      campaignVisits.append(
        CampaignVisit(visitor: visitor, campaign: campaign, views: Int(visit.views)))
    }
    for moment in moments.moments {
      let finding = moment.finding
      let campaign = moments.visit(of: moment).flatMap { moments.campaigns[$0] }
      switch finding.kind {
      case .impression, .landing: continue
      case .click:
        clicks.append(
          Click(
            visitor: visitor, target: finding.number == 0 ? nil : Int(finding.number) - 1,
            placement: finding.placement == AdvertisingFinding.noPlacement
              ? nil : Int(finding.placement), campaign: campaign, day: moment.day,
            hour: Int(moment.hour)))
      case .conversion:
        conversions.append(
          Conversion(
            visitor: visitor, goal: Int(finding.number), campaign: campaign,
            placements: moments.placements(before: moment), day: moment.day,
            hour: Int(moment.hour)))
      }
    }
  }
}

/// One visitor's moments, tied to the visitor's visits.
struct VisitMoments {
  let moments: [AdvertisingCounts.Moment]
  /// In the order of time.
  let visits: [Visit]
  /// The campaign of each visit: the one that its first page view with a campaign names.
  private(set) var campaigns: [Int?]

  init(
    _ moments: [AdvertisingCounts.Moment], _ visits: [Visit], _ names: Lexicon
  ) {
    self.moments = moments
    self.visits = visits.sorted { $0.start < $1.start }
    campaigns = Array(repeating: nil, count: visits.count)
    var firsts: [(time: UInt32, name: String)?] = Array(repeating: nil, count: visits.count)
    for moment in moments where moment.finding.kind == .landing {
      guard let visit = self.visits.firstIndex(where: { $0.holds(moment) }) else { continue }
      // Of two in the same second the name decides, as it does between pages.
      let candidate = (time: moment.time, name: names.word(moment.finding.number))
      if let first = firsts[visit], (first.time, first.name) <= candidate { continue }
      firsts[visit] = candidate
      campaigns[visit] = Int(moment.finding.number)
    }
  }

  /// The place of the visit that something is part of: the one that holds its time, or the one that begins within the
  /// longest gap after it, since servers log a picture before the page that shows it.
  func visit(of moment: AdvertisingCounts.Moment) -> Int? {
    visits.firstIndex { $0.holds(moment) }
      ?? visits.firstIndex {
        $0.day == moment.day && $0.start > moment.time
          && UInt64($0.start) <= UInt64(moment.time) + UInt64(Visit.longestGap)
      }
  }

  /// The placements that were shown or clicked in the same visit, before a moment or in its second.
  func placements(before moment: AdvertisingCounts.Moment) -> Set<Int> {
    guard let home = visit(of: moment) else { return [] }
    var placements: Set<Int> = []
    for other in moments where other.finding.placement != AdvertisingFinding.noPlacement {
      if other.time <= moment.time, visit(of: other) == home {
        placements.insert(Int(other.finding.placement))
      }
    }
    return placements
  }
}

extension Visit {
  fileprivate func holds(_ moment: AdvertisingCounts.Moment) -> Bool {
    holds(time: moment.time, day: moment.day)
  }
}
