import Foundation
import Testing

@testable import logagg

@Suite struct ComparisonTests {
  @Test(
    "the second day of a ledger is compared with the first, from published figures, in every form for people"
  )
  func days() throws {
    let scratch = try Scratch()
    let first = InventedLog(visitors: 60, paths: ["/news/"]).text
    let second = InventedLog(visitors: 90, paths: ["/news/"]).text
    try scratch.write(Data(first.utf8), to: "a.log")
    try scratch.write(Data(second.replacing("19/Nov", with: "20/Nov").utf8), to: "b.log")
    let outcome = try scratch.run(
      """
      logagg -q --ledger l.jsonl --day 2026-11-19 -o a.txt -o a.html a.log && \\
      logagg -q --ledger l.jsonl --day 2026-11-20 -o b.txt -o b.html -o b.md -o b.json -o b.xlsx b.log
      """)
    try #require(outcome.status == 0, "\(outcome.message)")
    #expect(try !scratch.text("a.txt").contains("Changes are against"))
    #expect(try !scratch.text("a.html").contains("class=\"change\""))
    for form in ["txt", "md"] {
      let text = try scratch.text("b.\(form)")
      #expect(text.contains("+50.0%"), "\(form)")
      #expect(text.contains("Changes are against Thursday, 19 November 2026."), "\(form)")
    }
    #expect(
      try scratch.text("b.html").contains(
        "<p class=\"change\"><strong>+50.0%</strong> against Thursday, 19 November 2026</p>"))
    #expect(String(decoding: try scratch.read("b.xlsx"), as: UTF8.self).contains(">+50.0%<"))
  }

  @Test(
    "a change is in percent, with a sign",
    arguments: [
      (100, 104, "+4.0%"), (100, 97, "−3.0%"), (7, 7, "±0.0%"), (10_000, 10_001, "+<0.1%"),
    ])
  func change(before: Int, now: Int, text: String) {
    #expect(NumberStyle.english.change(from: before, to: now) == text)
    #expect(NumberStyle.english.change(from: 0, to: now) == nil)
  }
}
