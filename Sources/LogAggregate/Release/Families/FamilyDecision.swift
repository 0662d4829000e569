/// Which cells of the tables of one family are shown: tables that sort the same visitors, protected together.
///
/// Each table keeps the rules for one table (``Suppression``). Beyond these no sum or difference of shown figures of any two
/// of them may count a set of visitors too small to be shown (``PairAudit``), nor may the equations of all of them
/// determine one (``LinearAudit``). What breaks a rule is repaired by hiding the smallest cell that can help; what so
/// became needless to hide is shown again.
/// - Source: DESIGN 4; `privacy.md` 2.4 (h).
struct FamilyDecision {
  /// One table of the family.
  struct Member {
    let keys: [String]
    /// The cell of each atom.
    let cellOfAtom: [Int]
    let supports: [Membership.Support]
    let rule: Suppression.Rule
    /// The table of whose rows this one's are parts, before it in the family; they are hidden with them.
    let parent: Int?
    /// The keys that a more detailed report hides, and this one with it.
    var hiddenBefore: Set<String> = []
  }

  private let members: [Member]
  private let membership: Membership
  /// Whether each cell of each table is hidden.
  private(set) var isHidden: [[Bool]]
  /// For each table whether no cell of it may be shown.
  private(set) var isTotalsOnly: [Bool]

  /// - Complexity: O(atoms) for each pair of tables and round, and a few flows for each pair of cells too small to be
  ///   shown; a round hides one cell or more.
  init(_ members: [Member], _ membership: Membership) {
    self.members = members
    self.membership = membership
    isHidden = members.map { [Bool](repeating: false, count: $0.keys.count) }
    isTotalsOnly = members.map { $0.keys.isEmpty }
    settle()
    let first = isHidden
    while repair() { settle() }
    if isHidden != first { restore() }
  }

  // MARK: - One table

  /// Hides what each table's own rules ask for.
  private mutating func settle() {
    for (table, member) in members.enumerated() where !isTotalsOnly[table] {
      let bound = isBoundToHide(table)
      let hidden = isHidden[table]
      let decision = Suppression(
        supports: member.supports, keys: member.keys, parents: nil, rule: member.rule,
        alsoHidden: { hidden[$0] || bound[$0] },
        unions: { count, group in
          membership.supports(groupCount: count) { group(member.cellOfAtom[$0]) }
        })
      isHidden[table] = decision.isHidden
      isTotalsOnly[table] = decision.isTotalsOnly
    }
  }

  /// The cells that have to be hidden whatever else is: small ones, and parts of hidden rows.
  private func isBoundToHide(_ table: Int) -> [Bool] {
    let member = members[table]
    var isBound = member.supports.indices.map {
      !member.rule.allows(member.supports[$0]) || member.hiddenBefore.contains(member.keys[$0])
    }
    guard let parent = member.parent, !isTotalsOnly[parent] else { return isBound }
    for (atom, cell) in member.cellOfAtom.enumerated()
    where isHidden[parent][members[parent].cellOfAtom[atom]] {
      isBound[cell] = true
    }
    return isBound
  }

  // MARK: - All tables

  /// For each atom its cell as shown: hidden cells are one, numbered last.
  private func shownCells(_ table: Int) -> (ofAtom: [Int], hidden: Int?) {
    let hidden = isHidden[table]
    let end = hidden.count
    return (
      members[table].cellOfAtom.map { hidden[$0] ? end : $0 }, hidden.contains(true) ? end : nil
    )
  }

  /// Hides a cell for each thing that shown figures give away.
  /// - Returns: whether there was any.
  private mutating func repair() -> Bool {
    let tables = members.indices.filter { !isTotalsOnly[$0] }
    for (place, first) in tables.enumerated() {
      for second in tables[(place + 1)...] where repair(first, second) { return true }
    }
    return tables.count > 2 && repairDetermined(tables)
  }

  private mutating func repair(_ first: Int, _ second: Int) -> Bool {
    let (rows, columns) = (shownCells(first), shownCells(second))
    let audit = PairAudit(
      rows: rows.ofAtom, columns: columns.ofAtom, membership, rule: members[first].rule)
    let findings = audit.findings()
    var touched: Set<[Int]> = []
    for finding in findings {
      let repairs = audit.repairs(finding, hiddenRow: rows.hidden, hiddenColumn: columns.hidden)
      let cells = repairs.rows.map { [first, $0] } + repairs.columns.map { [second, $0] }
      // Hiding one may have repaired the other.
      guard touched.isDisjoint(with: cells) else { continue }
      touched.formUnion(cells)
      hideSmallest(of: cells, orWithdrawOneOf: [first, second])
    }
    return !findings.isEmpty
  }

  private mutating func repairDetermined(_ tables: [Int]) -> Bool {
    let (groups, supports) = groups(tables)
    let determined = LinearAudit(groups).determined()
    let found = determined.first { !members[tables[0]].rule.allows(supports[$0]) }
    guard let found else { return false }
    let cells = zip(tables, groups[found]).filter { $1 < isHidden[$0].count }.map { [$0, $1] }
    hideSmallest(of: cells, orWithdrawOneOf: tables)
    return true
  }

  /// The groups of visitors that no shown table tells apart: each one's cells, and who is in it.
  private func groups(_ tables: [Int]) -> (cells: [[Int]], supports: [Membership.Support]) {
    let shown = tables.map { shownCells($0).ofAtom }
    var numbers: [[Int]: Int] = [:]
    var groups: [[Int]] = []
    let groupOfAtom = (shown.first ?? []).indices.map { atom in
      let cells = shown.map { $0[atom] }
      if let known = numbers[cells] { return known }
      numbers[cells] = groups.count
      groups.append(cells)
      return groups.count - 1
    }
    return (groups, membership.supports(groupCount: groups.count) { groupOfAtom[$0] })
  }

  /// Hides the cell of fewest visitors; where there is none, gives up the table that shows the fewest rows.
  private mutating func hideSmallest(of cells: [[Int]], orWithdrawOneOf tables: [Int]) {
    let smallest = cells.min { rank($0) < rank($1) }
    if let smallest {
      isHidden[smallest[0]][smallest[1]] = true
    } else if let table = tables.min(by: { (shownCount($0), $0) < (shownCount($1), $1) }) {
      isTotalsOnly[table] = true
    }
  }

  private func rank(_ cell: [Int]) -> (Int, Int, String) {
    (members[cell[0]].supports[cell[1]].visitors, cell[0], members[cell[0]].keys[cell[1]])
  }

  private func shownCount(_ table: Int) -> Int { isHidden[table].count { !$0 } }

  // MARK: - Nothing needless

  /// Shows the largest hidden cells again where no rule needs them hidden any more.
  private mutating func restore() {
    for table in members.indices where !isTotalsOnly[table] {
      let member = members[table]
      let bound = isBoundToHide(table)
      let candidates = member.keys.indices.filter { isHidden[table][$0] && !bound[$0] }
        .sorted { rank([table, $0]) > rank([table, $1]) }
      for cell in candidates {
        isHidden[table][cell] = false
        if !isSound(table) || hasFinding() { isHidden[table][cell] = true }
      }
    }
  }

  /// Whether a table keeps its own rules.
  private func isSound(_ table: Int) -> Bool {
    let hidden = isHidden[table]
    let count = hidden.count { $0 }
    guard count > 0 else { return true }
    let member = members[table]
    guard count >= member.rule.hiddenMinimum else { return false }
    return member.rule.allows(
      membership.supports(groupCount: 1) { hidden[member.cellOfAtom[$0]] ? 0 : -1 }[0])
  }

  private func hasFinding() -> Bool {
    var trial = self
    return trial.repair()
  }
}
