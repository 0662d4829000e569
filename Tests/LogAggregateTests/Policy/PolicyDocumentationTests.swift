import Foundation
import Testing

@testable import LogAggregate

@Suite struct PolicyDocumentationTests {
  private static let location = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Documentation/Policies.md").standardizedFileURL

  private static func page() throws -> String {
    try String(contentsOf: location, encoding: .utf8)
  }

  /// The page's TOML examples, in order.
  private static func examples() throws -> [String] {
    try page().components(separatedBy: "```toml\n").dropFirst().map { part in
      part.components(separatedBy: "```")[0]
    }
  }

  @Test("the page's policy is valid and does what the page says")
  func policy() throws {
    let policy = try Policy(text: try #require(Self.examples().first), file: "Policies.md")
    let plan = try Plan(policy: policy, audience: .advertiser, site: .unnamed)
    #expect(plan.threshold == 40)
    #expect(plan.networks == 15)
    #expect(plan.withheld.first { $0.table == .isp }?.clause?.id == "s4")
    #expect(plan.tables.contains { $0.id == .placement })
    let own = try Plan(policy: policy, audience: .internal, site: .unnamed)
    #expect(own.visitorLimit == 300)
    #expect(own.tables.contains { $0.id == .isp })
    #expect(throws: Refusal.self) {
      try Plan(policy: policy, audience: .public, site: .unnamed)
    }
  }

  @Test("the page's site file is valid")
  func site() throws {
    let site = try Site(text: try #require(Self.examples().dropFirst().first), file: "Policies.md")
    #expect(site.members?.columns == ["industry", "country"])
    #expect(site.members?.file == "members.csv")
    #expect(site.screen?.parameter == "s")
    #expect(site.screen?.path?.description == "/pixel.gif")
  }

  @Test("the page's member table is valid for the site file's columns")
  func members() throws {
    let page = try Self.page()
    let start = try #require(page.range(of: "```\nuser,"))
    let rest = page[start.lowerBound...].dropFirst(4)
    let text = rest.prefix(upTo: try #require(rest.range(of: "```")).lowerBound)
    let site = try Site(text: try #require(Self.examples().dropFirst().first), file: "Policies.md")
    let columns = try #require(site.members?.columns)
    let table = try MemberTable(
      Array(text.utf8), file: "members.csv", columns: columns, key: RunKey())
    let anna = table.number(of: "anna".utf8.span)
    #expect(table.classes[Int(anna)] == ["Steel", "India"])
  }

  @Test("the page names every key of a site file, and every class that facts can have")
  func siteVocabulary() throws {
    let page = try Self.page()
    for key in ["[[sections]]", "[promotion]", "[members]", "[screen]", "[internal]", "[pages]"] {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
    let words =
      ScreenClass.names.filter { $0.hasPrefix("other") } + [
        MemberTable.noMemberName, MemberTable.unknownName, CellTable.unknown,
      ]
    for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
  }

  @Test("the page names every table, metric, field and form")
  func vocabulary() throws {
    let page = try Self.page()
    let words =
      TableID.standard.map(\.id) + Metric.allCases.map(\.rawValue) + Reduction.fieldNames
      + Reduction.allCases.map(\.form)
    for word in words { #expect(page.contains("`\(word)`"), "\(word)") }
  }
}
