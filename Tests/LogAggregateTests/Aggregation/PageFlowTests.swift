import Testing

@testable import LogAggregate

/// The steps of visits from section to section, to the second.
@Suite struct PageFlowTests {
  private static func steps(
    _ files: [[[UInt8]]], zone: String = "UTC"
  ) async throws -> [String] {
    let folder = try TemporaryFolder()
    let paths = try files.enumerated().map { try folder.write(RandomLog.join($1), "\($0)") }
    let run = LogRun(try TestRun.setting(zone: zone), options: TestRun.options())
    return Self.steps(try await run.read(paths.map(LogSource.file)))
  }

  /// Every step with its count, outside as a dot.
  private static func steps(_ aggregate: borrowing Aggregate) -> [String] {
    guard let flow = aggregate.flow else { return ["no flow"] }
    func name(_ end: UInt32) -> String { end == 0 ? "." : aggregate.sections.word(end - 1) }
    return flow.steps.indices.map {
      "\(name(flow.steps[$0].from)) \(name(flow.steps[$0].to)) \(flow.counts[$0])"
    }.sorted()
  }

  private static func line(_ second: Int, _ page: String) -> [UInt8] {
    LogRunTests.line(second, page)
  }

  @Test("a visit is a chain from outside to outside, and stays within a section where its pages do")
  func chain() async throws {
    let lines = [Self.line(0, "/a/1"), Self.line(5, "/a/2"), Self.line(9, "/b/1")]
    #expect(try await Self.steps([lines]) == [". /a 1", "/a /a 1", "/a /b 1", "/b . 1"])
  }

  @Test("a gap of 1800 seconds is within a visit, and one more is not")
  func gap() async throws {
    let near = [Self.line(0, "/a/1"), Self.line(1800, "/b/1")]
    #expect(try await Self.steps([near]) == [". /a 1", "/a /b 1", "/b . 1"])
    let far = [Self.line(0, "/a/1"), Self.line(1801, "/b/1")]
    #expect(try await Self.steps([far]) == [". /a 1", ". /b 1", "/a . 1", "/b . 1"])
  }

  @Test("no step leads over the site's midnight")
  func midnight() async throws {
    // 18:29:59 and 18:30:01 UTC lie on two days in India.
    let lines = [Self.line(66_599, "/a/1"), Self.line(66_601, "/b/1")]
    #expect(try await Self.steps([lines]) == [". /a 1", "/a /b 1", "/b . 1"])
    #expect(
      try await Self.steps([lines], zone: "Asia/Kolkata")
        == [". /a 1", ". /b 1", "/a . 1", "/b . 1"])
  }

  @Test("lines that are a little late find their place")
  func late() async throws {
    let lines = [Self.line(10, "/c/1"), Self.line(0, "/a/1"), Self.line(5, "/b/1")]
    #expect(try await Self.steps([lines]) == [". /a 1", "/a /b 1", "/b /c 1", "/c . 1"])
  }

  @Test("one visitor's views on two servers are one chain, however the files are named")
  func servers() async throws {
    let one = [Self.line(0, "/a/1"), Self.line(100, "/c/1"), Self.line(3000, "/e/1")]
    let other = [Self.line(50, "/b/1"), Self.line(1700, "/d/1")]
    let wanted = [". /a 1", "/a /b 1", "/b /c 1", "/c /d 1", "/d /e 1", "/e . 1"]
    #expect(try await Self.steps([one, other]) == wanted)
    #expect(try await Self.steps([other, one]) == wanted)
  }

  /// The files overlap by more than a minute, so that they are two servers'.
  @Test("in one second a server's order holds, and between servers the page's name")
  func sameSecond() async throws {
    let one = [Self.line(0, "/a/1"), Self.line(100, "/z/1"), Self.line(100, "/c/1")]
    let other = [Self.line(5, "/q/1"), Self.line(100, "/b/1")]
    // The greatest of the last pages ends the visit.
    let ended = [". /a 1", "/a /q 1", "/b /z 1", "/c . 1", "/q /b 1", "/z /c 1"]
    #expect(try await Self.steps([one, other]) == ended)
    #expect(try await Self.steps([other, one]) == ended)
    let third = [Self.line(0, "/m/1"), Self.line(0, "/a/1"), Self.line(100, "/y/1")]
    let fourth = [Self.line(0, "/c/1"), Self.line(5, "/x/1"), Self.line(101, "/w/1")]
    // The least of the first pages begins it.
    let begun = [". /c 1", "/a /x 1", "/c /m 1", "/m /a 1", "/w . 1", "/x /y 1", "/y /w 1"]
    #expect(try await Self.steps([third, fourth]) == begun)
    #expect(try await Self.steps([fourth, third]) == begun)
  }

  @Test("lines that are there ten times are ten views, and no more is kept of them")
  func repeated() async throws {
    let lines = [
      Self.line(0, "/a/x"), Self.line(0, "/a/y"), Self.line(5, "/b/x"), Self.line(0, "/a/x"),
    ].flatMap { [[UInt8]](repeating: $0, count: 10) }
    try await LogRunTests.run(lines, try TestRun.setting()) { aggregate in
      #expect(Self.steps(aggregate) == [". /a 1", "/a /a 29", "/a /b 1", "/b . 1", "/b /b 9"])
      #expect(aggregate.flow?.greatestOpenCount == 4)
    }
  }

  @Test("a view over half an hour behind its log is in no step, and is told")
  func tooLate() async throws {
    let lines = [
      Self.line(0, "/a/1"), Self.line(1801, "/b/1"), Self.line(0, "/x/1"), Self.line(1, "/c/1"),
    ]
    let setting = try TestRun.setting()
    try await LogRunTests.run(lines, setting) { aggregate in
      #expect(aggregate.flow?.lateViews == 1)
      #expect(Self.steps(aggregate) == [". /a 1", "/a /c 1", "/b . 1", "/c /b 1"])
      #expect(aggregate.flow?.isComplete(pageViews: 100) == true)
      #expect(aggregate.flow?.isComplete(pageViews: 99) == false)
    }
  }

  @Test("visits are let go once the log has passed them, and no step is lost by it")
  func settled() async throws {
    // 40,000 visitors, one after another, with three views each.
    let lines = (0..<120_000).map { index in
      let visitor = index / 3
      return LogRunTests.line(
        visitor * 2 + index % 3, "/s\(index % 3)/",
        client: "10.\(visitor >> 16).\(visitor >> 8 & 255).\(visitor & 255)")
    }
    try await LogRunTests.run(lines, try TestRun.setting()) { aggregate in
      #expect(
        Self.steps(aggregate)
          == [". /s0 40000", "/s0 /s1 40000", "/s1 /s2 40000", "/s2 . 40000"])
      // An hour of them is 1,800 visitors; their views never were more than twice a crowd.
      #expect((1..<40_000).contains(aggregate.flow?.greatestOpenCount ?? 0))
    }
  }
}
