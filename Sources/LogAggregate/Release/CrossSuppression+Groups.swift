extension CrossSuppression {
  /// The inner places of groups whose members were nearly all found in one cell, zeros included.
  func homogeneousLines(_ group: Group?) -> [Int] {
    guard let group else { return [] }
    let shape = table.shape
    let (lines, length) =
      group == .rows
      ? (shape.rowCount, shape.columnCount) : (shape.columnCount, shape.rowCount)
    var places: [Int] = []
    for line in 0..<lines {
      func place(_ index: Int) -> Int {
        group == .rows ? shape.place(line, index) : shape.place(index, line)
      }
      let members = table.supports[place(length)].visitors
      let visitors = (0..<length).map { table.supports[place($0)].visitors }
      // So is a group in one cell only.
      let isHomogeneous = visitors.contains { $0 * 100 > members * rule.greatestShare }
      if isHomogeneous { places += (0..<length).map(place) }
    }
    return places
  }
}
