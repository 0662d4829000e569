/// Which cells of a table are published, and which are hidden behind its remainder row.
///
/// - Source: DESIGN 4; `privacy.md` 2.4 (b): primary hiding, then cells are moved into the remainder until it stands
///   for enough visitors and enough cells.
struct Suppression {
  /// What a published number has to stand for.
  struct Rule {
    /// The least number of distinct visitors.
    let threshold: Int
    /// The least number of distinct networks.
    let networks: Int
    /// The least number of cells that are hidden together.
    let hiddenMinimum: Int

    func allows(visitors: Int, networks: Int) -> Bool {
      visitors >= threshold && networks >= self.networks
    }
  }

  /// Whether each cell is hidden.
  private(set) var isHidden: [Bool]
  /// Whether no cell may be shown, so that the totals are all there is.
  private(set) var isTotalsOnly = false

  /// Decides for one table.
  /// - Parameters:
  ///   - alsoHidden: cells hidden for another reason: their parent's row is hidden.
  ///   - union: the distinct visitors and networks of the cells for which its argument is true.
  init(
    visitors: [Int], networks: [Int], keys: [String], parents: [Int]?, rule: Rule,
    alsoHidden: (Int) -> Bool = { _ in false },
    union: ((Int) -> Bool) -> (visitors: Int, networks: Int)
  ) {
    isHidden = visitors.indices.map {
      !rule.allows(visitors: visitors[$0], networks: networks[$0]) || alsoHidden($0)
    }
    // Smallest first, by visitors and then by key, so that the outcome is the same in every run.
    let order = visitors.indices.sorted {
      (visitors[$0], keys[$0]) < (visitors[$1], keys[$1])
    }
    var hasChanged = true
    while hasChanged, !isTotalsOnly {
      hasChanged = complete(order: order, rule: rule, union: union)
      if !isTotalsOnly, let parents {
        hasChanged = completeParents(parents, order: order, rule: rule, union: union) || hasChanged
      }
    }
  }

  var hiddenCount: Int { isHidden.count { $0 } }

  /// Moves cells into the remainder until it may be shown.
  /// - Returns: whether any moved.
  private mutating func complete(
    order: [Int], rule: Rule, union: ((Int) -> Bool) -> (visitors: Int, networks: Int)
  ) -> Bool {
    guard hiddenCount > 0 else { return false }
    var hasMoved = false
    while true {
      let hidden = isHidden
      if hiddenCount >= rule.hiddenMinimum {
        let remainder = union { hidden[$0] }
        if rule.allows(visitors: remainder.visitors, networks: remainder.networks) { break }
      }
      guard let smallest = order.first(where: { !hidden[$0] }) else {
        isTotalsOnly = true
        return true
      }
      isHidden[smallest] = true
      hasMoved = true
    }
    isTotalsOnly = hiddenCount == isHidden.count
    return hasMoved
  }

  /// Moves cells until what each shown parent holds beyond its shown children is nobody, or enough.
  private mutating func completeParents(
    _ parents: [Int], order: [Int], rule: Rule,
    union: ((Int) -> Bool) -> (visitors: Int, networks: Int)
  ) -> Bool {
    var hasMoved = false
    let partlyHidden = Set(isHidden.indices.filter { isHidden[$0] }.map { parents[$0] })
      .intersection(isHidden.indices.filter { !isHidden[$0] }.map { parents[$0] })
    for parent in partlyHidden.sorted() {
      while true {
        let hidden = isHidden
        let rest = union { hidden[$0] && parents[$0] == parent }
        if rule.allows(visitors: rest.visitors, networks: rest.networks) { break }
        guard let smallest = order.first(where: { !hidden[$0] && parents[$0] == parent }) else {
          break
        }
        isHidden[smallest] = true
        hasMoved = true
      }
    }
    return hasMoved
  }
}
