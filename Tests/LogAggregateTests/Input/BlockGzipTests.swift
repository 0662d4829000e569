import Foundation
import Testing

@testable import LogAggregate

/// Members that tell their length are inflated side by side; what comes out is what one after the other gives.
@Suite struct BlockGzipTests {
  /// A stream of members, and where those begin that tell their length.
  struct Stream {
    var bytes: [UInt8] = []
    var blocks: [Int] = []
    var text: [UInt8] = []

    init(_ random: inout SeededRandom, members: Int) {
      for _ in 0..<members {
        let size = random.pick([0, 1, 26, 300, 5000, 40_000, 65_280])
        let part = (0..<size).map { _ in UInt8(random.int(0x20...0x7E)) }
        let isFixed = random.once(in: 3)
        // A member of 64 KiB in the fixed code is longer than one can tell.
        var member = isFixed && size < 60_000 ? Gzip.fixed(part) : Gzip.stored(part)
        if member.count + 8 <= 1 << 16, !random.once(in: 6) {
          blocks.append(bytes.count)
          member = Gzip.block(member)
        }
        bytes += member
        text += part
      }
    }

    /// The same members, of which none tells its length.
    var untold: [UInt8] {
      var copy = bytes
      for start in blocks where start + 13 < copy.count && copy[start + 12] == 0x42 {
        copy[start + 12] = 0x58
      }
      return copy
    }
  }

  /// Reads with helpers, as many as workers would be idle.
  private static func read(_ path: String, step: Int, helpers: Int) -> (
    bytes: [UInt8], error: InputError?
  ) {
    let crew = Crew()
    guard helpers > 0 else { return ReadBytes.from(path, step: step, crew: crew) }
    let waiting = DispatchSemaphore(value: 0)
    let isOver = Flag()
    crew.onCall { for _ in 0..<min($0, helpers) { waiting.signal() } }
    let group = DispatchGroup()
    for _ in 0..<helpers {
      DispatchQueue.global().async(group: group) {
        while true {
          waiting.wait()
          while crew.help() {}
          if isOver.isSet { return }
        }
      }
    }
    let found = ReadBytes.from(path, step: step, crew: crew)
    isOver.set()
    for _ in 0..<helpers { waiting.signal() }
    group.wait()
    return found
  }

  private static func isSame(_ one: InputError?, _ other: InputError?) -> Bool {
    switch (one, other) {
    // Where a block contradicts itself is told nearly only: zlib looks ahead.
    case (.corrupt, .corrupt): true
    default: one == other
    }
  }

  @Test(
    "members that tell their length give what they give untold", arguments: TestLength.seeds(12))
  func same(_ seed: Int) throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(seed)
    for round in 0..<6 {
      var stream = Stream(&random, members: random.int(1...14))
      switch round {
      case 0: break
      case 1: stream.bytes.removeLast(min(stream.bytes.count, random.int(1...70_000)))
      case 2: stream.bytes += random.once(in: 2) ? [0, 0, 0] : Array("garbage".utf8)
      case 3 where !stream.blocks.isEmpty:
        // A wrong length of the member, or of what it inflates to.
        let start = random.pick(stream.blocks)
        stream.bytes[start + random.pick([16, 17])] ^= UInt8(1 << random.int(0...7))
      default:
        if !stream.bytes.isEmpty {
          // Not in the fields by which the other reading is made untold.
          let place = random.int(0...stream.bytes.count - 1)
          let isHeader = stream.blocks.contains { ($0 + 3..<$0 + 16).contains(place) }
          if !isHeader { stream.bytes[place] ^= UInt8(1 << random.int(0...7)) }
        }
      }
      let wanted = ReadBytes.from(try folder.write(stream.untold, "input"))
      if round == 0 { #expect(wanted.bytes == stream.text && wanted.error == nil) }
      let path = try folder.write(stream.bytes, "input")
      for (step, helpers) in [(1 << 20, 0), (1 << 20, 1), (1 << 19, 4), (70_000, 2), (999, 1)] {
        let found = Self.read(path, step: step, helpers: helpers)
        #expect(found.bytes == wanted.bytes, "seed \(seed), round \(round), \(helpers) helpers")
        #expect(
          Self.isSame(found.error, wanted.error),
          "seed \(seed), round \(round), \(helpers) helpers")
      }
    }
  }

  @Test("idle workers help to inflate")
  func helped() throws {
    let folder = try TemporaryFolder()
    let part = [UInt8](repeating: 0x61, count: 60_000)
    let member = Gzip.block(Gzip.stored(part))
    let path = try folder.write(Array((0..<20).map { _ in member }.joined()), "input")
    let crew = Crew()
    let asked = Counter()
    crew.onCall { asked.add($0) }
    let found = ReadBytes.from(path, step: 1 << 19, crew: crew)
    #expect(found.bytes.count == 20 * 60_000)
    // Four or so members lie in the buffer at once, and one of them is the reader's own.
    #expect(asked.value >= 10)
  }

  @Test("a log in blocks gives the report of the plain one, for any number of workers")
  func report() async throws {
    let folder = try TemporaryFolder()
    let lines = RandomLog.join(OrderAndSplitTests.lines(3, count: 3000))
    var blocks: [UInt8] = []
    var start = 0
    while start < lines.count {
      let end = min(lines.count, start + 9000)
      blocks += Gzip.block(Gzip.fixed(Array(lines[start..<end])))
      start = end
    }
    blocks += Gzip.block(Gzip.fixed([]))
    let setting = try TestRun.setting()
    let wanted = try await TestRun.dump([folder.write(lines, "plain")], setting)
    let path = try folder.write(blocks, "blocks")
    for jobs in [1, 2, 5] {
      let found = try await TestRun.dump([path], setting, TestRun.options(jobs: jobs))
      if found != wanted { Issue.record("\(jobs) jobs: \(ReportDump.difference(found, wanted))") }
    }
  }
}
