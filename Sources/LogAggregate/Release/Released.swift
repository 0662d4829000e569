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
  /// The released report of the period before, where a ledger holds one; for comparison, so without its tables.
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
  /// What the policy calls its source: title, site, date. For people.
  public let provenance: String?

  init(
    name: String, title: String, sha256: String, audience: Audience, provenance: String?,
    _ seal: ReleaseSeal
  ) {
    self.name = name
    self.title = title
    self.sha256 = sha256
    self.audience = audience
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

/// The exclusion waterfall: the lines read are its steps plus the page views.
public struct ReleasedInput: Sendable {
  /// One step of the waterfall.
  public struct Step: Sendable {
    /// The reason, such as `rejected`, `robot-search-engine`, `asset`.
    public let reason: String
    /// The lines that left here; `nil` where it is withheld.
    public let lines: Int?

    init(reason: String, lines: Int?, _ seal: ReleaseSeal) {
      self.reason = reason
      self.lines = lines
    }
  }
  /// Why lines were rejected: reason and count, never the line.
  public struct Rejection: Sendable {
    /// The reason, such as `time` or `request`.
    public let reason: String
    /// The lines that were rejected for it.
    public let lines: Int

    init(reason: String, lines: Int, _ seal: ReleaseSeal) {
      self.reason = reason
      self.lines = lines
    }
  }
  /// Where a damaged input could not be read any further.
  public struct Damage: Sendable {
    /// The number of the input as it was given, from 1.
    public let input: Int
    /// The offset in the input as it is stored, in bytes.
    public let byte: Int

    init(input: Int, byte: Int, _ seal: ReleaseSeal) {
      self.input = input
      self.byte = byte
    }

    fileprivate init?(_ damage: InputDamage, _ seal: ReleaseSeal) {
      switch damage.error {
      case .truncated(_, let offset), .corrupt(_, let offset), .trailingGarbage(_, let offset):
        self.init(input: damage.input, byte: offset, seal)
      case .unreadable, .readFailed, .unsupportedCompression, .givenTwice: return nil
      }
    }
  }
  /// The lines that were read.
  public let lines: Int
  /// The steps of the waterfall, in their order.
  public let excluded: [Step]
  /// The rejected lines by reason, without reasons that did not occur.
  public let rejections: [Rejection]
  /// `nil` where the totals are withheld.
  public let pageViews: Int?
  /// Whether all input was read to its end without damage.
  public var isComplete: Bool { damages.isEmpty }
  /// Where damaged inputs ended, which were read as far as that was possible.
  public let damages: [Damage]
  /// The formats that were recognised, such as `combined`.
  public let formats: [String]
  /// Which hours of the period hold lines; `nil` where the input holds none and no day was asked for.
  public let coverage: ReleasedCoverage?

  init(
    lines: Int, excluded: [Step], rejections: [Rejection], pageViews: Int?, damages: [Damage],
    formats: [String], coverage: ReleasedCoverage?, _ seal: ReleaseSeal
  ) {
    self.lines = lines
    self.excluded = excluded
    self.rejections = rejections
    self.pageViews = pageViews
    self.damages = damages
    self.formats = formats
    self.coverage = coverage
  }
}

/// A figure, or that it is withheld.
public enum ReleasedFigure: Hashable, Sendable {
  case count(Int)
  /// A ratio of two published counts.
  case ratio(numerator: Int, denominator: Int)
  /// Too few visitors stand behind it, or it would give away a figure behind which too few stand.
  case withheld
  /// The site file names nothing to measure it by.
  case unmeasured
  /// The policy does not grant it to this audience.
  case notGranted
}

/// The figures of the whole population; they appear once, and every table agrees with them.
public struct ReleasedTotals: Sendable {
  /// Requests for pages, as DESIGN 3 defines them.
  public let pageViews: ReleasedFigure
  /// Runs of page views without a gap over 30 minutes.
  public let visits: ReleasedFigure
  /// Unique browsers; never people.
  public let visitors: ReleasedFigure
  /// Requests to the site's click endpoints.
  public let clicks: ReleasedFigure

  init(
    pageViews: ReleasedFigure, visits: ReleasedFigure, visitors: ReleasedFigure,
    clicks: ReleasedFigure, _ seal: ReleaseSeal
  ) {
    self.pageViews = pageViews
    self.visits = visits
    self.visitors = visitors
    self.clicks = clicks
  }
}

/// One table: the rows that may be shown, and one row for all others together.
public struct ReleasedTable: Sendable {
  /// One published cell.
  public struct Row: Sendable {
    /// The row's name: a page template, a domain, a browser.
    public let key: String
    /// In the table of flow the section that the step leads from, or `outside`.
    public let from: String?
    /// In the table of flow the section that the step leads to, or `outside`.
    public let to: String?
    /// A figure for each of the table's metrics, in their order.
    public let figures: [ReleasedFigure]

    init(
      key: String, from: String? = nil, to: String? = nil, figures: [ReleasedFigure],
      _ seal: ReleaseSeal
    ) {
      self.key = key
      self.from = from
      self.to = to
      self.figures = figures
    }
  }
  /// Which table it is.
  public let id: TableID
  /// The heading.
  public let title: String
  /// The section of the policy that allows it.
  public let clause: Clause
  /// The figures of each row, in their order.
  public let metrics: [Metric]
  /// Most visitors first, ties by key.
  public let rows: [Row]
  /// All hidden cells together; `nil` when nothing is hidden.
  public let other: [ReleasedFigure]?
  /// Whether too little was left to show more than the totals.
  public let isTotalsOnly: Bool
  /// In the table of placements what was sold of each, in the site file's order.
  public let bookings: [ReleasedBooking]

  init(
    id: TableID, title: String, clause: Clause, metrics: [Metric], rows: [Row],
    other: [ReleasedFigure]?, isTotalsOnly: Bool, bookings: [ReleasedBooking] = [],
    _ seal: ReleaseSeal
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.metrics = metrics
    self.rows = rows
    self.other = other
    self.isTotalsOnly = isTotalsOnly
    self.bookings = bookings
  }
}

/// A table that is not in the report.
public struct WithheldTable: Sendable {
  /// Which table it is.
  public let table: TableID
  /// The reason in one plain sentence.
  public let why: String
  /// The clause that forbids it, where one does.
  public let clause: Clause?

  init(table: TableID, why: String, clause: Clause?, _ seal: ReleaseSeal) {
    self.table = table
    self.why = why
    self.clause = clause
  }
}

/// The rules that the figures passed.
public struct ReleasedDisclosure: Sendable {
  /// The least number of visitors behind a published cell.
  public let threshold: Int
  /// The least number of networks behind a published cell.
  public let networks: Int
  /// How many page views of one visitor, input source and day are counted at most.
  public let visitorLimit: Int
  /// The hash of the ledger's record, where a ledger guards the release.
  public let ledger: String?
  /// Which state of which list and database the tables rest on.
  public let sources: [ReleasedSource]
  /// What a reader has to know besides the ledger.
  let facts: [String]

  /// What a reader has to know, one sentence each.
  public var notes: [String] {
    facts + [
      ledger == nil
        ? "No ledger guards this report: it has not been checked against other reports of the same days."
        : "A ledger guards this report: no other report of these days was let out that contradicts it, or can be subtracted from it to show a hidden cell."
    ]
  }

  init(
    threshold: Int, networks: Int, visitorLimit: Int, ledger: String?,
    sources: [ReleasedSource], facts: [String], _ seal: ReleaseSeal
  ) {
    self.threshold = threshold
    self.networks = networks
    self.visitorLimit = visitorLimit
    self.ledger = ledger
    self.sources = sources
    self.facts = facts
  }
}

extension Aggregate {
  /// Makes the reports that the plans allow, in the plans' order.
  consuming func makeReports(_ setting: RunSetting, _ seal: ReleaseSeal) -> [ReleasedReport] {
    let census = Census(draining: &self)
    let span = setting.days(from: tally.earliest, to: tally.latest).map {
      CivilDate(daysSinceEpoch: $0.lowerBound)...CivilDate(daysSinceEpoch: $0.upperBound)
    }
    var setting = setting
    setting.plans = setting.plans.map { shownPlan($0, setting, span, census) }
    let outcomes = Disclosure.decideLevels(setting, self, census)
    var reports: [ReleasedReport] = []
    for plan in setting.plans {
      guard let outcome = outcomes[Disclosure.Level(plan)] else { continue }
      reports.append(makeReport(plan, setting, census, outcome, seal))
    }
    return reports
  }

  private borrowing func makeReport(
    _ plan: Plan, _ setting: RunSetting, _ census: borrowing Census,
    _ outcome: Disclosure.Outcome, _ seal: ReleaseSeal
  ) -> ReleasedReport {
    let showsTotals = outcome.showsTotals
    let advertising = AdvertisingRelease(self, census, plan, setting, showsTotals: showsTotals)
    var tables: [ReleasedTable] = []
    var withheld = plan.withheld.map {
      WithheldTable(table: $0.table, why: $0.why, clause: $0.clause, seal)
    }
    for granted in plan.tables {
      if let measured = advertising.tables[granted.id] {
        tables.append(
          ReleasedTable(
            granted, measured, plan, setting.site,
            days: setting.days(from: tally.earliest, to: tally.latest), seal))
        continue
      }
      guard let published = outcome.tables[granted.id]?.limited(to: granted.metrics) else {
        withheld.append(
          WithheldTable(
            table: granted.id, why: advertising.reasons[granted.id] ?? missing(granted.id),
            clause: nil, seal))
        continue
      }
      tables.append(
        ReleasedTable(
          id: granted.id, title: granted.id.title, clause: granted.clause,
          metrics: published.metrics,
          rows: published.rows.map {
            ReleasedTable.Row(
              key: $0.key, from: $0.step?.from, to: $0.step?.to,
              figures: $0.figures.map(ReleasedFigure.count), seal)
          }, other: published.other?.map(ReleasedFigure.count),
          isTotalsOnly: published.isTotalsOnly, seal))
    }
    let order = Dictionary(
      uniqueKeysWithValues: (TableID.standard + plan.withheld.map(\.table) + plan.tables.map(\.id))
        .reduce(into: [TableID]()) { if !$0.contains($1) { $0.append($1) } }
        .enumerated().map { ($1, $0) })
    withheld.sort { order[$0.table, default: 0] < order[$1.table, default: 0] }

    func figure(_ metric: Metric, _ count: Int) -> ReleasedFigure {
      guard plan.totals.contains(metric) else { return .notGranted }
      return showsTotals ? .count(count) : .withheld
    }
    let days = setting.days(from: tally.earliest, to: tally.latest)
    return ReleasedReport(
      policy: ReleasedPolicy(
        name: plan.policy.name, title: plan.policy.title, sha256: plan.policy.sha256,
        audience: plan.audience, provenance: plan.policy.provenance.description, seal),
      siteName: setting.site.name,
      period: ReleasedPeriod(
        from: days.map { CivilDate(daysSinceEpoch: $0.lowerBound) },
        to: days.map { CivilDate(daysSinceEpoch: $0.upperBound) }, timeZone: setting.zone.name,
        dayCount: days?.count ?? 0, seal),
      input: releasedInput(setting, showsAll: showsTotals && !plan.leavesTotalsToDays, seal),
      totals: ReleasedTotals(
        pageViews: figure(.pageViews, pageViews), visits: figure(.visits, census.visitCount),
        visitors: figure(.visitors, census.count),
        clicks: plan.leavesTotalsToDays ? .notGranted : advertising.clicks, seal),
      visits: plan.totals.contains(.visits) && !plan.leavesTotalsToDays
        ? ReleasedVisits(
          outcome.visits, pageViews: figure(.pageViews, pageViews),
          visits: figure(.visits, census.visitCount), seal) : nil,
      tables: tables, notReleased: withheld,
      disclosure: ReleasedDisclosure(
        threshold: plan.threshold, networks: plan.networks, visitorLimit: setting.visitorLimit,
        ledger: nil, sources: sources(plan, setting, seal),
        facts: notes(plan, setting) + outcome.advice(plan), seal),
      source: ReleaseSource(
        plan, setting, digest, tables: tables, closesTotals: !plan.leavesTotalsToDays),
      seal)
  }

  /// The waterfall; what would give withheld totals away is withheld with them.
  private borrowing func releasedInput(
    _ setting: RunSetting, showsAll: Bool, _ seal: ReleaseSeal
  ) -> ReleasedInput {
    let alwaysShown: [Exclusion] = [.rejected, .directive, .outsidePeriod]
    var steps: [ReleasedInput.Step] = []
    for exclusion in Exclusion.allCases {
      let isShown = showsAll || alwaysShown.contains(exclusion)
      steps.append(
        ReleasedInput.Step(
          reason: exclusion.reason, lines: isShown ? tally.lines(exclusion) : nil, seal))
    }
    var rejections: [ReleasedInput.Rejection] = []
    for reason in Malformed.allCases where tally.lines(reason) > 0 {
      rejections.append(
        ReleasedInput.Rejection(reason: reason.rawValue, lines: tally.lines(reason), seal))
    }
    return ReleasedInput(
      lines: tally.lines, excluded: steps, rejections: rejections,
      pageViews: showsAll ? pageViews : nil,
      damages: damages.compactMap { ReleasedInput.Damage($0, seal) }, formats: formatNames,
      coverage: coverage(setting, seal), seal)
  }
}
