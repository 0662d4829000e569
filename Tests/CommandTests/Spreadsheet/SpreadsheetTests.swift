import Foundation
import Testing

@testable import logagg

@Suite struct SpreadsheetTests {
  private struct Sheet {
    let name: String
    let rows: [[String]]
  }

  /// The sheets of a workbook, read strictly by a program that shares nothing with the writer.
  private static func sheets(_ scratch: Scratch, _ file: String) throws -> [Sheet] {
    let script = Repository.root.appending(path: "Tests/Spreadsheet/read-workbook").path
    let outcome = try scratch.run("python3 '\(script)' \(file)")
    try #require(outcome.status == 0, "\(outcome.message)")
    let tree = try JSONTree.read(outcome.stdout) as? [[String: Any]] ?? []
    return tree.map { sheet in
      let rows = sheet["rows"] as? [[Any]] ?? []
      return Sheet(name: sheet["name"] as? String ?? "", rows: rows.map { $0.map(text) })
    }
  }

  private static func text(_ value: Any) -> String {
    if let number = value as? Double {
      return number == number.rounded() ? String(Int(number)) : String(number)
    }
    return value as? String ?? ""
  }

  private static func sample(_ options: String) throws -> Scratch {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      "logagg \(options) --site \"$SAMPLES/site.toml\" -o r.xlsx -o r.json \"$SAMPLES/access.log.gz\""
    )
    try #require(outcome.status == 0, "\(outcome.message)")
    return scratch
  }

  @Test(
    "the sheets hold the figures of JSON", .enabled(if: Program.hasPython, "python3 is needed"),
    arguments: ["--audience internal", "--policy industrykart-2019", "--audience public"])
  func agree(_ options: String) throws {
    let scratch = try Self.sample(options)
    let report = try ReportJSON.read(scratch.read("r.json"))
    let sheets = try Self.sheets(scratch, "r.xlsx")
    for table in report.tables {
      let sheet = try #require(sheets.first { $0.name == table.title }, "\(table.title)")
      let other = table.other.map { [("(other)", $0)] } ?? []
      let expected = (table.rows.map { ($0.key, $0.figures) } + other).map { _, figures in
        table.metrics.map { figures.value($0).map(Self.text) ?? "withheld" }
      }
      // What was booked of a placement stands behind its figures.
      let found = sheet.rows.dropFirst().prefix(expected.count).map {
        Array($0.dropFirst().prefix(table.metrics.count))
      }
      #expect(Array(found) == expected, "\(table.id)")
      #expect(sheet.rows.count == 1 + expected.count + (table.totals_only ? 1 : 0))
    }
    let overview = try #require(sheets.first).rows
    let visitors = overview.first { $0.first == "Visitors (unique browsers)" }
    #expect(visitors?.last == report.totals.visitors.map { String($0) } ?? "withheld")
  }

  @Test("the same report is the same workbook")
  func same() throws {
    let one = try Self.sample("--audience internal --jobs 1").read("r.xlsx")
    #expect(try Self.sample("--audience internal --jobs 3").read("r.xlsx") == one)
  }

  @Test(
    "hostile names are text: no formula, no escape of a character, no forbidden name of a sheet",
    .enabled(if: Program.hasPython, "python3 is needed"))
  func hostile() throws {
    let sheets = try Self.sheets(HostileReport.run(), "r.xlsx")
    let texts = sheets.flatMap(\.rows).joined()
    #expect(texts.contains { $0.hasPrefix("=cmd") })
    #expect(!texts.contains { $0.unicodeScalars.contains { Visible.isHidden($0) } })
  }

  @Test("names of sheets are cut, cleaned and told apart")
  func names() {
    var workbook = Workbook(isRightToLeft: false)
    let long = String(repeating: "a", count: 40)
    var names: [String] = []
    for title in [long, long, "a/b[c]:*?\\'", "", "ABC", "abc"] {
      let sheet = workbook.sheet(named: title)
      names.append(sheet.name)
      workbook.add(sheet)
    }
    #expect(
      names == [
        String(long.prefix(31)), String(long.prefix(27)) + " (2)", "abc", "–", "ABC (2)", "abc (3)",
      ])
  }

  @Test("a checksum is what the standard's check value says")
  func checksum() {
    #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test(
    "LibreOffice opens the workbook and shows the same values",
    .enabled(if: Program.hasOffice && Program.hasPython, "soffice is needed"))
  func office() throws {
    let scratch = try Self.sample("--audience internal")
    let outcome = try scratch.run(
      "HOME=$PWD soffice -env:UserInstallation=file://$PWD/profile --headless --convert-to "
        + "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' r.xlsx",
      limit: 240)
    try #require(outcome.status == 0, "\(outcome.message)")
    for sheet in try Self.sheets(scratch, "r.xlsx") {
      let name = "r-\(sheet.name).csv"
      let text = try scratch.text(name).replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
      let rows = try ReportForms.csv(Data(text.utf8))
      let width = sheet.rows.map(\.count).max() ?? 0
      let expected = sheet.rows.map { $0 + Array(repeating: "", count: width - $0.count) }
      // A day is its number in the file and a date on the screen, a share a fraction and a percentage.
      let found = rows.map { row in
        row.map { value in
          if value.hasSuffix("%"), let percent = Double(value.dropLast()) {
            return "\((percent * 100).rounded() / 10_000)"
          }
          return CalendarDay(value).map { String($0.number + 25_569) } ?? value
        }
      }
      #expect(found == expected, "\(sheet.name)")
    }
  }
}
