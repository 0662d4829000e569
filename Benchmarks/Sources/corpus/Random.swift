/// A seeded stream of pseudo-random numbers that is the same on every machine: xoshiro256**.
/// - Source: D. Blackman and S. Vigna, “Scrambled linear pseudorandom number generators”, 2021.
struct Random {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64) {
    state = (
      mixed(seed), mixed(seed &+ golden), mixed(seed &+ 2 &* golden), mixed(seed &+ 3 &* golden)
    )
  }

  mutating func next() -> UInt64 {
    let five = state.1 &* 5
    let result = (five << 7 | five >> 57) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// A number from 0 up to, not including, `bound`.
  /// - Precondition: `bound` is positive.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number below `bound` that is mostly small: the product of two even draws.
  /// - Precondition: `bound` is positive.
  mutating func skewed(_ bound: Int) -> Int { below(below(bound) + 1) }

  /// Whether something that happens `count` times in `total` happens now.
  mutating func chance(_ count: Int, in total: Int) -> Bool { below(total) < count }
}

private let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

/// A number that looks random and depends on every bit of `value`: one step of SplitMix64.
/// - Source: G. Steele, D. Lea, C. Flood, “Fast splittable pseudorandom number generators”, 2014.
func mixed(_ value: UInt64) -> UInt64 {
  var z = value &+ golden
  z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
  return z ^ z >> 31
}
