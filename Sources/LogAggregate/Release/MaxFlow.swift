/// A small network in which the greatest flow between any two nodes is found by shortest augmenting
/// paths.
///
/// Nodes are numbered from 0, edges in the order in which they are added. All room for a search is
/// kept between searches, so that thousands of them allocate nothing.
/// - Source: Edmonds and Karp 1972.
struct MaxFlow {
  /// A capacity that no flow uses up.
  static let unlimited = Int.max / 4

  // Edge e is two arcs: 2e along it, 2e + 1 against it. Arcs that leave a node form a linked list.
  private var firstArc: [Int32]
  private var nextArc: [Int32] = []
  private var target: [Int32] = []
  private var capacity: [Int] = []
  private var residual: [Int] = []
  /// The arcs whose residual differs from their capacity, some maybe twice.
  private var changedArcs: [Int] = []
  /// The arc by which the search reached each node, valid where `round` is the search's number.
  private var arrival: [Int32]
  private var round: [Int]
  private var currentRound = 0
  private var queue: [Int32] = []

  init(nodeCount: Int) {
    firstArc = [Int32](repeating: -1, count: nodeCount)
    arrival = [Int32](repeating: -1, count: nodeCount)
    round = [Int](repeating: 0, count: nodeCount)
    queue.reserveCapacity(nodeCount)
  }

  var edgeCount: Int { capacity.count / 2 }

  /// Adds an edge that carries `along` from its first to its second node, and `against` back.
  mutating func addEdge(from: Int, to: Int, along: Int, against: Int) {
    precondition(along >= 0 && against >= 0, "a capacity is negative")
    addArc(from: from, to: to, capacity: along)
    addArc(from: to, to: from, capacity: against)
  }

  private mutating func addArc(from: Int, to: Int, capacity: Int) {
    nextArc.append(firstArc[from])
    firstArc[from] = Int32(nextArc.count - 1)
    target.append(Int32(to))
    self.capacity.append(capacity)
    residual.append(capacity)
  }

  /// What the last flow left of an edge's capacity.
  func residual(ofEdge edge: Int, isAlong: Bool) -> Int { residual[2 * edge + (isAlong ? 0 : 1)] }

  /// Whether the last search, which found no way to the sink, reached a node: such nodes are the source's side of a
  /// least cut.
  func isReached(_ node: Int) -> Bool { round[node] == currentRound }

  /// The greatest flow from one node to another, but no more than `limit`.
  /// - Parameter excluded: an edge that carries nothing.
  /// - Complexity: O(edges) for each augmenting path; allocates nothing once the network is built.
  mutating func flow(
    from source: Int, to sink: Int, without excluded: Int, limit: Int = MaxFlow.unlimited
  ) -> Int {
    for arc in changedArcs { residual[arc] = capacity[arc] }
    changedArcs.removeAll(keepingCapacity: true)
    var total = 0
    while total < limit, findPath(from: source, to: sink, without: excluded) {
      var amount = limit - total
      walk(from: source, to: sink) { network, arc in amount = min(amount, network.residual[arc]) }
      guard amount < Self.unlimited else { return Self.unlimited }
      walk(from: source, to: sink) { network, arc in network.push(amount, through: arc) }
      total += amount
    }
    return total
  }

  private mutating func push(_ amount: Int, through arc: Int) {
    add(-amount, to: arc)
    add(amount, to: arc ^ 1)
  }

  private mutating func add(_ amount: Int, to arc: Int) {
    guard capacity[arc] < Self.unlimited else { return }
    residual[arc] += amount
    changedArcs.append(arc)
  }

  private mutating func walk(
    from source: Int, to sink: Int, _ visit: (inout MaxFlow, _ arc: Int) -> Void
  ) {
    var node = sink
    while node != source {
      let arc = Int(arrival[node])
      visit(&self, arc)
      node = Int(target[arc ^ 1])
    }
  }

  /// Searches breadth-first for a path with capacity left.
  private mutating func findPath(from source: Int, to sink: Int, without excluded: Int) -> Bool {
    currentRound += 1
    round[source] = currentRound
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(source))
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      var arc = Int(firstArc[node])
      while arc >= 0 {
        let next = Int(target[arc])
        if round[next] != currentRound, residual[arc] > 0, arc >> 1 != excluded {
          round[next] = currentRound
          arrival[next] = Int32(arc)
          if next == sink { return true }
          queue.append(Int32(next))
        }
        arc = Int(nextArc[arc])
      }
    }
    return false
  }
}
