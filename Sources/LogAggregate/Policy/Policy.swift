/// A site's promise in machine-readable form: what of a log may be read, how it is reduced, and who may be
/// shown which statistic, each rule with the section of the text that it rests on.
///
/// What no rule allows is not allowed, and a denial beats a grant. The file's format is described in
/// `Documentation/Policies.md`.
public struct Policy: Sendable {
  /// The text that the rules paraphrase.
  public struct Provenance: Hashable, Sendable, CustomStringConvertible {
    /// The text's own title.
    public let title: String
    /// The site that made the promise, where there is one.
    public let site: String?
    /// The day of the version that was read, as `2019-03-13`.
    public let dated: String
    /// Where that version can be read.
    public let url: String?

    /// Title, site and date in one line.
    public var description: String {
      let parts = [title, site, dated].compactMap { $0 }
      return parts.joined(separator: ", ")
    }
  }

  /// The short name, such as `industrykart-2019`.
  public let name: String
  /// What people call it.
  public let title: String
  /// The text that the rules paraphrase.
  public let provenance: Provenance
  /// The sections that the rules rest on, in the file's order.
  public let clauses: [Clause]
  /// The audiences that the policy names, in the file's order.
  public let audiences: [Audience]
  /// The file's text.
  public let text: String
  /// SHA-256 of the text's bytes, in hexadecimal.
  public let sha256: String

  /// How groups are protected that a name identifies, whoever is shown it.
  let groups: GroupDisclosure
  /// How each audience is protected.
  let rules: [AudienceRule]
  /// What may be read of the log, and by which section.
  let permits: [Reduction: Clause]
  /// What must not be read of the log, and by which section; beats a permit.
  let forbids: [Reduction: Clause]
  let grants: [Grant]
  let denials: [Denial]
  /// The section by which audiences that are not named see nothing.
  let defaultDeny: Clause

  /// The rule for an audience, where the policy names it.
  func rule(for audience: Audience) -> AudienceRule? {
    rules.first { $0.audience == audience }
  }
}

/// How cells are protected from one audience.
struct AudienceRule: Sendable {
  /// What part of the site an audience may be shown.
  enum Scope: String, CaseIterable, Sendable {
    case site
    /// Only the pages of a promotion, and only where its visitors had notice beforehand.
    case promotion
  }
  let audience: Audience
  let threshold: Int
  let networks: Int
  /// The limit of one visitor's page views that this audience's promise needs, where it says so.
  let visitorLimit: Int?
  let scope: Scope
  /// The section that limits the scope.
  let scopeClause: Clause?
}

/// What a grant or denial speaks of.
enum Subject: Hashable, Sendable {
  case totals
  case table(TableID)
  /// Every column of the member table: `segment-*`.
  case everySegment

  /// The subject with that name in policy files.
  init?(id: String) {
    switch id {
    case "totals": self = .totals
    case "segment-*": self = .everySegment
    default:
      guard let table = TableID(id: id) else { return nil }
      self = .table(table)
    }
  }

  /// The name in policy files.
  var id: String {
    switch self {
    case .totals: "totals"
    case .everySegment: "segment-*"
    case .table(let table): table.id
    }
  }

  func covers(_ table: TableID) -> Bool {
    switch self {
    case .totals: false
    case .table(let own): own == table
    case .everySegment: if case .segment = table { true } else { false }
    }
  }
}

/// A release that a section allows: these statistics, to these audiences, for this purpose.
struct Grant: Sendable {
  let audiences: [Audience]
  let subjects: [Subject]
  let metrics: [Metric]
  let clause: Clause
  let purpose: String
  /// Over what time it is published, where the policy says so.
  let period: ReportingPeriod?
}

/// What a section forbids: an audience, a statistic, or a statistic to an audience.
struct Denial: Sendable {
  /// Everyone, where it is `nil`.
  let audiences: [Audience]?
  /// Everything, where it is `nil`.
  let subjects: [Subject]?
  let clause: Clause
  let why: String

  func concerns(_ audience: Audience) -> Bool { audiences?.contains(audience) ?? true }
}
