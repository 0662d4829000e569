@testable import LogAggregate

/// Random visitors whose attributes depend on each other, sorted into two or three tables, and a reader who tries
/// every sum and difference of what is shown.
struct FamilyTrial {
  /// For each visitor the row in each table.
  let visitors: [[Int]]
  let networks: [UInt32]
  let tableCount: Int
  /// Which table's rows each table's rows are parts of.
  let parents: [Int?]
  let threshold: Int
  let networkNeed: Int

  /// What is shown: for each table its shown rows, and whether there is a remainder; `nil` where a table shows nothing.
  typealias Shown = [(rows: Set<Int>, hasOther: Bool)?]

  init(seed: Int) {
    var random = SeededRandom(seed)
    tableCount = random.int(2...3)
    threshold = random.pick([3, 5, 10])
    networkNeed = random.once(in: 3) ? random.int(1...threshold) : 1
    // Kinds of visitors: who is of one kind is in the same rows of all tables.
    let kindCount = random.int(2...9)
    let width = random.int(2...5)
    var kinds: [[Int]] = []
    let isNested = random.once(in: 3)
    for _ in 0..<kindCount {
      var rows = (0..<tableCount).map { _ in random.int(0...width - 1) }
      if isNested { rows[1] = rows[0] * 2 + rows[1] % 2 }
      kinds.append(rows)
    }
    parents = (0..<tableCount).map { isNested && $0 == 1 ? 0 : nil }
    let weights = kinds.map { _ in random.pick([1, 1, 2, 4, 12, 30]) }
    let bag = weights.indices.flatMap { Array(repeating: $0, count: weights[$0]) }
    visitors = (0..<random.pick([20, 60, 160])).map { _ in kinds[random.pick(bag)] }
    let networkCount = random.pick([2, 10, 200])
    networks = visitors.map { _ in UInt32(random.int(1...networkCount)) }
  }

  private var atoms: [[Int]] { Array(Set(visitors)).sorted { $0.lexicographicallyPrecedes($1) } }

  private var rule: Suppression.Rule {
    Suppression.Rule(threshold: threshold, networks: networkNeed, hiddenMinimum: 2)
  }

  private var membership: Membership {
    let atoms = atoms
    var counts = [Int](repeating: 0, count: atoms.count)
    var sets = NetworkSets(count: atoms.count, need: networkNeed)
    for (visitor, rows) in visitors.enumerated() {
      let atom = atoms.firstIndex(of: rows) ?? 0
      counts[atom] += 1
      sets.insert(networks[visitor], into: atom)
    }
    return Membership(visitors: counts, networks: sets, networkNeed: networkNeed)
  }

  /// The rows that occur in each table, and for each atom its place among them.
  private var members: [FamilyDecision.Member] {
    (0..<tableCount).map { table in
      let rows = Set(visitors.map { $0[table] }).sorted()
      let cells = atoms.map { rows.firstIndex(of: $0[table]) ?? 0 }
      return FamilyDecision.Member(
        keys: rows.map { "row\(Character(Unicode.Scalar(UInt8(65 + $0))))" }, cellOfAtom: cells,
        supports: membership.supports(groupCount: rows.count) { cells[$0] }, rule: rule,
        parent: parents[table])
    }
  }

  /// What the product shows.
  func release() -> Shown {
    let decision = FamilyDecision(members, membership)
    return (0..<tableCount).map { table in
      decision.isTotalsOnly[table] ? nil : shown(table, decision.isHidden[table])
    }
  }

  /// What is shown where each table is protected for itself.
  func naiveRelease() -> Shown {
    let membership = membership
    return members.enumerated().map { table, member in
      let decision = Suppression(
        supports: member.supports, keys: member.keys, parents: nil, rule: rule,
        unions: { count, group in
          membership.supports(groupCount: count) { group(member.cellOfAtom[$0]) }
        })
      return decision.isTotalsOnly ? nil : shown(table, decision.isHidden)
    }
  }

  private func shown(_ table: Int, _ isHidden: [Bool]) -> (rows: Set<Int>, hasOther: Bool) {
    let rows = Set(visitors.map { $0[table] }).sorted()
    return (Set(rows.indices.filter { !isHidden[$0] }.map { rows[$0] }), isHidden.contains(true))
  }

  /// How many sets of visitors too small to be shown a reader finds, who adds and subtracts any figures of two tables,
  /// or finds in all tables by trying every sum of up to two figures minus up to two.
  func attack(_ shown: Shown) -> Int {
    var equations: [[Set<Int>]] = []
    for table in 0..<tableCount {
      guard let own = shown[table] else { continue }
      var sets = own.rows.sorted().map { row in
        Set(visitors.indices.filter { visitors[$0][table] == row })
      }
      if own.hasOther {
        sets.append(Set(visitors.indices.filter { !own.rows.contains(visitors[$0][table]) }))
      }
      equations.append(sets)
    }
    var found = 0
    for first in equations.indices {
      for second in equations.indices where second != first {
        found += differences(equations[first], equations[second])
      }
    }
    return found
  }

  /// Every sum of the first table's figures minus every sum of the second's: those that take nobody away who was not added.
  private func differences(_ added: [Set<Int>], _ taken: [Set<Int>]) -> Int {
    var found = 0
    for plus in 1..<(1 << added.count) {
      let union = added.indices.filter { plus >> $0 & 1 == 1 }
        .reduce(into: Set<Int>()) { $0.formUnion(added[$1]) }
      // Whatever lies within is taken away or not.
      let within = taken.filter { $0.isSubset(of: union) }
      for minus in 0..<(1 << within.count) {
        let rest = within.indices.filter { minus >> $0 & 1 == 1 }
          .reduce(into: union) { $0.subtract(within[$1]) }
        if !rest.isEmpty, rest.count < threshold { found += 1 }
      }
    }
    return found
  }

  /// What breaks the rules of single tables.
  func faults(_ shown: Shown) -> [String] {
    var faults: [String] = []
    for table in 0..<tableCount {
      guard let own = shown[table] else { continue }
      let cells = Dictionary(grouping: visitors.indices) { visitors[$0][table] }
      func isEnough(_ members: [Int]) -> Bool {
        members.count >= threshold && Set(members.map { networks[$0] }).count >= networkNeed
      }
      if own.rows.contains(where: { !isEnough(cells[$0] ?? []) }) { faults.append("a small row") }
      let hidden = cells.filter { !own.rows.contains($0.key) }
      if own.rows.isEmpty { faults.append("nothing but a remainder") }
      if own.hasOther == hidden.isEmpty { faults.append("a remainder of nothing, or none") }
      if !hidden.isEmpty, hidden.count < 2 || !isEnough(hidden.flatMap(\.value)) {
        faults.append("a remainder too small")
      }
      if let parent = parents[table], let above = shown[parent] {
        let exposed = visitors.contains {
          own.rows.contains($0[table]) && !above.rows.contains($0[parent])
        }
        if exposed { faults.append("a part of a hidden row") }
      }
    }
    return faults
  }

  /// How many rows are hidden.
  func hiddenCount(_ shown: Shown) -> Int {
    (0..<tableCount).reduce(0) { sum, table in
      sum + Set(visitors.map { $0[table] }).count - (shown[table]?.rows.count ?? 0)
    }
  }
}
