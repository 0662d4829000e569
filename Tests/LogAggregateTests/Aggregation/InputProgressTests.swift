import Testing

@testable import LogAggregate

@Suite struct InputProgressTests {
  @Test("more overlapping inputs than can be told apart are an error, and not one source")
  func tooMany() throws {
    var progress = InputProgress(sourceLimit: 3)
    for number in 0..<3 {
      // Each begins long before the others end.
      #expect(try progress.source(startingAt: Int64(number)) == UInt16(number))
      progress.close(at: 1_000)
    }
    #expect(throws: LogRunError.tooManyOverlapping(limit: 3)) {
      try progress.source(startingAt: 5)
    }
    // What follows one of them is its continuation.
    var chain = InputProgress(sourceLimit: 1)
    for number in 0..<9 {
      #expect(try chain.source(startingAt: Int64(number) * 1_000) == 0)
      chain.close(at: Int64(number) * 1_000 + 900)
    }
  }
}
