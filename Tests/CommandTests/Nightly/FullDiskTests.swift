import Foundation
import Testing

/// A disk that is full at whichever write.
@Suite struct FullDiskTests {
  private static let canMount =
    (try? Scratch().run("unshare -m mount -t tmpfs none .").status) == 0

  @Test(
    "however little room there is, all outputs appear or none, and the old ones stand",
    .enabled(if: canMount, "mounting is not possible here"))
  func everyWrite() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/", "/b/"]).data, to: "access.log")
    // Each size is a disk of its own; what is left there is listed.
    let outcome = try scratch.run(
      """
      mkdir disk
      for size in $(seq 4 4 160); do
        unshare -m sh -c "mount -t tmpfs -o size=${size}k none disk; echo old > disk/a.html
          logagg --quiet --audience internal -o disk/a.html -o disk/b.json -o disk/c.csv --prometheus disk/d.prom \\
            --summary-json disk/e.json --ledger ledger-$size.jsonl access.log 2> message
          echo \\$? \\$(ls -A disk | tr '\\n' ' ') \\$(head -c 3 disk/a.html) \\$(wc -l < message)"
      done
      """, limit: 120)
    try #require(outcome.status == 0, "\(outcome.message)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 40)
    for line in lines {
      #expect(
        ["74 a.html old 1", "73 a.html old 1", "0 a.html b.json c.csv d.prom e.json <!D 0"]
          .contains(line),
        "\(line)")
    }
    #expect(lines.first?.hasPrefix("7") == true)
    #expect(lines.last?.hasPrefix("0") == true)
  }
}
