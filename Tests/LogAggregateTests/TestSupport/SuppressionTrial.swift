@testable import LogAggregate

/// A random table of visitors in cells, on which suppression is tried, and an independent check of the outcome.
struct SuppressionTrial {
  /// The cells of each visitor.
  let cells: [[Int]]
  /// The network of each visitor.
  let networks: [Int]
  let keys: [String]
  let parents: [Int]?
  /// Cells whose parent's row is hidden.
  let alsoHidden: Set<Int>
  let threshold: Int
  let networkNeed: Int
  let hiddenMinimum: Int

  init(seed: Int) {
    var random = SeededRandom(seed)
    let cellCount = random.int(1...14)
    let visitorCount = random.pick([3, 20, 60, 150])
    let spread = random.int(1...3)
    // Some cells are far more liked than others.
    let weights = (0..<cellCount).map { _ in random.pick([1, 1, 2, 5, 20]) }
    let bag = weights.indices.flatMap { Array(repeating: $0, count: weights[$0]) }
    cells = (0..<visitorCount).map { _ in
      Array(Set((0..<random.int(1...spread)).map { _ in random.pick(bag) })).sorted()
    }
    let networkCount = random.pick([1, 3, 20, 100])
    networks = (0..<visitorCount).map { _ in random.int(1...networkCount) }
    keys = (0..<cellCount).map { "cell\($0)" }.shuffled(using: &random)
    threshold = random.pick([2, 5, 10, 20])
    networkNeed = random.int(1...min(threshold, 10))
    hiddenMinimum = random.int(2...3)
    let parentCount = random.int(1...4)
    let parents =
      random.once(in: 2) ? (0..<cellCount).map { _ in random.int(0...parentCount - 1) } : nil
    self.parents = parents
    let hiddenParent = random.once(in: 3) ? 0 : -1
    alsoHidden = Set((0..<cellCount).filter { parents?[$0] == hiddenParent })
  }

  /// The visitors and networks of several cells together.
  func union(_ members: Set<Int>) -> (visitors: Int, networks: Int) {
    let inside = cells.indices.filter { !members.isDisjoint(with: cells[$0]) }
    return (inside.count, Set(inside.map { networks[$0] }).count)
  }

  /// What the product decides: the hidden cells, and whether there are totals only.
  func decide() -> (hidden: Set<Int>, isTotalsOnly: Bool) {
    func support(_ members: Set<Int>) -> Membership.Support {
      let found = union(members)
      return Membership.Support(
        visitors: found.visitors, networks: min(found.networks, networkNeed))
    }
    let suppression = Suppression(
      supports: keys.indices.map { support([$0]) }, keys: keys, parents: parents,
      rule: Suppression.Rule(
        threshold: threshold, networks: networkNeed, hiddenMinimum: hiddenMinimum),
      alsoHidden: { alsoHidden.contains($0) },
      unions: { count, group in
        (0..<count).map { wanted in support(Set(keys.indices.filter { group($0) == wanted })) }
      })
    return (Set(keys.indices.filter { suppression.isHidden[$0] }), suppression.isTotalsOnly)
  }

  private func isEnough(_ members: Set<Int>) -> Bool {
    let found = union(members)
    return found.visitors >= threshold && found.networks >= networkNeed
  }

  /// How a decision breaks DESIGN 4.
  func violations(hidden: Set<Int>, isTotalsOnly: Bool) -> [String] {
    if isTotalsOnly { return [] }
    var violations: [String] = []
    let all = Set(keys.indices)
    let shown = all.subtracting(hidden)
    if shown.contains(where: { !isEnough([$0]) }) { violations.append("a shown cell is too small") }
    if !alsoHidden.isSubset(of: hidden) { violations.append("a child of a hidden parent is shown") }
    if shown.isEmpty { violations.append("nothing is shown, and it is not totals only") }
    if !hidden.isEmpty {
      if hidden.count < hiddenMinimum { violations.append("too few cells are hidden together") }
      if !isEnough(hidden) { violations.append("the remainder is too small") }
    }
    for parent in Set(parents ?? []) {
      let children = all.filter { parents?[$0] == parent }
      let rest = children.intersection(hidden)
      let isShownInPart = !rest.isEmpty && rest.count < children.count
      if isShownInPart, union(rest).visitors > 0, !isEnough(rest) {
        violations.append("a parent minus its shown children is too small")
      }
    }
    return violations
  }

  /// The cells that must be hidden for their own sake.
  var primary: Set<Int> { Set(keys.indices.filter { !isEnough([$0]) || alsoHidden.contains($0) }) }
}
