/// Draws an index with the frequency its weight asks for, in constant time, in integers only.
/// - Source: M. Vose, “A linear algorithm for generating random numbers with a given
///   distribution”, IEEE Transactions on Software Engineering 17, 1991.
struct WeightedTable {
  private var cuts: [UInt64] = []
  private var aliases: [Int] = []

  /// - Precondition: one weight is positive; their sum times their count is below 2^63.
  init(weights: [Int]) {
    let count = weights.count
    let total = weights.reduce(0, +)
    precondition(count > 0 && total > 0)
    cuts = [UInt64](repeating: .max, count: count)
    aliases = Array(0..<count)
    var shares = weights.map { $0 * count }
    var small = shares.indices.filter { shares[$0] < total }
    var large = shares.indices.filter { shares[$0] >= total }
    while let poor = small.popLast(), let rich = large.last {
      cuts[poor] = UInt64(total).dividingFullWidth((UInt64(shares[poor]), 0)).quotient
      aliases[poor] = rich
      shares[rich] -= total - shares[poor]
      if shares[rich] < total {
        large.removeLast()
        small.append(rich)
      }
    }
  }

  /// Weights that fall as 1 / (rank + `flatness`): Zipf's law as Mandelbrot bends it at its head.
  init(zipf count: Int, flatness: Int) {
    self.init(weights: Self.zipfWeights(count, flatness: flatness, sum: 1 << 40))
  }

  func draw(_ random: inout Random) -> Int {
    let (column, rest) = random.next().multipliedFullWidth(by: UInt64(cuts.count))
    let index = Int(truncatingIfNeeded: column)
    return rest < cuts[index] ? index : aliases[index]
  }

  /// `count` weights of about `sum` together, each at least 1, that fall as 1 / (rank + `flatness`).
  static func zipfWeights(_ count: Int, flatness: Int, sum: Int) -> [Int] {
    let raw = (1...count).map { (1 << 40) / ($0 + flatness) }
    let unit = max(raw.reduce(0, +) / max(sum, 1), 1)
    return raw.map { max($0 / unit, 1) }
  }
}
