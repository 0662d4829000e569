/// What a reader of a table can compute about its hidden cells: the exact least and greatest value
/// of each.
///
/// Rows and columns are nodes, the margins among them; each hidden place is an edge, and a table
/// that agrees with everything shown differs from the true one by a circulation of whole units. So
/// the bounds are flows.
/// - Source: `privacy.md` 2.8; the known answers are those of sdcTable issue 136.
struct FlowBounds {
  /// The values that a place can have.
  struct Range: Equatable {
    let least: Int
    /// `nil` where nothing that is shown bounds it.
    let greatest: Int?
  }

  let shape: CrossTable.Shape
  /// The true value at each place, margins included.
  let values: [Int]
  private var network: MaxFlow
  private var edges: [Int]
  private var leasts: [Int]

  /// Begins with a table of which everything is shown.
  /// - Parameter values: the value at each place of the shape.
  init(shape: CrossTable.Shape, values: [Int]) {
    precondition(values.count == shape.placeCount, "a place has no value")
    self.shape = shape
    self.values = values
    network = MaxFlow(nodeCount: shape.rowCount + shape.columnCount + 2)
    edges = [Int](repeating: -1, count: shape.placeCount)
    leasts = values
  }

  func isHidden(_ place: Int) -> Bool { edges[place] >= 0 }

  /// Hides a place.
  /// - Parameter least: what a reader knows it to hold at least.
  mutating func hide(_ place: Int, least: Int = 0) {
    guard edges[place] < 0 else { return }
    precondition(0...values[place] ~= least, "the least value is above the value")
    let (from, to) = ends(place)
    edges[place] = network.edgeCount
    leasts[place] = least
    network.addEdge(from: from, to: to, along: MaxFlow.unlimited, against: values[place] - least)
  }

  /// The nodes that a place joins, in the direction in which its value flows: cells and the grand
  /// total from their row to their column, totals of a line from their column to their row, so that
  /// all flow is conserved.
  func ends(_ place: Int) -> (from: Int, to: Int) {
    let row = shape.row(place)
    let column = shape.rowCount + 1 + shape.column(place)
    return shape.isInner(place) || place == shape.total ? (row, column) : (column, row)
  }

  /// The exact bounds of a place.
  /// - Complexity: two flows.
  mutating func range(of place: Int) -> Range {
    let increase = increase(of: place, limit: MaxFlow.unlimited)
    let decrease = decrease(of: place, limit: MaxFlow.unlimited)
    return Range(
      least: values[place] - decrease,
      greatest: increase == MaxFlow.unlimited ? nil : values[place] + increase)
  }

  /// How far a place can exceed its value, counted up to a limit.
  mutating func increase(of place: Int, limit: Int) -> Int {
    guard edges[place] >= 0, limit > 0 else { return 0 }
    let (from, to) = ends(place)
    return network.flow(from: to, to: from, without: edges[place], limit: limit)
  }

  /// How far a place can fall short of its value, counted up to a limit.
  mutating func decrease(of place: Int, limit: Int) -> Int {
    let limit = min(limit, values[place] - leasts[place])
    guard edges[place] >= 0, limit > 0 else { return 0 }
    let (from, to) = ends(place)
    return network.flow(from: from, to: to, without: edges[place], limit: limit)
  }

  /// What the last flow left of the way along, or against, a hidden place.
  func residual(of place: Int, isAlong: Bool) -> Int {
    network.residual(ofEdge: edges[place], isAlong: isAlong)
  }
}
