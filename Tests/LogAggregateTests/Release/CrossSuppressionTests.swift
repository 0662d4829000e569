import Testing

@testable import LogAggregate

@Suite struct CrossSuppressionTests {
  static let rule = CrossSuppression.Rule(threshold: 10, networks: 5)

  static func decide(
    _ visitors: [[Int]], networks: [[Int]]? = nil, margins: CrossSuppression.Margins.State = .shown,
    group: CrossSuppression.Lines? = nil, percent: Int = 90
  ) -> CrossSuppression {
    let table = CrossTable.additive(
      rows: visitors.indices.map { "r\($0)" }, columns: visitors[0].indices.map { "c\($0)" },
      visitors: visitors, networks: networks)
    var rule = rule
    rule.groupPercent = percent
    return CrossSuppression(
      table, rule: rule, margins: .init(margins, shape: table.shape),
      groups: .init(group, of: table.shape),
      unions: table.additiveUnions)
  }

  /// The places that are hidden, as a picture with the margins.
  static func picture(_ decided: CrossSuppression) -> [String] {
    let shape = decided.table.shape
    return (0...shape.rowCount).map { row in
      String((0...shape.columnCount).map { decided.isHidden[shape.place(row, $0)] ? "#" : "." })
    }
  }

  @Test("a table in which every cell is large enough is shown whole, zeros included")
  func allShown() {
    let decided = Self.decide([[20, 0], [30, 40]], margins: .open)
    #expect(!decided.isWithdrawn)
    #expect(Self.picture(decided) == ["...", "...", "..."])
  }

  @Test("a small cell takes the cheapest cells with it that leave it open, and zeros stay shown")
  func cheapestCycle() {
    let decided = Self.decide([[3, 20, 60, 0], [40, 30, 50, 70], [25, 80, 0, 90]])
    #expect(!decided.isWithdrawn)
    #expect(Self.picture(decided) == ["##...", "##...", ".....", "....."])
  }

  @Test("cells go before totals")
  func cellsFirst() {
    let decided = Self.decide(
      [[3, 12, 0, 0], [0, 200, 300, 0], [15, 0, 400, 0], [0, 0, 0, 500]], margins: .open)
    #expect(!decided.isWithdrawn)
    #expect(Self.picture(decided) == ["##...", ".##..", "#.#..", ".....", "....."])
  }

  @Test("a hidden total cannot be told from zero, even where its cells are known to be none")
  func floors() {
    let table = CrossTable.additive(
      rows: ["a", "b", "c", "d"], columns: ["x", "y", "z"],
      visitors: [[1, 1, 0], [50, 50, 1], [0, 0, 30], [60, 70, 80]])
    var margins = CrossSuppression.Margins(.shown, shape: table.shape)
    margins.rows[0] = .hidden
    margins.rows[2] = .hidden
    let decided = CrossSuppression(
      table, rule: Self.rule, margins: margins, unions: table.additiveUnions)
    #expect(!decided.isWithdrawn)
    let attack = CrossTableAttack(table: table, rule: Self.rule, isHidden: decided.isHidden)
    #expect(attack.breaches(floor: 0) == 0)
    #expect(attack.breaches(floor: 1) == 0)
  }

  @Test("a cell of too few networks is hidden like one of too few visitors")
  func networks() {
    let decided = Self.decide(
      [[12, 20, 60], [40, 30, 50], [25, 80, 90]],
      networks: [[2, 20, 60], [40, 30, 50], [25, 80, 90]])
    #expect(!decided.isWithdrawn)
    #expect(decided.sensitive == [0])
    #expect(Self.picture(decided) == ["##..", "##..", "....", "...."])
  }

  @Test("a total that nobody else shows is hidden when it is too small, with cells that protect it")
  func openMargin() {
    let decided = Self.decide([[4, 3, 0], [40, 30, 50], [25, 80, 90]], margins: .open)
    #expect(!decided.isWithdrawn)
    #expect(decided.isHidden(row: 0, column: nil))
    #expect(!decided.isHidden(row: nil, column: nil))
    let attack = CrossTableAttack(
      table: decided.table, rule: Self.rule, isHidden: decided.isHidden)
    #expect(attack.breaches(floor: 1) == 0)
  }

  @Test("a total hidden by another table stays hidden, however large")
  func marginHiddenElsewhere() {
    let table = CrossTable.additive(
      rows: ["a", "b", "c"], columns: ["x", "y", "z"],
      visitors: [[20, 30, 40], [50, 60, 70], [80, 90, 15]])
    var margins = CrossSuppression.Margins(.shown, shape: table.shape)
    margins.rows[0] = .hidden
    margins.rows[1] = .hidden
    let decided = CrossSuppression(
      table, rule: Self.rule, margins: margins, unions: table.additiveUnions)
    #expect(!decided.isWithdrawn)
    #expect(decided.isHidden(row: 0, column: nil) && decided.isHidden(row: 1, column: nil))
    #expect(!decided.isHidden(row: 2, column: nil))
    let attack = CrossTableAttack(
      table: table, rule: Self.rule, isHidden: decided.isHidden,
      alsoSensitive: { table.shape.column($0) == 3 && table.shape.row($0) < 2 })
    #expect(attack.breaches(floor: 1) == 0)
    // The negative control: the totals alone.
    let naive = CrossTableAttack(
      table: table, rule: Self.rule, isHidden: table.supports.indices.map { [3, 7].contains($0) },
      alsoSensitive: { table.shape.column($0) == 3 && table.shape.row($0) < 2 })
    #expect(naive.breaches(floor: 1) == 2)
  }

  @Test(
    "a table is withdrawn where nothing can be shown safely",
    arguments: [
      [[3, 4], [2, 9]], [[3, 40]], [[3, 0], [0, 40]], [[3], [40]], [[5, 9], [7, 8]],
      // All four cells protect one another, and none is left.
      [[3, 40], [50, 60]],
    ])
  func withdrawn(_ visitors: [[Int]]) {
    let decided = Self.decide(visitors)
    #expect(decided.isWithdrawn)
    for row in visitors.indices {
      for column in visitors[row].indices { #expect(decided.isHidden(row: row, column: column)) }
    }
  }

  @Test("a table of nobody is all zeros, and shown")
  func nobody() {
    let decided = Self.decide([[0, 0], [0, 0]])
    #expect(!decided.isWithdrawn)
    #expect(!decided.isHidden.contains(true))
  }

  @Test("a group spread over its cells is shown; one with nine in ten in one cell is not")
  func groups() {
    #expect(Self.picture(Self.decide([[90, 10], [50, 60], [70, 80]], group: .rows))[0] == "...")
    let decided = Self.decide([[91, 9], [50, 60], [70, 80], [65, 75]], group: .rows)
    #expect(Self.picture(decided)[0] == "##.")
    let column = Self.decide([[91, 50, 70, 65], [0, 60, 80, 75]], group: .columns)
    #expect(Self.picture(column).map(\.first) == ["#", "#", "."])
    #expect(!column.isWithdrawn)
    // The share is the policy's to say.
    let stricter = Self.decide(
      [[71, 29], [50, 60], [70, 80], [65, 75]], group: .rows, percent: 70)
    #expect(Self.picture(stricter)[0] == "##.")
    let laxer = Self.decide([[95, 15], [50, 60], [70, 80]], group: .rows, percent: 95)
    #expect(Self.picture(laxer)[0] == "...")
  }

  /// Visitors who are in several cells each, as in a table of page flow.
  struct Visits {
    let table: CrossTable
    /// The cells of each visitor.
    let cells: [Set<Int>]

    /// - Parameter visitors: for each visitor the places (row, column) and views there.
    init(_ visitors: [[(row: Int, column: Int, views: Int)]], rowCount: Int, columnCount: Int) {
      func support(_ isMember: (Int, Int) -> Bool) -> Membership.Support {
        let count = visitors.count { $0.contains { isMember($0.row, $0.column) } }
        return .init(visitors: count, networks: count)
      }
      var listed: [CrossTable.Cell] = []
      for row in 0..<rowCount {
        for column in 0..<columnCount {
          let views = visitors.joined().reduce(0) {
            $0 + ($1.row == row && $1.column == column ? $1.views : 0)
          }
          guard views > 0 else { continue }
          listed.append(
            .init(
              row: row, column: column, values: [views],
              support: support { $0 == row && $1 == column }))
        }
      }
      table = CrossTable(
        rows: (0..<rowCount).map { "r\($0)" }, columns: (0..<columnCount).map { "c\($0)" },
        metricCount: 1, cells: listed,
        margins: .init(
          rows: (0..<rowCount).map { row in support { line, _ in line == row } },
          columns: (0..<columnCount).map { column in support { _, line in line == column } },
          total: support { _, _ in true }))
      let numbers = table.cellNumbers
      let shape = table.shape
      cells = visitors.map { Set($0.map { numbers[shape.place($0.row, $0.column)] }) }
    }

    func unions(_ count: Int, _ group: (Int) -> Int) -> [Membership.Support] {
      var supports = [Membership.Support](repeating: .init(), count: count)
      for visitor in cells {
        for number in Set(visitor.map(group)) where number >= 0 {
          supports[number].visitors += 1
          supports[number].networks += 1
        }
      }
      return supports
    }

    /// What the shown totals hold beyond their shown cells, wherever that is somebody but too few.
    func smallRests(_ isHidden: [Bool], _ rule: CrossSuppression.Rule) -> Int {
      let shape = table.shape
      let rows = (0..<shape.rowCount).map { row in
        (0..<shape.columnCount).map { shape.place(row, $0) }
      }
      let columns = (0..<shape.columnCount).map { column in
        (0..<shape.rowCount).map { shape.place($0, column) }
      }
      return (rows + columns).count { line in
        let hidden = Set(line.filter { isHidden[$0] }.map { table.cellNumbers[$0] })
        let count = cells.count { !$0.isDisjoint(with: hidden) }
        return 1..<rule.threshold ~= count
      }
    }
  }

  /// Few visitors with many views sit in the same small cells; crowds fill the rest.
  static func randomVisits(_ generator: inout SeededRandom) -> Visits {
    let size = 4
    var visitors: [[(row: Int, column: Int, views: Int)]] = []
    for row in 0..<size {
      for column in 0..<size where Int.random(in: 0..<5, using: &generator) > 0 {
        let isCrowd = Int.random(in: 0..<3, using: &generator) > 0
        let count = Int.random(in: isCrowd ? 10...20 : 1...4, using: &generator)
        for index in 0..<count {
          let view = (row: row, column: column, views: Int.random(in: 1...30, using: &generator))
          // Some visitors come again elsewhere.
          if index < visitors.count, Int.random(in: 0..<2, using: &generator) == 0 {
            visitors[index].append(view)
          } else {
            visitors.append([view])
          }
        }
      }
    }
    return Visits(visitors, rowCount: size, columnCount: size)
  }

  @Test(
    "a total minus its shown cells is nobody or enough, also where visitors do not add up"
  )
  func rests() {
    var generator = SeededRandom(9)
    var publishedCount = 0
    var naiveRests = 0
    for _ in 0..<200 {
      let visits = Self.randomVisits(&generator)
      let table = visits.table
      let margins = CrossSuppression.Margins(.shown, shape: table.shape)
      let decided = CrossSuppression(
        table, rule: Self.rule, margins: margins, unions: visits.unions)
      if decided.isWithdrawn { continue }
      publishedCount += 1
      #expect(visits.smallRests(decided.isHidden, Self.rule) == 0)
      let attack = CrossTableAttack(table: table, rule: Self.rule, isHidden: decided.isHidden)
      #expect(attack.breaches(floor: 1) == 0)
      // The negative control: unions are not counted.
      let naive = CrossSuppression(table, rule: Self.rule, margins: margins) { count, _ in
        [Membership.Support](repeating: .init(visitors: 1_000, networks: 1_000), count: count)
      }
      if visits.smallRests(naive.isHidden, Self.rule) > 0 { naiveRests += 1 }
    }
    #expect(publishedCount > 50)
    #expect(naiveRests > 5)
  }

  @Test("the decision does not depend on the order in which cells are listed")
  func order() {
    var generator = SeededRandom(5)
    for _ in 0..<100 {
      let table = CrossTable.random(&generator, threshold: 10)
      let shuffled = CrossTable(
        rows: table.rows, columns: table.columns, metricCount: 2,
        cells: table.cells.shuffled(using: &generator),
        margins: .init(
          rows: table.rows.indices.map {
            table.supports[table.shape.place($0, table.columns.count)]
          },
          columns: table.columns.indices.map {
            table.supports[table.shape.place(table.rows.count, $0)]
          }, total: table.supports[table.shape.total]))
      let margins = CrossSuppression.Margins(.shown, shape: table.shape)
      let first = CrossSuppression(
        table, rule: Self.rule, margins: margins, unions: table.additiveUnions)
      let second = CrossSuppression(
        shuffled, rule: Self.rule, margins: margins, unions: shuffled.additiveUnions)
      #expect(first.isHidden == second.isHidden)
      #expect(first.isWithdrawn == second.isWithdrawn)
    }
  }
}
