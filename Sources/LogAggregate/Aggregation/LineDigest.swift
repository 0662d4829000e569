/// A keyed hash of single lines, by which a ledger knows an input again.
///
/// It recognises what was not meant to differ; what makes it useless to who guesses lines is the tag that a ledger's key puts on
/// the sum, which is all that is kept.
/// - Source: the folded multiply of wyhash (Wang Yi, public domain), in four lanes.
struct LineHash: Sendable {
  private let seeds: (UInt64, UInt64, UInt64, UInt64)
  private let secrets: (UInt64, UInt64, UInt64, UInt64)

  init(key: LedgerKey) {
    let material = key.tag("logagg line", [0]) + key.tag("logagg line", [1])
    func word(_ index: Int) -> UInt64 {
      material[8 * index..<8 * index + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    seeds = (word(0), word(1), word(2), word(3))
    secrets = (word(4), word(5), word(6), word(7))
  }

  /// - Complexity: O(*n*), 64 bytes a step; allocates nothing.
  @inline(__always)
  func callAsFunction(_ line: Span<UInt8>) -> UInt128 {
    var (a, b, c, d) = seeds
    var index = 0
    let count = line.count
    while count &- index >= 64 {
      a = Self.fold(line.word(at: index) ^ secrets.0, line.word(at: index &+ 8) ^ a)
      b = Self.fold(line.word(at: index &+ 16) ^ secrets.1, line.word(at: index &+ 24) ^ b)
      c = Self.fold(line.word(at: index &+ 32) ^ secrets.2, line.word(at: index &+ 40) ^ c)
      d = Self.fold(line.word(at: index &+ 48) ^ secrets.3, line.word(at: index &+ 56) ^ d)
      index &+= 64
    }
    while count &- index >= 16 {
      a = Self.fold(line.word(at: index) ^ secrets.1, line.word(at: index &+ 8) ^ a)
      index &+= 16
    }
    while count &- index >= 8 {
      b = Self.fold(line.word(at: index) ^ secrets.2, b)
      index &+= 8
    }
    var last = UInt64(truncatingIfNeeded: count)
    while index < count {
      last = last << 8 ^ UInt64(line[index])
      index &+= 1
    }
    let product = (Self.fold(a ^ last, secrets.0) ^ b).multipliedFullWidth(
      by: Self.fold(c ^ secrets.3, d) ^ secrets.2)
    return UInt128(product.high) << 64 | UInt128(product.low)
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// The sum of lines' hashes: the same for the same lines in any order, chunking, compression and split into files.
struct LineDigest: Hashable, Sendable {
  private(set) var lineCount = 0
  private(set) var sum: UInt128 = 0

  @inline(__always)
  mutating func add(_ hash: UInt128) {
    lineCount &+= 1
    sum &+= hash
  }

  mutating func add(_ other: LineDigest) {
    lineCount &+= other.lineCount
    sum &+= other.sum
  }

  /// The bytes that a key puts its tag on.
  var message: [UInt8] {
    [UInt128(lineCount), sum].flatMap { number in
      stride(from: 120, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }
}
