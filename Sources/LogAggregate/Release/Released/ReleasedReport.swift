/// A report that a policy lets out: the only values that leave the library.
///
/// Every `Released…` type is made under a ``ReleaseSeal``, which only the doors of the release hold.
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
  /// What visits were like; `nil` where the policy grants this audience no visits.
  public let visits: ReleasedVisits?
  /// The tables, in reading order.
  public let tables: [ReleasedTable]
  /// What the report does not hold, and why.
  public let notReleased: [WithheldTable]
  /// The rules that the figures passed.
  public let disclosure: ReleasedDisclosure
  /// What a ledger has to know of the release; `nil` where none guards it, and in what was read back from one.
  let source: ReleaseSource?
  /// That it is a sum of several releases; `nil` where it is one.
  public let sum: ReleasedSum?
  /// The released report of the period before, where a ledger holds one; for comparison, so without its tables. Beside a sum it
  /// is a sum as well, so that visitor-days are compared with visitor-days.
  public var previous: ReleasedReport? { before.first }
  /// At most one, since a struct cannot hold itself.
  private var before: [ReleasedReport] = []

  /// Lays another released report beside it.
  mutating func compare(with previous: ReleasedReport) { before = [previous] }

  init(
    policy: ReleasedPolicy, siteName: String?, period: ReleasedPeriod, input: ReleasedInput,
    totals: ReleasedTotals, visits: ReleasedVisits?, tables: [ReleasedTable],
    notReleased: [WithheldTable], disclosure: ReleasedDisclosure, source: ReleaseSource?,
    sum: ReleasedSum? = nil,
    _ seal: ReleaseSeal
  ) {
    self.policy = policy
    self.siteName = siteName
    self.period = period
    self.input = input
    self.totals = totals
    self.visits = visits
    self.tables = tables
    self.notReleased = notReleased
    self.disclosure = disclosure
    self.source = source
    self.sum = sum
  }
}

/// Which policy a report rests on.
public struct ReleasedPolicy: Sendable {
  /// The policy's short name, such as `industrykart-2019`.
  public let name: String
  /// What people call the policy.
  public let title: String
  /// SHA-256 of the policy file's bytes, in hexadecimal.
  public let sha256: String
  /// Who the report is for.
  public let audience: Audience
  /// Whose placements and campaigns it shows, where it is one advertiser's report.
  public let advertiser: String?
  /// What the policy calls its source: title, site, date. For people.
  public let provenance: String?

  init(
    name: String, title: String, sha256: String, audience: Audience, advertiser: String?,
    provenance: String?, _ seal: ReleaseSeal
  ) {
    self.name = name
    self.title = title
    self.sha256 = sha256
    self.audience = audience
    self.advertiser = advertiser
    self.provenance = provenance
  }
}

/// The days of a report, in the site's time zone.
public struct ReleasedPeriod: Sendable {
  /// The first and last day; `nil` where the input was empty and no day was asked for.
  public let from: CivilDate?
  /// The last day.
  public let to: CivilDate?
  /// The IANA name of the zone.
  public let timeZone: String
  /// The number of calendar days from the first to the last, both included.
  public let dayCount: Int

  init(from: CivilDate?, to: CivilDate?, timeZone: String, dayCount: Int, _ seal: ReleaseSeal) {
    self.from = from
    self.to = to
    self.timeZone = timeZone
    self.dayCount = dayCount
  }
}
