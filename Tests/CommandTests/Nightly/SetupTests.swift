import Foundation
import LogAggregate
import Testing

/// The first day: `init` and `doctor`.
@Suite struct SetupTests {
  @Test(
    "init writes a site file that is valid, guesses host and zone from the sample, and names nobody"
  )
  func sketch() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run("logagg init \"$SAMPLES/access.log.gz\"")
    try #require(outcome.status == 0, "\(outcome.message)")
    let site = try Site(text: outcome.output, file: "site.toml")
    #expect(site.timeZone == "Asia/Kolkata")
    #expect(site.hosts.first == "example.com", "\(outcome.output)")
    #expect(outcome.output.contains("# pattern = \"/books/*\""), "\(outcome.output)")
    #expect(outcome.output.contains("# The log's format is told by itself: combined."))
    #expect(!outcome.output.contains { $0 == "@" })
  }

  @Test("no byte that only a few visitors caused comes into the site file")
  func canary() throws {
    let scratch = try Scratch()
    var log = InventedLog(
      visitors: 60, paths: ["/books/", "/news/", "/shop/", "/blog/", "/help/", "/about/"])
    log.add(
      visitor: 3, path: "/canary-path/?q=canary-query", referrer: "https://canary.example.net/x",
      user: "canary-user")
    try scratch.write(log.data, to: "access.log")
    let outcome = try scratch.run("logagg init access.log")
    try #require(outcome.status == 0, "\(outcome.message)")
    #expect(!outcome.output.contains("canary"))
    #expect(outcome.output.contains("# pattern = "))
  }

  @Test("init replaces no file")
  func exists() throws {
    let scratch = try Scratch()
    try scratch.write(Data("mine".utf8), to: "site.toml")
    let outcome = try scratch.run("logagg init --output site.toml \"$SAMPLES/access.log.gz\"")
    #expect(outcome.status == 73)
    #expect(try scratch.text("site.toml") == "mine")
  }

  @Test("doctor finds nothing to mend in a job that can run, and leaves no trace")
  func healthy() throws {
    let scratch = try Scratch()
    let before = try scratch.files()
    let outcome = try scratch.run(
      "logagg doctor --site \"$SAMPLES/site.toml\" -o report.html --ledger ledger.jsonl \"$SAMPLES/access.log.gz\""
    )
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.message)")
    #expect(!outcome.output.contains("✘"))
    for check in ["policy", "site file", "time zone", "clock", "log", "output", "ledger"] {
      #expect(outcome.output.contains("✔ \(check)"), "\(outcome.output)")
    }
    #expect(try scratch.files() == before)
  }

  @Test(
    "doctor says what to mend, with the status that the job would end with",
    arguments: [
      ("--policy nobody", 64, "no bundled policy"), ("--site missing.toml", 66, "missing.toml"),
      ("--policy mailmarketer-2012", 77, "refuses"), ("--country-db none.mmdb", 66, "none.mmdb"),
      ("-o none/report.html", 73, "cannot be created"), ("none.log", 66, "none.log"),
      ("noise.log", 65, "known format"), ("--ledger noise.log", 65, "ledger"),
      ("--time-zone Nowhere/Else", 64, "Nowhere/Else"),
    ])
  func ill(_ options: String, _ status: Int, _ words: String) throws {
    let scratch = try Scratch()
    try scratch.write(Data("no log at all\n".utf8), to: "noise.log")
    let outcome = try scratch.run("logagg doctor \(options)")
    #expect(outcome.status == Int32(status), "\(outcome.output)")
    let marked = outcome.output.split(separator: "\n").filter { $0.hasPrefix("✘") }
    #expect(marked.count >= 1 && marked[0].contains(words), "\(outcome.output)")
    #expect(outcome.message.split(separator: "\n").count == 1)
    #expect(!outcome.output.contains("no log at all"))
  }
}
