internal import Dispatch
internal import Synchronization

/// The decisions of one release: for each granted table the rows that may be shown.
struct Disclosure: Sendable {
  /// How strictly cells are protected: what reports for different audiences may differ in.
  struct Level: Hashable, Comparable {
    let threshold: Int
    let networks: Int

    init(threshold: Int, networks: Int) {
      self.threshold = threshold
      self.networks = networks
    }

    init(_ plan: Plan) { self.init(threshold: plan.threshold, networks: plan.networks) }

    static func < (left: Level, right: Level) -> Bool {
      (left.threshold, left.networks) < (right.threshold, right.networks)
    }
  }

  /// What is decided for one level.
  struct Outcome: Sendable {
    /// Whether the totals stand for enough visitors and networks; nobody at all is shown as zero.
    let showsTotals: Bool
    /// By table, with every figure; without those that the run has nothing to compute from.
    fileprivate(set) var tables: [TableID: Published] = [:]
    /// How long visits lasted.
    fileprivate(set) var visits = Published(totalsOnlyWith: [])
    /// The lines of the flow table, where it is decided.
    fileprivate(set) var flowLines: FlowLines?
    /// The numbers of the steps that the flow table hides.
    fileprivate(set) var hiddenSteps: Set<Int> = []
  }

  let setting: RunSetting
  let level: Level
  /// What the level before this one, which shows more, has decided.
  let before: Outcome?
  /// What earlier releases of the same lines leave to this one.
  let floor: Floor
  let showsTotals: Bool

  private init(
    _ setting: RunSetting, _ level: Level, visitors: Int, networks: Int, before: Outcome?,
    floor: Floor
  ) {
    self.setting = setting
    self.level = level
    self.before = before
    self.floor = floor
    let rule = Suppression.Rule(
      threshold: level.threshold, networks: level.networks, hiddenMinimum: 1)
    showsTotals =
      visitors == 0 || rule.allows(Membership.Support(visitors: visitors, networks: networks))
  }

  /// Decides every table that any plan grants, for each level that any plan has.
  ///
  /// The lowest threshold comes first, and what it hides stays hidden: the cells of two reports are the same, or those of the
  /// stricter one are sums of the other's.
  /// - Parameter earlier: what was released of the same lines before.
  /// - Complexity: O(visitors × tables) for each level; one table's cells are in memory for each core.
  /// - Source: `privacy.md` 2.4 (g).
  static func decideLevels(
    _ setting: RunSetting, _ aggregate: borrowing Aggregate, _ census: borrowing Census,
    after earlier: [EarlierRelease] = []
  ) -> [Level: Outcome] {
    var outcomes: [Level: Outcome] = [:]
    var before: Outcome?
    for level in Set(setting.plans.map(Level.init)).sorted() {
      var floor = Floor(level, setting.decidedTables, earlier)
      var outcome: Outcome
      repeat {
        let disclosure = Disclosure(
          setting, level, visitors: census.count, networks: aggregate.networkCount,
          before: before, floor: floor)
        outcome = disclosure.decideAll(aggregate, census)
      } while floor.bind(outcome)
      outcomes[level] = outcome
      before = outcome
    }
    return outcomes
  }

  /// Decides every granted table, several at once: families of tables together, then tables that others are linked to.
  private func decideAll(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census
  ) -> Outcome {
    var outcome = Outcome(showsTotals: showsTotals)
    let families = TableFamily.Kind.allCases
    let ofFamilies = Mutex<[TableID: Published]>([:])
    DispatchQueue.concurrentPerform(iterations: families.count) { index in
      let decisions = decideFamily(families[index], aggregate, census)
      ofFamilies.withLock { $0.merge(decisions) { $1 } }
    }
    outcome.tables = ofFamilies.withLock { $0 }
    let ids = tables.filter { TableFamily.Kind($0) == nil }
    let isLinked = { (id: TableID) in id.parent.map(ids.contains) ?? false }
    let others = ids.filter { $0 != .flow }
    decide(others.filter { !isLinked($0) }, &outcome, aggregate, census)
    if ids.contains(.flow), let sections = outcome.tables[.section],
      let flow = decideFlow(aggregate, census, sections: sections)
    {
      outcome.tables[.flow] = flow.published
      outcome.flowLines = flow.lines
      outcome.hiddenSteps = flow.hiddenSteps
    }
    decide(others.filter(isLinked), &outcome, aggregate, census)
    decideHours(&outcome.tables, aggregate, census)
    outcome.visits = decideVisits(census)
    return outcome
  }

  /// The tables that are decided.
  var tables: [TableID] { setting.decidedTables }

  private func decide(
    _ wave: [TableID], _ outcome: inout Outcome, _ aggregate: borrowing Aggregate,
    _ census: borrowing Census
  ) {
    let known = outcome
    let published = Mutex<[TableID: Published]>([:])
    DispatchQueue.concurrentPerform(iterations: wave.count) { index in
      let id = wave[index]
      let table = CellTable.make(
        id, from: aggregate, census, setting: setting, flowLines: known.flowLines)
      guard let table else { return }
      let parent = id.parent.flatMap { known.tables[$0] }
      // A parent of which nothing is shown tells nothing.
      let hidden = parent.flatMap { $0.isTotalsOnly ? nil : $0.hiddenKeys }
      let decision = decide(table, id.metrics, hiddenParents: hidden)
      published.withLock { $0[id] = decision }
    }
    outcome.tables.merge(published.withLock { $0 }) { $1 }
  }

  func rule(_ table: TableID) -> Suppression.Rule {
    Suppression.Rule(
      threshold: level.threshold, networks: level.networks, hiddenMinimum: table.hiddenMinimum)
  }

  /// Decides which cells of a table are shown.
  /// - Parameter hiddenParents: the hidden keys of the table that it is linked to; `nil` where none is shown.
  func decide(
    _ table: CellTable, _ granted: [Metric], hiddenParents: Set<String>?,
    alsoHidden: Set<String> = []
  ) -> Published {
    let metrics = metrics(of: table, granted)
    let cells = table.keys.indices.filter { table.supports[$0].visitors > 0 }
    // The table's cell numbers count cells without visitors too; the decision is about the others.
    var position = [Int](repeating: -1, count: table.keys.count)
    for (index, cell) in cells.enumerated() { position[cell] = index }
    let rule = rule(table.id)
    let hierarchy = table.atoms.map {
      Hierarchy(table, $0, rule, position: position, hiddenParents: hiddenParents ?? [])
    }
    let outsideIsSafe =
      hierarchy?.outside.allSatisfy { $0.visitors == 0 || rule.allows($0) } ?? true
    let suppression = suppress(
      table, cells, position, hiddenParents == nil ? nil : hierarchy, rule, alsoHidden)
    guard showsTotals, mayShow(table.id), outsideIsSafe, !suppression.isTotalsOnly else {
      // Nothing is shown that a linked table could be subtracted from.
      return Published(totalsOnlyWith: metrics)
    }
    return publish(table, metrics, cells, suppression.isHidden)
  }

  private func suppress(
    _ table: CellTable, _ cells: [Int], _ position: [Int], _ hierarchy: Hierarchy?,
    _ rule: Suppression.Rule, _ alsoHiddenKeys: Set<String>
  ) -> Suppression {
    let cellOfAtom = table.atoms.map { $0.map { $0.cell.map { position[$0] } ?? -1 } } ?? position
    let ofHiddenParent = hierarchy?.isOfHiddenParent(cellCount: cells.count)
    let hiddenBefore = alsoHiddenKeys.union(before?.tables[table.id]?.hiddenKeys ?? [])
    let parents = hierarchy?.parents(cellCount: cells.count)
    return Suppression(
      supports: cells.map { table.supports[$0] }, keys: cells.map { table.keys[$0] },
      parents: parents, rule: rule,
      alsoHidden: {
        ofHiddenParent?[$0] ?? false || hiddenBefore.contains(table.keys[cells[$0]])
          || floor.hides(table.keys[cells[$0]], of: table.id)
      },
      unions: { count, group in
        table.membership.supports(groupCount: count, enoughFor: rule) { atom in
          cellOfAtom[atom] < 0 ? -1 : group(cellOfAtom[atom])
        }
      }, rests: hierarchy.map { links in { links.rests(parents ?? [], isSubtracted: $0) } })
  }

  /// Whether the level before, and earlier releases, leave rows of the table to show.
  func mayShow(_ table: TableID) -> Bool {
    !floor.withdraws(table) && !(before?.tables[table]?.isTotalsOnly ?? false)
  }
}

extension RunSetting {
  /// The tables that any plan grants, and those that stand in for one. The flow's lines follow from what the table of sections
  /// hides, shown or not.
  var decidedTables: [TableID] {
    var tables: [TableID] = []
    let ids = plans.flatMap(\.tables).map(\.id) + TableID.standard.filter(standIns.contains)
    for id in ids where !tables.contains(id) { tables.append(id) }
    if tables.contains(.flow), !tables.contains(.section) { tables.append(.section) }
    return tables
  }
}

extension TableID {
  /// The table whose rows are sums of this one's, so that the two are protected together.
  var parent: TableID? {
    switch self {
    case .page: .section
    case .browserVersion: .browser
    case .referrer: .channel
    case .entryPage, .exitPage: .flow
    case .day: .weekday
    case .hour, .weekday, .section, .exitLink, .flow, .channel,
      .browser, .platform, .device, .screen, .country, .isp, .clientDomain, .segment, .campaign,
      .placement, .placementByDay, .placementByHour, .goal, .frequency, .status:
      nil
    }
  }
}
