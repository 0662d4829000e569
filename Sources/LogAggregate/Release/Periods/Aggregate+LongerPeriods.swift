extension Aggregate {
  /// The plan of the report, as far as its days and the days that are published already let it be shown.
  ///
  /// The rows and the remainder of a weekly table add up to the week. Minus the days whose totals are published that leaves
  /// the others, which have to be nobody or enough visitors together.
  /// - Source: `privacy.md` 2.5, attack T4.
  borrowing func shownPlan(
    _ plan: Plan, _ setting: RunSetting, _ days: ClosedRange<CivilDate>?,
    _ census: borrowing Census
  ) -> Plan {
    let plan = plan.limited(to: days)
    guard plan.leavesTotalsToDays, let days else { return plan }
    let rule = Suppression.Rule(
      threshold: plan.threshold, networks: plan.networks, hiddenMinimum: 1)
    for published in setting.publishedDays where published.contains(where: days.contains) {
      let table = CellTable.days(self, census, plan.networks)
      let isPublished = table.keys.map { key in CivilDate(key).map(published.contains) ?? false }
      let rest = table.membership.supports(groupCount: 1) { isPublished[$0] ? -1 : 0 }[0]
      if rest.visitors > 0, !rule.allows(rest) {
        return plan.withholdingTables(
          because:
            "the days of this period that are not published are too small together, and would follow by subtraction"
        )
      }
    }
    return plan
  }
}
