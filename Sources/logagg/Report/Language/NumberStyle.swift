internal import LogAggregate

/// How a language writes numbers: by integer arithmetic, and by no locale of the system.
/// - Source: Unicode CLDR, number symbols and patterns.
struct NumberStyle: Sendable {
  /// What stands between groups of digits.
  var group = ","
  /// What stands before the decimals.
  var decimal = "."
  /// The sizes of groups from the right; the last one repeats: `[3]`, or `[3, 2]` in India.
  var groups = [3]
  /// The ten digits from zero.
  var digits = Array("0123456789")
  /// A percentage, with a place for its number.
  var percentage = Phrase("{n}%")

  static let english = NumberStyle()

  /// The number in groups of digits, such as `12,345`.
  func grouped(_ number: Int) -> String {
    var text: [Character] = []
    var size = 0
    var places = groups[...]
    for digit in String(number.magnitude).reversed() {
      if size == places.first ?? 3 {
        text.append(contentsOf: group.reversed())
        size = 0
        if places.count > 1 { places.removeFirst() }
      }
      text.append(digits[digit.wholeNumberValue ?? 0])
      size += 1
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }

  /// A number of units of one over `scale`, such as 123 tenths as `12.3`; the scale is a power of ten.
  func fixed(_ units: Int, scale: Int) -> String {
    let decimals = String(scale + units % scale).dropFirst()
    return grouped(units / scale) + decimal
      + String(decimals.map { digits[$0.wholeNumberValue ?? 0] })
  }

  /// A share in percent with one decimal, such as `12.3%`, or `<0.1%` for what rounds to nothing.
  func percent(_ part: Int, of whole: Int) -> String? {
    guard let tenths = Figures.scaled(part, of: whole, scale: 1_000) else { return nil }
    if tenths == 0, part > 0 { return "<" + percent(fixed(1, scale: 10)) }
    return percent(fixed(tenths, scale: 10))
  }

  /// A rate in percent with two decimals, such as `0.42%`.
  func rate(_ part: Int, of whole: Int) -> String? {
    Figures.scaled(part, of: whole, scale: 10_000).map { percent(fixed($0, scale: 100)) }
  }

  private func percent(_ number: String) -> String { percentage.filled { _ in number } }

  /// An amount of bytes in decimal units, such as `12.3 MB`.
  func byteCount(_ count: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB", "PB"]
    guard count >= 1_000 else { return "\(grouped(count))\u{A0}B" }
    var unit = 0
    var divisor = 1
    var tenths = 10_000
    // 999,999 bytes are 1.0 MB, not 1000.0 kB: the unit is chosen after rounding.
    while tenths >= 10_000, unit + 1 < units.count {
      divisor *= 1_000
      unit += 1
      tenths = Figures.scaled(count, of: divisor, scale: 10) ?? count / divisor * 10
    }
    return "\(fixed(tenths, scale: 10))\u{A0}\(units[unit])"
  }

  /// A figure as people read it; `nil` where there is none.
  func text(_ figure: ReleasedFigure, _ metric: Metric) -> String? {
    switch figure {
    case .withheld, .unmeasured, .notGranted: nil
    case .count(let count): metric == .bytes ? byteCount(count) : grouped(count)
    case .ratio(let numerator, let denominator): rate(numerator, of: denominator) ?? "n/a"
    }
  }
}
