import Foundation
import Testing

/// What a release binary is linked with, its size, and how soon it is at work.
@Suite(.serialized, .enabled(if: Repository.isRelease, "LOGAGG_BINARY names no release binary"))
struct ReleaseBinaryTests {
  @Test("neither Foundation nor ICU nor a Swift library is loaded")
  func linkage() throws {
    let outcome = try Scratch().run("ldd \"$(command -v logagg)\"")
    try #require(outcome.status == 0 && outcome.output.contains("libc.so"))
    for library in ["Foundation", "icu", "libswift", "libxml", "libcurl"] {
      #expect(!outcome.output.contains(library), "\(library)")
    }
  }

  @Test("nothing of Foundation or ICU is in the binary")
  func symbols() throws {
    let outcome = try Scratch().run(
      "strings -n 8 \"$(command -v logagg)\" | grep -cE 'icudt[0-9]|u_getVersion_|FoundationInternationalization|_CFStringCreate'"
    )
    try #require(outcome.status <= 1)
    #expect(outcome.output == "0\n")
  }

  @Test("a stripped binary is at most 21 MB, as Benchmarks/limits allows")
  func size() throws {
    let scratch = try Scratch()
    try #require(
      try scratch.run("cp \"$(command -v logagg)\" stripped && strip stripped").status == 0)
    let size = try scratch.read("stripped").count
    #expect(size <= 21_000_000, "\(size) bytes")
  }

  @Test("it is at work at once", arguments: ["--version", "--audience internal -o r.json"])
  func start(_ options: String) throws {
    let scratch = try Scratch()
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<21 {
      let start = clock.now
      #expect(try scratch.run("logagg \(options)").status == 0)
      times.append(clock.now - start)
    }
    times.sort()
    // With the shell around it, and a machine that does other things.
    #expect(times[10] < .milliseconds(60), "median \(times[10])")
  }
}
