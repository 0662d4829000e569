/// Figures of a table's cells behind which the same visitors stand, such as the impressions and the reach of placements.
///
/// A table can have several such groups: behind a placement's clicks stand fewer visitors than behind its impressions.
struct MeasuredGroup: Sendable {
  /// One figure of each cell.
  struct Column: Sendable {
    let metric: Metric
    let values: [Int]
  }
  /// That a visitor is in a cell.
  struct Entry: Sendable {
    let visitor: Int
    /// The cell's number; the number of cells stands for what the table is not about.
    let cell: Int
  }

  /// What a group's figures may say.
  struct Decision: Sendable {
    /// Whether a cell's figures are shown.
    let isShown: [Bool]
    /// Whether any cell that somebody is in is not shown.
    let hidesSome: Bool
    /// The figures of all hidden cells together, by metric; `nil` where they may not be shown either.
    let other: [Metric: Int]?
  }

  /// The additive figures.
  let columns: [Column]
  /// The figure that counts the visitors themselves, where there is one.
  let people: Metric?
  let rule: Suppression.Rule
  /// Whether the sum of the cells and of what the table is not about is shown elsewhere.
  let hasShownTotal: Bool
  /// By cell.
  let supports: [Membership.Support]
  /// What the table is not about, where visitors' entries do not say it.
  let outside: Membership.Support?
  private let membership: Membership
  private let cellCount: Int

  /// - Parameter entries: ascending by visitor.
  init(
    _ columns: [Column], people: Metric?, rule: Suppression.Rule, hasShownTotal: Bool,
    cellCount: Int, networks: [UInt32], entries: [Entry], outside: Membership.Support? = nil
  ) {
    self.columns = columns
    self.people = people
    self.rule = rule
    self.hasShownTotal = hasShownTotal
    self.cellCount = cellCount
    self.outside = outside
    membership = Membership(
      networks: networks, cellCount: cellCount + 1, networkNeed: rule.networks,
      entries: entries.map { ($0.visitor, $0.cell) })
    supports = Array(membership.supports.prefix(cellCount))
  }

  var metrics: [Metric] { columns.map(\.metric) + (people.map { [$0] } ?? []) }

  /// A cell's figure.
  func value(_ metric: Metric, of cell: Int) -> Int {
    columns.first { $0.metric == metric }?.values[cell] ?? supports[cell].visitors
  }

  /// Decides which cells are shown.
  ///
  /// A cell behind which too few stand is hidden. Where a total is shown, what it leaves when all shown cells are
  /// subtracted has to stand for enough visitors, and for several hidden cells or for what the table is not about; until
  /// it does, the smallest shown cell is hidden too.
  /// - Parameter alsoHidden: cells that another table would give away.
  /// - Complexity: O(entries) for each cell hidden beyond the small ones.
  func decide(keys: [String], alsoHidden: Set<Int> = []) -> Decision {
    let cells = keys.indices.filter { supports[$0].visitors > 0 }
    var shown = largeCells(keys: keys).filter { !alsoHidden.contains($0) }
    while hasShownTotal, !isRestSafe(cells, shown), !shown.isEmpty { shown.removeLast() }
    var isShown = [Bool](repeating: false, count: keys.count)
    for cell in shown { isShown[cell] = true }
    let hidden = cells.filter { !isShown[$0] }
    return Decision(
      isShown: isShown, hidesSome: !hidden.isEmpty, other: other(hidden, isTotal: shown.isEmpty))
  }

  /// The cells behind which enough visitors stand, the largest first.
  func largeCells(keys: [String]) -> [Int] {
    keys.indices.filter { supports[$0].visitors > 0 && rule.allows(supports[$0]) }
      .sorted { (-supports[$0].visitors, keys[$0]) < (-supports[$1].visitors, keys[$1]) }
  }

  /// What is left of the total beside the shown cells.
  private func isRestSafe(_ cells: [Int], _ shown: [Int]) -> Bool {
    let isShown = Set(shown)
    let rest = membership.supports(groupCount: 1) { isShown.contains($0) ? -1 : 0 }[0]
    let others = outside ?? Membership.Support()
    if rest.visitors + others.visitors == 0 { return true }
    if rule.allows(others) { return true }
    let isBeside = others.visitors > 0 || support(ofOutside: membership).visitors > 0
    return rule.allows(rest) && (isBeside || cells.count - shown.count >= rule.hiddenMinimum)
  }

  private func support(ofOutside membership: Membership) -> Membership.Support {
    membership.supports(groupCount: 1) { $0 == cellCount ? 0 : -1 }[0]
  }

  private func other(_ hidden: [Int], isTotal: Bool) -> [Metric: Int]? {
    // With no row shown the remainder would be a total that nobody has granted.
    guard !hidden.isEmpty, !isTotal, hidden.count >= rule.hiddenMinimum else { return nil }
    let isHidden = Set(hidden)
    let union = membership.supports(groupCount: 1) { isHidden.contains($0) ? 0 : -1 }[0]
    guard rule.allows(union) else { return nil }
    if hasShownTotal {
      // The remainder and the shown cells leave what the table is not about.
      let beside = outside ?? support(ofOutside: membership)
      guard beside.visitors == 0 || rule.allows(beside) else { return nil }
    }
    var figures: [Metric: Int] = [:]
    for column in columns {
      figures[column.metric] = hidden.reduce(0) { $0 + column.values[$1] }
    }
    if let people { figures[people] = union.visitors }
    return figures
  }
}
