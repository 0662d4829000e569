extension CrossSuppression {
  /// The inner places of groups whose members were nearly all found in one cell, zeros included.
  func homogeneousPlaces(_ groups: Groups) -> Set<Int> {
    let shape = table.shape
    let rows = groups.rows.map { row in (0...shape.columnCount).map { shape.place(row, $0) } }
    let columns = groups.columns.map { column in
      (0...shape.rowCount).map { shape.place($0, column) }
    }
    var places: Set<Int> = []
    for line in rows + columns {
      let members = table.supports[line[line.count - 1]].visitors
      let cells = line.dropLast()
      // A group that is in one cell only is found there as a whole.
      let isHomogeneous = cells.contains {
        table.supports[$0].visitors * 100 > members * rule.groupPercent
      }
      if isHomogeneous { places.formUnion(cells) }
    }
    return places
  }
}
