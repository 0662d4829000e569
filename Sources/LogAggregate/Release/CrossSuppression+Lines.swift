extension CrossSuppression {
  /// Hides the smallest cell of a line where what its total holds beyond its shown cells is
  /// somebody, but too few.
  ///
  /// Bounds say this of visitors who are in one cell each; others have to be counted on the union.
  mutating func completeLines(_ unions: Unions) {
    let shape = table.shape
    let cells = table.cells
    let hidden = isHidden
    let rows = unions(shape.rowCount) { cell in
      hidden[shape.place(cells[cell].row, cells[cell].column)] ? cells[cell].row : -1
    }
    let columns = unions(shape.columnCount) { cell in
      hidden[shape.place(cells[cell].row, cells[cell].column)] ? cells[cell].column : -1
    }
    // Hidden totals of rows, together, are what the grand total holds beyond the shown ones.
    let totals = unions(1) { cell in
      hidden[shape.place(cells[cell].row, shape.columnCount)] ? 0 : -1
    }
    let otherTotals = unions(1) { cell in
      hidden[shape.place(shape.rowCount, cells[cell].column)] ? 0 : -1
    }
    for row in 0..<shape.rowCount {
      complete(shape.place(row, shape.columnCount), rest: rows[row]) {
        (0..<shape.columnCount).map { shape.place(row, $0) }
      }
    }
    for column in 0..<shape.columnCount {
      complete(shape.place(shape.rowCount, column), rest: columns[column]) {
        (0..<shape.rowCount).map { shape.place($0, column) }
      }
    }
    complete(shape.total, rest: totals[0]) {
      (0..<shape.rowCount).map { shape.place($0, shape.columnCount) }
    }
    complete(shape.total, rest: otherTotals[0]) {
      (0..<shape.columnCount).map { shape.place(shape.rowCount, $0) }
    }
  }

  private mutating func complete(
    _ total: Int, rest: Membership.Support, line: () -> [Int]
  ) {
    guard !isHidden[total], rest.visitors > 0, !rule.allows(rest) else { return }
    // A place that may be shown is enough by itself, also one that was hidden since `rest` was
    // counted.
    let line = line()
    guard !line.contains(where: { isHidden[$0] && rule.allows(table.supports[$0]) }) else { return }
    guard
      let cheapest = line.filter(isCandidate).min(by: {
        (table.supports[$0].visitors, $0) < (table.supports[$1].visitors, $1)
      })
    else {
      withdraw()
      return
    }
    hide(cheapest)
  }
}
