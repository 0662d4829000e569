/// What is wrong with a policy or site file: where, what was found, and what would be right.
///
/// The words come from the file that was checked, never from a log.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it.
  public let file: String
  /// The line, from 1, where one can be told.
  public let line: Int?
  /// The column, from 1, of a syntax error.
  public let column: Int?
  /// What was found.
  public let problem: String
  /// What is allowed, or what to do.
  public let remedy: String

  init(file: String, line: Int?, column: Int? = nil, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }

  /// One line: `FILE:LINE: problem; remedy`.
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    return "\(place): \(problem); \(remedy)"
  }
}

extension String {
  /// The text in back quotes for a message: one line, without control characters, and not long.
  var quoted: String {
    let shown = unicodeScalars.prefix(60).map { scalar in
      scalar.isControl ? "\u{FFFD}" : Character(scalar)
    }
    return "`\(String(shown))\(unicodeScalars.count > 60 ? "…" : "")`"
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may take it for a command, or for the end of a line.
  var isControl: Bool {
    // The joiners are letters' neighbours in several Indian and Arabic scripts.
    if self == "\u{200C}" || self == "\u{200D}" { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
