extension Aggregate {
  /// The days that a release under the setting speaks of; `nil` where there are none.
  public borrowing func days(_ setting: RunSetting) -> ClosedRange<CivilDate>? {
    setting.days(from: tally.earliest, to: tally.latest).map {
      CivilDate(daysSinceEpoch: $0.lowerBound)...CivilDate(daysSinceEpoch: $0.upperBound)
    }
  }

  /// Makes the reports that the plans allow, in the plans' order.
  consuming func makeReports(_ setting: RunSetting, _ seal: ReleaseSeal) -> [ReleasedReport] {
    let census = Census(draining: &self)
    let span = days(setting)
    var setting = setting
    setting.plans = setting.plans.map { shownPlan($0, setting, span, census) }
    let outcomes = Disclosure.decideWithStandIns(
      &setting, self, census, after: setting.earlierReleases(digest))
    let plans = setting.plans
    var reports: [ReleasedReport?] = plans.map { _ in nil }
    var hiddenTimes: Set<PlacementTimes.Hidden> = []
    // The most detailed report first: what it hides is hidden in the others too.
    let order = plans.indices.sorted {
      (Disclosure.Level(plans[$0]), $0) < (Disclosure.Level(plans[$1]), $1)
    }
    for place in order {
      guard let outcome = outcomes[Disclosure.Level(plans[place])] else { continue }
      reports[place] = makeReport(plans[place], setting, census, outcome, &hiddenTimes, seal)
    }
    return reports.compactMap(\.self)
  }

  private borrowing func makeReport(
    _ plan: Plan, _ setting: RunSetting, _ census: borrowing Census,
    _ outcome: Disclosure.Outcome, _ hiddenTimes: inout Set<PlacementTimes.Hidden>,
    _ seal: ReleaseSeal
  ) -> ReleasedReport {
    let showsTotals = outcome.showsTotals
    let advertising = AdvertisingRelease(
      self, census, plan, setting, showsTotals: showsTotals, hiddenBefore: hiddenTimes)
    hiddenTimes = advertising.hiddenTimes
    var tables: [ReleasedTable] = []
    let standIns = Set(plan.standIns(for: outcome).map(\.id))
    var withheld = plan.withheld.filter { !standIns.contains($0.table) }.map {
      WithheldTable(table: $0.table, why: $0.why, clause: $0.clause, seal)
    }
    for granted in plan.shown(by: outcome) {
      if let measured = advertising.tables[granted.id] {
        tables.append(
          ReleasedTable(
            granted, measured, plan, setting.site,
            days: setting.days(from: tally.earliest, to: tally.latest), seal))
        continue
      }
      guard let published = outcome.tables[granted.id]?.limited(to: granted.metrics) else {
        withheld.append(
          WithheldTable(
            table: granted.id, why: advertising.reasons[granted.id] ?? missing(granted.id),
            clause: nil, seal))
        continue
      }
      tables.append(
        ReleasedTable(
          id: granted.id, title: granted.id.title, clause: granted.clause,
          metrics: published.metrics,
          rows: published.rows.map {
            ReleasedTable.Row(
              key: $0.key, from: $0.step?.from, to: $0.step?.to,
              figures: $0.figures.map(ReleasedFigure.count), seal)
          }, other: published.other?.map(ReleasedFigure.count),
          isTotalsOnly: published.isTotalsOnly, seal))
    }
    let order = Dictionary(
      uniqueKeysWithValues: (TableID.standard + plan.withheld.map(\.table) + plan.tables.map(\.id))
        .reduce(into: [TableID]()) { if !$0.contains($1) { $0.append($1) } }
        .enumerated().map { ($1, $0) })
    withheld.sort { order[$0.table, default: 0] < order[$1.table, default: 0] }

    func figure(_ metric: Metric, _ count: Int) -> ReleasedFigure {
      guard plan.totals.contains(metric) else { return .notGranted }
      return showsTotals ? .count(count) : .withheld
    }
    let days = days(setting)
    return ReleasedReport(
      policy: ReleasedPolicy(
        name: plan.policy.name, title: plan.policy.title, sha256: plan.policy.sha256,
        audience: plan.audience, advertiser: plan.advertiser,
        provenance: plan.policy.provenance.description, seal),
      siteName: setting.site.name,
      period: ReleasedPeriod(
        from: days?.lowerBound, to: days?.upperBound, timeZone: setting.zone.name,
        dayCount: days?.dayCount ?? 0, seal),
      input: releasedInput(setting, showsAll: showsTotals && !plan.leavesTotalsToDays, seal),
      totals: ReleasedTotals(
        pageViews: figure(.pageViews, pageViews), visits: figure(.visits, census.visitCount),
        visitors: figure(.visitors, census.count),
        clicks: plan.leavesTotalsToDays ? .notGranted : advertising.clicks, seal),
      visits: plan.totals.contains(.visits) && !plan.leavesTotalsToDays
        ? ReleasedVisits(
          outcome.visits, pageViews: figure(.pageViews, pageViews),
          visits: figure(.visits, census.visitCount), seal) : nil,
      tables: tables, notReleased: withheld,
      disclosure: ReleasedDisclosure(
        threshold: plan.threshold, networks: plan.networks, visitorLimit: setting.visitorLimit,
        ledger: nil, sources: sources(plan, setting, seal),
        facts: notes(plan, setting) + outcome.advice(plan, tables), seal),
      source: ReleaseSource(
        plan, setting, digest, tables: tables, closesTotals: !plan.leavesTotalsToDays),
      seal)
  }

  /// The waterfall; what would give withheld totals away is withheld with them.
  private borrowing func releasedInput(
    _ setting: RunSetting, showsAll: Bool, _ seal: ReleaseSeal
  ) -> ReleasedInput {
    let alwaysShown: [Exclusion] = [.rejected, .directive, .outsidePeriod]
    var steps: [ReleasedInput.Step] = []
    for exclusion in Exclusion.allCases {
      let isShown = showsAll || alwaysShown.contains(exclusion)
      steps.append(
        ReleasedInput.Step(
          reason: exclusion.reason, lines: isShown ? tally.lines(exclusion) : nil, seal))
    }
    var rejections: [ReleasedInput.Rejection] = []
    for reason in Malformed.allCases where tally.lines(reason) > 0 {
      rejections.append(
        ReleasedInput.Rejection(reason: reason.rawValue, lines: tally.lines(reason), seal))
    }
    return ReleasedInput(
      lines: tally.lines, excluded: steps, rejections: rejections,
      pageViews: showsAll ? pageViews : nil,
      damages: damages.compactMap { ReleasedInput.Damage($0, seal) },
      twins: alikeInputs.map { ReleasedInput.Twins(first: $0 + 1, second: $1 + 1, seal) },
      formats: formatNames, coverage: coverage(setting, seal), seal)
  }
}
