/// Why a run has no result.
public enum LogRunError: Error, Equatable, Sendable {
  case input(InputError)
  /// The member table is malformed.
  case invalid(PolicyError)
  /// There are lines, and none of them is one of a known format.
  case noLineRecognised(lineCount: Int, triedFormats: [String])
  /// More lines were rejected than the options allow: counts by reason, and where the first ones stand.
  case tooManyRejected(
    rejected: Int, lineCount: Int, reasons: [(reason: String, lines: Int)], places: [Place])
  /// A format name that is not known.
  case unknownFormat(name: String, known: [String])
  /// A format string that cannot be used: a sentence that names the directive and says what is allowed.
  case unusableFormat(problem: String)
  /// More inputs overlap in time than can be told apart.
  case tooManyOverlapping(limit: Int)
  /// A fault of the program.
  case inconsistent

  /// Where a rejected line stands, and why it was rejected.
  public struct Place: Equatable, Sendable {
    /// The number of the input as it was given, from 1.
    public let input: Int
    /// The line's number in it, from 1.
    public let line: Int
    /// Why it was rejected.
    public let reason: String
  }

  /// Whether two runs failed alike; the reasons' counts are for people and not compared.
  public static func == (left: LogRunError, right: LogRunError) -> Bool {
    switch (left, right) {
    case (.input(let one), .input(let other)): one == other
    case (.invalid(let one), .invalid(let other)): one == other
    case (.noLineRecognised(let one, _), .noLineRecognised(let other, _)): one == other
    case (.tooManyRejected(let one, _, _, _), .tooManyRejected(let other, _, _, _)): one == other
    case (.unknownFormat(let one, _), .unknownFormat(let other, _)): one == other
    case (.unusableFormat(let one), .unusableFormat(let other)): one == other
    case (.tooManyOverlapping, .tooManyOverlapping), (.inconsistent, .inconsistent): true
    default: false
    }
  }
}
