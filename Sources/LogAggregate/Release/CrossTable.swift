/// A table of two dimensions before disclosure control, with its margins.
///
/// All arrays run over *places*: the cells row by row, each row followed by its total, and the row
/// of column totals last.
struct CrossTable {
  /// How many rows and columns there are, and where their places are.
  struct Shape: Equatable {
    let rowCount: Int
    let columnCount: Int

    /// The number of places, margins included.
    var placeCount: Int { (rowCount + 1) * (columnCount + 1) }
    /// The row `rowCount` holds the column totals, the column `columnCount` the row totals.
    func place(_ row: Int, _ column: Int) -> Int { row * (columnCount + 1) + column }
    func row(_ place: Int) -> Int { place / (columnCount + 1) }
    func column(_ place: Int) -> Int { place % (columnCount + 1) }
    var total: Int { placeCount - 1 }

    func isInner(_ place: Int) -> Bool {
      row(place) < rowCount && column(place) < columnCount
    }
  }

  /// One cell that somebody is in.
  struct Cell {
    let row: Int
    let column: Int
    /// The additive figures, in the order of the table's metrics.
    let values: [Int]
    let support: Membership.Support
  }

  /// The visitors and networks behind the totals, counted on unions and not by adding.
  struct Margins {
    let rows: [Membership.Support]
    let columns: [Membership.Support]
    let total: Membership.Support
  }

  /// The names, ascending, so that ties break the same way in every run.
  let rows: [String]
  let columns: [String]
  let cells: [Cell]
  let shape: Shape
  /// For each metric its value at each place.
  let values: [[Int]]
  /// The visitors and networks at each place.
  let supports: [Membership.Support]
  /// The number of the cell at each place; -1 at margins and at places where nobody is.
  let cellNumbers: [Int]

  /// Adds the cells up.
  /// - Precondition: names ascend; no place has two cells; every cell has as many values as there
  ///   are metrics, none of them negative; somebody is in each listed cell, nobody in others.
  /// - Complexity: O(rows × columns × metrics).
  init(rows: [String], columns: [String], metricCount: Int, cells: [Cell], margins: Margins) {
    precondition(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }, "row names do not ascend")
    precondition(
      zip(columns, columns.dropFirst()).allSatisfy { $0 < $1 }, "column names do not ascend")
    let shape = Shape(rowCount: rows.count, columnCount: columns.count)
    var values = [[Int]](
      repeating: [Int](repeating: 0, count: shape.placeCount), count: metricCount)
    var supports = [Membership.Support](repeating: .init(), count: shape.placeCount)
    var cellNumbers = [Int](repeating: -1, count: shape.placeCount)
    for (number, cell) in cells.enumerated() {
      let place = shape.place(cell.row, cell.column)
      precondition(cellNumbers[place] < 0, "a place has two cells")
      precondition(cell.values.count == metricCount, "a cell lacks a value")
      precondition(cell.support.visitors > 0, "a listed cell has nobody in it")
      cellNumbers[place] = number
      supports[place] = cell.support
      for (metric, value) in cell.values.enumerated() {
        precondition(value >= 0, "a value is negative")
        values[metric][place] = value
        values[metric][shape.place(cell.row, columns.count)] += value
        values[metric][shape.place(rows.count, cell.column)] += value
        values[metric][shape.total] += value
      }
    }
    for (row, support) in margins.rows.enumerated() {
      supports[shape.place(row, columns.count)] = support
    }
    for (column, support) in margins.columns.enumerated() {
      supports[shape.place(rows.count, column)] = support
    }
    supports[shape.total] = margins.total
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.shape = shape
    self.values = values
    self.supports = supports
    self.cellNumbers = cellNumbers
  }
}
