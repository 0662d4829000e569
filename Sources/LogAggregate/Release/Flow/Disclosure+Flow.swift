/// Which steps between sections are shown.
struct FlowDecision: Sendable {
  let published: Disclosure.Published
  let lines: FlowLines
  /// The numbers of the steps that are hidden.
  let hiddenSteps: Set<Int>
  /// The page views of the steps that are shown.
  let pageViews: Int
}

/// The decision on the flow table, whose margins other tables show.
extension Disclosure {
  /// Decides which steps between sections are shown.
  ///
  /// The sums of its lines are the page views of the sections and the number of visits, which other tables show, so every
  /// margin counts as shown and a step is hidden only together with others of its line. A section is where everybody may go,
  /// unless the policy says that it identifies a group of people; then no line of a section is shown of which nearly all lies
  /// in one step.
  /// - Parameter sections: the decision on the sections.
  /// - Complexity: see ``CrossSuppression``; there are at most ``FlowLines/namedSections`` + 2 lines.
  func decideFlow(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, sections: Published
  ) -> FlowDecision? {
    guard let flow = aggregate.flow, flow.isComplete(pageViews: aggregate.pageViews) else {
      return nil
    }
    let names = (0..<aggregate.sections.count).map { aggregate.sections.word(UInt32($0)) }
    // A line that the level before had not is not named now, so that every line is a sum of that level's.
    let known = before?.flowLines.map { Set($0.names) }
    let shown = sections.rows.map(\.key).filter {
      known?.contains($0) ?? true && floor.flowNames?.contains($0) ?? true
    }
    let hidden = (before?.hiddenSteps ?? []).union(floor.hiddenSteps(flow, sections: names))
    var best: FlowDecision?
    if showsTotals, mayShow(.flow), !sections.isTotalsOnly {
      for limit in Self.flowLimits where limit == Self.flowLimits[0] || limit < shown.count {
        let lines = FlowLines(sections: names, shown: shown, limit: limit)
        let table = FlowTable(flow, lines, in: census, networkNeed: setting.networkNeed)
        guard let decision = decide(table, hidden) else { continue }
        if decision.pageViews > best?.pageViews ?? 0 { best = decision }
        // Most of what visitors did is told: fewer sections would tell less of it.
        if decision.pageViews * 4 >= 3 * (table.cross.values[0][table.cross.shape.total]) { break }
      }
    }
    return best
      ?? FlowDecision(
        published: Published(totalsOnlyWith: TableID.flow.metrics),
        lines: FlowLines(sections: names, shown: shown), hiddenSteps: [], pageViews: 0)
  }

  /// How many sections are named, tried in turn until the steps that may be shown are three quarters of all.
  private static let flowLimits = [FlowLines.namedSections, 16, 8, 4]

  private func decide(_ table: FlowTable, _ hiddenSteps: Set<Int>) -> FlowDecision? {
    let rule = CrossSuppression.Rule(
      threshold: rule(.flow).threshold, networks: rule(.flow).networks,
      groupPercent: setting.groups.greatestPercent)
    let named = setting.groups.identifying.contains(.section) ? table.lines.named : []
    let suppression = CrossSuppression(
      table.cross, rule: rule,
      margins: CrossSuppression.Margins(.shown, shape: table.cross.shape),
      groups: CrossSuppression.Groups(rows: named, columns: named),
      alsoHidden: table.places(holding: hiddenSteps), unions: table.unions)
    guard let published = publish(table, suppression) else { return nil }
    return FlowDecision(
      published: published, lines: table.lines,
      hiddenSteps: table.steps { suppression.isHidden(row: $0.row, column: $0.column) },
      pageViews: published.rows.reduce(0) { $0 + $1.figures[0] })
  }

  /// The table as it is shown; `nil` where nothing of it can be.
  private func publish(_ table: FlowTable, _ suppression: CrossSuppression) -> Published? {
    let metrics = TableID.flow.metrics
    let cells = table.cross.cells
    let isHidden = cells.map { suppression.isHidden(row: $0.row, column: $0.column) }
    let hidden = cells.indices.filter { isHidden[$0] }
    let rest = table.unions(1) { isHidden[$0] ? 0 : -1 }[0]
    let isEnough =
      hidden.isEmpty || (rule(.flow).allows(rest) && hidden.count >= rule(.flow).hiddenMinimum)
    guard !suppression.isWithdrawn, isEnough else { return nil }
    func figures(pageViews: Int, visitors: Int) -> [Int] {
      metrics.map { $0 == .visitors ? visitors : pageViews }
    }
    func key(_ cell: Int) -> String { table.lines.key(cells[cell].row, cells[cell].column) }
    let shown = cells.indices.filter { !isHidden[$0] }
      .sorted { (-cells[$0].support.visitors, key($0)) < (-cells[$1].support.visitors, key($1)) }
    let names = table.lines.names
    return Published(
      metrics: metrics,
      rows: shown.map { cell in
        Published.Row(
          key: key(cell), step: (names[cells[cell].row], names[cells[cell].column]),
          figures: figures(
            pageViews: cells[cell].values[0], visitors: cells[cell].support.visitors))
      },
      other: hidden.isEmpty
        ? nil
        : figures(
          pageViews: hidden.reduce(0) { $0 + cells[$1].values[0] }, visitors: rest.visitors),
      isTotalsOnly: false, hiddenKeys: Set(hidden.map(key)))
  }
}

extension PageFlow {
  /// Whether the steps stand for the page views that were counted, but for one in a hundred.
  func isComplete(pageViews: Int) -> Bool { !hasOverflowed && lateViews * 100 <= pageViews }
}
