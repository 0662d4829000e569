import Testing

@testable import logagg

@Suite struct ReportFormatTests {
  @Test("a file's extension names the form", arguments: ReportFormat.allCases)
  func roundTrip(format: ReportFormat) {
    #expect(ReportFormat(fileExtension: format.fileExtension) == format)
    #expect(ReportFormat(name: format.rawValue) == format)
  }

  @Test("an unknown extension names none", arguments: ["", "pdf", "htm", "jsonl"])
  func unknown(name: String) {
    #expect(ReportFormat(fileExtension: name) == nil)
    #expect(ReportFormat(name: name) == nil)
  }

  @Test("a long report shows fewer rows of each table, a short one all")
  func rowLimit() {
    #expect(HTMLReport.rowLimit([10, 20, 300]) == 400)
    #expect(HTMLReport.rowLimit([5_000, 5_000, 5_000]) == 200)
    #expect(HTMLReport.rowLimit(Array(repeating: 1_000, count: 24)) == 25)
  }
}
