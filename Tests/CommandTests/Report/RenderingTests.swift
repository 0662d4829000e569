import Foundation
import Testing

/// How long a full report takes to render, in every form and language, beyond the run itself.
@Suite(.serialized, .enabled(if: Repository.isRelease, "LOGAGG_BINARY names no release binary"))
struct RenderingTests {
  private static func seconds(_ options: String) throws -> Duration {
    let scratch = try Scratch()
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<11 {
      let start = clock.now
      let outcome = try scratch.run(
        "logagg -q --audience internal --site \"$SAMPLES/site.toml\" -o r.json \(options) \"$SAMPLES/access.log.gz\""
      )
      try #require(outcome.status == 0, "\(outcome.message)")
      times.append(clock.now - start)
    }
    // The least is the one that other work on the machine touched least.
    return times.min() ?? .zero
  }

  @Test(
    "a form of the sample's full report takes less than 50 ms",
    arguments: ["-o r.html", "-o r.html --language hi", "-o r.xlsx", "-o r.txt", "-o r.md"])
  func quick(_ options: String) throws {
    let rendering = try Self.seconds(options) - Self.seconds("")
    #expect(rendering < .milliseconds(50), "\(rendering)")
  }

  @Test("a page for everything is small enough to mail", arguments: ["en", "hi"])
  func size(_ language: String) throws {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      "logagg --audience internal --language \(language) --site \"$SAMPLES/site.toml\" -o r.html \"$SAMPLES/access.log.gz\""
    )
    try #require(outcome.status == 0)
    #expect(try scratch.read("r.html").count < 300_000)
  }
}
