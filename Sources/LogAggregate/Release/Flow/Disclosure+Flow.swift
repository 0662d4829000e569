/// The decision on the flow table, whose margins other tables show.
extension Disclosure {
  /// Decides which steps between sections are shown.
  ///
  /// The sums of its lines are the page views of the sections and the number of visits, which other tables show, so every
  /// margin counts as shown and a step is hidden only together with others of its line. No dimension names a group of people
  /// (a section is where everybody may go), so no line is hidden for being of one kind.
  /// - Parameter sections: the decision on the sections.
  /// - Complexity: see ``CrossSuppression``; there are at most ``FlowLines/namedSections`` + 2 lines.
  func decideFlow(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ metrics: [Metric],
    sections: Published
  ) -> (published: Published, lines: FlowLines)? {
    guard let flow = aggregate.flow, flow.isComplete(pageViews: aggregate.pageViews) else {
      return nil
    }
    let names = (0..<aggregate.sections.count).map { aggregate.sections.word(UInt32($0)) }
    let lines = FlowLines(sections: names, shown: sections.rows.map(\.key))
    guard showsTotals, !sections.isTotalsOnly else {
      return (Published(totalsOnlyWith: metrics), lines)
    }
    let table = FlowTable(flow, lines, in: census, networkNeed: rule(.flow).networks)
    let rule = CrossSuppression.Rule(
      threshold: rule(.flow).threshold, networks: rule(.flow).networks)
    let suppression = CrossSuppression(
      table.cross, rule: rule,
      margins: CrossSuppression.Margins(.shown, shape: table.cross.shape), unions: table.unions)
    return (publish(table, metrics, suppression), lines)
  }

  private func publish(
    _ table: FlowTable, _ metrics: [Metric], _ suppression: CrossSuppression
  ) -> Published {
    let cells = table.cross.cells
    let isHidden = cells.map { suppression.isHidden(row: $0.row, column: $0.column) }
    let hidden = cells.indices.filter { isHidden[$0] }
    let rest = table.unions(1) { isHidden[$0] ? 0 : -1 }[0]
    let isEnough =
      hidden.isEmpty || (rule(.flow).allows(rest) && hidden.count >= rule(.flow).hiddenMinimum)
    guard !suppression.isWithdrawn, isEnough else { return Published(totalsOnlyWith: metrics) }
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
