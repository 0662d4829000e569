/// How text is kept from being read as markup, formula or syntax.
enum Escaping {
  /// Text for an HTML element or a quoted attribute; hidden characters are written out.
  /// - Source: WHATWG HTML 13.3; OWASP, Cross Site Scripting Prevention.
  static func html(_ text: String) -> String {
    var safe = ""
    for scalar in Visible.text(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A field of text in a CSV record: quoted where it has to be, and never a formula.
  ///
  /// A spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula, also in their
  /// full-width forms and after white space; an apostrophe before it keeps it text.
  /// - Source: RFC 4180 2; OWASP, CSV Injection.
  static func csv(_ text: String) -> String {
    let safe = Visible.text(text)
    let isFormula = beginsFormula(text)
    let guarded = isFormula ? "'" + safe : safe
    let needsQuotes = guarded.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == ";" }
    guard isFormula || needsQuotes else { return guarded }
    return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
  }

  private static func beginsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    let start = text.unicodeScalars.first {
      !$0.properties.isWhitespace && !Visible.isHidden($0)
    }
    switch start {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": return true
    default: return false
    }
  }

  /// Text inside a Markdown table or paragraph, never a link, tag or emphasis.
  /// - Source: CommonMark 0.31 2.4; GitHub Flavored Markdown 4.10, 6.9.
  static func markdown(_ text: String) -> String {
    var safe = ""
    for scalar in Visible.text(text).unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "!", "|", "~", "@", "$":
        safe += "\\"
        safe.unicodeScalars.append(scalar)
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
  }
}
