/// A way in which servers write a request as one line.
///
/// A format is one file: its name, its fields, which of them identify a person, its parser, and sample and
/// counter-sample lines, which are its tests.
protocol LogFormat: Sendable {
  /// The name in options and reports.
  static var name: String { get }
  /// Where it is written, in a few words.
  static var summary: String { get }
  /// The fields a line holds.
  static var fields: FieldSet { get }
  /// The fields that identify a person, or help to.
  static var identifyingFields: FieldSet { get }
  /// Lines that it reads.
  static var samples: [String] { get }
  /// Lines that it rejects.
  static var counterSamples: [String] { get }

  init()

  /// Parses one line without its line end.
  /// - Throws: which part is malformed.
  /// - Complexity: O(length of the line); allocates nothing.
  @_lifetime(copy line)
  mutating func parse(_ line: Span<UInt8>, fields: FieldSet) throws(Malformed) -> Record
}

/// The formats that are known by name, the more specific before the more general.
enum KnownFormat: CaseIterable, Sendable {
  case combined, common

  var type: any LogFormat.Type {
    switch self {
    case .combined: CombinedFormat.self
    case .common: CommonFormat.self
    }
  }

  var name: String { type.name }

  /// The format of that name, in any case.
  init?(name: String) {
    let wanted = name.lowercased()
    guard let known = KnownFormat.allCases.first(where: { $0.name == wanted }) else { return nil }
    self = known
  }
}
