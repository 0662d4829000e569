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

  @Test("an input goes on another that ended up to a minute after it begins, and no longer")
  func slack() throws {
    for (start, source) in [(1_000, 0), (940, 0), (939, 1)] as [(Int64, UInt16)] {
      var progress = InputProgress()
      #expect(try progress.source(startingAt: 0) == 0)
      progress.close(at: 1_000)
      // A piece that was written out of order does not end earlier than the one before it.
      progress.close(at: 500)
      #expect(try progress.source(startingAt: start) == source)
    }
  }

  @Test(
    "an input goes on the one that ended last of those it may go on; one without a time as well")
  func latest() throws {
    for start in [2_000, nil] as [Int64?] {
      var progress = InputProgress()
      for (source, end) in [1_000, 1_900, 1_500].enumerated() {
        #expect(try progress.source(startingAt: Int64(source)) == UInt16(source))
        progress.close(at: Int64(end))
      }
      #expect(try progress.source(startingAt: start) == 1)
      progress.close(at: 2_500)
      #expect(try progress.source(startingAt: 2_000) == 2)
      #expect(progress.sourceCount == 3)
    }
  }
}
