import Foundation
import Testing

@testable import LogAggregate

@Suite("A ledger's file")
struct LedgerIntegrityTests {
  private static func twoDays() async throws -> LedgerTrial {
    let trial = try LedgerTrial()
    for day in [18, 19] {
      _ = try await trial.close([CrowdLog.views("/news", visitors: 0..<20, day: day)])
    }
    return trial
  }

  @Test("a changed byte anywhere is found")
  func changedByte() async throws {
    let trial = try await Self.twoDays()
    let whole = try trial.bytes
    #expect(try Ledger.verify(path: trial.path).releaseCount == 2)
    var random = SeededRandom(7)
    // Every byte of the frames, and a sample of the records.
    let first = try #require(whole.firstIndex(of: 0x0A)) + 1
    let frames = [0..<400, first - 4..<first + 400, whole.count - 4..<whole.count].joined()
    let sample = (0..<300).map { _ in Int.random(in: 0..<whole.count, using: &random) }
    for index in frames + sample {
      var changed = whole
      changed[index] ^= [1, 2, 4, 8, 16, 32, 64].randomElement(using: &random) ?? 1
      try trial.write(changed)
      #expect(throws: LedgerError.self, "byte \(index)") { try Ledger.verify(path: trial.path) }
    }
  }

  @Test("a record that is left out, put in twice or moved is found")
  func movedRecord() async throws {
    let trial = try await Self.twoDays()
    let lines = try trial.bytes.split(separator: 0x0A).map { $0 + [0x0A] }
    for order in [[1], [1, 0], [0, 0, 1], [0, 1, 1]] {
      try trial.write(order.flatMap { lines[$0] })
      #expect(throws: LedgerError.self) { try Ledger.verify(path: trial.path) }
      #expect(throws: LedgerError.self) { _ = try Ledger(path: trial.path).recoveredByteCount }
    }
  }

  @Test("a torn append is cut off, whatever its length, and what came before it stands")
  func tornTail() async throws {
    let trial = try await Self.twoDays()
    let whole = try trial.bytes
    let first = try #require(whole.firstIndex(of: 0x0A)) + 1
    let lengths = [first + 1, first + 8, first + 80, first + 500, whole.count - 2, whole.count - 1]
    for length in lengths {
      try trial.write(Array(whole[..<length]))
      let verification = try Ledger.verify(path: trial.path)
      #expect(verification.releaseCount == 1 && verification.tornByteCount == length - first)
      #expect(try Ledger(path: trial.path).recoveredByteCount == length - first)
      #expect(try trial.bytes == Array(whole[..<first]))
    }
    // What a file system leaves where it grew the file and lost the bytes.
    try trial.write(whole[..<first] + [UInt8](repeating: 0, count: 300))
    #expect(try Ledger(path: trial.path).recoveredByteCount == 300)
  }

  @Test("a day that a torn append was to close is released anew")
  func releasedAnew() async throws {
    let trial = try await Self.twoDays()
    let whole = try trial.bytes
    try trial.write(Array(whole.dropLast(40)))
    _ = try await trial.close([CrowdLog.views("/news", visitors: 0..<20, day: 19)])
    #expect(try trial.bytes == whole)
  }

  @Test("whoever holds it keeps others out, and lets them in when it is gone")
  func held() async throws {
    let trial = try await Self.twoDays()
    do {
      let ledger = try Ledger(path: trial.path)
      #expect(throws: LedgerError.held(path: trial.path)) {
        _ = try Ledger(path: trial.path).recoveredByteCount
      }
      #expect(ledger.recoveredByteCount == 0)
    }
    #expect(try Ledger(path: trial.path).recoveredByteCount == 0)
  }

  @Test("a ledger that nothing was written to leaves no file")
  func leavesNoFile() throws {
    let trial = try LedgerTrial()
    do { _ = try Ledger(path: trial.path).recoveredByteCount }
    #expect(try FileManager.default.contentsOfDirectory(atPath: trial.folder.path).isEmpty)
  }

  @Test("without its key closed days stay closed, and the message's kind says why")
  func lostKey() async throws {
    let trial = try await Self.twoDays()
    try FileManager.default.removeItem(atPath: trial.path + ".key")
    await #expect(throws: LedgerError.refused(.key(period: "2026-11-19", audience: "internal"))) {
      try await trial.close([CrowdLog.views("/news", visitors: 0..<20, day: 19)])
    }
  }
}
