import Foundation
import Testing

@testable import logagg

@Suite struct ReportFormsTests {
  @Test("quoted fields, doubled quotes and guarded formulas of CSV are read")
  func csv() {
    let text = [
      "table,key,metric,value", "totals,(all),page_views,40",
      #"page,"/a,""b""",page_views,30"#, "page,'=1+1,page_views,", "page,(other),page_views,10", "",
    ].joined(separator: "\r\n")
    let read = ReportFromCSV(Array(text.utf8), file: "x.csv")
    #expect(read.findings == [])
    #expect(read.report.tables.map(\.id) == ["page"])
    #expect(read.report.tables[0].rows.map(\.key) == [#"/a,"b""#, "=1+1"])
    #expect(read.report.tables[0].rows[0].figures == ["page_views": 30])
    #expect(read.report.tables[0].rows[1].figures == [:])
    #expect(read.report.tables[0].other?.figures == ["page_views": 10])
    #expect(read.report.totals == ["page_views": 40])
  }

  @Test("a CSV report whose rows do not add up is found")
  func csvSum() {
    let text = """
      table,key,metric,value
      totals,(all),page_views,41
      page,/a,page_views,30
      page,(other),page_views,10
      page,/b

      """
    let findings = SampleAudit.findings(of: [("x.csv", text)])
    #expect(findings.map(\.place) == ["record 5", "tables page"])
  }

  @Test("a page is read by its attributes, and what it asks of others is found")
  func html() {
    let page = """
      <!doctype html><html><head><style>p > a { color: red }</style>
      <script>if (1 < 2) { x = "<td>"; }</script></head>
      <body data-report="policy=p sha256=ab audience=partner from=2026-11-16 to=2026-11-16 threshold=20 total-visitors=90">
      <table data-table="browser"><tr data-of="browser" data-key="Chrome &amp; co" data-figures="visitors=40"><th>Chrome</th></tr>
      <tr data-of="browser" data-figures="visitors=50"><th>(other)</th></tr></table>
      <p title='a > b'>fine</p></body></html>
      """
    let read = ReportFromHTML(Array(page.utf8), file: "x.html")
    #expect(read.findings == [])
    #expect(read.report.threshold == 20)
    #expect(read.report.tables.map(\.id) == ["browser"])
    #expect(read.report.tables[0].rows.map(\.key) == ["Chrome & co"])
    #expect(read.report.tables[0].other?.figures == ["visitors": 50])
    #expect(read.report.words.map(\.text) == ["Chrome", "(other)", "a > b", "fine"])

    for fault in [
      #"<img src="https://example.org/x.png">"#, #"<link rel=stylesheet href=/x.css>"#,
      #"<p onclick="x()">"#, "<style>@import 'x'</style>",
    ] {
      let planted = page.replacingOccurrences(of: "<p title", with: fault + "<p title")
      let findings = SampleAudit.findings(of: [("x.html", planted)])
      #expect(findings.map(\.rule) == [.selfContained], "\(fault)")
    }
    #expect(SampleAudit.findings(of: [("x.html", String(page.dropLast(9)))]).map(\.rule) == [.form])
  }
}
