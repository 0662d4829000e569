import Foundation
import Testing

@testable import LogAggregate

@Suite("A ledger")
struct LedgerTests {
  static let log =
    CrowdLog.views("/news", visitors: 0..<40) + CrowdLog.views("/shop", visitors: 10..<30)

  @Test("gives the same report again for the same lines in any order, split and number of jobs")
  func again() async throws {
    let trial = try LedgerTrial()
    let first = try await trial.close([Self.log])
    let bytes = try trial.bytes
    let lines = Self.log.split(separator: "\n", omittingEmptySubsequences: true).map { $0 + "\n" }
    let shuffled = lines.reversed().joined()
    let halves = [lines.prefix(17).joined(), lines.dropFirst(17).joined()]
    for logs in [[Self.log], [shuffled], halves, halves.reversed()] {
      let again = try await trial.close(logs)
      #expect(ReportDump.text(again) == ReportDump.text(first))
    }
    #expect(try trial.bytes == bytes)
    #expect(first.disclosure.ledger?.count == 64)
  }

  @Test("what is let out is read back from the record, and is all that was released")
  func recordIsTheRelease() async throws {
    let trial = try LedgerTrial()
    var ledger = try Ledger(path: trial.path)
    let released = try await trial.release([Self.log], key: ledger.key)
    let recorded = try ledger.close(released, version: "test")
    let hash = try #require(recorded.disclosure.ledger)
    #expect(String(decoding: try trial.bytes, as: UTF8.self).contains(hash))
    #expect(!released.tables.isEmpty && recorded.source == nil)
    // All but what the report says of the ledger itself.
    func text(_ report: ReleasedReport) -> [Substring] {
      ReportDump.text(report).split(separator: "\n").filter {
        !$0.hasPrefix("rules ") && !$0.contains("edger")
      }
    }
    #expect(text(recorded) == text(released))
  }

  @Test("lines outside the asked period change nothing, a line within it is another input (T7)")
  func lateLine() async throws {
    let trial = try LedgerTrial()
    let day = CivilDate.november(19, 19)
    let first = try await trial.close([Self.log], days: day)
    let bytes = try trial.bytes
    let nextDay = CrowdLog.views("/news", visitors: 0..<10, day: 20)
    let again = try await trial.close([Self.log, nextDay], days: day)
    #expect(ReportDump.text(again) == ReportDump.text(first))
    let late = CrowdLog.line("/shop", visitor: 77)
    await #expect(throws: LedgerError.refused(.input(period: "2026-11-19", audience: "internal"))) {
      try await trial.close([Self.log, late], days: day)
    }
    #expect(try trial.bytes == bytes)
    // Negative control: without the ledger both are released, and their difference is the late visitor's view.
    let before = try await trial.release([Self.log], days: day, key: nil)
    let after = try await trial.release([Self.log, late], days: day, key: nil)
    #expect(before.rows(.page)?["/shop"] == "20 20")
    #expect(after.rows(.page)?["/shop"] == "21 21")
  }

  @Test("a line twice is another input than a line once")
  func repeatedLine() async throws {
    let trial = try LedgerTrial()
    _ = try await trial.close([Self.log])
    let twice = Self.log + CrowdLog.line("/news", visitor: 3)
    await #expect(throws: LedgerError.refused(.input(period: "2026-11-19", audience: "internal"))) {
      try await trial.close([twice])
    }
  }

  @Test("another policy for a closed day is refused by name")
  func otherPolicy() async throws {
    let trial = try LedgerTrial()
    _ = try await trial.close([Self.log])
    trial.threshold = 6
    await #expect(
      throws: LedgerError.refused(
        .policy(period: "2026-11-19", audience: "internal", name: "standard"))
    ) { try await trial.close([Self.log]) }
    // So is the same promise with another share of a group that may be told of.
    trial.threshold = 5
    trial.disclosure = "max_share = 0.8"
    await #expect(
      throws: LedgerError.refused(
        .policy(period: "2026-11-19", audience: "internal", name: "standard"))
    ) { try await trial.close([Self.log]) }
    trial.disclosure = nil
    #expect(try await trial.close([Self.log]).disclosure.ledger != nil)
  }

  @Test("periods that overlap a closed one are refused, rolling windows among them (T5)")
  func rollingWindows() async throws {
    let trial = try LedgerTrial()
    let logs = (1...14).map { day in
      CrowdLog.views("/news", visitors: 0..<(20 + day), day: day)
    }
    _ = try await trial.close(logs, days: CivilDate.november(1, 7))
    for window in [CivilDate.november(2, 8), CivilDate.november(7, 7), CivilDate.november(1, 14)] {
      await #expect(
        throws: LedgerError.refused(.overlap(table: "totals", period: "2026-11-01 to 2026-11-07"))
      ) { try await trial.close(logs, days: window) }
    }
    _ = try await trial.close(logs, days: CivilDate.november(8, 14))
    // Negative control: without the ledger two windows give the difference of two single days.
    let one = try await trial.release(logs, days: CivilDate.november(1, 7), key: nil)
    let other = try await trial.release(logs, days: CivilDate.november(2, 8), key: nil)
    let (first, second) = (one.totals.pageViews, other.totals.pageViews)
    #expect(first == .count((21...27).reduce(0, +)) && second == .count((22...28).reduce(0, +)))
  }

  @Test("another time zone moves the days' ends, so it is refused")
  func otherZone() async throws {
    let trial = try LedgerTrial()
    _ = try await trial.close([Self.log])
    trial.zone = "Asia/Kolkata"
    await #expect(throws: LedgerError.refused(.timeZone("UTC"))) {
      try await trial.close([CrowdLog.views("/news", visitors: 0..<40, day: 25)])
    }
  }

  @Test("another audience is shown the same day only from the same lines")
  func otherAudience() async throws {
    let trial = try LedgerTrial()
    _ = try await trial.close([Self.log])
    let partner = try await trial.close([Self.log], Audience("partner"))
    #expect(partner.disclosure.threshold == 20)
    await #expect(
      throws: LedgerError.refused(.otherAudience(period: "2026-11-19", audience: "internal"))
    ) {
      try await trial.close([Self.log, CrowdLog.line("/shop", visitor: 77)], .advertiser)
    }
  }

  @Test(
    "of a restated day the last release binds other audiences, who may not restate to a third log")
  func restatedForOthers() async throws {
    let trial = try LedgerTrial()
    let more = CrowdLog.views("/news", visitors: 100..<130)
    let partner = Audience("partner")
    _ = try await trial.close([Self.log], partner)
    _ = try await trial.close([Self.log])
    // Who restates comes first: the partner still shows what is being replaced.
    _ = try await trial.close([Self.log, more], restating: "A file was missing.")
    let third = CrowdLog.views("/shop", visitors: 200..<240)
    await #expect(
      throws: LedgerError.refused(.otherAudience(period: "2026-11-19", audience: "internal"))
    ) { try await trial.close([Self.log, third], partner, restating: "Another was missing.") }
    let restated = try await trial.close(
      [Self.log, more], partner, restating: "A file was missing.")
    #expect(restated.totals.visitors == .count(70))
    // An audience that comes later is compared with the last release alone.
    let late = try await trial.close([Self.log, more], .advertiser)
    #expect(late.totals.visitors == .count(70))
  }

  @Test("the same rows with other figures for another audience are refused (T6)")
  func otherPopulation() async throws {
    let trial = try LedgerTrial()
    _ = try await trial.close([Self.log])
    trial.site = "[internal]\nnetworks = [\"241.0.3.0/24\"]\n"
    await #expect(
      throws: LedgerError.refused(
        .otherFigures(table: "totals", period: "2026-11-19", audience: "internal"))
    ) { try await trial.close([Self.log], Audience("partner")) }
  }

  @Test("an empty input without a day closes nothing")
  func noPeriod() async throws {
    let trial = try LedgerTrial()
    let report = try await trial.close([""])
    #expect(report.disclosure.ledger == nil)
    #expect(!FileManager.default.fileExists(atPath: trial.path))
  }

  @Test("holds no address, agent, or line, and its key is not in it")
  func holdsNothingElse() async throws {
    let trial = try LedgerTrial()
    _ = try await trial.close([Self.log])
    let text = String(decoding: try trial.bytes, as: UTF8.self)
    #expect(!text.contains("241.0.") && !text.contains("AppleWebKit"))
    let key = try Data(contentsOf: URL(filePath: trial.path + ".key"))
    #expect(key.count == 32)
    #expect(!text.contains(Array(key).hexadecimal))
    let mode = try FileManager.default.attributesOfItem(atPath: trial.path + ".key")
    #expect((mode[.posixPermissions] as? Int) == 0o600)
  }
}
