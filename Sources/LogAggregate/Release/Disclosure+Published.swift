extension Disclosure {
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

  /// Whether another table, or this one for a stricter report, is decided by what the table hides.
  private func isAskedLater(_ id: TableID) -> Bool {
    id.isParent || setting.plans.contains { level < Level($0) }
  }

  /// The table as it is shown: its cells that are not hidden, and the others together.
  /// - Parameters:
  ///   - metrics: its figures.
  ///   - cells: the numbers of the cells with visitors, and for each whether it is hidden.
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
      hiddenKeys: isAskedLater(table.id) ? Set(hidden.map { table.keys[$0] }) : [])
  }
}

extension Disclosure.Published {
  /// The table with some of its figures only.
  func limited(to granted: [Metric]) -> Self {
    let places = metrics.indices.filter { granted.contains(metrics[$0]) }
    func pick<Value>(_ values: [Value]) -> [Value] { places.map { values[$0] } }
    return Self(
      metrics: pick(metrics),
      rows: rows.map { Row(key: $0.key, step: $0.step, figures: pick($0.figures)) },
      other: other.map(pick), isTotalsOnly: isTotalsOnly, hiddenKeys: hiddenKeys)
  }

  /// A table of which no row may be shown.
  init(totalsOnlyWith metrics: [Metric]) {
    self.init(metrics: metrics, rows: [], other: nil, isTotalsOnly: true, hiddenKeys: [])
  }
}

extension TableID {
  /// Whether this table's rows are sums of another one's.
  fileprivate var isParent: Bool { Self.standard.contains { $0.parent == self } }
}
