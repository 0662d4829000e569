import Foundation
import Testing

/// Missed nights are closed in order, from the rotated files that hold them.
@Suite struct CatchUpTests {
  private static func line(_ visitor: Int, _ day: Int, hour: Int = 12) -> String {
    String(
      format:
        "241.0.%d.9 - - [%02d/Nov/2026:%02d:00:%02d +0000] \"GET /a HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36\"\n",
      visitor, day, hour, visitor % 60)
  }

  private static func day(_ day: Int, visitors: Int = 60) -> String {
    (0..<visitors).map { line($0, day) }.joined()
  }

  /// Rotated at noon: each file holds the half of two days.
  private static func prepared(_ days: ClosedRange<Int>) throws -> Scratch {
    let scratch = try Scratch()
    for day in days {
      let text =
        (30..<60).map { line($0, day - 1, hour: 18) }.joined()
        + (0..<30).map { line($0, day, hour: 6) }.joined()
      try scratch.write(Data(text.utf8), to: "access.log.\(days.upperBound - day)")
    }
    try scratch.write(
      Data(
        """
        ledger = "ledger.jsonl"
        logs = ["access.log*"]

        [site]
        name = "Example"

        """.utf8), to: "site.toml")
    _ = try scratch.run("gzip access.log.[2-9]")
    return scratch
  }

  private static let catchUp = "logagg catch-up --site site.toml -o '{date}.json' --to 2026-11-18"

  @Test("the days that are missing are closed in order, from all files that hold them")
  func closes() throws {
    let scratch = try Self.prepared(10...19)
    let night = "logagg -q --site site.toml -o first.json --day 2026-11-12 access.log*"
    #expect(try scratch.run(night).status == 0)
    let outcome = try scratch.run(Self.catchUp)
    #expect(outcome.status == 0)
    let closed = (13...18).map { "logagg: 2026-11-\($0): closed\n" }.joined()
    #expect(outcome.message == closed)
    let days = try scratch.run("grep -o '\"from\":\"2026-11-..\",\"to\"' ledger.jsonl | uniq")
    #expect(
      days.output.split(separator: "\n").map { $0.dropFirst(16).prefix(2) }
        == (12...18).map { "\($0)" })
    // Whole days, though each lies in two files.
    #expect(try scratch.text("2026-11-15.json").contains("\"page_views\": 60"))
    let again = try scratch.run(Self.catchUp)
    #expect(again.status == 0 && again.message.isEmpty)
    #expect(try scratch.run("logagg ledger verify -q ledger.jsonl").status == 0)
  }

  @Test("a day whose beginning the logs no longer hold stays missing and is named")
  func lost() throws {
    let scratch = try Self.prepared(14...19)
    let outcome = try scratch.run(Self.catchUp + " --from 2026-11-12")
    #expect(outcome.status == 66)
    let night = "logagg -q --site site.toml -o first.json --day 2026-11-18 access.log*"
    #expect(try scratch.run(night).status == 0)
    let second = try scratch.run(Self.catchUp + " --from 2026-11-12")
    #expect(second.status == 0)
    #expect(second.message.contains("2026-11-13: the logs no longer hold this day"))
    #expect(second.message.contains("2026-11-14: closed"))
  }

  @Test("a day that cannot be closed ends it, with that day's status")
  func stops() throws {
    let scratch = try Self.prepared(10...19)
    #expect(
      try scratch.run("logagg -q --site site.toml -o first.json --day 2026-11-12 access.log*")
        .status
        == 0)
    let outcome = try scratch.run(Self.catchUp + " --audience nobody")
    #expect(outcome.status == 77)
    #expect(outcome.message.contains("2026-11-13: could not be closed"))
  }
}
