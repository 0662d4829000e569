/// The lines of the flow table: outside, the sections that may be named, and all others together.
///
/// A section that the table of sections hides is not named here either: its steps are part of the line of all others.
struct FlowLines: Sendable {
  /// Where visits come from and where they end.
  static let outside = "outside"
  /// The sections that are not named.
  static let others = "(other sections)"
  /// What stands between the two ends of a row's key.
  static let arrow = " → "
  /// How many sections are named at most: those with most visitors.
  static let namedSections = 32

  /// The lines' names, by number; outside is the first.
  let names: [String]
  private let lineOfSection: [Int]
  private static let othersLine = 1

  /// - Parameters:
  ///   - sections: the names of sections, by number.
  ///   - shown: the names that may be shown, most visitors first.
  ///   - limit: how many of them are named.
  init(sections: [String], shown: [String], limit: Int = Self.namedSections) {
    let named = shown.prefix(limit).sorted()
    names = [Self.outside, Self.others] + named
    let lines = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0 + 2) })
    lineOfSection = sections.map { lines[$0] ?? Self.othersLine }
  }

  /// The lines that are sections.
  var named: [Int] { Array(names.indices.dropFirst(2)) }

  /// The line that a step begins or ends with.
  /// - Parameter end: as in ``PageFlow/Step``.
  func line(_ end: UInt32) -> Int { end == 0 ? 0 : lineOfSection[Int(end) - 1] }

  /// The row of the table that holds visits which begin in a section.
  func entryRow(section: UInt32) -> String { key(0, lineOfSection[Int(section)]) }

  /// The row of the table that holds visits which end in a section.
  func exitRow(section: UInt32) -> String { key(lineOfSection[Int(section)], 0) }

  /// The name of the row of steps from one line to another.
  func key(_ from: Int, _ to: Int) -> String { names[from] + Self.arrow + names[to] }
}
