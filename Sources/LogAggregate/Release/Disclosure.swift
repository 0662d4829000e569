/// The decisions of one release, in the order in which tables are decided.
struct Disclosure {
  /// A table's rows that may be shown, and the remainder.
  struct Published {
    struct Row {
      let key: String
      let figures: [Int]
    }
    let metrics: [Metric]
    let rows: [Row]
    let other: [Int]?
    let isTotalsOnly: Bool
  }

  private let plan: Plan
  /// The keys of hidden cells of tables that others are linked to.
  private var hiddenKeys: [TableID: Set<String>] = [:]

  init(plan: Plan) { self.plan = plan }

  /// Whether the totals stand for enough visitors and networks; nobody at all is shown as zero.
  func showsTotals(visitors: Int, networks: Int) -> Bool {
    visitors == 0
      || rule(nil).allows(Membership.Support(visitors: visitors, networks: networks))
  }

  private func rule(_ table: TableID?) -> Suppression.Rule {
    Suppression.Rule(
      threshold: plan.threshold, networks: plan.networks,
      hiddenMinimum: table.map(plan.hiddenMinimum) ?? 3)
  }

  /// Decides which cells of a table are shown.
  mutating func decide(
    _ table: CellTable, _ granted: Plan.GrantedTable, showsTotals: Bool
  ) -> Published {
    let metrics = granted.metrics.filter { metric in
      metric == .visitors || table.columns.contains { $0.metric == metric }
    }
    let cells = table.keys.indices.filter {
      table.supports[$0].visitors > 0 && $0 != table.outside
    }
    let suppression = suppress(table, cells)
    let outsideIsSafe =
      table.outside.map {
        table.supports[$0].visitors == 0 || rule(table.id).allows(table.supports[$0])
      } ?? true
    let isTotalsOnly = !showsTotals || !outsideIsSafe || suppression.isTotalsOnly
    hiddenKeys[table.id] = Set(
      cells.indices.filter { suppression.isHidden[$0] }.map { table.keys[cells[$0]] })
    guard !isTotalsOnly else {
      // Nothing of the table is shown that a linked table could be subtracted from.
      hiddenKeys[table.id] = nil
      return Published(metrics: metrics, rows: [], other: nil, isTotalsOnly: true)
    }
    return publish(table, metrics, cells, suppression)
  }

  private func suppress(_ table: CellTable, _ cells: [Int]) -> Suppression {
    let parentKeys = table.parentKeys.map { keys in cells.map { keys[$0] } }
    var numbers: [String: Int] = [:]
    for key in parentKeys ?? [] where numbers[key] == nil { numbers[key] = numbers.count }
    let isLinked = table.id.parent.map { plan.tables.map(\.id).contains($0) } ?? false
    let hiddenParents = table.id.parent.flatMap { hiddenKeys[$0] } ?? []
    // The table's cell numbers count cells without visitors too; the decision is about the others.
    var position = [Int](repeating: -1, count: table.keys.count)
    for (index, cell) in cells.enumerated() { position[cell] = index }
    return Suppression(
      supports: cells.map { table.supports[$0] }, keys: cells.map { table.keys[$0] },
      parents: isLinked ? parentKeys?.map { numbers[$0] ?? 0 } : nil, rule: rule(table.id),
      alsoHidden: { cell in parentKeys.map { hiddenParents.contains($0[cell]) } ?? false },
      unions: { count, group in
        table.membership.supports(groupCount: count) { position[$0] < 0 ? -1 : group(position[$0]) }
      })
  }

  private func publish(
    _ table: CellTable, _ metrics: [Metric], _ cells: [Int], _ suppression: Suppression
  ) -> Published {
    let shown = cells.indices.filter { !suppression.isHidden[$0] }.map { cells[$0] }
    let hidden = cells.indices.filter { suppression.isHidden[$0] }.map { cells[$0] }
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
      Published.Row(key: table.keys[$0], figures: figures([$0], visitors: table.supports[$0].visitors))
    }
    rows += table.unusedWords.sorted().map {
      Published.Row(key: $0, figures: metrics.map { _ in 0 })
    }
    var other: [Int]?
    if !hidden.isEmpty {
      var isHidden = [Bool](repeating: false, count: table.keys.count)
      for cell in hidden { isHidden[cell] = true }
      other = figures(hidden, visitors: table.membership.support(ofUnion: isHidden).visitors)
    }
    return Published(metrics: metrics, rows: rows, other: other, isTotalsOnly: false)
  }
}

extension TableID {
  /// The table whose rows are sums of this one's, so that the two are protected together.
  var parent: TableID? {
    switch self {
    case .page: .section
    case .browserVersion: .browser
    case .referrer: .channel
    case .day, .hour, .weekday, .section, .entryPage, .exitPage, .exitLink, .flow, .channel,
      .browser, .platform, .device, .screen, .country, .isp, .clientDomain, .segment, .campaign,
      .placement, .goal, .frequency, .status:
      nil
    }
  }
}
