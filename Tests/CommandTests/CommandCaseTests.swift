import Foundation
import Testing

/// The cases in `Cases/`; with `LOGAGG_RECORD=1` the files are written anew, and the tests fail.
@Suite struct CommandCaseTests {
  private static let isRecording =
    ProcessInfo.processInfo.environment["LOGAGG_RECORD"]?.isEmpty == false

  @Test("what the command does is what its case says", arguments: try CommandCase.all())
  func commandCase(_ expected: CommandCase) throws {
    let scratch = try Scratch()
    for need in expected.needs where try !Self.has(need, scratch) {
      // The machine cannot do it; the case says so, and other machines can.
      return
    }
    for log in expected.logs {
      try scratch.write(InventedLog(visitors: log.visitors, paths: log.paths).data, to: log.name)
    }
    for preparation in expected.preparations {
      let outcome = try scratch.run(preparation)
      try #require(outcome.status == 0, "preparing failed: \(preparation)\n\(outcome.message)")
    }
    let before = try scratch.files()
    let outcome = try scratch.run(expected.line)
    let observed = try Observed(outcome, scratch, before: before)
    if Self.isRecording, expected.knownIssue == nil {
      try Self.record(expected, observed)
      return
    }
    if let issue = expected.knownIssue {
      withKnownIssue("\(issue)", isIntermittent: expected.isIntermittent) {
        Self.check(expected, observed)
      }
    } else {
      Self.check(expected, observed)
    }
  }

  /// What a command line did.
  struct Observed {
    let status: Int32
    let stdout: [String]
    let stderr: [String]
    var creates: [(String, Int)] = []
    var changes: [String] = []
    var removes: [String] = []

    init(_ outcome: Scratch.Outcome, _ scratch: Scratch, before: [String: Data]) throws {
      status = outcome.status
      stdout = Self.lines(outcome.output)
      stderr = Self.lines(outcome.message)
      let after = try scratch.files()
      for (name, data) in after.sorted(by: { $0.key < $1.key }) {
        if before[name] == nil {
          creates.append((name, name.hasPrefix("TMPDIR/") ? 0 : try scratch.mode(of: name) ?? 0))
        } else if before[name] != data {
          changes.append(name)
        }
      }
      removes = before.keys.filter { after[$0] == nil }.sorted()
    }

    /// Lines without their ends, be they of a file for Unix or of CSV; a last line that has none is marked.
    private static func lines(_ text: String) -> [String] {
      var lines = text.replacing("\r\n", with: "\n").components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += "\\" }
      return lines
    }
  }

  private static func check(_ expected: CommandCase, _ observed: Observed) {
    #expect(observed.status == expected.status, "status")
    #expect(
      CommandCase.matches(observed.stdout[...], expected.stdout[...]),
      "stdout:\n\(observed.stdout.joined(separator: "\n"))")
    #expect(
      CommandCase.matches(observed.stderr[...], expected.stderr[...]),
      "stderr:\n\(observed.stderr.joined(separator: "\n"))")
    #expect(
      observed.creates.map { "\($0.0) \(String($0.1, radix: 8))" }
        == expected.creates.map { "\($0.name) \(String($0.mode, radix: 8))" }, "new files")
    #expect(observed.changes == expected.changes, "changed files")
    #expect(observed.removes.isEmpty, "removed files")
  }

  private static func record(_ expected: CommandCase, _ observed: Observed) throws {
    let isSame = { (lines: [String], pattern: [String]) in
      CommandCase.matches(lines[...], pattern[...])
    }
    try expected.record(
      status: observed.status,
      stdout: isSame(observed.stdout, expected.stdout) ? expected.stdout : observed.stdout,
      stderr: isSame(observed.stderr, expected.stderr) ? expected.stderr : observed.stderr,
      creates: observed.creates, changes: observed.changes)
    Issue.record("recorded; look at the difference and run again without LOGAGG_RECORD")
  }

  private static func has(_ need: String, _ scratch: Scratch) throws -> Bool {
    let test =
      switch need {
      case "mount": "unshare -m mount -t tmpfs none ."
      case "nobody": "setpriv --reuid=65534 --regid=65534 --clear-groups logagg --version"
      default: "command -v \(need)"
      }
    return try scratch.run(test).status == 0
  }
}

@Suite struct CommandCasePatternTests {
  @Test("an ellipsis stands for any text in a line, and alone for any lines; all else is literal")
  func patterns() {
    #expect(CommandCase.matches("a bc d", "a … d"))
    #expect(!CommandCase.matches("a bc d", "a … e"))
    #expect(!CommandCase.matches("ab", "a"))
    #expect(!CommandCase.matches("a", "a…a"))
    #expect(CommandCase.matches(["1", "2", "3"], ["1", "…"]))
    #expect(CommandCase.matches(["1", "2", "3"], ["…", "3"]))
    #expect(!CommandCase.matches(["1", "2", "3"], ["…", "2"]))
    #expect(!CommandCase.matches(["1"], []))
  }
}
