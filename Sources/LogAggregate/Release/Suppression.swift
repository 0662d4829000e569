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

    func allows(_ support: Membership.Support) -> Bool {
      support.visitors >= threshold && support.networks >= networks
    }
  }

  /// Whether each cell is hidden.
  private(set) var isHidden: [Bool]
  /// Whether no cell may be shown, so that the totals are all there is.
  private(set) var isTotalsOnly = false

  private let rule: Rule
  /// The cells that may be shown, smallest first, by visitors and then by key, so that the outcome is the same in every run.
  private let order: [Int]
  /// For each cell the number of its parent, where a hierarchy links the table to another that is shown; `nil` for a cell
  /// whose parts lie in several.
  private let parents: [Int?]

  /// Decides for one table.
  /// - Parameters:
  ///   - supports: the visitors and networks of each cell.
  ///   - alsoHidden: cells hidden for another reason: their parent's row is hidden.
  ///   - unions: the supports of several unions of cells, as ``Membership/supports(groupCount:enoughFor:group:)``.
  ///   - rests: what is left of each parent when the cells for which its argument is true are subtracted; without it the
  ///     cells that are not subtracted.
  /// - Complexity: O(cells × log cells) and a few calls of `unions`.
  init(
    supports: [Membership.Support], keys: [String], parents: [Int?]?, rule: Rule,
    alsoHidden: (Int) -> Bool = { _ in false },
    unions: (_ groupCount: Int, _ group: (Int) -> Int) -> [Membership.Support],
    rests: ((_ isSubtracted: (Int) -> Bool) -> [Membership.Support])? = nil
  ) {
    self.rule = rule
    let parents = parents ?? []
    self.parents = parents
    isHidden = supports.indices.map { !rule.allows(supports[$0]) || alsoHidden($0) }
    let hidden = isHidden
    order = supports.indices.filter { !hidden[$0] }.sorted {
      (supports[$0].visitors, keys[$0]) < (supports[$1].visitors, keys[$1])
    }
    var hasChanged = true
    while hasChanged, !isTotalsOnly {
      hasChanged = complete(unions)
      if !isTotalsOnly { hasChanged = completeParents(unions, rests) || hasChanged }
    }
  }

  var hiddenCount: Int { isHidden.count { $0 } }

  /// Moves cells into the remainder until it may be shown.
  /// - Returns: whether any moved.
  private mutating func complete(
    _ unions: (Int, (Int) -> Int) -> [Membership.Support]
  ) -> Bool {
    guard hiddenCount > 0 else { return false }
    var hasMoved = false
    while true {
      let hidden = isHidden
      if hiddenCount >= rule.hiddenMinimum {
        if rule.allows(unions(1) { hidden[$0] ? 0 : -1 }[0]) { break }
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
  /// - Returns: whether any moved.
  private mutating func completeParents(
    _ unions: (Int, (Int) -> Int) -> [Membership.Support],
    _ restsOf: (((Int) -> Bool) -> [Membership.Support])?
  ) -> Bool {
    guard let last = parents.compactMap({ $0 }).max() else { return false }
    var hasMoved = false
    while true {
      let hidden = isHidden
      let isSubtracted = { [parents] in !hidden[$0] && parents[$0] != nil }
      let rests =
        restsOf?(isSubtracted)
        ?? unions(last + 1) { [parents] in isSubtracted($0) ? -1 : parents[$0] ?? -1 }
      var smallestShown = [Int?](repeating: nil, count: rests.count)
      for cell in order.reversed() where !hidden[cell] {
        if let parent = parents[cell] { smallestShown[parent] = cell }
      }
      var moves = 0
      for parent in rests.indices where rests[parent].visitors > 0 {
        guard !rule.allows(rests[parent]), let cell = smallestShown[parent] else { continue }
        isHidden[cell] = true
        moves += 1
      }
      if moves == 0 { return hasMoved }
      hasMoved = true
    }
  }
}
