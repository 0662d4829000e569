internal import LogAggregate

/// Integer arithmetic for shares, and how programs read figures.
enum Figures {
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
