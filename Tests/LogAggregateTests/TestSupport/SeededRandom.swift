import Foundation

/// A small generator with a seed (SplitMix64), so that a failure can be repeated.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { int(1...count) == 1 }

  /// - Precondition: `items` is not empty.
  mutating func pick<Item>(_ items: [Item]) -> Item { items[int(0...items.count - 1)] }
}

/// How long tests with random cases run.
enum TestLength {
  /// A multiple of the usual number of random cases, from `LOGAGG_TEST_CASES`.
  static let factor = Int(ProcessInfo.processInfo.environment["LOGAGG_TEST_CASES"] ?? "") ?? 1

  /// So many seeds, or a multiple of them in a long run.
  static func seeds(_ count: Int) -> Range<Int> { 0..<count * max(factor, 1) }
}
