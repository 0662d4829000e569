import Testing

@testable import LogAggregate

/// Cells that lie in one row of the parent table, in several, and in hidden ones.
@Suite struct HierarchyTests {
  /// Visitors by the parent and the cell of their views: `nil` for views that the table is not about.
  private static func hierarchy(
    _ atoms: [(parent: Int, cell: Int?, visitors: Int)], cells: Int, hidden: Set<String>
  ) -> Hierarchy {
    var networks = NetworkSets(count: atoms.count, need: 1)
    for atom in atoms.indices { networks.insert(UInt32(atom), into: atom) }
    let own = atoms.map { CellTable.Atom(cell: $0.cell, parent: $0.parent) }
    let table = CellTable(
      id: .referrer, keys: (0..<cells).map { "cell \($0)" }, columns: [], atoms: own,
      parents: ["a", "b", "c", "d"], unusedWords: [],
      membership: Membership(
        visitors: atoms.map(\.visitors), networks: networks, networkNeed: 1))
    let rule = Suppression.Rule(threshold: 10, networks: 1, hiddenMinimum: 1)
    return Hierarchy(table, own, rule, position: Array(0..<cells), hiddenParents: hidden)
  }

  /// Cell 0 in a; cell 1 in a and b; cell 2 in b and c; cell 3 in d.
  private static let atoms: [(parent: Int, cell: Int?, visitors: Int)] = [
    (0, 0, 10), (0, 1, 20), (1, 1, 40), (1, 2, 80), (2, 2, 160), (3, 3, 320), (3, nil, 640),
  ]

  @Test("a cell in several parents belongs to none of them, and to all of them together")
  func parents() {
    let links = Self.hierarchy(Self.atoms, cells: 4, hidden: [])
    #expect(links.parentCount == 4)
    #expect(links.parents(cellCount: 4) == [0, 4, 4, 3])
  }

  @Test(
    "each parent is left what no cell of its own alone takes away, and those that share cells together what none takes"
  )
  func rests() {
    let links = Self.hierarchy(Self.atoms, cells: 4, hidden: [])
    let parents = links.parents(cellCount: 4)
    let all = links.rests(parents) { _ in true }
    #expect(all.map(\.visitors) == [20, 120, 160, 640, 0])
    // Without cell 1 the three that share have its visitors left; cell 0 is taken away.
    let some = links.rests(parents) { $0 != 1 }
    #expect(some.map(\.visitors) == [20, 120, 160, 640, 60])
    let few = links.rests(parents) { $0 == 2 }
    #expect(few.map(\.visitors) == [30, 120, 160, 960, 70])
  }

  @Test("of a hidden parent nothing is asked, and its cells are known")
  func hidden() {
    let links = Self.hierarchy(Self.atoms + [(2, nil, 1_280)], cells: 4, hidden: ["c"])
    let parents = links.parents(cellCount: 4)
    #expect(links.isOfHiddenParent(cellCount: 4) == [false, false, true, false])
    let rests = links.rests(parents) { $0 == 0 }
    #expect(rests.map(\.visitors) == [20, 120, 0, 960, 140])
    // What the table is not about, in all and in the hidden parent; and the cells that lie in that.
    #expect(links.outside.map(\.visitors) == [1_920, 1_280, 160])
  }
}
