import Testing

@testable import LogAggregate

/// T28 on tables of one family: a reader adds and subtracts the figures of several tables.
/// - Source: `privacy.md` 2.4 (h) and 3.
@Suite struct LinkedTablesAttackTests {
  @Test("T28: no sum or difference of two tables of the same visitors counts a small group")
  func random() {
    var (naive, restored) = (0, 0)
    for seed in TestLength.seeds(300) {
      let trial = FamilyTrial(seed: seed)
      let shown = trial.release()
      #expect(trial.attack(shown) == 0, "seed \(seed)")
      #expect(trial.faults(shown).isEmpty, "seed \(seed): \(trial.faults(shown))")
      let alone = trial.naiveRelease()
      if trial.attack(alone) > 0 {
        naive += 1
      } else if trial.hiddenCount(shown) > trial.hiddenCount(alone) {
        restored += 1
      }
    }
    // Tables protected each for itself give groups away; where they do not, hardly more is hidden.
    #expect(naive > 30)
    #expect(restored < 60)
  }

  /// The decision on tables of these keys, at a threshold of 50.
  /// - Parameters:
  ///   - counts: the visitors of each atom.
  ///   - tables: their keys, and the cell of each atom.
  private static func decision(
    _ counts: [Int], _ tables: [(keys: [String], cells: [Int])]
  ) -> FamilyDecision {
    var sets = NetworkSets(count: counts.count, need: 1)
    for atom in counts.indices { sets.insert(UInt32(atom), into: atom) }
    let membership = Membership(visitors: counts, networks: sets, networkNeed: 1)
    return FamilyDecision(
      tables.map { keys, cells in
        FamilyDecision.Member(
          keys: keys, cellOfAtom: cells,
          supports: membership.supports(groupCount: keys.count) { cells[$0] },
          rule: Suppression.Rule(threshold: 50, networks: 1, hiddenMinimum: 2), parent: nil)
      }, membership)
  }

  @Test("devices and platforms: what is no Mac and no Windows among desktops stays hidden")
  func devices() {
    // Desktop: Windows 500, macOS 300, Linux 40, ChromeOS 7. Phones: Android 400, iOS 200.
    let kinds: [(platform: Int, device: Int, count: Int)] = [
      (0, 0, 500), (1, 0, 300), (2, 0, 40), (3, 0, 7), (4, 1, 400), (5, 1, 200),
    ]
    let platforms = ["Windows", "macOS", "Linux", "ChromeOS", "Android", "iOS"]
    let decision = Self.decision(
      kinds.map(\.count),
      [(platforms, kinds.map(\.platform)), (["Desktop", "Phone"], kinds.map(\.device))])
    let shown = platforms.indices.filter { !decision.isHidden[0][$0] }.map { platforms[$0] }
    // Alone, iOS would join Linux and ChromeOS, and Desktop minus Windows and macOS would be 47.
    #expect(shown == ["Windows", "Android", "iOS"])
    #expect(decision.isHidden[1] == [false, false])
  }

  @Test("three tables that no two of which give a group away can do so together")
  func equations() {
    // Groups that two tables each leave undetermined: a cycle cut by the third.
    let groups = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 1]]
    #expect(LinearAudit(groups).determined() == [0, 1, 2, 3])
    #expect(LinearAudit(groups.map { Array($0.prefix(2)) }).determined().isEmpty)
    // One more group closes a cycle through all but one.
    #expect(LinearAudit(groups + [[0, 1, 0]]).determined() == [1])
  }

  @Test("of three tables one is withdrawn where all together would tell a small group")
  func threeTables() {
    let counts = [100, 100, 100, 4]
    let tables = [
      (keys: ["a", "b"], cells: [0, 0, 1, 1]), (keys: ["c", "d"], cells: [0, 1, 0, 1]),
      (keys: ["e", "f"], cells: [0, 1, 1, 1]),
    ]
    // Any two of them are fine: b - (c - e) is 4.
    for left in tables.indices {
      let two = tables.indices.filter { $0 != left }.map { tables[$0] }
      #expect(Self.decision(counts, two).isTotalsOnly == [false, false])
    }
    #expect(Self.decision(counts, tables).isTotalsOnly.count { $0 } == 1)
  }

  @Test(
    "a sum of two rows minus a column within them is one short of the threshold, or at it",
    arguments: [(49, 0, false), (50, 0, true), (20, 29, false), (20, 30, true)])
  func oneShort(_ pair: Int, _ detour: Int, isSafe: Bool) {
    // a + b - x is the pair of a and y, and the detour from b through z; no single difference is small.
    let kinds: [(row: Int, column: Int, count: Int)] =
      [
        (0, 0, 100), (1, 0, 100), (0, 1, pair), (2, 1, 200), (2, 2, 200), (3, 2, 200), (3, 1, 200),
      ] + (detour > 0 ? [(1, 2, detour)] : [])
    let decision = Self.decision(
      kinds.map(\.count),
      [(["a", "b", "c", "d"], kinds.map(\.row)), (["x", "y", "z"], kinds.map(\.column))])
    #expect(decision.isTotalsOnly == [false, false])
    #expect(decision.isHidden.joined().contains(true) != isSafe)
  }
}
