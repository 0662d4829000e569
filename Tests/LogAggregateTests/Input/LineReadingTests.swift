import Foundation
import Testing

@testable import LogAggregate

/// Lines as a whole run sees them.
@Suite struct LineReadingTests {
  private static func tally(
    _ bytes: [UInt8], chunk: Int, jobs: Int = 1
  ) async throws -> Tally {
    let folder = try TemporaryFolder()
    return try await tally(folder.write(bytes, "access.log"), chunk: chunk, jobs: jobs)
  }

  private static func tally(
    _ path: String, chunk: Int, jobs: Int = 1, salvages: Bool = false
  ) async throws -> Tally {
    let options = TestRun.options(
      jobs: jobs, chunk: chunk, salvages: salvages, format: "combined")
    let run = LogRun(try TestRun.setting(), options: options)
    let aggregate = try await run.read([.file(path)])
    return aggregate.tally
  }

  private static let good = LogRunTests.line(0, "/")

  private static func text(_ lines: [[UInt8]], end: [UInt8] = [0x0A]) -> [UInt8] {
    Array(lines.map { $0 + end }.joined())
  }

  /// The lines that left at any step of the waterfall.
  private static func excluded(_ tally: Tally) -> Int {
    Exclusion.allCases.reduce(0) { $0 + tally.lines($1) }
  }

  @Test(
    "a line longer than a chunk is passed over and counted once", arguments: TestLength.seeds(12))
  func oversized(_ seed: Int) async throws {
    var random = SeededRandom(seed)
    var lines = [Self.good]
    var long = 0
    for _ in 0..<random.int(3...30) {
      if random.once(in: 3) {
        // Around the chunk's size, and around several of it.
        let size = random.pick([4096, 8192, 12_288, 20_000]) + random.int(-3...3)
        lines.append([UInt8](repeating: 0x78, count: size))
        long += 1
      } else {
        lines.append(Self.good)
      }
    }
    var bytes = Self.text(lines)
    if random.once(in: 2) { bytes.removeLast() }
    let tally = try await Self.tally(bytes, chunk: 4096, jobs: random.int(1...3))
    #expect(tally.lines == lines.count, "seed \(seed)")
    #expect(tally.lines(.rejected) == long, "seed \(seed)")
  }

  @Test("a line that fits a chunk is never too long")
  func fitting() async throws {
    // Its end counts.
    for padding in 3900...4096 - Self.good.count - 2 {
      let line = Self.good + [0x20] + [UInt8](repeating: 0x78, count: padding)
      let tally = try await Self.tally(Self.text([Self.good, line, Self.good]), chunk: 4096)
      #expect(tally.lines == 3)
      #expect(tally.lines(.rejected) == 0, "padding \(padding)")
      #expect(Self.excluded(tally) == 0, "padding \(padding)")
    }
  }

  @Test("line ends are LF or CR LF, and the last line needs none")
  func ends() async throws {
    for end: [UInt8] in [[0x0A], [0x0D, 0x0A]] {
      let bytes = Self.text([Self.good, Self.good, Self.good], end: end)
      for drop in [0, end.count] {
        let tally = try await Self.tally(Array(bytes.dropLast(drop)), chunk: 4096)
        #expect(tally.lines == 3)
        #expect(Self.excluded(tally) == 0)
      }
    }
  }

  @Test("NUL bytes and blank lines are lines like others")
  func odd() async throws {
    let lines: [[UInt8]] = [Self.good, [0], [0, 0, 0x20], [], [0x0D], Self.good + [0], Self.good]
    let tally = try await Self.tally(Self.text(lines), chunk: 4096)
    #expect(tally.lines == 7)
    #expect(tally.lines(.blank) == 2)
    // Behind the agent's quote stands neither a space nor the end.
    #expect(tally.lines(.userAgent) == 1)
  }

  @Test("a log comes through a pipe byte by byte as from a file", arguments: [1, 3])
  func slowPipe(_ jobs: Int) async throws {
    let bytes = Self.text((0..<60).map { LogRunTests.line($0, "/\($0)") })
    for form in [bytes, Gzip.fixed(bytes)] {
      let pipe = SlowPipe(form, piece: 1)
      let tally = try await Self.tally(pipe.path, chunk: 4096, jobs: jobs)
      #expect(tally.lines == 60)
      #expect(Self.excluded(tally) == 0)
    }
  }

  @Test("a named pipe is opened once, so that its writer is not cut off", .timeLimit(.minutes(1)))
  func namedPipe() async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "pipe").path
    // The path lives through the call.
    try #require(unsafe mkfifo(path, 0o600) == 0)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let file = try folder.write(Self.text([Self.good, Self.good]), "access.log")
    process.arguments = ["sh", "-c", "cat '\(file)' > '\(path)'"]
    try process.run()
    defer { process.terminate() }
    let tally = try await Self.tally(path, chunk: 4096)
    #expect(tally.lines == 2)
  }

  @Test("salvage counts what could be read, and says so", arguments: [false, true])
  func salvage(_ isStored: Bool) async throws {
    let folder = try TemporaryFolder()
    let lines = (0..<6).map { LogRunTests.line($0, "/\($0)") }
    let text = Self.text(lines)
    let whole = isStored ? Gzip.stored(text, blockSize: 50) : Gzip.fixed(text)
    let setting = try TestRun.setting()
    for length in stride(from: 2, to: whole.count, by: 11) {
      let path = try folder.write(Array(whole[..<length]), "cut.gz")
      let readable = NaiveTwin.lines(ReadBytes.from(path).bytes)
      let hasGoodLine = readable.contains { NaiveLine($0, isCombined: true) != nil }
      guard hasGoodLine || readable.isEmpty else { continue }
      let options = TestRun.options(chunk: 4096, salvages: true)
      let aggregate = try await LogRun(setting, options: options).read([.file(path)])
      let report = aggregate.release(setting)
      #expect(report.input.lines == readable.count, "length \(length)")
      #expect(!report.input.isComplete, "length \(length)")
      // Without salvage there is no result.
      let strict = LogRun(setting, options: TestRun.options(chunk: 4096))
      await #expect(throws: LogRunError.input(.truncated(path: path, offset: length))) {
        _ = try await strict.read([.file(path)])
      }
    }
  }
}
