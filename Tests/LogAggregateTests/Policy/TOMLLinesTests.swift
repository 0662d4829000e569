import Testing

@testable import LogAggregate

@Suite struct TOMLLinesTests {
  static let text = #"""
    # comment with [brackets] and = signs
    a = 1
    b.c = "x # not a comment ] } \" , "   # comment
    "quoted \" key" = 'literal \'
    list = [ # comment
      1, "two ] ",

      [3, 4],
      { x = 5, y.z = [6] },
    ]
    multi = """
    [fake]
    a = 2
    \""" still inside ""
    """
    lines = '''
    [[fake]]
    ''''
    [table.sub]
    k = 1
    date = 1979-05-27T07:32:00Z
    [[items]]
    v = 1
    [items.deep]
    w = 2
    [[items]]

    v = 2
    [[items.more]]
    u = 3
    [[items.more]]
    u = 4
    ["strange . name"]
    last = true
    """#

  static let places: [(String, Int)] = [
    ("a", 2), ("b", 3), ("b.c", 3), ("quoted \" key", 4), ("list", 5), ("list[0]", 6),
    ("list[1]", 6), ("list[2]", 8), ("list[2][1]", 8), ("list[3]", 9), ("list[3].x", 9),
    ("list[3].y.z[0]", 9), ("multi", 11), ("lines", 16), ("table.sub", 19), ("table.sub.k", 20),
    ("table.sub.date", 21), ("items[0]", 22), ("items[0].v", 23), ("items[0].deep", 24),
    ("items[0].deep.w", 25), ("items[1]", 26), ("items[1].v", 28), ("items[1].more[0].u", 30),
    ("items[1].more[1]", 31), ("items[1].more[1].u", 32), ("strange . name.last", 34),
  ]

  @Test("every value has the line that it stands on", arguments: places)
  func lines(_ place: String, _ line: Int) throws {
    let document = try TOMLDocument(text: Self.text, file: "t.toml")
    let node = try #require(Self.all(document.root).first { "\($0.path)" == place })
    #expect(node.line == line)
  }

  @Test("carriage returns and a byte order mark do not shift lines")
  func lineEnds() throws {
    let text = "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n")
    let lines = TOMLLines(text: text)
    for node in Self.all(try TOMLDocument(text: Self.text, file: "t.toml").root) {
      #expect(lines.line(of: node.path) == node.line, "\(node.path)")
    }
  }

  @Test("what the text does not hold has the line of the table around it")
  func missing() {
    let lines = TOMLLines(text: Self.text)
    let table = TOMLPath().appending(.key("table")).appending(.key("sub"))
    #expect(lines.line(of: table.appending(.key("none"))) == 19)
    #expect(lines.line(of: TOMLPath().appending(.key("none"))) == nil)
  }

  @Test("every prefix and every lost byte of a text is scanned to its end")
  func damaged() {
    let bytes = Array(Self.text.utf8)
    for index in bytes.indices {
      _ = TOMLLines(text: String(decoding: bytes[..<index], as: UTF8.self))
      var without = bytes
      without.remove(at: index)
      _ = TOMLLines(text: String(decoding: without, as: UTF8.self))
    }
    #expect(TOMLLines(text: "a = 1\n=\n]\n").line(of: TOMLPath().appending(.key("a"))) == 1)
  }

  private static func all(_ node: TOMLDocument.Node) -> [TOMLDocument.Node] {
    switch node.value {
    case .array(let nodes): [node] + nodes.flatMap(all)
    case .table(let entries): [node] + entries.flatMap { all($0.node) }
    case .string, .integer, .decimal, .boolean, .other: [node]
    }
  }
}
