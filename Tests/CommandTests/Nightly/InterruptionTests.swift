import Foundation
import Testing

/// Signals that come while outputs are half written.
@Suite struct InterruptionTests {
  @Test(
    "a signal while outputs are written ends the run by that signal and leaves nothing behind",
    arguments: ["TERM", "INT", "HUP", "KILL"])
  func ended(by signal: String) throws {
    let outcome = try run(
      """
      env --default-signal=INT,HUP,TERM logagg $options & p=$!
      \(Self.untilHalfWritten); kill -\(signal) $p; wait $p; echo $? > status
      """)
    let number = ["TERM": 143, "INT": 130, "HUP": 129, "KILL": 137][signal] ?? 0
    #expect(try outcome.text("status") == "\(number)\n")
    #expect(try outcome.text("a.json") == "old\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: outcome.work.path).sorted() == Self.files)
  }

  @Test("a signal that was ignored before stays ignored: the run ends well")
  func ignored() throws {
    let outcome = try run(
      """
      trap '' HUP; logagg $options & p=$!
      \(Self.untilHalfWritten); kill -HUP $p; timeout 2 cat pipe.html > /dev/null; wait $p; echo $? > status
      """)
    #expect(try outcome.text("status") == "0\n")
    #expect(try outcome.text("a.json") != "old\n")
  }

  /// One file has no name yet, and the pipe is open for the shell, by inheritance, and for the report.
  private static let untilHalfWritten = """
    until [ "$(ls -l /proc/$p/fd | grep -c 'deleted\\|pipe.html')" -ge 3 ]; do sleep 0.1; done; sleep 0.3
    """

  private static let files = ["a.json", "access.log", "pipe.html", "status"]

  /// A folder in which a run wrote one report, and stood before a pipe that took no more of the other.
  private func run(_ line: String) throws -> Scratch {
    let scratch = try Scratch()
    let paths = (0..<400).map { "/s\($0)/\(String(repeating: "x", count: 80))/" }
    try scratch.write(InventedLog(visitors: 30, paths: paths).data, to: "access.log")
    try scratch.write(Data("old\n".utf8), to: "a.json")
    let outcome = try scratch.run(
      """
      mkfifo pipe.html; exec 3<>pipe.html
      options="--audience internal -o a.json -o pipe.html access.log"
      \(line)
      """, limit: 20)
    try #require(outcome.status == 0, "\(outcome.message)")
    return scratch
  }
}
