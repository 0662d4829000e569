import Foundation
import Testing

/// The example of a publisher with two advertisers does what its page says.
@Suite struct WorkedExampleTests {
  private static let page = "Documentation/Advertisers.md"
  private static let advertisers = ["Acme Stationery", "Globex Coffee"]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
  }

  /// The contents of the fenced blocks of a language.
  private static func blocks(_ language: String, in text: String) -> [String] {
    var blocks: [String] = []
    var open: [String]?
    for line in text.components(separatedBy: "\n") {
      if let lines = open {
        if line == "```" { blocks.append(lines.joined(separator: "\n")) }
        open = line == "```" ? nil : lines + [line]
      } else if line == "```\(language)" {
        open = []
      }
    }
    return blocks
  }

  /// A folder in which the page's commands have run, exactly as they stand there.
  private static func night() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      at: scratch.work.appending(path: "Tests"),
      withDestinationURL: Repository.root.appending(path: "Tests"))
    let commands = try #require(blocks("sh", in: text(page)).first)
    let outcome = try scratch.run("set -e\n" + commands)
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.message)")
    return scratch
  }

  private static func file(_ reader: String, _ form: String) -> String {
    "reports/2026-11-19-\(reader.lowercased().replacing(" ", with: "-")).\(form)"
  }

  private static func report(_ reader: String, _ night: Scratch) throws -> ReportJSON {
    try ReportJSON.read(night.read(file(reader, "json")))
  }

  @Test("what the page shows of the site file stands in it, and README has the page's commands")
  func excerpts() throws {
    let page = try Self.text(Self.page)
    let site = try Self.text("Tests/Samples/site.toml")
    let excerpts = Self.blocks("toml", in: page)
    #expect(excerpts.count == 4)
    for excerpt in excerpts { #expect(site.contains(excerpt)) }
    let commands = try #require(Self.blocks("sh", in: page).first)
    #expect(Self.blocks("sh", in: try Self.text("README.md")).contains(commands))
  }

  @Test("one pass writes the three reports that the page lists; each is what the schema says")
  func written() throws {
    let night = try Self.night()
    let listed = try #require(Self.blocks("text", in: Self.text(Self.page)).first)
    let found = try night.files().keys.filter { $0.hasPrefix("reports/") }
    #expect(
      found.map { String($0.dropFirst("reports/".count)) }.sorted().joined(separator: "\n")
        == listed)
    let schema = try JSONSchema(
      Data(contentsOf: Repository.root.appending(path: "Documentation/report.schema.json")))
    for reader in ["internal"] + Self.advertisers {
      let report = try JSONTree.read(night.read(Self.file(reader, "json"))) as? [String: Any] ?? [:]
      #expect(try schema.faults(of: report).isEmpty)
      let policy = report["policy"] as? [String: Any]
      #expect(policy?["advertiser"] as? String == (reader == "internal" ? nil : reader))
    }
  }

  @Test(
    "the three reports agree in every figure that two of them show, but for clicks and frequencies")
  func agree() throws {
    let night = try Self.night()
    let reports = try (["internal"] + Self.advertisers).map { try Self.report($0, night) }
    var compared = 0
    for other in reports.dropFirst() {
      for metric in ["page_views", "visits", "visitors"] {
        #expect(other.totals.value(metric) == reports[0].totals.value(metric))
      }
      for table in other.tables where table.id != "frequency" {
        let twin = reports[0].tables.first { $0.id == table.id }
        for row in table.rows {
          guard let same = twin?.rows.first(where: { $0.key == row.key }) else { continue }
          for metric in table.metrics where row.figures.value(metric) != nil {
            #expect(same.figures.value(metric) == row.figures.value(metric), "\(table.id)")
            compared += 1
          }
        }
      }
    }
    #expect(compared > 500)
  }

  @Test("no advertiser's report holds the other's name, campaigns, or figures, in any form")
  func apart() throws {
    let night = try Self.night()
    let everything = try Self.report("internal", night)
    let placements = try #require(everything.tables.first { $0.id == "placement" })
    #expect(placements.rows.count == 2)
    for (own, other) in [(0, 1), (1, 0)] {
      let reader = Self.advertisers[own]
      let otherName = Self.advertisers[other].split(separator: " ")[0]
      let row = try #require(placements.rows.first { $0.key.hasPrefix(otherName) })
      let impressions = try #require(row.figures.impressions)
      let reach = try #require(row.figures.reach)
      let tables = try Self.report(reader, night).tables.filter {
        ["placement", "frequency", "campaign"].contains($0.id)
      }
      let figures = tables.flatMap { $0.rows.map(\.figures) + [$0.other].compactMap(\.self) }
      #expect(!figures.contains { $0.impressions == impressions || $0.reach == reach })
      let campaign = ["diwali-reading", "winter-courses"][other]
      for form in ["json", "html"] {
        let text = try night.text(Self.file(reader, form))
        #expect(text.contains(reader))
        #expect(!text.lowercased().contains(otherName.lowercased()))
        #expect(!text.contains(campaign))
        #expect(!text.contains("\(impressions / 1000),\(impressions % 1000)"), "\(form)")
        #expect(!text.contains(": \(impressions)"), "\(form)")
      }
    }
  }

  @Test(
    "what the reports' clicks leave when the site's own are subtracted is the advertiser's own share"
  )
  func clicks() throws {
    let night = try Self.night()
    let all = try Self.report("internal", night)
    func clicks(_ report: ReportJSON, _ table: String) -> Int {
      let table = report.tables.first { $0.id == table }
      return (table?.rows ?? []).compactMap(\.figures.clicks).reduce(0, +)
    }
    for reader in Self.advertisers {
      let own = try Self.report(reader, night)
      #expect(own.totals.clicks == clicks(all, "exit-link") + clicks(own, "placement"))
      #expect(clicks(own, "placement") < clicks(all, "placement"))
    }
  }

  @Test("the figures that the page and README show are the reports'")
  func figures() throws {
    let night = try Self.night()
    let page = try Self.text(Self.page)
    let readme = try Self.text("README.md")
    let all = try Self.report("internal", night)
    let table = try #require(all.tables.first { $0.id == "placement" })
    func grouped(_ count: Int?) -> String {
      guard let count, count >= 1000 else { return count.map { String($0) } ?? "" }
      return "\(count / 1000),\(String(count % 1000 + 1000).dropFirst())"
    }
    func line(_ name: String, _ figure: String, isAcme: Bool) -> String {
      "| \(name) | \(figure) |" + (isAcme ? " \(figure) | |" : " | \(figure) |")
    }
    for row in table.rows {
      let isAcme = row.key.hasPrefix("Acme")
      let figures = row.figures
      let lines = [
        line("\(row.key): impressions", grouped(figures.impressions), isAcme: isAcme),
        line("reach", grouped(figures.reach), isAcme: isAcme),
        line("clicks", grouped(figures.clicks), isAcme: isAcme),
        line("conversions in the same visit", grouped(figures.conversions), isAcme: isAcme),
      ]
      #expect(page.contains(lines.joined(separator: "\n")))
      let pair = "\(grouped(figures.impressions)), \(grouped(figures.clicks))"
      #expect(readme.contains("| \(row.key): impressions, clicks | \(pair) |"))
    }
  }
}
