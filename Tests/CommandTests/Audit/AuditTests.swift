import Foundation
import Testing

@testable import logagg

@Suite struct AuditTests {
  @Test("a report without fault passes")
  func clean() {
    #expect(SampleAudit.findings() == [])
  }

  /// A fault planted in the sample: what is replaced by what, and the rule and place that must tell it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let part: String
    let other: String
    let rule: AuditFinding.Rule
    let place: String
  }

  static let faults = [
    Fault(
      testDescription: "another schema", part: "logagg.report/1", other: "logagg.report/9",
      rule: .form, place: "schema"),
    Fault(
      testDescription: "a policy without a digest", part: "abab", other: "", rule: .form,
      place: "policy.sha256"),
    Fault(
      testDescription: "a threshold of one", part: #""threshold": 20"#, other: #""threshold": 1"#,
      rule: .form, place: "disclosure.threshold"),
    Fault(
      testDescription: "a table that is shown and withheld", part: #""table": "country""#,
      other: #""table": "page""#, rule: .form, place: "not_released page"),
    Fault(
      testDescription: "a key that stands there twice", part: #""key": "Firefox""#,
      other: #""key": "Chrome""#, rule: .form, place: "tables browser, row 2"),
    Fault(
      testDescription: "a fraction of a visitor", part: #""visitors": 150}, {"key": "Fire"#,
      other: #""visitors": 150.5}, {"key": "Fire"#, rule: .form,
      place: "tables browser, row 1, visitors"),
    Fault(
      testDescription: "a waterfall that does not add up", part: #""lines": 1000"#,
      other: #""lines": 1001"#, rule: .sum, place: "input"),
    Fault(
      testDescription: "rows that do not add up to the total",
      part: #""key": "Chrome", "page_views": 400"#, other: #""key": "Chrome", "page_views": 399"#,
      rule: .sum, place: "tables browser"),
    Fault(
      testDescription: "more visitors than page views", part: #""page_views": 100, "visitors": 60"#,
      other: #""page_views": 100, "visitors": 160"#, rule: .sum, place: "tables page, a row"),
    Fault(
      testDescription: "a row below the threshold",
      part: #""key": "/news/:num/", "page_views": 200, "visitors": 80"#,
      other: #""key": "/news/:num/", "page_views": 200, "visitors": 19"#, rule: .threshold,
      place: "tables page, row 1"),
    Fault(
      testDescription: "a remainder below the threshold",
      part: #""other": {"page_views": 100, "visitors": 60}"#,
      other: #""other": {"page_views": 100, "visitors": 3}"#, rule: .remainder,
      place: "tables page, (other)"),
    Fault(
      testDescription: "a remainder that is left out", part: #""other": {"visitors": 100}"#,
      other: #""other": null"#, rule: .sum, place: "tables browser-version"),
    Fault(
      testDescription: "totals that leave few beside the rows, where no remainder is shown",
      part: #""visitors": 100}], "other": {"visitors": 100}"#,
      other: #""visitors": 185}], "other": null"#, rule: .remainder,
      place: "tables browser-version"),
    Fault(
      testDescription: "totals of fewer visitors than the threshold",
      part: #""visits": 300, "visitors": 200"#, other: #""visits": 300, "visitors": 12"#,
      rule: .threshold, place: "totals.visitors"),
    Fault(
      testDescription: "a version that leaves few of its browser",
      part: #""key": "Chrome 131", "visitors": 100"#,
      other: #""key": "Chrome 131", "visitors": 145"#,
      rule: .hierarchy, place: "tables browser, row 1"),
    Fault(
      testDescription: "a weekday that is not its day",
      part: #""key": "Monday", "page_views": 260"#,
      other: #""key": "Monday", "page_views": 265"#, rule: .hierarchy,
      place: "tables weekday, row 1"),
    Fault(
      testDescription: "pages that leave few of their section",
      part: #""key": "/news/:num/", "page_views": 200"#,
      other: #""key": "/news/:num/", "page_views": 290"#, rule: .hierarchy,
      place: "tables section, row 1"),
    Fault(
      testDescription: "pages with more views than their section",
      part: #""key": "/news/:num/", "page_views": 200"#,
      other: #""key": "/news/:num/", "page_views": 310"#, rule: .hierarchy,
      place: "tables section, row 1"),
  ]

  @Test("a planted fault is found, by its rule and in its place", arguments: faults)
  func planted(fault: Fault) {
    let findings = SampleAudit.findings(replacing: fault.part, by: fault.other)
    #expect(findings.contains { $0.rule == fault.rule && $0.place == fault.place })
  }

  @Test("each limit is told by one short of it, and by nothing more")
  func limits() {
    let table = { (metrics: String, rows: String) in
      #"{"id": "exit-link", "title": "T", "clause": {"id": "s1", "says": "x"}, "metrics": [\#(metrics)], "rows": [\#(rows)], "other": null}, {"id": "day""#
    }
    func isFound(_ rule: AuditFinding.Rule, _ place: String, _ part: String, _ other: String)
      -> Bool
    {
      SampleAudit.findings(replacing: part, by: other)
        .contains { $0.rule == rule && $0.place == place }
    }
    let day = #"{"id": "day""#
    for (count, isShort) in [(9, true), (10, false)] {
      let clicks = table(#""clicks""#, #"{"key": "a.example", "clicks": \#(count)}"#)
      #expect(isFound(.threshold, "tables exit-link, row 1", day, clicks) == isShort, "\(count)")
    }
    for (count, isShort) in [(19, true), (20, false)] {
      let views = table(#""page_views""#, #"{"key": "a.example", "page_views": \#(count)}"#)
      #expect(isFound(.threshold, "tables exit-link, row 1", day, views) == isShort, "\(count)")
      #expect(
        isFound(
          .threshold, "totals.visitors", #""visits": 300, "visitors": 200"#,
          #""visits": 300, "visitors": \#(count)"#) == isShort, "\(count)")
      #expect(
        isFound(
          .remainder, "tables browser-version",
          #""visitors": 100}], "other": {"visitors": 100}"#,
          #""visitors": \#(200 - count)}], "other": null"#) == isShort, "\(count)")
    }
    // More page views in the input than among the totals, or fewer, is no difference that is let pass.
    for count in [499, 501] {
      #expect(
        isFound(
          .sum, "totals.page_views", #""totals": {"page_views": 500"#,
          #""totals": {"page_views": \#(count)"#), "\(count)")
    }
  }

  @Test("text that is no JSON is told with its byte")
  func broken() {
    for (text, place) in [
      ("{", "byte 1"), (#"{"a": 1, "a": 2}"#, "byte 13"), ("[01]", "byte 3"), ("{} x", "byte 3"),
      (#"["\ud800"]"#, "byte 8"), ("[1,]", "byte 3"),
    ] {
      let findings = SampleAudit.findings(of: [("x.json", text)])
      #expect(findings.map(\.place) == [place], "\(text)")
      #expect(findings.map(\.rule) == [.form])
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(SampleAudit.findings(of: [("x.json", deep)]).map(\.place) == ["byte 64"])
  }
}
