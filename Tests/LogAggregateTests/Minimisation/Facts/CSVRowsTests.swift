import Testing

@testable import LogAggregate

@Suite struct CSVRowsTests {
  private static func rows(_ text: String) throws -> [[String]] {
    var rows = CSVRows(Array(text.utf8))
    var all: [[String]] = []
    while let row = try rows.next() { all.append(row.map { String(decoding: $0, as: UTF8.self) }) }
    return all
  }

  @Test(
    "rows and fields are told apart as the format says",
    arguments: [
      ("", []), ("\n\r\n", []), ("a", [["a"]]), ("a,b\n", [["a", "b"]]),
      ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]), ("a,\n,b", [["a", ""], ["", "b"]]),
      ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\"", [["a\"b"]]), ("\"\",x", [["", "x"]]),
      ("\"a\r\nb\",c\nd,e", [["a\r\nb", "c"], ["d", "e"]]), ("\u{FEFF}a,b", [["a", "b"]]),
      ("a\rb,c", [["a\rb", "c"]]), ("a,b\r", [["a", "b"]]), (" a , b ", [[" a ", " b "]]),
    ] as [(String, [[String]])])
  func reads(_ text: String, _ expected: [[String]]) throws {
    #expect(try Self.rows(text) == expected)
  }

  @Test(
    "what the format forbids is an error with the line of its row",
    arguments: [
      ("a\nb\"c\n", 2), ("\"a\nb\n", 1), ("x\n\n\"a\" b\n", 3), ("\"a\nb\"\n\"c\"d", 3),
    ])
  func refuses(_ text: String, _ line: Int) {
    let error = #expect(throws: CSVRows.Malformed.self) { try Self.rows(text) }
    #expect(error?.line == line)
  }
}
