internal import LogAggregate

/// How numbers are written, by integer arithmetic and without a locale.
enum Figures {
  /// U+202F, a thin space at which no line breaks.
  static let narrowSpace = "\u{202F}"

  /// The number in groups of three digits, such as `12 345`.
  static func grouped(_ number: Int, by separator: String) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }

  /// Ten-thousandths with four decimals, such as `0.0123`.
  static func fixed(_ tenThousandths: Int) -> String {
    let magnitude = tenThousandths.magnitude
    let decimals = String(magnitude % 10_000)
    let zeros = String(repeating: "0", count: 4 - decimals.count)
    return "\(tenThousandths < 0 ? "-" : "")\(magnitude / 10_000).\(zeros)\(decimals)"
  }

  /// `part` over `whole` in units of one over `scale`, rounded half up.
  /// - Returns: `nil` where the whole is not positive, the part negative, or the answer too large.
  static func scaled(_ part: Int, of whole: Int, scale: Int) -> Int? {
    guard whole > 0, part >= 0 else { return nil }
    let (product, isTooLarge) = part.multipliedReportingOverflow(by: scale)
    guard !isTooLarge else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: whole)
    return remainder >= whole - remainder ? quotient + 1 : quotient
  }

  /// A share in percent with one decimal, such as `12.3%`, or `<0.1%` for what rounds to nothing.
  static func percent(_ part: Int, of whole: Int) -> String? {
    guard let tenths = scaled(part, of: whole, scale: 1_000) else { return nil }
    if tenths == 0, part > 0 { return "<0.1%" }
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// A rate in percent with two decimals, such as `0.42%`.
  static func rate(_ part: Int, of whole: Int) -> String? {
    guard let hundredths = scaled(part, of: whole, scale: 10_000) else { return nil }
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)%"
  }

  /// An amount of bytes in decimal units, such as `12.3 MB`.
  static func byteCount(_ count: Int, space: String) -> String {
    let units = ["B", "kB", "MB", "GB", "TB", "PB"]
    guard count >= 1_000 else { return "\(count)\(space)B" }
    var unit = 0
    var divisor = 1
    var tenths = 10_000
    // 999,999 bytes are 1.0 MB, not 1000.0 kB: the unit is chosen after rounding.
    while tenths >= 10_000, unit + 1 < units.count {
      divisor *= 1_000
      unit += 1
      tenths = scaled(count, of: divisor, scale: 10) ?? count / divisor * 10
    }
    return "\(tenths / 10).\(tenths % 10)\(space)\(units[unit])"
  }

  /// A figure as people read it; `nil` where there is none.
  static func text(_ figure: ReleasedFigure, _ metric: Metric, space: String, group: String)
    -> String?
  {
    switch figure {
    case .withheld, .unmeasured, .notGranted: nil
    case .count(let count):
      metric == .bytes ? byteCount(count, space: space) : grouped(count, by: group)
    case .ratio(let numerator, let denominator): rate(numerator, of: denominator) ?? "n/a"
    }
  }

  /// The number in hexadecimal, capitals, with at least that many digits.
  static func hexadecimal(_ number: some BinaryInteger, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension ReleasedFigure {
  /// What people read in the place of a figure that is not there, and why; `nil` where it is there.
  var absence: (word: String, why: String)? {
    switch self {
    case .count, .ratio: nil
    case .withheld: ("withheld", Definitions.whyWithheld)
    case .unmeasured: ("not measured", Definitions.whyUnmeasured)
    case .notGranted: ("not granted", Definitions.whyNotGranted)
    }
  }

  /// The count, where it is one.
  var count: Int? {
    if case .count(let count) = self { count } else { nil }
  }

  /// The figure for programs: null where it is withheld or undefined (nothing over nothing).
  var json: JSONValue {
    switch self {
    case .withheld, .unmeasured, .notGranted: .null
    case .count(let count): .integer(count)
    case .ratio(let numerator, let denominator):
      Figures.scaled(numerator, of: denominator, scale: 10_000).map(JSONValue.fixed) ?? .null
    }
  }

  /// The figure as digits alone; `nil` where it is withheld or undefined.
  var plain: String? {
    switch self {
    case .withheld, .unmeasured, .notGranted: nil
    case .count(let count): String(count)
    case .ratio(let numerator, let denominator):
      Figures.scaled(numerator, of: denominator, scale: 10_000).map(Figures.fixed)
    }
  }
}
