/// The log formats that are known, for people.
public enum FormatCatalogue {
  /// One format.
  public struct Format: Sendable {
    /// The name in options and reports.
    public let name: String
    /// Where it is written, in a few words.
    public let summary: String
  }

  /// What the first lines of an input tell.
  public struct Detection: Sendable {
    /// The name of the format that reads most of the lines; `nil` where none reads any.
    public let format: String?
    /// How many of the lines looked at the format reads.
    public let matchedLines: Int
    /// How many lines were looked at.
    public let lines: Int
  }

  /// Every known format, the more specific before the more general.
  public static var formats: [Format] {
    KnownFormat.allCases.map { Format(name: $0.name, summary: $0.summary) }
  }

  /// Tells the format of an input from its first lines.
  /// - Throws: where the input cannot be read, or is damaged at its beginning.
  /// - Complexity: O(one chunk).
  public static func detect(_ source: LogSource) throws(InputError) -> Detection {
    let slot = SharedInput.Slot(capacity: 256 << 10)
    let input = try SharedInput(source, salvages: false, slots: [slot])
    let detection = try input.peek { FormatDetection($0) }
    return Detection(
      format: detection?.format?.name, matchedLines: detection?.matchedLines ?? 0,
      lines: detection?.lines ?? 0)
  }
}
