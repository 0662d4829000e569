import Foundation
import LogAggregate
import Testing

/// What cron gives a job, and what it does not.
@Suite struct EnvironmentTests {
  @Test(
    "an empty environment, no terminal, a narrow umask and a folder that is read-only are enough")
  func bare() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/"]).data, to: "access.log")
    let outcome = try scratch.run(
      """
      mkdir still out && chmod 755 . && chmod 777 out && cd still && chmod 555 . && umask 077
      user="$(setpriv --reuid=65534 true 2>/dev/null && echo 'setpriv --reuid=65534 --regid=65534 --clear-groups')"
      setsid -w $user env -i "$(readlink -f "$(command -v logagg)")" --quiet -o ../out/report.json ../access.log < /dev/null
      """)
    #expect(
      outcome.status == 0 && outcome.output.isEmpty && outcome.message.isEmpty, "\(outcome.message)"
    )
    #expect(try scratch.mode(of: "out/report.json") == 0o600)
    #expect(try ReportJSON.read(scratch.read("out/report.json")).totals.visitors == 60)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.work.path + "/out").count == 1)
  }

  @Test("a hundred starts at once make one release, and the same report each")
  func concurrent() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/"]).data, to: "access.log")
    let outcome = try scratch.run(
      """
      for i in $(seq 100); do
        logagg --quiet --ledger ledger.jsonl --wait 100 -o report-$i.json access.log || echo $? >> failed &
      done
      wait; cat failed 2> /dev/null; sha256sum report-*.json | cut -d' ' -f1 | sort | uniq -c | tr -s ' '
      """, limit: 150)
    try #require(outcome.status == 0, "\(outcome.message)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix(" 100 "), "\(outcome.output) \(outcome.message)")
    let ledger = try Ledger.verify(path: scratch.work.path + "/ledger.jsonl")
    #expect(ledger.releaseCount == 1)
    #expect(ledger.tornByteCount == 0)
  }

  @Test("of starts at once that do not wait, each makes the report or says that the ledger is held")
  func held() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/"]).data, to: "access.log")
    let outcome = try scratch.run(
      """
      for i in $(seq 20); do
        { logagg --quiet --ledger ledger.jsonl -o report-$i.json access.log 2> /dev/null; echo $? >> ends; } &
      done
      wait; sort ends | uniq -c | tr -s ' '; ls report-*.json | wc -l
      """)
    var ends: [Substring: Int] = [:]
    for line in outcome.output.split(separator: "\n").dropLast() {
      let words = line.split(separator: " ")
      ends[words[1]] = Int(words[0])
    }
    #expect(Set(ends.keys).isSubset(of: ["0", "75"]) && ends["0"] ?? 0 >= 1, "\(outcome.output)")
    #expect(outcome.output.split(separator: "\n").last.flatMap { Int($0) } == ends["0"])
    #expect(try Ledger.verify(path: scratch.work.path + "/ledger.jsonl").releaseCount == 1)
  }
}
