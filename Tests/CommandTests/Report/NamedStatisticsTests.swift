import Foundation
import Testing

/// The statistics that the bundled policies name, each as a table of a report on the sample log.
/// - Source: POLICIES, “The statistics that these texts name”.
@Suite struct NamedStatisticsTests {
  /// What a policy names: its tables, each with the clause that allows it and a row that has to be in it.
  struct Named: Sendable, CustomTestStringConvertible {
    let promise: Promise
    var advertiser = ""
    /// `table clause row`.
    let tables: [String]
    /// Tables that others of its audiences see, or nobody.
    var missing: [String] = []

    var testDescription: String { promise.testDescription }
  }

  private static let named = [
    // Usage of products and services, and conversions.
    Named(
      promise: Promise(policy: "indiamart-2003", audience: "advertiser"),
      advertiser: "Acme Stationery",
      tables: [
        "section s7 /shop", "page s7 /", "entry-page s7 /", "day s7 2026-11-19",
        "placement s7 Acme leaderboard", "goal s7 Order / book", "goal s7 Newsletter",
      ], missing: ["browser", "referrer", "country"]),
    // Goods and services purchased, by number and type, for anyone.
    Named(
      promise: Promise(policy: "micromax-2012", audience: "public"),
      tables: ["goal guarantee Order / book", "day guarantee 2026-11-19"],
      missing: ["flow", "placement", "campaign", "section"]),
    // The site itself: page flow, and how effective promotion is.
    Named(
      promise: Promise(policy: "micromax-2012", audience: "internal"),
      tables: [
        "flow flow /shop → outside", "goal guarantee Order / gift-card",
        "campaign flow newsletter / email / diwali-reading", "placement flow Globex sidebar",
        "frequency flow 1", "exit-link behaviour example.org",
      ]),
    // Clicks, exit pages, and the links that lead out.
    Named(
      promise: Promise(policy: "industrykart-2019", audience: "advertiser"),
      advertiser: "Acme Stationery",
      tables: [
        "exit-page s1 /", "exit-link s1 example.org", "referrer s1 google.com",
        "platform s1 Windows", "goal s1-sharing Order / book",
      ], missing: ["page", "section"]),
    // Links clicked to leave, for the site itself.
    Named(
      promise: Promise(policy: "mailmarketer-2012", audience: "internal"),
      tables: [
        "exit-link collection example.org", "exit-link collection paper-craft-118.in",
        "referrer collection google.com",
      ], missing: ["goal", "placement", "hour"]),
  ]

  @Test("each policy shows what it names, on the sample log, with its clause", arguments: named)
  func shown(_ named: Named) throws {
    let scratch = try Scratch()
    let advertiser = named.advertiser.isEmpty ? "" : "--advertiser '\(named.advertiser)'"
    let outcome = try scratch.run(
      "logagg -q \(named.promise.options) \(advertiser) --site \"$SAMPLES/site.toml\" -o r.json \"$SAMPLES/access.log.gz\""
    )
    try #require(outcome.status == 0, "\(outcome.message)")
    let report = try ReportJSON.read(scratch.read("r.json"))
    for wanted in named.tables {
      let words = wanted.split(separator: " ", maxSplits: 2).map(String.init)
      let table = try #require(report.tables.first { $0.id == words[0] }, "\(wanted)")
      #expect(table.clause.id == words[1], "\(wanted)")
      let row = table.rows.first { $0.key == words[2] }
      let figures = table.metrics.compactMap { row?.figures.value($0) }
      #expect(figures.contains { $0 > 0 }, "\(wanted)")
    }
    for table in named.missing { #expect(!report.tables.contains { $0.id == table }, "\(table)") }
    let countsClicks = ["indiamart-2003", "industrykart-2019"].contains(named.promise.policy)
    if countsClicks { #expect((report.totals.clicks ?? 0) > 0) }
  }

  @Test("the figures of conversions are those of the log")
  func conversions() throws {
    let scratch = try Scratch()
    // Of the log itself, without a robot: answered requests that complete an order.
    let outcome = try scratch.run(
      """
      logagg -q --policy micromax-2012 --audience internal --site "$SAMPLES/site.toml" -o r.json "$SAMPLES/access.log.gz" &&
      zcat "$SAMPLES/access.log.gz" | grep -v '^253[.]' | grep -c '"GET /order/complete?type=book[^"]*" 200'
      """)
    try #require(outcome.status == 0, "\(outcome.message)")
    let report = try ReportJSON.read(scratch.read("r.json"))
    let goals = try #require(report.tables.first { $0.id == "goal" })
    let books = goals.rows.first { $0.key == "Order / book" }?.figures.conversions
    #expect(books == Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
