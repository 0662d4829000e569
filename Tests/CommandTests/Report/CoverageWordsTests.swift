import Foundation
import Testing

@testable import logagg

/// What reports for people say of the hours that were read, and of visits.
@Suite struct CoverageWordsTests {
  @Test("of many gaps the first six are named, and the others are counted; a visit has its pages")
  func gaps() throws {
    let scratch = try Scratch()
    var text = ""
    for visitor in 0..<60 {
      for page in ["a", "b", "c"] {
        // Every second hour of the day.
        let time = String(format: "%02d:%02d:00", visitor % 12 * 2, visitor / 12)
        text +=
          "241.9.\(visitor).7 - - [19/Nov/2026:\(time) +0000] \"GET /\(page)/ HTTP/1.1\" 200 5"
        text += " \"-\" \"\(InventedLog.agents[0])\"\n"
      }
    }
    try scratch.write(Data(text.utf8), to: "access.log")
    let outcome = try scratch.run(
      "logagg -q --audience internal --day 2026-11-19 -o r.txt -o r.html access.log")
    try #require(outcome.status == 0, "\(outcome.message)")
    for form in ["txt", "html"] {
      let report = try scratch.text("r.\(form)")
      #expect(report.contains("6 further hours"), "\(form)")
      #expect(report.contains("3.00"), "\(form)")
    }
  }
}
