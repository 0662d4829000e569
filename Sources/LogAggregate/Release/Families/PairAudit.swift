/// What a reader can work out from two tables that sort the same visitors, rows of the one by columns of the other.
///
/// Every sum and difference of their figures that counts somebody and takes nobody away is the sum of some rows minus
/// columns that lie wholly within them. The reader is taken to know which pairs of a row and a column occur: that iOS
/// is no desktop is public. The least such sum with a given pair in it is the pair's greatest possible size, which
/// is what the pair holds and the greatest flow from its row to its column through the others.
/// - Source: `privacy.md` 2.4 (c) and 2.8: every hidden cell could be as large as a publishable one.
struct PairAudit {
  /// A set of visitors too small to be shown that shown figures give away.
  struct Finding {
    /// The rows that are added up.
    let rows: Set<Int>
    /// The columns within them that are taken away.
    let columns: Set<Int>
  }

  private struct Pair: Hashable {
    let row: Int
    let column: Int
  }
  private let rule: Suppression.Rule
  private let pairs: [Pair]
  private let pairOfAtom: [Int]
  private let supports: [Membership.Support]
  private let membership: Membership
  private let rowCount: Int
  private let columnCount: Int

  /// - Parameters:
  ///   - rows: for each atom its row as shown, hidden ones being one row together.
  ///   - columns: likewise.
  init(rows: [Int], columns: [Int], _ membership: Membership, rule: Suppression.Rule) {
    self.rule = rule
    self.membership = membership
    rowCount = (rows.max() ?? -1) + 1
    columnCount = (columns.max() ?? -1) + 1
    var numbers: [Pair: Int] = [:]
    var pairs: [Pair] = []
    pairOfAtom = rows.indices.map { atom in
      let pair = Pair(row: rows[atom], column: columns[atom])
      if let known = numbers[pair] { return known }
      numbers[pair] = pairs.count
      pairs.append(pair)
      return pairs.count - 1
    }
    self.pairs = pairs
    let places = pairOfAtom
    supports = membership.supports(groupCount: pairs.count) { places[$0] }
  }

  /// Findings that have no row and no column in common, so that each can be repaired for itself.
  func findings() -> [Finding] {
    let differences = differences()
    return differences.isEmpty ? flows() : differences
  }

  /// Single rows or columns minus everything that lies within them.
  private func differences() -> [Finding] {
    var findings: [Finding] = []
    for isByRow in [true, false] {
      let outer = pairs.map { isByRow ? $0.row : $0.column }
      let inner = pairs.map { isByRow ? $0.column : $0.row }
      var home = [Int](repeating: -1, count: isByRow ? columnCount : rowCount)
      for pair in pairs.indices {
        let known = home[inner[pair]]
        home[inner[pair]] = known == -1 || known == outer[pair] ? outer[pair] : -2
      }
      let rests = membership.supports(groupCount: isByRow ? rowCount : columnCount) { atom in
        let pair = pairOfAtom[atom]
        return home[inner[pair]] == outer[pair] ? -1 : outer[pair]
      }
      for (place, rest) in rests.enumerated() where rest.visitors > 0 && !rule.allows(rest) {
        let within = Set(home.indices.filter { home[$0] == place })
        findings.append(
          isByRow
            ? Finding(rows: [place], columns: within)
            // A column minus its rows is the other rows minus the other columns.
            : Finding(
              rows: Set(0..<rowCount).subtracting(within),
              columns: Set(0..<columnCount).subtracting([place])))
      }
    }
    return findings
  }

  /// Sums of rows minus columns within them, by flows.
  private func flows() -> [Finding] {
    let small = pairs.indices.filter { supports[$0].visitors < rule.threshold }
    guard !small.isEmpty else { return [] }
    var network = MaxFlow(nodeCount: rowCount + columnCount)
    for (pair, support) in zip(pairs, supports) {
      network.addEdge(
        from: pair.row, to: rowCount + pair.column, along: support.visitors,
        against: MaxFlow.unlimited)
    }
    var findings: [Finding] = []
    var found: Set<Int> = []
    for pair in small where !found.contains(pairs[pair].row) {
      let need = rule.threshold - supports[pair].visitors
      let flow = network.flow(
        from: pairs[pair].row, to: rowCount + pairs[pair].column, without: pair, limit: need)
      guard flow < need else { continue }
      let rows = Set((0..<rowCount).filter { network.isReached($0) })
      guard rows.isDisjoint(with: found) else { continue }
      found.formUnion(rows)
      findings.append(
        Finding(
          rows: rows,
          columns: Set((0..<columnCount).filter { network.isReached(rowCount + $0) })))
    }
    return findings
  }

  /// The rows and columns whose hiding can repair a finding: those on the other side of it than the hidden ones.
  /// - Parameters:
  ///   - hiddenRow: the row of all hidden ones; `nil` where none is hidden.
  ///   - hiddenColumn: likewise.
  func repairs(_ finding: Finding, hiddenRow: Int?, hiddenColumn: Int?) -> (
    rows: [Int], columns: [Int]
  ) {
    let near = Set(pairs.filter { finding.rows.contains($0.row) }.map(\.column))
    let touching = Set(pairs.filter { near.contains($0.column) }.map(\.row))
    let isAdded = hiddenRow.map(finding.rows.contains) ?? false
    let isTaken = hiddenColumn.map(finding.columns.contains) ?? false
    return (
      touching.filter { finding.rows.contains($0) != isAdded && $0 != hiddenRow }.sorted(),
      near.filter {
        (hiddenColumn == nil || finding.columns.contains($0) != isTaken) && $0 != hiddenColumn
      }.sorted()
    )
  }
}
