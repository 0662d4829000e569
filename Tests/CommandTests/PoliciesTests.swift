import Foundation
import LogAggregate
import Testing

@testable import logagg

@Suite struct PoliciesTests {
  @Test("the list names every bundled policy and its audiences, and marks the default")
  func list() {
    let text = PoliciesText.list()
    for name in Policy.bundledNames { #expect(text.contains(name)) }
    #expect(text.contains("* standard "))
    #expect(!text.contains("* indiamart"))
    #expect(text.contains("sponsor, investor, developer, partner"))
  }

  @Test("an explanation says which tables, by which clause, and which not, and why")
  func explain() throws {
    let text = try PoliciesCommand.Explain.text(
      policy: "industrykart-2019", audience: "advertiser", site: nil)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true)
    }
    #expect(lines.contains { $0.starts(with: ["browser", "s1", "page_views,"]) })
    #expect(lines.contains { $0.starts(with: ["segment-*", "s1-demographics"]) })
    #expect(lines.contains { $0.starts(with: ["page", "not", "granted"]) })
    #expect(text.contains("at least 50 visitors from 10 networks"))
    #expect(text.contains("    allows goal\n"))
  }

  @Test("an explanation says which tables are closed by longer periods than days")
  func period() throws {
    let release = """

      [[releases]]
      audiences = ["internal"]
      tables = ["status"]
      metrics = ["page_views", "visitors"]
      clause = "s2"
      purpose = "Run the site."
      period = "month"

      """
    let bundled = try PolicySource.load("standard").text
    let text = bundled.replacing(#""status","#, with: "") + release
    try Self.withFile(text) { path in
      let lines = try PoliciesCommand.Explain.text(policy: path, audience: "internal", site: nil)
        .split(separator: "\n")
      #expect(lines.contains { $0.contains("status ") && $0.hasSuffix("; for whole months") })
      #expect(!lines.contains { $0.contains("browser ") && $0.contains("; for ") })
    }
  }

  @Test("a refused audience is 77, and the message names the clause")
  func refused() {
    let failure = #expect(throws: Failure.self) {
      try PoliciesCommand.Explain.text(
        policy: "mailmarketer-2012", audience: "advertiser", site: nil)
    }
    #expect(failure?.status == .refused)
    #expect(failure?.message.contains("third-parties") == true)
  }

  @Test("an unknown policy is 64 and lists the known ones")
  func unknownPolicy() {
    let failure = #expect(throws: Failure.self) { try PolicySource.load("standrad\n") }
    #expect(failure?.status == .usage)
    for name in Policy.bundledNames { #expect(failure?.message.contains(name) == true) }
    #expect(failure?.message.contains("\n") == false)
  }

  @Test(
    "a value with a slash or that ends in .toml is a file; a missing file or a folder is 66",
    arguments: ["./none", "none.toml", "/", "/no-such-folder/p.toml"])
  func missingFile(_ path: String) {
    let failure = #expect(throws: Failure.self) { try PolicySource.load(path) }
    #expect(failure?.status == .noInput)
  }

  @Test("a policy file is read as its text, and a check tells its digest")
  func policyFile() throws {
    let text = try PolicySource.load("micromax-2012").text
    try Self.withFile(text) { path in
      let policy = try PolicySource.load(path)
      #expect(policy.text == text)
      let summary = try PoliciesCommand.Check.text(file: path)
      #expect(summary.hasPrefix("\(path): OK\n"))
      #expect(summary.contains(policy.sha256))
    }
  }

  @Test("a check of a wrong file is 78 and says where; not UTF-8 and too long are 78 too")
  func wrongFile() throws {
    try Self.withFile("schema = \"logagg.policy/1\"\nnaem = \"x\"\n") { path in
      let failure = #expect(throws: Failure.self) { try PoliciesCommand.Check.text(file: path) }
      #expect(failure?.status == .configuration)
      #expect(failure?.message.contains("\(path):2: unknown key `naem`") == true)
    }
    for bytes in [Data([0x61, 0xFF]), Data(repeating: 0x20, count: (1 << 20) + 1)] {
      try Self.withFile(bytes) { path in
        let failure = #expect(throws: Failure.self) { try PolicySource.load(path) }
        #expect(failure?.status == .configuration)
      }
    }
  }

  @Test("a site file opens the sponsor's report, and a wrong one is 78")
  func siteFile() throws {
    try Self.withFile("[promotion]\nnotice = true\npages = [\"/promo/*\"]\n") { path in
      let text = try PoliciesCommand.Explain.text(
        policy: "indiamart-2003", audience: "sponsor", site: path)
      #expect(text.contains("Only pages of the promotion (clause s3): /promo/*"))
    }
    try Self.withFile("[site]\nnmae = 1\n") { path in
      let failure = #expect(throws: Failure.self) { try SiteSource.load(path) }
      #expect(failure?.status == .configuration)
    }
  }

  private static func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    try withFile(Data(text.utf8), body)
  }

  private static func withFile(_ data: Data, _ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).toml")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try body(file.path)
  }
}
