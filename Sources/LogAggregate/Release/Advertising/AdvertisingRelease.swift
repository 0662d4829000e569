/// The decisions on what one report shows of what advertisers buy.
struct AdvertisingRelease {
  /// The tables that the run has something to compute from.
  private(set) var tables: [TableID: MeasuredTable.Published] = [:]
  /// Why others are not there.
  private(set) var reasons: [TableID: String] = [:]
  /// The number of clicks on the site's links.
  let clicks: ReleasedFigure
  /// What the tables of placements by day and by hour hide, here and in more detailed reports of the pass.
  private(set) var hiddenTimes: Set<PlacementTimes.Hidden>

  /// - Complexity: O(events × tables).
  init(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ plan: Plan,
    _ setting: RunSetting, showsTotals: Bool, hiddenBefore: Set<PlacementTimes.Hidden>
  ) {
    let site = setting.site
    hiddenTimes = hiddenBefore
    guard let events = census.advertising else {
      clicks = plan.totals.contains(.clicks) ? .unmeasured : .notGranted
      return
    }
    let source = AdvertisingTables(
      census: events, plan: plan, site: site, scope: AdvertisingScope(plan, site),
      showsTotals: showsTotals)
    clicks =
      !plan.totals.contains(.clicks)
      ? .notGranted : source.measuresClicks ? source.totalClicks() : .unmeasured
    for table in plan.tables where table.id.isAdvertising {
      if let reason = Self.reason(table.id, aggregate, plan, site, source.scope) {
        reasons[table.id] = reason
      } else if table.id == .placementByDay || table.id == .placementByHour {
        publishTimes(table, aggregate, source, setting)
      } else if let made = Self.make(table.id, aggregate, census, source) {
        tables[table.id] = made.publish(table.metrics)
      }
    }
    for (id, table) in tables { tables[id] = source.marked(table, in: id) }
  }

  private mutating func publishTimes(
    _ table: Plan.GrantedTable, _ aggregate: borrowing Aggregate, _ source: AdvertisingTables,
    _ setting: RunSetting
  ) {
    let days = setting.days(from: aggregate.tally.earliest, to: aggregate.tally.latest)
    // A single day's table is that of the placements; it is there so that days can be added to weeks and months.
    if table.id == .placementByDay, let day = days?.lowerBound, days?.count == 1 {
      tables[table.id] = source.placementTable(aggregate.targets).publish(table.metrics)
        .named(day: CivilDate(daysSinceEpoch: day))
    } else if let times = source.placementTimes(table.id, aggregate.targets) {
      let (published, hidden) = times.publish(table.metrics, hiddenBefore: hiddenTimes)
      tables[table.id] = published
      hiddenTimes.formUnion(hidden)
    } else {
      reasons[table.id] =
        "there are too many placements and days to audit the table; report fewer days"
    }
  }

  private static func make(
    _ id: TableID, _ aggregate: borrowing Aggregate, _ census: borrowing Census,
    _ source: AdvertisingTables
  ) -> MeasuredTable? {
    switch id {
    case .exitLink: return source.exitLinks(aggregate.targets)
    case .goal: return source.goals()
    case .placement: return source.placementTable(aggregate.targets)
    case .frequency:
      // What the table of placements hides is hidden here too, whether that table is shown or not.
      let shown = source.placementTable(aggregate.targets).publish([.impressions]).leadingKeys
      return source.frequencies(of: shown)
    case .campaign: return source.campaigns(aggregate.campaigns, census)
    default: return nil
    }
  }

  /// Why a table is not there; `nil` where it is.
  private static func reason(
    _ id: TableID, _ aggregate: borrowing Aggregate, _ plan: Plan, _ site: Site,
    _ scope: AdvertisingScope
  ) -> String? {
    switch id {
    case .exitLink:
      if aggregate.targets.hasOverflowed {
        return "the log names too many distinct sites to tell them apart"
      }
      return site.namesTargets ? nil : "the site file names no exit links"
    case .goal: return site.goals.isEmpty ? "the site file names no goals" : nil
    case .placement, .placementByDay, .placementByHour, .frequency:
      if site.placements.isEmpty { return "the site file names no placements" }
      if plan.advertising == .nobody { return unnamed }
      let held = site.placements.indices.filter(scope.holds(placement:))
      if held.isEmpty { return "the site file names no placements of this advertiser" }
      return id == .frequency && !held.contains { site.placements[$0].impression != nil }
        ? "the site file names no impressions of placements" : nil
    case .campaign:
      if aggregate.campaigns.hasOverflowed {
        return "the log names too many distinct campaigns to tell them apart"
      }
      if site.campaigns == nil { return "the site file names no campaigns" }
      return plan.advertising == .nobody ? unnamed : nil
    default: return nil
    }
  }

  private static let unnamed =
    "it is not said which advertiser the report is for (--advertiser NAME)"
}

extension TableID {
  /// Whether the table shows what advertisers buy.
  var isAdvertising: Bool {
    switch self {
    case .exitLink, .campaign, .placement, .placementByDay, .placementByHour, .frequency, .goal:
      true
    case .day, .hour, .weekday, .page, .section, .entryPage, .exitPage, .flow, .referrer, .channel,
      .browser, .browserVersion, .platform, .device, .screen, .country, .isp, .clientDomain,
      .segment, .status:
      false
    }
  }
}

extension Site {
  /// Whether the site file says where the targets of clicks stand.
  var namesTargets: Bool { !exitLinks.isEmpty || clicks.contains { $0.target != nil } }
}
