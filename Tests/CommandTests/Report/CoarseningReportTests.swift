import Foundation
import Testing

/// A table that a coarser one stands in for says so wherever it is read.
@Suite struct CoarseningReportTests {
  private static func prepared() throws -> Scratch {
    let scratch = try Scratch()
    var log = InventedLog()
    // Four pages of each of three sections, with three visitors each.
    for visitor in 0..<36 {
      log.add(
        visitor: visitor,
        path:
          "/\(["art", "books", "clubs"][visitor % 3])/\("abcd".dropFirst(visitor / 9).prefix(1))")
    }
    try scratch.write(log.data, to: "access.log")
    try scratch.write(
      Data(
        "[[reports]]\naudience = \"internal\"\ntables = [\"page\"]\noutputs = [\"asked.json\"]\n"
          .utf8),
      to: "site.toml")
    return scratch
  }

  @Test(
    "in each language the pages are said to be shown by section",
    arguments: [
      ("en", "Pages are shown by section"), ("de", "Seiten werden nach Bereich gezeigt"),
      ("hi", "पृष्ठ अनुभाग के अनुसार दिखाए गए हैं"), ("zh", "页面按栏目显示"),
    ])
  func languages(_ tag: String, _ note: String) throws {
    let scratch = try Self.prepared()
    let outcome = try scratch.run(
      "logagg -q --audience internal --language \(tag) -o r.html -o r.txt -o r.md -o r.json access.log"
    )
    try #require(outcome.status == 0, "\(outcome.message)")
    for name in ["r.html", "r.txt", "r.md"] {
      let text = try scratch.text(name).replacing("\n", with: " ")
      // Once in place of the rows, and once among the rules.
      #expect(text.ranges(of: note).count == 2, "\(name)")
    }
    // The way there is beside the note, and not only in the contents.
    #expect(try scratch.text("r.html").contains(#/class="note">[^<]+<a href="#t-section">/#))
    #expect(try scratch.text("r.json").contains("\"shown_by\": \"section\""))
  }

  @Test(
    "sections that the site file does not ask for are in the report where they stand in for pages")
  func unasked() throws {
    let scratch = try Self.prepared()
    let outcome = try scratch.run("logagg -q --site site.toml access.log; logagg audit asked.json")
    try #require(outcome.status == 0, "\(outcome.message)")
    let report = try ReportJSON.read(try scratch.read("asked.json"))
    #expect(report.tables.map(\.id) == ["section", "page"])
    #expect(report.tables[0].rows.map(\.figures.visitors) == [12, 12, 12])
    #expect(report.tables[1].totals_only)
  }
}
