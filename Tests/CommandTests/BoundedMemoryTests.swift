import Foundation
import Testing

/// The command's memory does not grow with what a line or a compressed file turns out to hold.
@Suite(.serialized) struct BoundedMemoryTests {
  /// The largest resident set of a command line that ends with success, in KiB.
  ///
  /// The kernel keeps the mark for as long as the process lives, so that the last look before its end is enough.
  private static func peak(_ scratch: Scratch, _ log: String) throws -> (status: Int, kib: Int) {
    let outcome = try scratch.run(
      """
      logagg -q -j 1 --max-rejected 100 --format json \(log) > report.json 2> errors & p=$!
      while r=$(grep VmHWM /proc/$p/status 2>&1) && test -n "$r"; do last=$r; sleep 0.01; done
      wait $p; echo "$? $last"
      """, limit: 300)
    let words = outcome.output.split { $0 == " " || $0 == "\t" || $0 == "\n" }
    return (words.first.flatMap { Int($0) } ?? -1, words.count > 2 ? Int(words[2]) ?? 0 : 0)
  }

  @Test(
    "lines of 64 MiB and compressed bombs are passed over", .timeLimit(.minutes(10)),
    arguments: [
      ("good.log", "cp good.log x.log", 1),
      (
        "plain",
        "(cat good.log; head -c 67108864 /dev/zero | tr '\\0' x; echo; cat good.log) > x.log", 2
      ),
      ("no newline", "(cat good.log; head -c 67108864 /dev/zero | tr '\\0' x) > x.log", 1),
      (
        "quotes",
        "(cat good.log; head -c 67108864 /dev/zero | tr '\\0' '\"'; echo; cat good.log) > x.log", 2
      ),
      // A megabyte that becomes a gigabyte: ten members of a hundred megabytes.
      (
        "bomb",
        "head -c 104857600 /dev/zero | gzip -1 > z; (gzip -c good.log; cat z z z z z z z z z z) > x.log",
        1
      ),
      // As many lines as bytes.
      (
        "lines",
        "head -c 52428800 /dev/zero | tr '\\0' '\\n' | gzip -1 > z; (gzip -c good.log; cat z z) > x.log",
        1
      ),
    ])
  func bounded(_ name: String, _ preparation: String, _ copies: Int) throws {
    let scratch = try Scratch()
    let log = InventedLog(visitors: 60, paths: ["/news/"])
    try scratch.write(log.data, to: "good.log")
    #expect(try scratch.run(preparation, limit: 300).status == 0)
    let found = try Self.peak(scratch, "x.log")
    #expect(found.status == 0, "\(name)")
    #expect(found.kib > 1000, "\(name): the mark was not seen")
    #expect(found.kib < 128 << 10, "\(name): \(found.kib) KiB")
    print("peak of \(name): \(found.kib) KiB")
    let report = try Data(contentsOf: scratch.work.appending(path: "report.json"))
    let text = String(decoding: report, as: UTF8.self)
    #expect(
      text.contains("\"page_views\": \(60 * copies)")
        || text.contains("\"page_views\":\(60 * copies)"))
  }
}
