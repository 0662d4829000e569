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
    let site = try Site(text: try #require(Self.examples().last), file: "Policies.md")
    #expect(site.members?.columns == ["industry", "country"])
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
