/// How the cells of a table lie in the rows of its parent table, where both are shown.
///
/// A published parent minus its published children must hold nobody, or enough visitors; so must what a published
/// total leaves of views that the table is not about.
struct Hierarchy {
  /// The number of the parent of each atom.
  private let parentOfAtom: [Int]
  /// The position of each atom's cell; negative for views that the table is not about.
  private let cellOfAtom: [Int]
  private let isParentHidden: [Bool]
  private let membership: Membership
  /// What each rest has to stand for, and is counted up to.
  private let rule: Suppression.Rule

  /// - Parameters:
  ///   - position: for each cell its place among those that are decided on; negative for the others.
  ///   - hiddenParents: the keys of the parent table's hidden rows.
  init(
    _ table: CellTable, _ atoms: [CellTable.Atom], _ rule: Suppression.Rule, position: [Int],
    hiddenParents: Set<String>
  ) {
    self.rule = rule
    var numbers: [String: Int] = [:]
    var hidden: [Bool] = []
    let numberOfParent = table.parents.map { key in
      if let known = numbers[key] { return known }
      numbers[key] = hidden.count
      hidden.append(hiddenParents.contains(key))
      return hidden.count - 1
    }
    parentOfAtom = atoms.map { numberOfParent[$0.parent] }
    cellOfAtom = atoms.map { $0.cell.map { position[$0] } ?? -1 }
    isParentHidden = hidden
    membership = table.membership
  }

  var parentCount: Int { isParentHidden.count }

  /// The parent that each cell lies in; ``parentCount`` where its parts lie in several, which then are one parent more.
  func parents(cellCount: Int) -> [Int?] {
    var parents = [Int?](repeating: nil, count: cellCount)
    var isSeveral = [Bool](repeating: false, count: cellCount)
    for (atom, cell) in cellOfAtom.enumerated() where cell >= 0 {
      if let known = parents[cell], known != parentOfAtom[atom] { isSeveral[cell] = true }
      parents[cell] = parentOfAtom[atom]
    }
    for cell in parents.indices where isSeveral[cell] { parents[cell] = parentCount }
    return parents
  }

  /// Whether each cell has a part in a hidden row of the parent table.
  func isOfHiddenParent(cellCount: Int) -> [Bool] {
    var isOfHidden = [Bool](repeating: false, count: cellCount)
    for (atom, cell) in cellOfAtom.enumerated() where cell >= 0 {
      if isParentHidden[parentOfAtom[atom]] { isOfHidden[cell] = true }
    }
    return isOfHidden
  }

  /// What is left of each shown parent when every shown cell that lies in it alone is subtracted; and at the end what is left
  /// of all parents that share cells, when every shown cell is subtracted from their sum.
  /// - Parameters:
  ///   - parents: as ``parents(cellCount:)``.
  ///   - isSubtracted: whether a cell is shown.
  func rests(_ parents: [Int?], isSubtracted: (Int) -> Bool) -> [Membership.Support] {
    var isShared = [Bool](repeating: false, count: parentCount)
    for (atom, cell) in cellOfAtom.enumerated() where cell >= 0 && parents[cell] == parentCount {
      isShared[parentOfAtom[atom]] = true
    }
    let alone = membership.supports(groupCount: parentCount, enoughFor: rule) { atom in
      let (parent, cell) = (parentOfAtom[atom], cellOfAtom[atom])
      guard !isParentHidden[parent] else { return -1 }
      return cell >= 0 && parents[cell] == parent && isSubtracted(cell) ? -1 : parent
    }
    // Where no parents share cells, nobody is left of what they share: a pass over all visitors less.
    guard isShared.contains(true) else { return alone + [Membership.Support()] }
    let together = membership.supports(groupCount: 1, enoughFor: rule) { atom in
      let (parent, cell) = (parentOfAtom[atom], cellOfAtom[atom])
      guard isShared[parent], !isParentHidden[parent] else { return -1 }
      return cell >= 0 && isSubtracted(cell) ? -1 : 0
    }
    return alone + together
  }

  /// What the total leaves when every row and the remainder are subtracted: in all, and in hidden parents; and what the
  /// remainder leaves when everything of shown parents is subtracted, as their rows tell it.
  var outside: [Membership.Support] {
    // A pass over all visitors is left out where it cannot find anybody.
    let hasOutside = cellOfAtom.contains { $0 < 0 }
    let hasHidden = isParentHidden.contains(true)
    var rests: [Membership.Support] = []
    if hasOutside {
      rests += membership.supports(groupCount: 1, enoughFor: rule) { cellOfAtom[$0] < 0 ? 0 : -1 }
    }
    if hasOutside, hasHidden {
      rests += membership.supports(groupCount: 1, enoughFor: rule) { atom in
        cellOfAtom[atom] < 0 && isParentHidden[parentOfAtom[atom]] ? 0 : -1
      }
    }
    if hasHidden {
      rests += membership.supports(groupCount: 1, enoughFor: rule) { atom in
        cellOfAtom[atom] >= 0 && isParentHidden[parentOfAtom[atom]] ? 0 : -1
      }
    }
    return rests
  }
}
