/// One figure of placements by day or hour before disclosure control: a table of two dimensions.
///
/// Its rows add up to what the table of placements shows; of a placement that this table hides nothing is shown here either.
/// - Source: DESIGN 4; `privacy.md` 2.8.
struct TimedFigure: Sendable {
  /// That a visitor is in a cell.
  struct Entry: Sendable {
    let visitor: Int
    let row: Int
    let column: Int
  }

  let metric: Metric
  /// The figure that counts the visitors themselves, where there is one.
  let people: Metric?
  let cross: CrossTable
  private let rule: Suppression.Rule
  /// How much of a placement's figure, in percent, may lie in one cell, where placements identify groups.
  private let groupPercent: Int?
  private let membership: Membership
  private let isRowShown: [Bool]
  /// Whether the sum of all cells is known.
  let isTotalShown: Bool

  /// - Parameters:
  ///   - groupPercent: how much of a row, in percent, may lie in one cell; `nil` for all.
  ///   - values: the figure of each cell, row by row.
  ///   - entries: ascending by visitor.
  ///   - isRowShown: whether the table of placements shows a row's sum.
  ///   - isTotalShown: whether it shows the sum of all rows, maybe as shown rows and a remainder.
  init(
    _ metric: Metric, people: Metric?, rule: Suppression.Rule, groupPercent: Int?, rows: [String],
    columns: [String],
    values: [Int], entries: [Entry], networks: [UInt32], isRowShown: [Bool], isTotalShown: Bool
  ) {
    let width = columns.count
    let places = Set(entries.map { $0.row * width + $0.column }).sorted()
    let cells = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    let membership = Membership(
      networks: networks, cellCount: places.count, networkNeed: rule.networks,
      entries: entries.map { ($0.visitor, cells[$0.row * width + $0.column] ?? 0) })
    let supports = membership.supports
    cross = CrossTable(
      rows: rows, columns: columns, metricCount: 1,
      cells: places.enumerated().map { cell, place in
        CrossTable.Cell(
          row: place / width, column: place % width, values: [values[place]],
          support: supports[cell])
      },
      margins: CrossTable.Margins(
        rows: membership.supports(groupCount: rows.count) { places[$0] / width },
        columns: membership.supports(groupCount: width) { places[$0] % width },
        total: membership.supports(groupCount: 1) { _ in 0 }[0]))
    self.isRowShown = isRowShown
    self.isTotalShown = isTotalShown
    self.metric = metric
    self.people = people
    self.rule = rule
    self.groupPercent = groupPercent
    self.membership = membership
  }

  /// Whether each cell of ``cross`` is hidden.
  ///
  /// Since sums over placements are shown nowhere, no row says anything of another, and each is audited for itself.
  /// - Parameter alsoHidden: the places that a more detailed report hides.
  /// - Complexity: see ``CrossSuppression``, for each row and each cell that is hidden beside those that have to be.
  func hiddenCells(alsoHidden: Set<Int>) -> [Bool] {
    var isHidden = [Bool](repeating: true, count: cross.cells.count)
    for row in 0..<cross.shape.rowCount where isRowShown[row] {
      let numbers = cross.cells.indices.filter { cross.cells[$0].row == row }
      for (number, isCellHidden) in zip(numbers, hiddenCells(of: row, numbers, alsoHidden)) {
        isHidden[number] = isCellHidden
      }
    }
    return isHidden
  }

  /// Behind the hidden cells of a row together stand enough visitors, and there are several of them: the smallest shown one is
  /// hidden too until that is so.
  private func hiddenCells(of row: Int, _ numbers: [Int], _ alsoHidden: Set<Int>) -> [Bool] {
    let sum = cross.supports[cross.shape.place(row, cross.shape.columnCount)]
    let cells = numbers.map { number in
      CrossTable.Cell(
        row: 0, column: cross.cells[number].column, values: cross.cells[number].values,
        support: cross.cells[number].support)
    }
    var columns = [Membership.Support](repeating: .init(), count: cross.shape.columnCount)
    for cell in cells { columns[cell.column] = cell.support }
    let line = CrossTable(
      rows: [cross.rows[row]], columns: cross.columns, metricCount: 1, cells: cells,
      margins: CrossTable.Margins(rows: [sum], columns: columns, total: sum))
    var margins = CrossSuppression.Margins(.shown, shape: line.shape)
    margins.columns = columns.map { _ in .open }
    // Sums over all placements are shown nowhere.
    var also = Set(columns.indices.map { line.shape.place(1, $0) })
    for cell in cells where alsoHidden.contains(cross.shape.place(row, cell.column)) {
      also.insert(line.shape.place(0, cell.column))
    }
    var places = [Int](repeating: -1, count: cross.cells.count)
    for (place, number) in numbers.enumerated() { places[number] = place }
    func unions(_ count: Int, _ group: (Int) -> Int) -> [Membership.Support] {
      membership.supports(groupCount: count) { places[$0] < 0 ? -1 : group(places[$0]) }
    }
    while true {
      let suppression = CrossSuppression(
        line,
        rule: CrossSuppression.Rule(
          threshold: rule.threshold, networks: rule.networks,
          groupPercent: groupPercent ?? DisclosureLimits.groupPercent),
        margins: margins, groups: CrossSuppression.Groups(rows: groupPercent == nil ? [] : [0]),
        alsoHidden: also.sorted(), unions: unions)
      let isHidden = cells.map { suppression.isHidden(row: 0, column: $0.column) }
      let count = isHidden.count { $0 }
      if count == 0 || count == cells.count { return isHidden }
      let rest = unions(1) { isHidden[$0] ? 0 : -1 }[0]
      if count >= rule.hiddenMinimum, rule.allows(rest) { return isHidden }
      let smallest = cells.indices.filter { !isHidden[$0] }
        .min { (cells[$0].support.visitors, $0) < (cells[$1].support.visitors, $1) }
      guard let smallest else { return isHidden }
      also.insert(line.shape.place(0, cells[smallest].column))
    }
  }

  /// The visitors and networks behind some cells together.
  func union(_ isMember: [Bool]) -> Membership.Support {
    membership.supports(groupCount: 1) { isMember[$0] ? 0 : -1 }[0]
  }

  /// A cell's figure: its own, or that of the visitors behind it.
  func value(_ metric: Metric, of cell: CrossTable.Cell) -> Int {
    metric == people ? cell.support.visitors : cell.values[0]
  }

  var metrics: [Metric] { [metric] + (people.map { [$0] } ?? []) }
}
