import Foundation
import Testing

@testable import LogAggregate

@Suite struct CrossSuppressionAttackTests {
  /// `LOGAGG_ATTACK_TABLES` raises the number of random tables; 10000 is the full number.
  static let tableCount =
    ProcessInfo.processInfo.environment["LOGAGG_ATTACK_TABLES"].flatMap(Int.init) ?? 300

  /// The table of `FlowBoundsTests` with a visitor for each view.
  static let issue136 = CrossTable.additive(
    rows: ["w", "x", "y", "z"], columns: ["a", "b", "c", "d"],
    visitors: (0..<4).map { row in
      (0..<4).map { FlowBoundsTests.issue136[FlowBoundsTests.issue136Shape.place(row, $0)] }
    })

  @Test("T3: margins do not narrow a hidden cell; two hidden cells per line do")
  func margins() {
    let rule = CrossSuppression.Rule(threshold: 50, networks: 10)
    let table = Self.issue136
    let decided = CrossSuppression(
      table, rule: rule, margins: .init(.shown, shape: table.shape), unions: table.additiveUnions)
    #expect(!decided.isWithdrawn)
    #expect(decided.sensitive == FlowBoundsTests.places("wa wb xc xd"))
    let attack = CrossTableAttack(table: table, rule: rule, isHidden: decided.isHidden)
    #expect(attack.breaches(floor: 0) == 0)
    #expect(attack.breaches(floor: 1) == 0)

    // The negative control: the issue's own pattern.
    var isHidden = [Bool](repeating: false, count: table.shape.placeCount)
    for place in FlowBoundsTests.twoPerLine { isHidden[place] = true }
    let naive = CrossTableAttack(table: table, rule: rule, isHidden: isHidden)
    var reader = TableReader(
      shape: table.shape, shown: naive.published(0),
      leasts: [Int](repeating: 0, count: isHidden.count))
    #expect(reader.range(of: FlowBoundsTests.places("wb")[0]) == .init(least: 47, greatest: 47))
    #expect(naive.breaches(floor: 0) > 0)
  }

  /// Sixty visitors of one provider, all on one page; the others spread.
  static let homogeneous = CrossTable.additive(
    rows: ["Acme Corp", "Broadband", "Cable", "Dial"], columns: ["/a", "/b", "/c"],
    visitors: [[0, 60, 0], [80, 90, 70], [75, 85, 95], [110, 65, 75]])

  @Test("T8: where a whole group was is not told", arguments: [true, false])
  func homogeneousRow(isTotalShown: Bool) {
    let rule = CrossSuppression.Rule(threshold: 50, networks: 10)
    let table = Self.homogeneous
    let decided = CrossSuppression(
      table, rule: rule, margins: .init(isTotalShown ? .shown : .open, shape: table.shape),
      groups: .init(.rows, of: table.shape), unions: table.additiveUnions)
    #expect(!decided.isWithdrawn)
    for column in 0..<3 { #expect(decided.isHidden(row: 0, column: column)) }
    let attack = CrossTableAttack(
      table: table, rule: rule, isHidden: decided.isHidden,
      hidesZeros: { table.shape.row($0) == 0 }, alsoSensitive: { $0 == 1 })
    #expect(attack.breaches(floor: 0) == 0)
    #expect(attack.breaches(floor: 1) == 0)

    // The negative controls: no group is named; the row alone is hidden.
    let naive = CrossSuppression(
      table, rule: rule, margins: .init(.shown, shape: table.shape), unions: table.additiveUnions)
    #expect(!naive.isHidden(row: 0, column: 1))
    let alone = CrossTableAttack(
      table: table, rule: rule, isHidden: table.supports.indices.map { $0 < 3 },
      hidesZeros: { table.shape.row($0) == 0 }, alsoSensitive: { $0 == 1 })
    #expect(alone.breaches(floor: 0) == 1)
  }

  /// Which margins are open, shown or hidden elsewhere, at random.
  static func randomMargins(
    _ table: CrossTable, _ rule: CrossSuppression.Rule, _ generator: inout SeededRandom
  ) -> CrossSuppression.Margins {
    let kind = Int.random(in: 0..<6, using: &generator)
    var margins = CrossSuppression.Margins(kind < 3 ? .shown : .open, shape: table.shape)
    // Most tables have margins of one state; in the others some lines differ.
    guard kind % 3 == 2 else { return margins }
    let shape = table.shape
    func state(_ place: Int) -> CrossSuppression.Margins.State {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: .hidden
      case 1: .open
      default: rule.allows(table.supports[place]) ? .shown : .hidden
      }
    }
    for row in margins.rows.indices {
      margins.rows[row] = state(shape.place(row, shape.columnCount))
    }
    for column in margins.columns.indices {
      margins.columns[column] = state(shape.place(shape.rowCount, column))
    }
    return margins
  }

  /// The places of lines with nine in ten of their visitors in one cell.
  static func homogeneousPlaces(_ table: CrossTable, _ group: CrossSuppression.Lines?) -> Set<Int> {
    let shape = table.shape
    var lines: [[Int]] = []
    switch group {
    case .rows:
      lines = (0..<shape.rowCount).map { row in (0..<shape.columnCount).map { shape.place(row, $0) }
      }
    case .columns:
      lines = (0..<shape.columnCount).map { column in
        (0..<shape.rowCount).map { shape.place($0, column) }
      }
    case nil: break
    }
    return Set(
      lines.filter { line in
        let visitors = line.map { table.supports[$0].visitors }.filter { $0 > 0 }
        let total = visitors.reduce(0, +)
        return total > 0 && (visitors.count < 2 || (visitors.max() ?? 0) * 10 > total * 9)
      }.joined())
  }

  @Test("T28: no sensitive cell of random tables can be computed from what is published")
  func randomTables() {
    var generator = SeededRandom(2_003)
    var withdrawnCount = 0
    var helpedCount = 0
    var groupedCount = 0
    var primaryBreaches = 0
    var heuristicBreaches = 0
    for _ in 0..<Self.tableCount {
      let rule = CrossSuppression.Rule(
        threshold: Int.random(in: 3...20, using: &generator), networks: 3)
      let table = CrossTable.random(&generator, threshold: rule.threshold)
      let margins = Self.randomMargins(table, rule, &generator)
      let group: CrossSuppression.Lines? =
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: .rows
        case 1: .columns
        default: nil
        }
      let grouped = Self.homogeneousPlaces(table, group)
      let decided = CrossSuppression(
        table, rule: rule, margins: margins, groups: .init(group, of: table.shape),
        unions: table.additiveUnions)
      let primary = CrossTableAttack.primaryOnly(table, rule)
      if decided.isWithdrawn {
        withdrawnCount += 1
        continue
      }
      if decided.isHidden != primary { helpedCount += 1 }
      if !grouped.isEmpty { groupedCount += 1 }
      func attack(_ isHidden: [Bool]) -> CrossTableAttack {
        let shape = table.shape
        return CrossTableAttack(
          table: table, rule: rule, isHidden: isHidden, hidesZeros: grouped.contains,
          alsoSensitive: { place in
            if shape.isInner(place) { return grouped.contains(place) }
            if place == shape.total { return false }
            return shape.row(place) == shape.rowCount
              ? margins.columns[shape.column(place)] == .hidden
              : margins.rows[shape.row(place)] == .hidden
          })
      }
      #expect(attack(decided.isHidden).breaches(floor: 0) == 0)
      #expect(attack(decided.isHidden).breaches(floor: 1) == 0)
      if attack(primary).breaches(floor: 0) > 0 { primaryBreaches += 1 }
      let heuristic = CrossTableAttack.twoPerLine(table, rule)
      if attack(heuristic).breaches(floor: 0) > 0 { heuristicBreaches += 1 }
    }
    // The negative controls: the same attack on naive decisions about the same tables.
    #expect(primaryBreaches > Self.tableCount / 4)
    #expect(heuristicBreaches > Self.tableCount / 20)
    // And the tables are worth attacking: most are published, most of them needed help.
    #expect(withdrawnCount < Self.tableCount / 2)
    #expect(helpedCount > Self.tableCount / 4)
    #expect(groupedCount > Self.tableCount / 200)
  }
}
