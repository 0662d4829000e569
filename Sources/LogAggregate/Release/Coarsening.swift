/// What stands in for a table of which only totals could be shown: the table that tells the same less finely.
///
/// It is that table itself, decided by its own rules and together with the finer one, and never another count of it: wherever
/// both are read, its cells are equal. It comes only where the policy grants it to the audience, whether or not the site file
/// asks for it.
/// - Source: DESIGN 4; `privacy.md` 2.4 (h).
extension TableID {
  /// The table that tells of a page its section, of a version its browser, of a site its channel.
  public var coarser: TableID? {
    switch self {
    case .page: .section
    case .browserVersion: .browser
    case .referrer: .channel
    default: nil
    }
  }

  /// What is said of a table for which a coarser one stands in.
  public var coarseningNote: String? {
    switch self {
    case .page: "Pages are shown by section: too few visitors stand behind single pages."
    case .browserVersion:
      "Browser versions are shown by browser: too few visitors stand behind single versions."
    case .referrer:
      "Referring sites are shown by channel: too few visitors stand behind single sites."
    default: nil
    }
  }
}

extension Plan {
  /// The tables that were not asked for and are wanted to stand in for one of those that were.
  fileprivate func wantedStandIns(for outcome: Disclosure.Outcome) -> [GrantedTable] {
    coarserTables.filter { coarse in
      tables.contains { $0.id.coarser == coarse.id && outcome.showsTotalsOnly($0.id) }
    }
  }

  /// Those of them that can be shown.
  func standIns(for outcome: Disclosure.Outcome) -> [GrantedTable] {
    wantedStandIns(for: outcome).filter {
      outcome.tables[$0.id] != nil && !outcome.showsTotalsOnly($0.id)
    }
  }

  /// The tables of the report, in reading order.
  func shown(by outcome: Disclosure.Outcome) -> [GrantedTable] {
    let standIns = standIns(for: outcome)
    guard !standIns.isEmpty else { return tables }
    // A coarser table comes before the finer one, as in reports that were asked for both.
    return tables.flatMap { table in
      standIns.filter { $0.id == table.id.coarser } + [table]
    }
  }
}

extension Disclosure.Outcome {
  /// Whether a table was decided, and too little is left to show more than totals.
  func showsTotalsOnly(_ table: TableID) -> Bool { tables[table]?.isTotalsOnly ?? false }
}

extension Disclosure {
  /// Decides every table that any plan grants, and then again together with those that stand in for one of them.
  static func decideWithStandIns(
    _ setting: inout RunSetting, _ aggregate: borrowing Aggregate, _ census: borrowing Census,
    after earlier: [EarlierRelease]
  ) -> [Level: Outcome] {
    let outcomes = decideLevels(setting, aggregate, census, after: earlier)
    for plan in setting.plans {
      guard let outcome = outcomes[Level(plan)], outcome.showsTotals else { continue }
      setting.standIns.formUnion(plan.wantedStandIns(for: outcome).map(\.id))
    }
    guard !setting.standIns.isEmpty else { return outcomes }
    return decideLevels(setting, aggregate, census, after: earlier)
  }
}

extension ReleasedReport {
  /// The table of the report that stands in for one of which only totals are shown; `nil` where none does.
  public func standIn(for table: ReleasedTable) -> ReleasedTable? {
    guard table.isTotalsOnly, let coarser = table.id.coarser else { return nil }
    return tables.first { $0.id == coarser && !$0.isTotalsOnly }
  }
}
