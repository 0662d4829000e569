/// The tables of where visitors came from: channels, and the sites that referred them.
///
/// A visit is of the channel and site by which its first page view came.
extension CellTable {
  static func channels(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int,
    _ share: Plan.AdvertisingShare
  ) -> CellTable {
    let channels = share.channels
    let channelOfOrigin = aggregate.origins.attributes.map { origin in
      channels.firstIndex(of: share.channel(Channel.allCases[Int(origin)])) ?? 0
    }
    let keys = channels.map(\.key)
    var pageViews = [Int](repeating: 0, count: keys.count)
    for (origin, views) in aggregate.pageViewsByOrigin.enumerated() where views > 0 {
      pageViews[channelOfOrigin[origin]] += views
    }
    var visits = [Int](repeating: 0, count: keys.count)
    for origin in census.entryOrigins { visits[channelOfOrigin[Int(origin)]] += 1 }
    let lists = census.origins
    return CellTable(
      id: .channel, keys: keys,
      columns: [
        Column(metric: .pageViews, values: pageViews), Column(metric: .visits, values: visits),
      ],
      unusedWords: keys.indices.filter { pageViews[$0] == 0 }.map { keys[$0] }, in: census,
      networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) {
        cells.append(UInt32(channelOfOrigin[Int(lists.numbers[place])]))
      }
    }
  }

  /// The registrable domains of other sites; views without one (direct, within the site) are outside the table.
  ///
  /// A domain that stands in several channels (a search engine with a mail service) is one row of several atoms.
  static func referrers(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int,
    _ share: Plan.AdvertisingShare
  ) -> CellTable? {
    guard !aggregate.origins.hasOverflowed else { return nil }
    let channels = aggregate.origins.attributes.map { share.channel(Channel.allCases[Int($0)]) }
    let pageViews = padded(aggregate.pageViewsByOrigin, to: channels.count)
    var keys: [String] = []
    var numbers: [String: Int] = [:]
    var counts: [Int] = []
    var atoms: [Atom] = []
    for origin in channels.indices {
      let domain = Origin.domain(ofWord: aggregate.origins.word(UInt32(origin)))
      var cell: Int?
      if !domain.isEmpty {
        let number = numbers[domain, default: keys.count]
        if number == keys.count {
          numbers[domain] = number
          keys.append(domain)
          counts.append(0)
        }
        counts[number] += pageViews[origin]
        cell = number
      }
      atoms.append(Atom(cell: cell, parent: origin))
    }
    var visits = [Int](repeating: 0, count: keys.count)
    for origin in census.entryOrigins {
      if let cell = atoms[Int(origin)].cell { visits[cell] += 1 }
    }
    let lists = census.origins
    return CellTable(
      id: .referrer, keys: keys,
      columns: [
        Column(metric: .pageViews, values: counts), Column(metric: .visits, values: visits),
      ],
      atoms: atoms, parents: channels.map(\.key), in: census, networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) { cells.append(lists.numbers[place]) }
    }
  }
}

extension RunSetting {
  /// Whose campaigns the channels may show; where nothing is read of campaigns there is nothing to keep apart.
  ///
  /// All reports of a pass tell the same channels apart, or a channel of one could be subtracted from another's. A report of
  /// another pass may have campaigns among the other channel: where too few came by them to be shown, they are there in every
  /// report.
  /// - Complexity: O(visitors and their origins).
  func channelShare(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census
  ) -> Plan.AdvertisingShare {
    guard site.campaigns != nil else { return .everyone }
    guard plans.allSatisfy({ $0.advertising == .everyone }) else { return .nobody }
    let isCampaign = aggregate.origins.attributes.map { Channel.allCases[Int($0)] == .campaign }
    let lists = census.origins
    let support = Membership(in: census, cellCount: 1, networkNeed: networkNeed) { visitor, cells in
      let origins = lists.range(visitor)
      if origins.contains(where: { isCampaign[Int(lists.numbers[$0])] }) { cells.append(0) }
    }.supports[0]
    let rule = Suppression.Rule(
      threshold: plans.map(\.threshold).max() ?? 0, networks: networkNeed, hiddenMinimum: 1)
    return support.visitors == 0 || rule.allows(support) ? .everyone : .nobody
  }
}

extension Plan.AdvertisingShare {
  /// The channels that a report tells apart.
  var channels: [Channel] {
    self == .everyone ? Channel.allCases : Channel.allCases.filter { $0 != .campaign }
  }

  /// The channel as a report has it: campaigns are other sites where not everyone's may be shown, or an advertiser's own
  /// could be subtracted from all.
  func channel(_ channel: Channel) -> Channel {
    self == .everyone || channel != .campaign ? channel : .other
  }
}
