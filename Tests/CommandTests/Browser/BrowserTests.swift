import Foundation
import Testing

@testable import logagg

/// The page in a real browser: Chromium, driven by `Tests/Browser/check-report`.
@Suite(
  .serialized,
  .enabled(if: Program.hasPython && Program.hasChromium, "chromium and python3 are needed"))
struct BrowserTests {
  /// What the browser finds wrong with pages, one line each.
  private static func faults(_ scratch: Scratch, _ pages: String) throws -> [String] {
    let script = Repository.root.appending(path: "Tests/Browser/check-report").path
    let axe = ProcessInfo.processInfo.environment["AXE_CORE"] ?? ""
    let outcome = try scratch.run("AXE_CORE='\(axe)' python3 '\(script)' \(pages)", limit: 600)
    try #require(outcome.status == 0, "\(outcome.message)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test("the sample's page has no fault at any width, light, dark, without scripts and on paper")
  func sample() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      "logagg --site \"$SAMPLES/site.toml\" -o advertiser.html \"$SAMPLES/access.log.gz\"; "
        + "logagg --site \"$SAMPLES/site.toml\" --audience internal --language de -o de.html "
        + "\"$SAMPLES/access.log.gz\"", limit: 120)
    try #require(outcome.status == 0)
    #expect(try Self.faults(scratch, "advertiser.html de.html") == [])
  }

  @Test(
    "hostile names, no rows, one row and a language that is read from the right do not break the page"
  )
  func edges() throws {
    let scratch = try HostileReport.run()
    var one = InventedLog()
    for visitor in 0..<60 { one.add(visitor: visitor, path: "/") }
    try scratch.write(one.data, to: "one.log")
    try scratch.write(
      Data(
        """
        schema = "logagg.language/1"
        tag = "ar"
        name = "العربية"
        direction = "rtl"
        [numbers]
        digits = "٠١٢٣٤٥٦٧٨٩"
        [phrases]
        "Visitors" = "الزوار"
        "Audience report" = "تقرير الجمهور"
        "Page views" = "مشاهدات الصفحة"
        """.utf8), to: "ar.toml")
    let outcome = try scratch.run(
      "logagg -o none.html; logagg -o one.html one.log; "
        + "logagg --language ./ar.toml --site \"$SAMPLES/site.toml\" -o rtl.html \"$SAMPLES/access.log.gz\"",
      limit: 120)
    try #require(outcome.status == 0, "\(outcome.message)")
    #expect(try Self.faults(scratch, "r.html none.html one.html rtl.html") == [])
  }

  @Test("faults that are planted in a page are found")
  func planted() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run("logagg -o page.html")
    try #require(outcome.status == 0)
    let page = try scratch.text("page.html")
    let faults = [
      ("asks", "<img src=\"http://127.0.0.1:9/x.png\" alt=\"x\">"),
      ("script", "<script>console.log(1)</script>"),
      ("wide", "<div class=\"wide\"><svg width=\"3000\" height=\"10\"></svg></div>"),
      ("nameless", "<a href=\"#report\"></a>"), ("second", "<h1>Two</h1>"),
      ("table", "<table><tr><td>1</td></tr></table>"),
    ]
    for (name, markup) in faults {
      let text = page.replacing("<main id=\"report\">", with: "<main id=\"report\">" + markup)
      try scratch.write(Data(text.utf8), to: "\(name).html")
    }
    let pages = faults.map { "\($0.0).html" }.joined(separator: " ")
    let found = try Self.faults(scratch, "--quick " + pages)
    for (name, _) in faults {
      #expect(found.contains { $0.hasPrefix(name + ".html") }, "\(name)")
    }
  }
}
