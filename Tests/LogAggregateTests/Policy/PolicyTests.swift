import Foundation
import Testing

@testable import LogAggregate

/// One change to the small policy, and the message that it must lead to.
private struct Slip: CustomTestStringConvertible {
  let found: String
  let written: String
  let line: Int?
  let problem: String
  let remedy: String
  var testDescription: String { problem }

  init(_ found: String, _ written: String, _ line: Int?, _ problem: String, _ remedy: String) {
    self.found = found
    self.written = written
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  static let audience = "[audiences.advertiser]"
  static let disclosure = "[disclosure]\n"
  static let all: [Slip] = [
    Slip("default_deny", "defualt_deny", 4, "unknown key `defualt_deny`", "default_deny"),
    Slip("policy/1", "policy/2", 1, "schema `logagg.policy/2` is not known", "logagg.policy/1"),
    Slip("name = \"small\"", "name = \"Small One\"", 2, "not a plain word", "a-z"),
    Slip("name = \"small\"", "", nil, "`name` is missing", "a string"),
    Slip("title = \"A small policy\"", "title = 3", 3, "`title` is an integer", "a string"),
    Slip("title = \"A small policy\"", "title = \"\"", 3, "`title` is empty", "value"),
    Slip("A small policy", #"A\u001b[31m"#, 3, "control character", "plain text"),
    Slip("2020-02-29", "2021-02-29", 8, "the date `2021-02-29`", "2019-03-13"),
    Slip("dated =", "date =", 8, "unknown key `date` in `provenance`", "dated"),
    Slip("default_deny = \"s1\"", "default_deny = \"s9\"", 4, "clause `s9`", "s1, s2"),
    Slip(
      "visitor = \"s1\" }\n[fields.user", "visitor = \"s3\" }\n[fields.user", 15, "clause `s3`",
      "s1, s2"),
    Slip(
      "{ visitor = \"s1\" }\n[fields.user", "{ city = \"s1\" }\n[fields.user", 15,
      "unknown key `city` in `fields.client.permit`", "visitor, country, isp, domain"),
    Slip(
      "{ visitor = \"s1\" }\n[fields.user", "{ identity = \"s1\" }\n[fields.user", 15,
      "\"identity\" cannot be permitted", "visitor"),
    Slip("[fields.client]", "[fields.cookie]", 14, "unknown key `cookie` in `fields`", "client"),
    Slip(audience, audience + "\nthreshold = 1", 28, "a threshold of 1", "at least 2"),
    Slip(audience, audience + "\nthreshold = -7", 28, "a threshold of -7", "at least 2"),
    Slip(audience, audience + "\nthreshold = 30", 28, "below the default of 50", "reason"),
    Slip(audience, audience + "\nthreshold = \"60\"", 28, "is a string", "an integer"),
    Slip(audience, audience + "\nnetworks = 9", 28, "networks = 9", "10 to 50"),
    Slip(audience, audience + "\nnetworks = 51", 28, "networks = 51", "10 to 50"),
    Slip(audience, audience + "\nvisitor_limit = 481", 28, "visitor_limit = 481", "1 to 480"),
    Slip(audience, audience + "\nvisitor_limit = 0", 28, "visitor_limit = 0", "1 to 480"),
    Slip(
      audience, "[audiences.internal]\nvisitor_limit = 31\n" + audience, 28,
      "visitor_limit = 31", "1 to 30"),
    Slip(audience, audience + "\nscope = \"all\"", 28, "scope `all`", "site, promotion"),
    Slip(audience, audience + "\nscope = \"promotion\"", 27, "`clause` is missing", "string"),
    Slip(audience, audience + "\nreach = 1", 28, "unknown key `reach`", "visitor_limit"),
    Slip(audience, disclosure + "max_share = 0.4\n" + audience, 28, "max_share", "0.5 to 0.99"),
    Slip(audience, disclosure + "max_share = 1\n" + audience, 28, "max_share", "0.5 to 0.99"),
    Slip(audience, disclosure + "max_share = 90\n" + audience, 28, "max_share", "0.5 to 0.99"),
    Slip(audience, disclosure + "max_share = nan\n" + audience, 28, "max_share", "0.5 to 0.99"),
    Slip(audience, disclosure + "max_share = 0.905\n" + audience, 28, "max_share", "two decimals"),
    Slip(audience, disclosure + "max_share = 0.95\n" + audience, 28, "above the default", "reason"),
    Slip(audience, disclosure + "max_share = \"0.9\"\n" + audience, 28, "a string", "decimal"),
    Slip(audience, disclosure + "identifying = [\"isp\"]\n" + audience, 28, "`isp`", "section"),
    Slip(audience, disclosure + "share = 1\n" + audience, 28, "unknown key `share`", "max_share"),
    Slip("[\"advertiser\"]", "[\"advertizer\"]", 30, "audience `advertizer`", "advertiser"),
    Slip("[\"advertiser\"]", "[]", 30, "`audiences` in `releases[0]` is empty", "at least one"),
    Slip("  \"hour\",", "  \"hours\",", 33, "table `hours`", "hour"),
    Slip(
      "  \"hour\",", "  \"country\",", 33, "`country` needs `country` of [fields.client]",
      "permit it"),
    Slip(
      "  \"hour\",", "  \"segment-*\",", 33, "`segment-*` needs `segment` of [fields.user]",
      "permit it"),
    Slip(
      "\"page_views\", \"visitors\"", "\"page_views\", \"people\"", 35, "metric `people`",
      "visitors"),
    Slip("\"page_views\", \"visitors\"", "\"page_views\", \"ctr\"", 35, "no table", "take it out"),
    Slip(
      "\"page_views\", \"visitors\"", "\"page_views\", \"clicks\"", 32,
      "`day` needs `click` of [fields.target]", "permit it"),
    Slip("  \"hour\",", "  \"exit-page\",", 33, "`exit-page` needs `page`", "permit it"),
    Slip("purpose =", "porpoise =", 37, "unknown key `porpoise` in `releases[0]`", "purpose"),
    Slip("purpose = \"Advertising\"", "", 29, "`purpose` is missing in `releases[0]`", "string"),
    Slip("clause = \"s1\"\npurpose", "clause = \"s8\"\npurpose", 36, "clause `s8`", "s1, s2"),
    Slip("{ visit = \"s1\", day", "{ day", 32, "`day` needs `visit` of [fields.time]", "permit"),
    Slip(
      "permit = { page-view = \"s1\" }\n\n",
      """
      permit = { page-view = "s1" }
      forbid = { any = "s2" }


      """, 33, "`day` needs `page-view` of [fields.target], which is forbidden by clause s2",
      "take it out"),
  ]

  static let denials: [Slip] = [
    Slip("", "clause = \"s2\"", 39, "neither audiences nor tables", "name either"),
    Slip("", "audiences = [\"everyone\"]\nclause = \"s2\"", 40, "audience `everyone`", "public"),
    Slip("", "tables = [\"pages\"]\nclause = \"s2\"", 40, "table `pages`", "page"),
    Slip("", "tables = [\"page\"]", 39, "`clause` is missing", "string"),
    Slip("", "tables = \"page\"\nclause = \"s2\"", 40, "is a string", "an array of strings"),
  ]
}

@Suite struct PolicyTests {
  @Test(
    "each slip in a policy is an error with its line, what was found, and what is allowed",
    arguments: Slip.all)
  private func slips(_ slip: Slip) throws {
    let text = PolicyText.small
    try #require(text.contains(slip.found))
    let changed = text.replacing(slip.found, with: slip.written, maxReplacements: 1)
    Self.expect(slip, in: changed)
  }

  @Test("each slip in a denial is an error with its line", arguments: Slip.denials)
  private func denialSlips(_ slip: Slip) {
    Self.expect(slip, in: PolicyText.small + "[[denials]]\n" + slip.written)
  }

  private static func expect(_ slip: Slip, in text: String) {
    let error = #expect(throws: PolicyError.self) { try Policy(text: text, file: "my.toml") }
    #expect(error?.file == "my.toml")
    #expect(error?.line == slip.line, "\(String(describing: error))")
    #expect(error?.problem.contains(slip.problem) == true, "\(String(describing: error))")
    #expect(error?.remedy.contains(slip.remedy) == true, "\(String(describing: error))")
    #expect("\(error.map { "\($0)" } ?? "")".contains("\n") == false)
  }

  @Test("the small policy is valid, also with a reason for a lower threshold")
  func valid() throws {
    #expect(throws: Never.self) { try Policy(text: PolicyText.small, file: "my.toml") }
    let lowered = PolicyText.small.replacing(
      "[audiences.advertiser]",
      with: "[audiences.advertiser]\nthreshold = 30\nreason = \"a small site\"\nnetworks = 12")
    let policy = try Policy(text: lowered, file: "my.toml")
    let plan = try Plan(policy: policy, audience: .advertiser, site: .unnamed)
    #expect(plan.threshold == 30)
    #expect(plan.networks == 12)
  }

  @Test("a syntax error tells line and column")
  func syntaxError() {
    let error = #expect(throws: PolicyError.self) {
      try Policy(text: "schema = \"a\"\nname = = 3\n", file: "my.toml")
    }
    #expect(error?.line == 2)
    #expect(error?.column == 8)
    #expect("\(error.map { "\($0)" } ?? "")".hasPrefix("my.toml:2:8: not valid TOML"))
  }

  @Test(
    "a NUL byte does not end the text early, nor a name that holds one",
    arguments: ["\0[[denials]]", #""denials\u0000" = 1"#, #"title = "\U00000000""#])
  func nulByte(_ line: String) {
    let error = #expect(throws: PolicyError.self) {
      try Policy(text: PolicyText.small + line + "\n", file: "my.toml")
    }
    #expect(error?.problem == "a NUL byte")
    #expect(error?.line == 39)
  }

  @Test("every prefix of a bundled policy is read or refused, never a crash")
  func prefixes() throws {
    let text = try #require(Policy.bundled("mailmarketer-2012")).text
    var refused = 0
    for end in stride(from: 0, to: text.utf8.count, by: 41) {
      let prefix = String(decoding: Array(text.utf8).prefix(end), as: UTF8.self)
      do throws(PolicyError) { _ = try Policy(text: prefix, file: "p") } catch { refused += 1 }
    }
    #expect(refused > 10)
  }
}

@Suite struct BundledPoliciesTests {
  @Test("every bundled policy can be read, bears its own name, and the default comes first")
  func readable() throws {
    #expect(Policy.bundledNames.count == 6)
    #expect(Policy.bundledNames.first == Policy.defaultName)
    for name in Policy.bundledNames {
      let text = try #require(Bundled.all.first { $0.name == name }?.text)
      let policy = try Policy(text: text, file: name)
      #expect(policy.name == name)
      #expect(policy.sha256 == SHA256.digest(of: Array(text.utf8)).hexadecimal)
      #expect(text.hasSuffix("\n"))
    }
    #expect(Policy.bundled("no-such-policy") == nil)
  }

  @Test("every clause of a bundled policy is cited by a rule")
  func citedClauses() throws {
    // Made-in-China's section on registration explains why the treatment may speak of members.
    let background = ["why"]
    for name in Policy.bundledNames {
      let policy = try #require(Policy.bundled(name))
      var cited = Set(policy.permits.values.map(\.id))
      cited.formUnion(policy.forbids.values.map(\.id))
      cited.formUnion(policy.grants.map(\.clause.id))
      cited.formUnion(policy.denials.map(\.clause.id))
      cited.formUnion(policy.rules.compactMap(\.scopeClause?.id))
      cited.insert(policy.defaultDeny.id)
      for clause in policy.clauses where !background.contains(clause.id) {
        // What bans a raw field leaves no rule behind, since no report could hold one anyway.
        let bansRawField = policy.text.contains("identity = \"\(clause.id)\"")
        #expect(cited.contains(clause.id) || bansRawField, "\(name) \(clause.id)")
      }
    }
  }

  private static let seeds = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/seeds").standardizedFileURL
  private static var haveSeeds: Bool { FileManager.default.fileExists(atPath: seeds.path) }

  @Test("clauses are sections of the texts, and no sentence is copied", .enabled(if: haveSeeds))
  func seeds() throws {
    let numbered = ["indiamart-2003": "000_", "industrykart-2019": "001_"]
    let named = [
      "mailmarketer-2012": "002_", "micromax-2012": "003_", "made-in-china-2001": "004_",
    ]
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.seeds.path)
    func seed(_ prefix: String) throws -> String {
      let file = try #require(files.first { $0.hasPrefix(prefix) })
      return try String(contentsOf: Self.seeds.appending(path: file), encoding: .utf8)
    }
    for (name, prefix) in numbered {
      let text = try seed(prefix)
      for clause in try #require(Policy.bundled(name)).clauses {
        let number = try #require(clause.id.split(separator: "-").first?.dropFirst())
        #expect(text.contains("\(number)\\. "), "\(name) \(clause.id)")
      }
    }
    for (name, prefix) in numbered.merging(named, uniquingKeysWith: { $1 }) {
      let policy = try #require(Policy.bundled(name))
      let text = Self.words(try seed(prefix)).joined(separator: " ")
      #expect(text.contains(Self.words(try #require(policy.provenance.site))[0]))
      for clause in policy.clauses {
        // Nine words in a row would be a copy; the section's own name, before a colon, may be longer.
        let said = clause.says.split(separator: ":").last.map(String.init) ?? clause.says
        let words = Self.words(said)
        for start in 0..<max(0, words.count - 8) {
          let run = words[start..<start + 9].joined(separator: " ")
          #expect(!text.contains(run), "\(name) \(clause.id)")
        }
      }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
