/// Counts that two tables tell of the same things: of clicks by where they lead and by placement, of conversions by goal and
/// by placement.
///
/// Where all clicks on a placement lead to one domain, the domain's row minus the placement's counts the others that lead
/// there. What such a subtraction leaves has to stand for enough visitors.
/// - Source: DESIGN 4, “protected together”.
struct LinkedFigures {
  /// One thing that is counted.
  struct Item {
    let visitor: Int
    /// Its row in the first table.
    let outer: Int?
    /// Its rows in the second table.
    let inner: Set<Int>
  }

  private let items: [Item]
  private let networks: [UInt32]
  private let rule: Suppression.Rule
  private var outersOfInner: [Int: Set<Int?>] = [:]
  private var innersOfOuter: [Int: Set<Int>] = [:]

  init(_ items: [Item], networks: [UInt32], rule: Suppression.Rule) {
    self.items = items
    self.networks = networks
    self.rule = rule
    for item in items {
      for inner in item.inner { outersOfInner[inner, default: []].insert(item.outer) }
      guard let outer = item.outer else { continue }
      innersOfOuter[outer] = innersOfOuter[outer].map(item.inner.intersection) ?? item.inner
    }
  }

  /// The rows of the second table that have to be hidden beside the small ones.
  /// - Parameters:
  ///   - outers: the rows that the first table shows.
  ///   - inners: the rows that the second table would show, the largest first.
  /// - Complexity: O(items) for each row that is hidden.
  func hidden(outers: Set<Int>, inners: [Int]) -> Set<Int> {
    var shown = inners
    while let small = smallestGivenAway(outers, shown) { shown.removeAll { $0 == small } }
    return Set(inners).subtracting(shown)
  }

  private func smallestGivenAway(_ outers: Set<Int>, _ shown: [Int]) -> Int? {
    let isShown = Set(shown)
    // A row of the first table minus those of the second within it.
    var within: [Int: Set<Int>] = [:]
    for inner in shown {
      guard let homes = outersOfInner[inner], homes.count == 1, let home = homes.first ?? nil,
        outers.contains(home)
      else { continue }
      within[home, default: []].insert(inner)
    }
    var rests: [Int: Set<Int>] = [:]
    // A row of the second table minus those of the first within it.
    var innerRests: [Int: Set<Int>] = [:]
    var takesAway: Set<Int> = []
    for item in items {
      if let outer = item.outer, let inside = within[outer], item.inner.isDisjoint(with: inside) {
        rests[outer, default: []].insert(item.visitor)
      }
      for inner in item.inner where isShown.contains(inner) {
        if let outer = item.outer, outers.contains(outer),
          innersOfOuter[outer]?.contains(inner) ?? false
        {
          takesAway.insert(inner)
        } else {
          innerRests[inner, default: []].insert(item.visitor)
        }
      }
    }
    for inner in shown.reversed() {
      if takesAway.contains(inner), let rest = innerRests[inner], !isEnough(rest) { return inner }
      let isGivenAway = within.contains { outer, inside in
        inside.contains(inner) && !(rests[outer].map(isEnough) ?? true)
      }
      if isGivenAway { return inner }
    }
    return nil
  }

  private func isEnough(_ visitors: Set<Int>) -> Bool {
    rule.allows(
      Membership.Support(
        visitors: visitors.count, networks: Set(visitors.map { networks[$0] }).count))
  }
}
