import Foundation
import Testing

@testable import logagg

/// Who tries all addresses finds nothing in what runs leave behind that any of them reproduces.
/// - Source: `privacy.md` 3, T22 and T23.
@Suite struct BruteForceTests {
  private static let prefix = "241.100"

  /// Every window of eight bytes, and every window of sixteen hexadecimal digits.
  private struct Windows {
    private(set) var bytes: Set<UInt64> = []
    private(set) var digits: Set<UInt64> = []

    mutating func add(_ data: Data) {
      var window: UInt64 = 0
      var hexadecimal: UInt64 = 0
      var run = 0
      for (index, byte) in data.enumerated() {
        window = window << 8 | UInt64(byte)
        if index >= 7 { bytes.insert(window) }
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
          run = 0
          continue
        }
        hexadecimal = hexadecimal << 4 | UInt64(digit)
        run += 1
        if run >= 16 { digits.insert(hexadecimal) }
      }
    }

    func holds(_ digest: UInt64) -> Bool {
      bytes.contains(digest) || bytes.contains(digest.byteSwapped) || digits.contains(digest)
    }
  }

  /// The first eight bytes of a text's SHA-256.
  private static func digest(_ text: String) -> UInt64 {
    ChainDigest.digest(of: Array(text.utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The plain hash of each address of a /16, alone and with the agent, as a tool without a secret key would keep it.
  private static let guesses: [UInt64] = (0..<256).flatMap { third in
    (0..<256).flatMap { fourth -> [UInt64] in
      let address = "\(prefix).\(third).\(fourth)"
      return fourth == 9
        ? [digest(address), digest(address + InventedLog.agents[0])] : [digest(address)]
    }
  }

  @Test("T22, T23: no file of two runs holds a hash that all addresses of the network reproduce")
  func nothingReproduced() throws {
    var log = InventedLog()
    for visitor in 0..<120 {
      log.add(
        visitor: visitor, path: "/", address: "\(Self.prefix).\(visitor).9",
        agent: InventedLog.agents[0])
    }
    var left: [Windows] = []
    for _ in 0..<2 {
      let scratch = try Scratch()
      try scratch.write(log.data, to: "access.log")
      let outcome = try scratch.run(
        "logagg --audience internal --ledger ledger.jsonl -o r.json -o r.html -o r.csv access.log")
      try #require(outcome.status == 0, "\(outcome.message)")
      var windows = Windows()
      for (name, data) in try scratch.files() where name != "access.log" { windows.add(data) }
      windows.add(outcome.stderr)
      left.append(windows)
    }
    #expect(left[0].bytes.count > 10_000)
    let found = Self.guesses.count { guess in left.contains { $0.holds(guess) } }
    #expect(found == 0)
    // A file with one such hash is found out, in hexadecimal and as bytes.
    let stolen = Self.digest("\(Self.prefix).7.9")
    for planted in [
      Data((String(repeating: "0", count: 16) + String(stolen, radix: 16)).suffix(16).utf8),
      Data((0..<8).map { UInt8(truncatingIfNeeded: stolen >> UInt64(56 - 8 * $0)) }),
    ] {
      var windows = Windows()
      windows.add(Data("x".utf8) + planted + Data("y".utf8))
      #expect(Self.guesses.contains { windows.holds($0) })
    }
  }
}
