/// The mixing of one block into the state, on any processor.
///
/// The message schedule is kept as its last sixteen words, and the eight working words change places by name, not by moves.
/// - Source: FIPS 180-4, section 6.2.2.
extension [8 of UInt32] {
  /// - Precondition: `block` has 64 bytes.
  mutating func mix(_ block: Span<UInt8>) {
    precondition(block.count == 64)
    var words = [16 of UInt32](repeating: 0)
    for t in 0..<16 {
      words[t] =
        UInt32(block[4 &* t]) << 24 | UInt32(block[4 &* t &+ 1]) << 16
        | UInt32(block[4 &* t &+ 2]) << 8 | UInt32(block[4 &* t &+ 3])
    }
    var (a, b, c, d) = (self[0], self[1], self[2], self[3])
    var (e, f, g, h) = (self[4], self[5], self[6], self[7])
    for t in stride(from: 0, to: 64, by: 8) {
      Self.round(a, b, c, &d, e, f, g, &h, Self.word(t, &words))
      Self.round(h, a, b, &c, d, e, f, &g, Self.word(t &+ 1, &words))
      Self.round(g, h, a, &b, c, d, e, &f, Self.word(t &+ 2, &words))
      Self.round(f, g, h, &a, b, c, d, &e, Self.word(t &+ 3, &words))
      Self.round(e, f, g, &h, a, b, c, &d, Self.word(t &+ 4, &words))
      Self.round(d, e, f, &g, h, a, b, &c, Self.word(t &+ 5, &words))
      Self.round(c, d, e, &f, g, h, a, &b, Self.word(t &+ 6, &words))
      Self.round(b, c, d, &e, f, g, h, &a, Self.word(t &+ 7, &words))
    }
    self[0] &+= a
    self[1] &+= b
    self[2] &+= c
    self[3] &+= d
    self[4] &+= e
    self[5] &+= f
    self[6] &+= g
    self[7] &+= h
  }

  /// The schedule's word of a round, with the round's constant added.
  @inline(__always)
  private static func word(_ t: Int, _ words: inout [16 of UInt32]) -> UInt32 {
    let place = t & 15
    if t >= 16 {
      let early = words[(t &+ 1) & 15]
      let late = words[(t &+ 14) & 15]
      let s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
      let s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
      words[place] = words[place] &+ s0 &+ words[(t &+ 9) & 15] &+ s1
    }
    return words[place] &+ constants[t & 63]
  }

  /// One round, of which two working words come out changed.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d &+= t1
    h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
}

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
private let constants: [64 of UInt32] = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]
