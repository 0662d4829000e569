internal import Glibc

/// A colour for links, bars and rules, in a shade that can be read on light and on dark paper.
struct Accent: Equatable, Sendable {
  private let red: Double
  private let green: Double
  private let blue: Double

  /// A colour written as `#0f6b63`; `nil` for anything else.
  init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let number = Int(digits, radix: 16)
    else { return nil }
    self.init(Double(number >> 16), Double(number >> 8 & 255), Double(number & 255))
  }

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  static let lightPaper = Accent(252, 252, 250)
  static let darkPaper = Accent(18, 21, 23)
  private static let black = Accent(0, 0, 0)
  private static let white = Accent(255, 255, 255)

  /// The colour, or the nearest darker one that stands out on light paper.
  var onLight: Accent { readable(on: Self.lightPaper, towards: Self.black) }

  /// The colour, or the nearest lighter one that stands out on dark paper.
  var onDark: Accent { readable(on: Self.darkPaper, towards: Self.white) }

  /// - Source: WCAG 2.2, 1.4.3: 4.5 to 1 for text.
  private func readable(on paper: Accent, towards end: Accent) -> Accent {
    for step in 0...50 {
      let shade = mixed(with: end, Double(step) / 50).rounded
      if shade.contrast(with: paper) >= 4.6 { return shade }
    }
    return end
  }

  func mixed(with other: Accent, _ part: Double) -> Accent {
    Accent(
      red + (other.red - red) * part, green + (other.green - green) * part,
      blue + (other.blue - blue) * part)
  }

  private var rounded: Accent {
    Accent(red.rounded(), green.rounded(), blue.rounded())
  }

  /// The contrast of two colours, from 1 to 21.
  /// - Source: WCAG 2.2, contrast ratio.
  func contrast(with other: Accent) -> Double {
    let pair = [luminance, other.luminance].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  /// - Source: WCAG 2.2, relative luminance.
  private var luminance: Double {
    func linear(_ value: Double) -> Double {
      let part = value / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The colour as a style sheet writes it.
  var css: String {
    "#"
      + [red, green, blue].map { Figures.hexadecimal(Int($0.rounded()), digits: 2) }.joined()
      .lowercased()
  }
}
