/// A report that a policy lets out: the only values that leave the library.
///
/// Every `Released…` type has a sealed initializer; this file's ``Release`` maker is the only one that calls it.
public struct ReleasedReport: Sendable {
  /// The policy that allowed it, and the audience it is for.
  public let policy: ReleasedPolicy
  /// The site's name, where the site file gives one.
  public let siteName: String?
  /// The days that are reported.
  public let period: ReleasedPeriod
  /// What became of every line that was read.
  public let input: ReleasedInput
  /// The figures of the whole population.
  public let totals: ReleasedTotals
  /// The tables, in reading order.
  public let tables: [ReleasedTable]
  /// What the report does not hold, and why.
  public let notReleased: [WithheldTable]
  /// The rules that the figures passed.
  public let disclosure: ReleasedDisclosure
}

/// Which policy a report rests on.
public struct ReleasedPolicy: Sendable {
  public let name: String
  public let title: String
  /// SHA-256 of the policy file's bytes, in hexadecimal.
  public let sha256: String
  public let audience: Audience
  /// What the policy calls its source: title, site, date. For people.
  public let provenance: String?
}

/// The days of a report, in the site's time zone.
public struct ReleasedPeriod: Sendable {
  /// The first and last day; `nil` where the input was empty and no day was asked for.
  public let from: CivilDate?
  public let to: CivilDate?
  /// The IANA name of the zone.
  public let timeZone: String
  /// The number of calendar days from the first to the last, both included.
  public let dayCount: Int
}

/// The exclusion waterfall: the lines read are its steps plus the page views.
public struct ReleasedInput: Sendable {
  /// One step of the waterfall.
  public struct Step: Sendable {
    /// The reason, such as `rejected`, `robot-search-engine`, `asset`.
    public let reason: String
    /// The lines that left here; `nil` where it is withheld.
    public let lines: Int?
  }
  /// Why lines were rejected: reason and count, never the line.
  public struct Rejection: Sendable {
    public let reason: String
    public let lines: Int
  }
  public let lines: Int
  public let excluded: [Step]
  public let rejections: [Rejection]
  /// `nil` where the totals are withheld.
  public let pageViews: Int?
  /// Whether all input was read to its end without damage.
  public let isComplete: Bool
  /// The formats that were recognised, such as `combined`.
  public let formats: [String]
}

/// A figure, or that it is withheld.
public enum ReleasedFigure: Hashable, Sendable {
  case count(Int)
  /// A ratio of two published counts.
  case ratio(numerator: Int, denominator: Int)
  case withheld
}

/// The figures of the whole population; they appear once, and every table agrees with them.
public struct ReleasedTotals: Sendable {
  public let pageViews: ReleasedFigure
  public let visits: ReleasedFigure
  public let visitors: ReleasedFigure
  public let clicks: ReleasedFigure
}

/// One table: the rows that may be shown, and one row for all others together.
public struct ReleasedTable: Sendable {
  /// One published cell.
  public struct Row: Sendable {
    public let key: String
    /// A figure for each of the table's metrics, in their order.
    public let figures: [ReleasedFigure]
  }
  public let id: TableID
  public let title: String
  /// The section of the policy that allows it.
  public let clause: Clause
  public let metrics: [Metric]
  /// Most visitors first, ties by key.
  public let rows: [Row]
  /// All hidden cells together; `nil` when nothing is hidden.
  public let other: [ReleasedFigure]?
  /// Whether too little was left to show more than the totals.
  public let isTotalsOnly: Bool
}

/// A table that is not in the report.
public struct WithheldTable: Sendable {
  public let table: TableID
  /// The reason in one plain sentence.
  public let why: String
  /// The clause that forbids it, where one does.
  public let clause: Clause?
}

/// The rules that the figures passed.
public struct ReleasedDisclosure: Sendable {
  /// The least number of visitors behind a published cell.
  public let threshold: Int
  /// The least number of networks behind a published cell.
  public let networks: Int
  /// How many page views of one visitor, input source and day are counted at most.
  public let visitorLimit: Int
  /// The ledger's record, where the release is guarded by one.
  public let ledger: String?
  /// What a reader has to know, one sentence each.
  public let notes: [String]
}
