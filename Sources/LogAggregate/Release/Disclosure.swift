internal import Dispatch
internal import Synchronization

/// The decisions of one release: for each granted table the rows that may be shown.
struct Disclosure: Sendable {
  /// A table's rows that may be shown, and the remainder.
  struct Published: Sendable {
    struct Row: Sendable {
      let key: String
      /// Where a step leads from and to, in the table of flow.
      var step: (from: String, to: String)?
      let figures: [Int]
    }
    let metrics: [Metric]
    let rows: [Row]
    let other: [Int]?
    let isTotalsOnly: Bool
    /// The keys of hidden cells, for tables that are linked to this one; never shown.
    let hiddenKeys: Set<String>
  }

  let setting: RunSetting
  var plan: Plan { setting.plan }
  /// Whether the totals stand for enough visitors and networks; nobody at all is shown as zero.
  let showsTotals: Bool

  init(_ setting: RunSetting, visitors: Int, networks: Int) {
    self.setting = setting
    let rule = Suppression.Rule(
      threshold: setting.plan.threshold, networks: setting.plan.networks, hiddenMinimum: 1)
    showsTotals =
      visitors == 0 || rule.allows(Membership.Support(visitors: visitors, networks: networks))
  }

  /// Decides every granted table, several at once: families of tables together, then tables that others are linked to.
  /// - Returns: by table; without those that the run has nothing to compute from.
  /// - Complexity: O(visitors × tables); one table's cells are in memory for each core.
  func decideAll(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census
  ) -> [TableID: Published] {
    let published = Mutex<[TableID: Published]>([:])
    let families = TableFamily.Kind.allCases
    DispatchQueue.concurrentPerform(iterations: families.count) { index in
      for (id, decision) in decideFamily(families[index], aggregate, census) {
        published.withLock { $0[id] = decision }
      }
    }
    let others = plan.tables.filter { TableFamily.Kind($0.id) == nil }
    let ids = Set(others.map(\.id))
    let isLinked = { (id: TableID) in id.parent.map(ids.contains) ?? false }
    let tables = others.filter { $0.id != .flow }
    let parents = tables.filter { !isLinked($0.id) }
    let children = tables.filter { isLinked($0.id) }
    decide(parents, published, aggregate, census, nil)
    var lines: FlowLines?
    if let granted = plan.tables.first(where: { $0.id == .flow }) {
      // Sections are decided first, whether they are shown or not: what they hide has no line in the flow.
      let sections =
        published.withLock { $0[.section] } ?? decideSections(aggregate, census)
      let decision = sections.flatMap {
        decideFlow(aggregate, census, granted.metrics, sections: $0)
      }
      lines = decision?.lines
      published.withLock { $0[.flow] = decision?.published }
    }
    decide(children, published, aggregate, census, lines)
    decideHours(published, aggregate, census)
    return published.withLock { $0 }
  }

  private func decide(
    _ wave: [Plan.GrantedTable], _ published: borrowing Mutex<[TableID: Published]>,
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ lines: FlowLines?
  ) {
    DispatchQueue.concurrentPerform(iterations: wave.count) { index in
      let granted = wave[index]
      let table = CellTable.make(
        granted.id, from: aggregate, census, setting: setting, flowLines: lines)
      guard let table else { return }
      let parent = granted.id.parent.flatMap { id in published.withLock { $0[id] } }
      // A parent of which nothing is shown tells nothing.
      let hidden = parent.flatMap { $0.isTotalsOnly ? nil : $0.hiddenKeys }
      let decision = decide(table, granted.metrics, hiddenParents: hidden)
      published.withLock { $0[granted.id] = decision }
    }
  }

  private func decideSections(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census
  ) -> Published? {
    CellTable.make(.section, from: aggregate, census, setting: setting)
      .map { decide($0, [.visitors], hiddenParents: nil) }
  }

  func rule(_ table: TableID) -> Suppression.Rule {
    Suppression.Rule(
      threshold: plan.threshold, networks: plan.networks,
      hiddenMinimum: plan.hiddenMinimum(for: table))
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
    let hierarchy = table.atoms.map {
      Hierarchy(table, $0, position: position, hiddenParents: hiddenParents ?? [])
    }
    let rule = rule(table.id)
    let outsideIsSafe =
      hierarchy?.outside.allSatisfy { $0.visitors == 0 || rule.allows($0) } ?? true
    let suppression = suppress(
      table, cells, position, hiddenParents == nil ? nil : hierarchy, rule, alsoHidden)
    guard showsTotals, outsideIsSafe, !suppression.isTotalsOnly else {
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
    var alsoHidden = hierarchy?.cellsOfHiddenParents() ?? []
    for (place, cell) in cells.enumerated() where alsoHiddenKeys.contains(table.keys[cell]) {
      alsoHidden.insert(place)
    }
    let parents = hierarchy?.parents(cellCount: cells.count)
    return Suppression(
      supports: cells.map { table.supports[$0] }, keys: cells.map { table.keys[$0] },
      parents: parents, rule: rule,
      alsoHidden: alsoHidden.contains,
      unions: { count, group in
        table.membership.supports(groupCount: count) { atom in
          cellOfAtom[atom] < 0 ? -1 : group(cellOfAtom[atom])
        }
      }, rests: hierarchy.map { links in { links.rests(parents ?? [], isSubtracted: $0) } })
  }

  func publish(
    _ table: CellTable, _ metrics: [Metric], _ cells: [Int], _ isCellHidden: [Bool]
  ) -> Published {
    let shown = cells.indices.filter { !isCellHidden[$0] }.map { cells[$0] }
    let hidden = cells.indices.filter { isCellHidden[$0] }.map { cells[$0] }
    func figures(_ members: [Int], visitors: Int) -> [Int] {
      metrics.map { metric in
        guard let column = table.columns.first(where: { $0.metric == metric }) else {
          return visitors
        }
        return members.reduce(0) { $0 + column.values[$1] }
      }
    }
    let sorted = shown.sorted {
      (-table.supports[$0].visitors, table.keys[$0])
        < (-table.supports[$1].visitors, table.keys[$1])
    }
    var rows = sorted.map {
      Published.Row(
        key: table.keys[$0], figures: figures([$0], visitors: table.supports[$0].visitors))
    }
    // Beside hidden cells the words that are missing say nothing; with zeros listed they would name the hidden ones.
    if hidden.isEmpty {
      rows += table.unusedWords.sorted().map {
        Published.Row(key: $0, figures: metrics.map { _ in 0 })
      }
    }
    var other: [Int]?
    if !hidden.isEmpty {
      var isHidden = [Bool](repeating: false, count: table.keys.count)
      for cell in hidden { isHidden[cell] = true }
      let atoms = table.atoms
      let union = table.membership.supports(groupCount: 1) { [isHidden] atom in
        guard let cell = atoms == nil ? atom : atoms?[atom].cell else { return -1 }
        return isHidden[cell] ? 0 : -1
      }
      other = figures(hidden, visitors: union[0].visitors)
    }
    return Published(
      metrics: metrics, rows: rows, other: other, isTotalsOnly: false,
      hiddenKeys: table.id.isParent ? Set(hidden.map { table.keys[$0] }) : [])
  }
}

extension Disclosure.Published {
  /// A table of which no row may be shown.
  init(totalsOnlyWith metrics: [Metric]) {
    self.init(metrics: metrics, rows: [], other: nil, isTotalsOnly: true, hiddenKeys: [])
  }
}

extension TableID {
  /// Whether this table's rows are sums of another one's.
  fileprivate var isParent: Bool { Self.standard.contains { $0.parent == self } }

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
      .placement, .goal, .frequency, .status:
      nil
    }
  }
}
