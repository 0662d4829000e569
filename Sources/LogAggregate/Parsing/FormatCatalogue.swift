/// The log formats that are known, for people.
public enum FormatCatalogue {
  /// One format.
  public struct Format: Sendable {
    /// The name in options and reports.
    public let name: String
    /// Further names that it is known by.
    public let aliases: [String]
    /// Where it is written, in a few words.
    public let summary: String
    /// What a line holds.
    public let fields: [String]
    /// What of it identifies a person, or helps to.
    public let identifyingFields: [String]
  }

  /// What the first lines of an input tell.
  public struct Detection: Sendable {
    /// The name of the format that reads most of the lines; `nil` where none reads any.
    public let format: String?
    /// How many of the lines looked at the format reads.
    public let matchedLines: Int
    /// How many lines were looked at.
    public let lines: Int
    /// The offset from UTC, in minutes, that most of them are written with, where their times bear one.
    public let utcOffsetMinutes: Int?
  }

  /// Every known format, the more specific before the more general.
  public static var formats: [Format] {
    KnownFormat.allCases.map {
      Format(
        name: $0.name, aliases: $0.aliases, summary: $0.summary, fields: $0.fields.names,
        identifyingFields: $0.identifyingFields.names)
    }
  }

  /// Tells the format of an input from its first lines.
  /// - Throws: where the input cannot be read, or is damaged at its beginning.
  /// - Complexity: O(one chunk).
  public static func detect(_ source: LogSource) throws(InputError) -> Detection {
    let slot = OpenInput.Slot(capacity: 256 << 10)
    let input = OpenInput(try source.open(), salvages: false)
    let seen = try input.peek(slot) { (FormatDetection($0), UTCOffset.minutes($0)) }
    return Detection(
      format: seen?.0.format?.name, matchedLines: seen?.0.matchedLines ?? 0,
      lines: seen?.0.lines ?? 0, utcOffsetMinutes: seen?.1)
  }
}

extension FieldSet {
  /// The fields' names, in the order of most formats.
  var names: [String] {
    let all: [(FieldSet, String)] = [
      (.host, "host"), (.client, "client"), (.user, "user"), (.time, "time"), (.method, "method"),
      (.target, "target"), (.status, "status"), (.bytes, "bytes"), (.referrer, "referrer"),
      (.userAgent, "agent"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
