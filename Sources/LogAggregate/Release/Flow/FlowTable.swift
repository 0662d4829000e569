/// The steps between the lines of the flow table before disclosure control.
///
/// A step is counted by page views: from a section to a section, the views that came right after one of the other; from
/// outside, the views that began a visit; to outside, those that ended one. So what leads to a section, and what leads
/// away from it, are both the section's page views, and the totals of the table are figures that others show.
struct FlowTable: Sendable {
  let lines: FlowLines
  let cross: CrossTable
  /// By step number.
  private let membership: Membership
  /// The cell that each step belongs to, as in ``CrossTable/cells``.
  private let cellOfStep: [Int]

  /// - Complexity: O(visitors × steps of one visitor + lines²).
  init(
    _ flow: PageFlow, _ lines: FlowLines, in census: borrowing Census, networkNeed: Int
  ) {
    self.lines = lines
    let count = lines.names.count
    let steps = census.steps
    membership = Membership(in: census, cellCount: flow.steps.count, networkNeed: networkNeed) {
      visitor, cells in
      for place in steps.range(visitor) { cells.append(steps.numbers[place]) }
    }
    let ends = flow.steps.map { (lines.line($0.from), lines.line($0.to)) }
    var pageViews: [Int: Int] = [:]
    for (step, (from, to)) in ends.enumerated() {
      pageViews[from * count + to, default: 0] += flow.counts[step]
    }
    let places = pageViews.keys.sorted()
    let cells = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    let cellOfStep = ends.map { cells[$0 * count + $1] ?? -1 }
    self.cellOfStep = cellOfStep
    let supports = membership.supports(groupCount: places.count) { cellOfStep[$0] }
    // The order of the lines breaks ties, and their numbers are in it.
    let order = lines.names.indices.map { String(UnicodeScalar(UInt8(0x21 + $0))) }
    cross = CrossTable(
      rows: order, columns: order, metricCount: 1,
      cells: places.enumerated().map { cell, place in
        CrossTable.Cell(
          row: place / count, column: place % count, values: [pageViews[place] ?? 0],
          support: supports[cell])
      },
      margins: CrossTable.Margins(
        rows: membership.supports(groupCount: count) { ends[$0].0 },
        columns: membership.supports(groupCount: count) { ends[$0].1 },
        total: membership.supports(groupCount: 1) { _ in 0 }[0]))
  }

  /// The places of the cells that hold any of these steps.
  func places(holding steps: Set<Int>) -> [Int] {
    Set(steps.map { cellOfStep[$0] }).sorted().map {
      cross.shape.place(cross.cells[$0].row, cross.cells[$0].column)
    }
  }

  /// The numbers of the steps of some cells.
  func steps(_ isWanted: (CrossTable.Cell) -> Bool) -> Set<Int> {
    Set(cellOfStep.indices.filter { isWanted(cross.cells[cellOfStep[$0]]) })
  }

  /// The visitors and networks of several unions of cells.
  /// - Parameter group: the number of a cell's union; negative for none.
  func unions(_ groupCount: Int, _ group: (Int) -> Int) -> [Membership.Support] {
    membership.supports(groupCount: groupCount) { step in group(cellOfStep[step]) }
  }
}
