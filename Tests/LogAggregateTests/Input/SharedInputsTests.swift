import Foundation
import Synchronization
import Testing

@testable import LogAggregate

@Suite struct SharedInputsTests {
  private static func lines(_ name: String, _ count: Int) -> [UInt8] {
    Array((0..<count).map { "\(name) \($0)\n" }.joined().utf8)
  }

  private static func open(_ path: String) throws -> OpenInput {
    OpenInput(try Descriptor(opening: path), salvages: false)
  }

  @Test("every chunk of every input comes once, and its end is told", arguments: [1, 2, 5])
  func all(_ jobs: Int) throws {
    let folder = try TemporaryFolder()
    let names = ["a", "b", "c", "d", "e"]
    let texts = names.enumerated().map { Self.lines($1, [0, 900, 30, 2000, 5][$0]) }
    let inputs = try zip(names, texts).map {
      try Self.open(folder.write($0 == "b" ? Gzip.fixed($1) : $1, $0))
    }
    let ends = Mutex<[Int: Int]>([:])
    let shared = SharedInputs(
      5, jobs: jobs, chunkByteCount: 1000, open: { inputs[$0] },
      ended: { end in ends.withLock { $0[end.place] = end.chunkCount } })
    let chunks = Mutex<[Int: [Int: [UInt8]]]>([:])
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while let work = shared.next() {
        work.slot.chunk.withLock { chunk in
          let bytes = chunk.copy(droppingFirst: 0)
          let ordinal = chunk.ordinal
          chunks.withLock { $0[work.place, default: [:]][ordinal] = bytes }
        }
        shared.recycle(work.slot)
      }
    }
    for place in 0..<5 {
      let found = chunks.withLock { $0[place] } ?? [:]
      let text = found.keys.sorted().flatMap { found[$0] ?? [] }
      #expect(text == texts[place])
      #expect(ends.withLock { $0[place] } == found.count)
    }
    #expect(shared.failure == nil)
  }

  /// Two ends of a pipe, closed with it.
  private final class Pipe: Sendable {
    let reader: Int32
    let writer: Int32

    init() {
      var ends: [Int32] = [0, 0]
      // The array has room for both ends.
      _ = unsafe pipe(&ends)
      reader = ends[0]
      writer = ends[1]
    }

    func finish(_ bytes: [UInt8]) {
      // The array holds as many bytes as are written.
      _ = unsafe write(writer, bytes, bytes.count)
      close(writer)
    }

    deinit { close(reader) }
  }

  @Test(
    "while the first input lets wait, the next ones are read, up to one that may let wait too",
    .timeLimit(.minutes(1)))
  func ahead() async throws {
    let folder = try TemporaryFolder()
    let paths = try (0..<6).map { try folder.write(Self.lines("x", 40), "\($0)") }
    let pipe = Pipe()
    let opened = Mutex<[Int]>([])
    let shared = SharedInputs(
      6, jobs: 2, chunkByteCount: 100, canGoAhead: { $0 != 4 },
      open: { place in
        opened.withLock { $0.append(place) }
        let descriptor =
          place == 0 ? nil : try? Descriptor(opening: paths[place])
        return OpenInput(
          descriptor ?? Descriptor(number: pipe.reader, isOwned: false, path: "pipe"),
          salvages: false)
      })
    // One worker waits for the pipe's first bytes.
    let first = Handed()
    let waiter = Thread { first.put(shared.next()) }
    waiter.start()
    while opened.withLock({ $0.isEmpty }) { usleep(1000) }
    // The other one is given what lies behind, in order, up to the input that cannot be read ahead.
    var places: [Int] = []
    for _ in 0..<6 {
      let work = try #require(shared.next())
      places.append(work.place)
      shared.recycle(work.slot)
    }
    #expect(places == [1, 1, 2, 2, 3, 3])
    // Who asks for more waits, for what comes next may let wait like the first.
    let second = Handed()
    let other = Thread { second.put(shared.next()) }
    other.start()
    usleep(100_000)
    #expect(opened.withLock { $0 } == [0, 1, 2, 3])
    pipe.finish(Self.lines("first", 1))
    var rest: [Int] = []
    while let work = shared.next() {
      rest.append(work.place)
      shared.recycle(work.slot)
    }
    rest += [first.take(), second.take()].compactMap { $0?.place }
    #expect(rest.sorted() == [0, 4, 4, 5, 5])
    #expect(opened.withLock { $0 } == [0, 1, 2, 3, 4, 5])
  }

  @Test("of two inputs that fail, the one that comes first is told", .timeLimit(.minutes(1)))
  func failures() throws {
    let pipes = (0..<3).map { _ in Pipe() }
    let opened = Mutex(0)
    let shared = SharedInputs(
      3, jobs: 3, chunkByteCount: 100,
      open: { place in
        opened.withLock { $0 += 1 }
        let pipe = Descriptor(number: pipes[place].reader, isOwned: false, path: "pipe \(place)")
        return OpenInput(pipe, salvages: false)
      })
    // Each worker is at an input, and waits for its first bytes.
    let ends = (0..<3).map { _ in Handed() }
    for end in ends { Thread { end.put(shared.next()) }.start() }
    while opened.withLock({ $0 }) < 3 { usleep(1000) }
    // The last one fails first.
    for place in [2, 1] { pipes[place].finish(Array(Gzip.fixed(Self.lines("x", 9)).prefix(40))) }
    usleep(50_000)
    pipes[0].finish(Self.lines("first", 1))
    for end in ends {
      if let work = end.take() { shared.recycle(work.slot) }
    }
    while let work = shared.next() { shared.recycle(work.slot) }
    #expect(shared.failure == .truncated(path: "pipe 1", offset: 40))
  }

  /// What one thread hands to another.
  private final class Handed: Sendable {
    private let value = Mutex<SharedInputs.Work?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func put(_ work: SharedInputs.Work?) {
      value.withLock { $0 = work }
      isThere.signal()
    }

    func take() -> SharedInputs.Work? {
      isThere.wait()
      return value.withLock { $0 }
    }
  }

  @Test("of two damaged inputs the first one is told, and of a salvaged run the same lines count")
  func damage() async throws {
    let folder = try TemporaryFolder()
    let setting = try TestRun.setting()
    var paths: [String] = []
    for piece in 0..<7 {
      let lines = OrderAndSplitTests.lines(40, count: 2100)[(piece * 300)..<(piece + 1) * 300]
      var bytes = Gzip.fixed(RandomLog.join(Array(lines)))
      if piece == 2 { bytes.removeLast(900) }
      if piece == 3 { bytes[bytes.count - 6] ^= 1 }
      if piece == 5 { bytes += Array("garbage".utf8) }
      paths.append(try folder.write(bytes, "log.\(piece)"))
    }
    var wanted: String?
    for jobs in [1, 2, 5, 9] {
      for chunk in [4 << 10, 64 << 10] {
        let options = TestRun.options(jobs: jobs, chunk: chunk)
        do throws(LogRunError) {
          _ = try await LogRun(setting, options: options).read(paths.map(LogSource.file))
          Issue.record("\(jobs) jobs: no error")
        } catch {
          guard case .input(.truncated(let path, _)) = error else {
            Issue.record("\(jobs) jobs: another error")
            continue
          }
          #expect(path == paths[2])
        }
        let salvaging = TestRun.options(jobs: jobs, chunk: chunk, salvages: true)
        let aggregate = try await LogRun(setting, options: salvaging).read(
          paths.map(LogSource.file))
        // Of each chunk four rejections are remembered, so that only the first four do not depend on its size.
        let first = aggregate.rejections.prefix(4).map { "\($0.source):\($0.line)" }
        #expect(aggregate.damages.map(\.input) == [3, 4, 6])
        let found =
          "\(aggregate.tally.lines) \(aggregate.pageViews) \(aggregate.damages) \(first)"
        #expect(found == wanted ?? found)
        wanted = found
      }
    }
  }
}
