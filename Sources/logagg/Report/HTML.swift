internal import LogAggregate

/// Markup that is written as literals; every string put into one is escaped.
///
/// A value of this type is well-formed by construction as far as text goes: there is no way to
/// turn a `String` into markup.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var source: String

  init(stringLiteral literal: String) { source = literal }
  init(stringInterpolation: Interpolation) { source = stringInterpolation.source }
  init() { source = "" }

  static func += (html: inout HTML, other: HTML) { html.source += other.source }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate(set) var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ text: String) { source += Escaping.html(text) }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    mutating func appendInterpolation(_ html: HTML) { source += html.source }
    mutating func appendInterpolation(_ style: StyleSheet) { source += style.css }
  }
}

/// A style sheet, which a page may hold because it names the sheet's hash.
struct StyleSheet: Sendable {
  fileprivate let css: String

  /// The fixed style, and the running head of printed pages as CSS strings.
  init(fixed: String, left: String, right: String) {
    let left = Self.string(left)
    let right = Self.string(right)
    css =
      fixed
      + "@page{@top-left{content:\(left)}@top-right{content:\(right)}}\n"
  }

  /// What a content security policy calls the sheet.
  /// - Source: W3C CSP3 2.3.1.
  var source: String { "sha256-" + Base64.text(SHA256.digest(of: Array(css.utf8))) }

  /// A CSS string in which nothing but letters and digits stands for itself.
  /// - Source: CSS Syntax 3, 4.3.7.
  private static func string(_ text: String) -> String {
    var css = "\""
    for scalar in Visible.text(text).unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain {
        css.unicodeScalars.append(scalar)
      } else {
        css += "\\" + Figures.hexadecimal(scalar.value, digits: 6)
      }
    }
    return css + "\""
  }
}
