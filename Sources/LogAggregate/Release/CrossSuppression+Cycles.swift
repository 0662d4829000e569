extension CrossSuppression {
  /// Hides further places until a sensitive one cannot be told from its least value, nor from one
  /// that may be shown.
  ///
  /// What is hidden later only widens the bounds, so each place is protected once.
  mutating func protect(_ place: Int) {
    for audit in audits.indices {
      while !isWithdrawn {
        let value = audits[audit].bounds.values[place]
        let rise = max(rule.threshold - value, 0)
        let risen = audits[audit].bounds.increase(of: place, limit: rise)
        if risen < rise {
          hideCycle(through: place, audit, isRise: true, need: rise - risen)
          continue
        }
        let fall = value - audits[audit].leasts[place]
        let fallen = audits[audit].bounds.decrease(of: place, limit: fall)
        if fallen == fall { break }
        hideCycle(through: place, audit, isRise: false, need: fall - fallen)
      }
    }
  }

  /// Hides the cheapest places that let a sensitive one vary further; withdraws the table where
  /// there are none.
  private mutating func hideCycle(
    through place: Int, _ audit: Int, isRise: Bool, need: Int
  ) {
    let places =
      cheapestCycle(through: place, audits[audit], isRise: isRise, need: need)
      ?? cheapestCycle(through: place, audits[audit], isRise: isRise, need: 1)
    for place in places ?? [] { hide(place) }
    if places == nil { withdraw() }
  }

  /// The places to hide, with the fewest visitors in all, so that a place can move by `need` more
  /// than the last flow through it let it; `nil` where there are none.
  ///
  /// A place can move only if others around a cycle move with it. Hidden places of the cycle cost
  /// nothing, a line's total costs more than all cells together. Ties break by the order of the
  /// names.
  /// - Complexity: O((rows + columns)²), by Dijkstra's algorithm without a heap.
  private func cheapestCycle(through place: Int, _ audit: Audit, isRise: Bool, need: Int) -> [Int]?
  {
    let shape = table.shape
    let (from, to) = audit.bounds.ends(place)
    let (source, sink) = isRise ? (to, from) : (from, to)
    let rowNodes = 0..<(shape.rowCount + 1)
    let columnNodes = rowNodes.upperBound..<(rowNodes.upperBound + shape.columnCount + 1)
    var distance = [Int](repeating: .max, count: columnNodes.upperBound)
    var arrival = [Int](repeating: -1, count: columnNodes.upperBound)
    var isSettled = [Bool](repeating: false, count: columnNodes.upperBound)
    distance[source] = 0
    while !isSettled[sink] {
      var nearest = -1
      for node in distance.indices
      where !isSettled[node] && (nearest < 0 || distance[node] < distance[nearest]) {
        nearest = node
      }
      guard nearest >= 0, distance[nearest] < .max else { return nil }
      isSettled[nearest] = true
      let isRow = rowNodes.contains(nearest)
      for next in isRow ? columnNodes : rowNodes where !isSettled[next] {
        let (row, column) = isRow ? (nearest, next) : (next, nearest)
        let step = shape.place(row, column - columnNodes.lowerBound)
        guard step != place, let cost = cost(of: step, leaving: nearest, audit, need: need)
        else { continue }
        if distance[nearest] + cost < distance[next] {
          distance[next] = distance[nearest] + cost
          arrival[next] = step
        }
      }
    }
    var places: [Int] = []
    var node = sink
    while node != source {
      let step = arrival[node]
      if !isHidden[step] { places.append(step) }
      let (from, to) = audit.bounds.ends(step)
      node = node == to ? from : to
    }
    return places
  }

  /// What it costs to move `need` units through a place, or `nil` where it cannot move so far.
  private func cost(of place: Int, leaving node: Int, _ audit: Audit, need: Int) -> Int? {
    let isAlong = audit.bounds.ends(place).from == node
    if isHidden[place] {
      return audit.bounds.residual(of: place, isAlong: isAlong) >= need ? 0 : nil
    }
    guard isCandidate(place) else { return nil }
    let spare = isAlong ? MaxFlow.unlimited : audit.bounds.values[place] - audit.leasts[place]
    guard spare >= need else { return nil }
    return 1 + table.supports[place].visitors + (table.shape.isInner(place) ? 0 : totalCost)
  }
}
