extension TableID {
  /// The figures that the table's rows can carry; a policy grants some of them.
  var metrics: [Metric] {
    let pageViews: [Metric] = [.pageViews, .visits, .visitors]
    return switch self {
    case .day, .hour, .weekday: pageViews + [.clicks, .bytes]
    case .page, .section: pageViews + [.bytes]
    case .entryPage, .exitPage: [.visits, .visitors]
    case .exitLink: [.visitors, .clicks]
    case .flow: [.pageViews, .visitors]
    case .channel, .referrer: pageViews
    case .browser, .browserVersion, .platform, .device, .screen: pageViews
    case .country, .isp, .clientDomain, .segment: pageViews
    case .campaign: pageViews + [.clicks, .conversions]
    case .placement, .placementByDay, .placementByHour:
      [.impressions, .clicks, .clickThroughRate, .reach, .conversions]
    case .frequency: [.impressions, .reach]
    case .goal: [.visitors, .conversions]
    case .status: pageViews + [.bytes]
    }
  }

  /// What has to be read of the log for the rows' keys, beyond what all counting needs.
  /// - Source: DESIGN 3; the flow between sections follows from the order of a visit's page views, so it
  ///   reads no referrer.
  var reductions: Set<Reduction> {
    switch self {
    case .day: [.timeDay]
    case .hour: [.timeHour]
    case .weekday: [.timeWeekday]
    case .page, .entryPage, .exitPage: [.targetPage]
    case .section, .flow: [.targetSection]
    case .exitLink: [.targetExitLink]
    case .channel: [.referrerChannel]
    case .referrer: [.referrerDomain]
    case .browser: [.agentBrowser]
    case .browserVersion: [.agentBrowserVersion]
    case .platform: [.agentPlatform]
    case .device: [.agentDevice]
    case .screen: [.targetScreen]
    case .country: [.clientCountry]
    case .isp: [.clientISP]
    case .clientDomain: [.clientDomain]
    case .segment: [.userSegment]
    case .campaign: [.targetCampaign]
    case .placement, .frequency: [.targetPlacement]
    case .placementByDay: [.targetPlacement, .timeDay]
    case .placementByHour: [.targetPlacement, .timeHour]
    case .goal: [.targetGoal]
    case .status: [.statusClass]
    }
  }

  /// The least number of cells that are hidden together.
  ///
  /// With two hidden cells the owner of one learns the other, so it is three; in a small vocabulary that
  /// everybody knows three would hide too much, so it is two.
  /// - Source: DESIGN 4.
  var hiddenMinimum: Int {
    switch self {
    case .hour, .weekday, .channel, .browser, .platform, .device, .status, .placementByHour: 2
    case .day, .page, .section, .entryPage, .exitPage, .exitLink, .flow, .referrer,
      .browserVersion, .screen, .country, .isp, .clientDomain, .segment, .campaign, .placement,
      .goal, .frequency, .placementByDay:
      3
    }
  }
}

extension Metric {
  /// What has to be read of the log for this figure, beyond what all counting needs.
  var reductions: Set<Reduction> {
    switch self {
    case .pageViews, .visits, .visitors, .visitorDays, .publishedDays: []
    case .clicks: [.targetClick]
    case .impressions, .reach: [.targetPlacement]
    case .clickThroughRate: [.targetPlacement, .targetClick]
    case .conversions: [.targetGoal]
    case .bytes: [.bytesSum]
    }
  }

  /// Whether the figure can stand among the totals.
  var isTotal: Bool {
    switch self {
    case .pageViews, .visits, .visitors, .clicks: true
    case .impressions, .clickThroughRate, .reach, .conversions, .bytes, .visitorDays,
      .publishedDays:
      false
    }
  }
}
