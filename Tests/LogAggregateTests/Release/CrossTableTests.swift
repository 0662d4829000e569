import Testing

@testable import LogAggregate

@Suite struct CrossTableTests {
  static let table = CrossTable(
    rows: ["a", "b"], columns: ["x", "y", "z"], metricCount: 2,
    cells: [
      .init(row: 0, column: 2, values: [5, 50], support: .init(visitors: 4, networks: 3)),
      .init(row: 1, column: 0, values: [7, 70], support: .init(visitors: 6, networks: 2)),
      .init(row: 0, column: 0, values: [1, 10], support: .init(visitors: 1, networks: 1)),
    ],
    margins: .init(
      rows: [.init(visitors: 4, networks: 3), .init(visitors: 6, networks: 2)],
      columns: [.init(visitors: 7, networks: 3), .init(), .init(visitors: 4, networks: 3)],
      total: .init(visitors: 9, networks: 5)))

  @Test("values add up to the margins, for every metric")
  func sums() {
    #expect(Self.table.values[0] == [1, 0, 5, 6, 7, 0, 0, 7, 8, 0, 5, 13])
    #expect(Self.table.values[1] == Self.table.values[0].map { $0 * 10 })
  }

  @Test("visitors of the margins are unions, not sums")
  func supports() {
    #expect(Self.table.supports.map(\.visitors) == [1, 0, 4, 4, 6, 0, 0, 6, 7, 0, 4, 9])
    #expect(Self.table.supports.map(\.networks) == [1, 0, 3, 3, 2, 0, 0, 2, 3, 0, 3, 5])
  }

  @Test("a place knows its row, its column, and whether it is a margin")
  func shape() {
    let shape = Self.table.shape
    for row in 0...2 {
      for column in 0...3 {
        let place = shape.place(row, column)
        #expect(shape.row(place) == row)
        #expect(shape.column(place) == column)
        #expect(shape.isInner(place) == (row < 2 && column < 3))
      }
    }
    #expect(shape.total == shape.place(2, 3))
    #expect(shape.placeCount == 12)
  }

  @Test("a place with nobody has no cell")
  func cellNumbers() {
    #expect(Self.table.cellNumbers == [2, -1, 0, -1, 1, -1, -1, -1, -1, -1, -1, -1])
  }
}
