import Foundation
import Testing

/// Every log of the collection, under every promise, for every audience.
/// The logs of the collection under every promise, for every audience.
@Suite(.enabled(if: !RealLog.all.isEmpty, "the collection of logs is not beside the repository"))
struct RealLogTests {
  @Test(
    "a real log: every line is accounted for, no table is shown that is not granted, and nothing that names a person",
    arguments: Array(RealLog.all.enumerated()))
  func everyPromise(_ number: Int, _ log: RealLog) throws {
    let promises = Self.promises(number)
    let scratch = try Scratch()
    try scratch.write(Data("[promotion]\nnotice = true\npages = [\"/*\"]\n".utf8), to: "site.toml")
    let line = """
      i=0; for promise in \(promises.map { "'\($0.options)'" }.joined(separator: " ")); do
        logagg -q $promise --site site.toml --max-rejected 100 -o $i.json -o $i.html -o $i.csv \
          -o $i.txt -o $i.md '\(log.file.path)' 2> $i.err; echo $?; i=$((i + 1))
      done
      """
    let outcome = try scratch.run(line, limit: 120)
    let statuses = outcome.output.split(separator: "\n").compactMap { Int($0) }
    try #require(statuses.count == promises.count, "it came to its end")
    #expect(Set(statuses).count == 1, "whether a log can be read is not the promise's to say")
    let text = try log.text(scratch)
    try Self.checkLeaks(of: text, scratch)
    let lines = text.count { $0 == 0x0A } + (text.last.map { $0 == 0x0A ? 0 : 1 } ?? 0)
    for (number, promise) in promises.enumerated() {
      let message = try scratch.text("\(number).err")
      guard statuses[number] == 0 else {
        let files = try scratch.files().keys.filter { $0.hasPrefix("\(number).") }
        #expect(statuses[number] == 65 && files == ["\(number).err"])
        #expect(message.hasPrefix("logagg: ") && message.count < 1_000)
        continue
      }
      #expect(message.isEmpty)
      let report = try ReportJSON.read(scratch.read("\(number).json"))
      #expect(report.input.lines == lines)
      Self.check(report, promise)
    }
  }

  /// All promises for a release build; a debug build takes a few for each log, in turns.
  static func promises(_ number: Int) -> [Promise] {
    guard !Repository.isRelease else { return Promise.all }
    let step = 7
    return Promise.all.enumerated().filter { ($0.offset + number) % step == 0 }.map(\.element)
  }

  /// Checks every file that the runs left; neither the log nor what is found is in the message.
  private static func checkLeaks(of text: Data, _ scratch: Scratch) throws {
    let needles = RealLog.identifiers(in: text)
    for (name, data) in try scratch.files() where name != "site.toml" {
      let isFound = needles.found(in: data) != nil
      #expect(!isFound, "something of the log is in \(name)")
    }
  }

  /// What holds of every report.
  static func check(_ report: ReportJSON, _ promise: Promise) {
    let name: Comment = "\(promise.testDescription)"
    let shown = report.input.excluded.compactMap(\.lines).reduce(0, +)
    if let views = report.input.page_views {
      #expect(shown + views == report.input.lines, name)
    } else {
      #expect(report.totals.visitors == nil && report.totals.page_views == nil, name)
      #expect(report.input.excluded.dropFirst(3).allSatisfy { $0.lines == nil }, name)
    }
    let granted = GrantedTables.ids(policy: promise.policy, audience: promise.audience)
    let kinds = report.tables.map { $0.id.hasPrefix("segment-") ? "segment" : $0.id }
    #expect(Set(kinds).isSubset(of: granted), name)
    #expect(Set(kinds).count == kinds.count, name)
    let withheld = report.not_released.map(\.table)
    #expect(Set(withheld).isDisjoint(with: kinds), name)
    #expect(GrantedTables.standard.isSubset(of: Set(kinds).union(withheld)), name)
    #expect(report.not_released.allSatisfy { !$0.why.isEmpty }, name)
    for table in report.tables {
      #expect(!table.clause.id.isEmpty && !table.clause.says.isEmpty, name)
      for row in table.rows.map(\.figures) + [table.other].compactMap({ $0 }) {
        if let visitors = row.visitors {
          #expect(visitors == 0 || visitors >= report.disclosure.threshold, "\(table.id)")
        }
      }
    }
  }
}

@Suite struct RealLogIdentifierTests {
  @Test("what names a person in a line is found in an output, and what a report may show is not")
  func identifiers() {
    let line = #"""
      198.51.100.77 - user.name42 [19/Nov/2026:10:00:00 +0000] "GET /a?mail=a%40b.example&q=words&n=12345678 HTTP/1.1" 200 1 "https://www.example.org/people/somebody/photo" "Mozilla/5.0 (X11) Chrome/131.0.0.0"
      2001:db8:a:b::1 - - [19/Nov/2026:10:00:00 +0000] "GET /b HTTP/1.1" 200 1 "-" "-"
      """#
    let needles = RealLog.identifiers(in: Data(line.utf8))
    for secret in [
      "198.51.100.77", "user.name42", "a%40b.example", "12345678", "2001:db8:a:b::1",
      "www.example.org/people/somebody/photo", "Mozilla/5.0 (X11) Chrome/131.0.0.0",
    ] {
      #expect(needles.found(in: Data("<td>\(secret)</td>".utf8)) != nil, "\(secret)")
    }
    for shown in ["131.0.0.0", "example.org", "Chrome 131", "words", "/people/:id"] {
      #expect(needles.found(in: Data("<td>\(shown)</td>".utf8)) == nil, "\(shown)")
    }
  }
}
