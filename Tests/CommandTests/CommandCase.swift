import Foundation
import Testing

/// A command line with what it must do, read from a file that people can read.
///
/// The file begins with what it proves, after `#`. Then, each on a line:
/// `needs NAME` skips the case where a program is missing, or where mounting or `root` is not possible;
/// `log FILE N PATH…` makes a log of N visitors who each see the paths; `% …` prepares by the shell;
/// `$ …` is the command line; `status N`; `stdout` and `stderr` head lines that are
/// indented by two, in which `…` stands for any text, and alone on a line for any lines; without
/// them nothing is written; `creates FILE MODE` and `changes FILE` name what is left behind:
/// every other file is as it was. `known issue …` and `intermittent issue …` name a fault that is not
/// mended yet.
struct CommandCase: Sendable, CustomTestStringConvertible {
  let file: URL
  var proves = ""
  var needs: [String] = []
  var knownIssue: String?
  /// Whether the known fault shows only now and then.
  var isIntermittent = false
  fileprivate(set) var head: [String] = []
  var logs: [(name: String, visitors: Int, paths: [String])] = []
  var preparations: [String] = []
  var line = ""
  var status: Int32 = 0
  var stdout: [String] = []
  var stderr: [String] = []
  var creates: [(name: String, mode: Int)] = []
  var changes: [String] = []

  var testDescription: String { file.deletingPathExtension().lastPathComponent }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static func all() throws -> [CommandCase] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "case" }.sorted { $0.path < $1.path }.map(CommandCase.init)
  }

  struct Malformed: Error { let line: String }

  init(_ file: URL) throws {
    self.file = file
    enum Part { case head, stdout, stderr }
    var part = Part.head
    var isHead = true
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("  "), part != .head {
        if part == .stdout { stdout.append(String(line.dropFirst(2))) }
        if part == .stderr { stderr.append(String(line.dropFirst(2))) }
        continue
      }
      if line.hasPrefix("status ") { isHead = false }
      if isHead { head.append(line) }
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case nil: continue
      case "#": proves += (proves.isEmpty ? "" : " ") + words.dropFirst().joined(separator: " ")
      case "needs": needs += words.dropFirst()
      case "known" where words.count > 2, "intermittent" where words.count > 2:
        isIntermittent = words[0] == "intermittent"
        knownIssue = words.dropFirst(2).joined(separator: " ")
      case "log" where words.count > 3:
        logs.append((words[1], Int(words[2]) ?? 0, Array(words.dropFirst(3))))
      case "%": preparations.append(String(line.dropFirst(2)))
      case "$": self.line = String(line.dropFirst(2))
      case "status" where words.count == 2: status = Int32(words[1]) ?? -1
      case "stdout": part = .stdout
      case "stderr": part = .stderr
      case "creates" where words.count == 3:
        creates.append((words[1], Int(words[2], radix: 8) ?? 0))
      case "changes" where words.count == 2: changes.append(words[1])
      default: throw Malformed(line: line)
      }
    }
    guard !proves.isEmpty, !line.isEmpty, !isHead else { throw Malformed(line: file.path) }
  }

  /// Writes the file anew with what was observed in the place of what was expected.
  func record(
    status: Int32, stdout: [String], stderr: [String], creates: [(String, Int)], changes: [String]
  )
    throws
  {
    var lines = head + ["status \(status)"]
    if !stdout.isEmpty { lines += ["stdout"] + stdout.map { "  " + $0 } }
    if !stderr.isEmpty { lines += ["stderr"] + stderr.map { "  " + $0 } }
    lines += creates.map { "creates \($0.0) \(String($0.1, radix: 8))" }
    lines += changes.map { "changes \($0)" }
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  /// Whether lines are as a pattern says.
  static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "…" {
      return (0...lines.count).contains {
        matches(lines.dropFirst($0), pattern.dropFirst())
      }
    }
    guard let line = lines.first, matches(line, first) else { return false }
    return matches(lines.dropFirst(), pattern.dropFirst())
  }

  static func matches(_ line: String, _ pattern: String) -> Bool {
    let parts = pattern.components(separatedBy: "…")
    guard parts.count > 1 else { return line == pattern }
    guard line.hasPrefix(parts[0]) else { return false }
    var rest = line.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
