extension Plan {
  /// The plan of a report of these days: without the tables that are published over other times.
  ///
  /// Where a policy closes some tables by weeks or months, a report of such a period holds those alone; all others, and the
  /// totals, are the single days'.
  func limited(to days: ClosedRange<CivilDate>?) -> Plan {
    let declared = Set(tables.compactMap(\.period)).subtracting([.day])
    guard let days, let longer = declared.first else { return self }
    let closesLonger = longer.fits(days)
    var plan = self
    plan.tables.removeAll { table in
      (table.period ?? .day) == longer ? !closesLonger : closesLonger
    }
    let kept = Set(plan.tables.map(\.id))
    plan.withheld += tables.filter { !kept.contains($0.id) }.map {
      Withholding(
        table: $0.id, why: "published for \(($0.period ?? .day).days) only", clause: nil)
    }
    if closesLonger {
      plan.totals = []
      plan.leavesTotalsToDays = true
    }
    return plan
  }

  /// The plan of a report that can show no table, for one reason.
  func withholdingTables(because why: String) -> Plan {
    var plan = self
    plan.withheld += tables.map { Withholding(table: $0.id, why: why, clause: nil) }
    plan.tables = []
    return plan
  }
}
