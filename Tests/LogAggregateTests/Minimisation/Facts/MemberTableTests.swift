import Testing

@testable import LogAggregate

@Suite struct MemberTableTests {
  private static func table(_ text: String, _ columns: [String] = ["industry"]) throws
    -> MemberTable
  {
    try MemberTable(Array(text.utf8), file: "m.csv", columns: columns, key: RunKey())
  }

  private static func segments(_ table: MemberTable, _ user: String) -> [String] {
    table.classes[Int(table.number(of: user.utf8.span))]
  }

  @Test("a name finds the segments of its row, another finds none")
  func finds() throws {
    let table = try Self.table(
      "user,country,industry\nanna,India,Steel\nbert,Nepal, \ncarl,India,Steel\n",
      ["industry", "country"])
    #expect(Self.segments(table, "anna") == ["Steel", "India"])
    #expect(Self.segments(table, "bert") == ["(unknown)", "Nepal"])
    #expect(Self.segments(table, "Anna") == ["(not a member)", "(not a member)"])
    #expect(Self.segments(table, "") == ["(not a member)", "(not a member)"])
    #expect(table.number(of: "anna".utf8.span) == table.number(of: "carl".utf8.span))
  }

  @Test("a column that is not asked for is not kept")
  func loadsOnlyColumns() throws {
    let table = try Self.table("user,mail,industry\nanna,canary@example.org,Steel\n")
    #expect(!"\(table)".contains("canary"))
    #expect(!"\(table)".contains("anna"))
    #expect(table.columns == ["industry"])
  }

  @Test(
    "a slip is an error with file and line, and without a name or a value",
    arguments: [
      ("", 1, "first column"), ("name,industry\n", 1, "first column"),
      ("user,trade\nsecret,x\n", 1, "no column `industry`"),
      ("user,industry\nok,x\nsecret\n", 3, "1 fields"),
      ("user,industry\n\"ok\",x\nsecret,y,z\n", 3, "3 fields"),
      ("user,industry\n,secret\n", 2, "no name"),
      ("user,industry\nsecret,x\nother,y\nsecret,z\n", 4, "row already"),
      ("user,industry\nok,\"sec\nret\"\n", 2, "no short line"),
      ("user,industry\nse\"cret,x\n", 2, "quote"),
    ])
  func slips(_ text: String, _ line: Int, _ problem: String) {
    let error = #expect(throws: PolicyError.self) { try Self.table(text) }
    #expect(error?.file == "m.csv")
    #expect(error?.line == line)
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
    #expect(error?.description.contains("secret") == false)
  }
}
