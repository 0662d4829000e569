import Foundation
import Testing

@testable import logagg

@Suite struct SubtractionCheckTests {
  private func changed(_ changes: [(String, String)]) -> String {
    changes.reduce(SampleAudit.json) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  private func findings(beside other: String) -> [AuditFinding] {
    SampleAudit.findings(of: [("a.json", SampleAudit.json), ("b.json", other)])
      .filter { $0.rule == .subtraction }
  }

  @Test("the same report twice tells nothing new")
  func same() {
    #expect(findings(beside: SampleAudit.json) == [])
  }

  @Test("a coarser report for another audience tells nothing new")
  func coarser() {
    let other = changed([
      (#""audience": "partner""#, #""audience": "advertiser""#),
      (#"{"key": "/news/:num/", "page_views": 200, "visitors": 80}, "#, ""),
      (
        #""other": {"page_views": 100, "visitors": 60}"#,
        #""other": {"page_views": 300, "visitors": 90}"#
      ),
    ])
    #expect(findings(beside: other) == [])
  }

  @Test("two populations of one period are found")
  func populations() {
    let other = changed([
      (
        #""key": "Chrome", "page_views": 400, "visitors": 150"#,
        #""key": "Chrome", "page_views": 400, "visitors": 149"#
      )
    ])
    #expect(findings(beside: other).map(\.place) == ["tables browser, a row"])
    let totals = changed([(#""visits": 300, "visitors": 200"#, #""visits": 300, "visitors": 199"#)])
    #expect(findings(beside: totals).map(\.place) == ["totals.visitors"])
  }

  @Test("rows that do not nest are found")
  func nesting() {
    let other = changed([(#""key": "/news/:num/""#, #""key": "/news/today/""#)])
    #expect(findings(beside: other).map(\.place) == ["tables page"])
  }

  @Test("clicks of two advertisers' shares are not compared")
  func shares() {
    let clicks = (#""visitors": 200, "clicks": null"#, #""visitors": 200, "clicks": 30"#)
    let more = (#""visitors": 200, "clicks": null"#, #""visitors": 200, "clicks": 40"#)
    let placement = (
      #"{"id": "day""#,
      #"{"id": "placement", "title": "P", "clause": {"id": "s1", "says": "x"}, "metrics": ["reach"], "rows": [{"key": "Top", "reach": 40}], "other": null}, {"id": "day""#
    )
    let one = ("a.json", changed([clicks]))
    let same = SampleAudit.findings(of: [one, ("b.json", changed([more]))])
    #expect(same.map(\.place) == ["totals.clicks"])
    let share = SampleAudit.findings(of: [one, ("b.json", changed([more, placement]))])
    #expect(share == [])
  }

  /// What two reports of different shares tell of channels.
  /// - Parameter advertiser: whose report the second is, where that and not the placements tells their shares apart.
  private func channels(
    _ one: String, _ other: String, hidden: Int = 0, advertiser: String? = nil
  ) -> [String] {
    func report(_ rows: String, _ placement: String, _ advertiser: String? = nil) -> String {
      let remainder =
        hidden == 0 || rows.contains("180")
        ? "null" : #"{"page_views": \#(hidden), "visitors": \#(hidden)}"#
      let head = #""clause": {"id": "s1", "says": "x"}, "metrics": ["#
      let audience = #""audience": "partner""#
      return changed([
        (audience, audience + (advertiser.map { #", "advertiser": "\#($0)""# } ?? "")),
        (
          #"{"id": "day""#,
          #"{"id": "placement", "title": "P", \#(head)"reach"], "rows": [{"key": "\#(placement)", "reach": 40}], "other": null}, "#
            + #"{"id": "channel", "title": "C", \#(head)"page_views", "visitors"], "rows": [\#(rows)], "other": \#(remainder)}, {"id": "day""#
        ),
      ])
    }
    let files = [
      ("a.json", report(one, "Top")),
      ("b.json", report(other, advertiser == nil ? "Side" : "Top", advertiser)),
    ]
    return SampleAudit.findings(of: files).filter { $0.rule == .subtraction }.map(\.place)
  }

  private func row(_ key: String, _ count: Int) -> String {
    #"{"key": "\#(key)", "page_views": \#(count), "visitors": \#(count)}"#
  }

  @Test(
    "campaigns that are other sites to one reader are no other figures; a small rest of them is")
  func channelsOfShares() {
    let direct = row("direct", 320)
    // 100 by campaigns and 80 from other sites, which together are 180.
    let all = [row("campaign", 100), row("other", 80), direct].joined(separator: ", ")
    #expect(channels(all, [row("other", 180), direct].joined(separator: ", ")) == [])
    #expect(channels([row("other", 180), direct].joined(separator: ", "), all) == [])
    // An advertiser's own report may have the placements of all.
    let own = [row("other", 180), direct].joined(separator: ", ")
    #expect(channels(all, own, advertiser: "Kestrel Tools") == [])
    // Another population.
    let more = [row("other", 181), row("direct", 319)].joined(separator: ", ")
    #expect(channels(all, more) == ["tables channel, a row"])
    // One report hides the other sites with more: the campaigns taken off give them away.
    let hides = [row("campaign", 177), row("direct", 300)].joined(separator: ", ")
    let tells = [row("other", 180), row("search", 20), row("direct", 300)].joined(separator: ", ")
    #expect(channels(hides, tells, hidden: 23).contains("tables channel, a row"))
    // Nineteen are one fewer than the threshold, twenty as many.
    for (campaigns, isFound) in [(161, true), (160, false)] {
      let one = [row("campaign", campaigns), row("direct", 320)].joined(separator: ", ")
      let found = channels(one, own, hidden: 180 - campaigns)
      #expect(found.contains("tables channel, a row") == isFound, "\(campaigns)")
    }
  }

  @Test("a day inside a longer report is found where few are left")
  func dayInside() {
    let day = changed([
      (#""to": "2026-11-17""#, #""to": "2026-11-16""#),
      (
        #""key": "Firefox", "page_views": 100, "visitors": 50"#,
        #""key": "Firefox", "page_views": 100, "visitors": 47"#
      ),
    ])
    let found = findings(beside: day)
    #expect(found.contains { $0.place == "tables browser, row 2" && $0.file == "a.json" })
  }

  @Test("a day inside may leave as many as the threshold, and not one fewer", arguments: [30, 31])
  func edge(_ firefox: Int) {
    let day = changed([
      (#""to": "2026-11-17""#, #""to": "2026-11-16""#),
      (
        #""key": "Firefox", "page_views": 100, "visitors": 50"#,
        #""key": "Firefox", "page_views": 80, "visitors": \#(firefox)"#
      ),
    ])
    let found = findings(beside: day).contains { $0.place == "tables browser, row 2" }
    #expect(found == (firefox == 31))
  }

  @Test("the line of the flow that gathers sections is another one in each report")
  func flow() {
    func report(_ views: Int, _ key: String) -> String {
      changed([
        (
          #"{"id": "browser", "title""#,
          #"{"id": "flow", "title": "Flow", "clause": {"id": "s1", "says": "x"}, "metrics": ["page_views", "visitors"], "#
            + #""rows": [{"key": "\#(key) → /news", "page_views": \#(views), "visitors": 40}], "other": null}, "#
            + #"{"id": "browser", "title""#
        )
      ])
    }
    func found(_ key: String) -> [AuditFinding] {
      SampleAudit.findings(of: [("a.json", report(90, key)), ("b.json", report(80, key))])
        .filter { $0.rule == .subtraction }
    }
    #expect(found("(other sections)") == [])
    #expect(found("/shop").map(\.place) == ["tables flow, a row"])
  }

  @Test("windows that roll are found")
  func rolling() {
    let next = changed([
      (#""from": "2026-11-16""#, #""from": "2026-11-17""#),
      (#""to": "2026-11-17""#, #""to": "2026-11-18""#),
    ])
    #expect(findings(beside: next).map(\.place) == ["period"])
  }

  @Test("reports of other sites are not compared")
  func otherSites() {
    let other = changed([
      (#""name": "Example""#, #""name": "Other""#),
      (#""key": "/news/:num/""#, #""key": "/news/today/""#),
    ])
    #expect(findings(beside: other) == [])
  }
}
