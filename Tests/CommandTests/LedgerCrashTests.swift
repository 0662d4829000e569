import Foundation
import Testing

/// A run that is killed at any system call of appending and writing has released nothing, or the very same release (T25).
@Suite(.serialized) struct LedgerCrashTests {
  static let hasStrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")
  /// The calls by which a run changes anything outside itself.
  static let calls = ["pwrite64", "fsync", "rename", "write", "unlink", "ftruncate", "fchmod"]
  static let run = "logagg -q --ledger ledger.jsonl -o report.json access.log"

  private static func prepared() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a", "/b"]).data, to: "access.log")
    // One key for all, so that the same release is the same record.
    try scratch.write(Data(repeating: 7, count: 32), to: "ledger.jsonl.key")
    _ = try scratch.run("chmod 600 ledger.jsonl.key")
    return scratch
  }

  private static func files(_ scratch: Scratch) throws -> [String: Data] {
    try scratch.files().filter { $0.key == "report.json" || $0.key == "ledger.jsonl" }
  }

  /// Runs with one system call answered otherwise; `nil` where the run makes no such call so often.
  private static func traced(_ scratch: Scratch, _ injection: String) throws -> Int32? {
    let outcome = try scratch.run(
      "strace -f -qq -o trace -e trace=\(injection.prefix { $0 != ":" }) -e inject=\(injection) \(run)"
    )
    return outcome.status
  }

  @Test(
    "killed at a system call it has released nothing, or what it gives again",
    .enabled(if: hasStrace, "strace is not installed"), arguments: calls)
  func killed(_ call: String) throws {
    let whole = try Self.prepared()
    #expect(try whole.run(Self.run).status == 0)
    let expected = try Self.files(whole)
    for time in 1...60 {
      let scratch = try Self.prepared()
      let status = try Self.traced(scratch, "\(call):signal=KILL:when=\(time)")
      if status == 0 { break }
      let left = try Self.files(scratch)
      // An output is there whole or not at all, and never without its record.
      if let report = left["report.json"] {
        #expect(
          report == expected["report.json"] && left["ledger.jsonl"] == expected["ledger.jsonl"])
      }
      let verified = try scratch.run(
        "test ! -e ledger.jsonl || logagg ledger verify -q ledger.jsonl")
      #expect(verified.status == 0, "\(call) \(time): \(verified.message)")
      #expect(try scratch.run(Self.run).status == 0, "\(call) \(time)")
      #expect(try Self.files(scratch) == expected, "\(call) \(time)")
    }
  }

  @Test(
    "where the disk is full nothing is released, and nothing is left",
    .enabled(if: hasStrace, "strace is not installed"), arguments: ["pwrite64", "fsync"])
  func fullDisk(_ call: String) throws {
    for time in 1...3 {
      let scratch = try Self.prepared()
      let before = try scratch.files()
      let status = try Self.traced(scratch, "\(call):error=ENOSPC:when=\(time)")
      if status == 0 { break }
      #expect(status == 74, "\(call) \(time)")
      let left = try Self.files(scratch)
      #expect(left["report.json"] == nil)
      // Nothing of the ledger, or where only the report could not be written the release as it stands.
      if left["ledger.jsonl"] != nil {
        #expect(try scratch.run("logagg ledger verify -q ledger.jsonl").status == 0)
      }
      #expect(before["access.log"] != nil)
      #expect(try scratch.run(Self.run).status == 0)
    }
  }

  @Test(
    "negative control: a run that writes first and records afterwards, killed between, releases twice",
    .enabled(if: hasStrace, "strace is not installed"))
  func recordedAfterwards() throws {
    let naive =
      "logagg -q -o report.json access.log && logagg -q --ledger ledger.jsonl -o - access.log"
    let scratch = try Self.prepared()
    // Killed at its first write into the ledger.
    let outcome = try scratch.run(
      "strace -f -qq -o trace -e trace=pwrite64 -e inject=pwrite64:signal=KILL:when=1 sh -c '\(naive)'"
    )
    #expect(outcome.status != 0)
    let released = try scratch.read("report.json")
    #expect(try Self.recordCount(scratch) == 0)
    // A line comes late: nothing knows of the report that is out, and its difference is that line's visitor.
    let late = "tail -1 access.log | sed 's,GET /b ,GET /a ,' >> access.log"
    #expect(try scratch.run("\(late); \(naive)").status == 0)
    #expect(try scratch.read("report.json") != released)
    // The command, killed there, has released nothing; killed later, it refuses the late line.
    let careful = try Self.prepared()
    _ = try Self.traced(careful, "pwrite64:signal=KILL:when=1")
    #expect(try Self.files(careful)["report.json"] == nil)
    #expect(try careful.run(Self.run).status == 0)
    #expect(try careful.run("\(late); \(Self.run)").status == 77)
  }

  private static func recordCount(_ scratch: Scratch) throws -> Int {
    guard let ledger = try files(scratch)["ledger.jsonl"] else { return 0 }
    return ledger.count { $0 == UInt8(ascii: "\n") }
  }

  @Test("many runs at once make one release")
  func manyAtOnce() throws {
    let scratch = try Self.prepared()
    let starts = (1...12).map {
      "logagg -q --wait 120 --ledger ledger.jsonl -o report-\($0).json access.log &"
    }
    let outcome = try scratch.run(starts.joined(separator: " ") + " wait; wc -l < ledger.jsonl")
    #expect(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
    let files = try scratch.files()
    let reports = (1...12).map { files["report-\($0).json"] }
    #expect(Set(reports).count == 1 && reports[0] != nil)
  }
}
