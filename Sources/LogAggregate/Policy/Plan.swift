/// What one run may read, count and show: a policy, an audience and a site, compiled before any input is
/// opened.
public struct Plan: Sendable {
  /// A table that may be shown.
  public struct GrantedTable: Hashable, Sendable {
    /// Which table.
    public let id: TableID
    /// The figures that its rows may carry; never empty.
    public let metrics: [Metric]
    /// The section that allows it.
    public let clause: Clause
    /// Over what time it is published, where the policy says so.
    public let period: ReportingPeriod?
  }
  /// A table that may not be shown.
  public struct Withholding: Hashable, Sendable {
    /// Which table.
    public let table: TableID
    /// The reason in one plain sentence.
    public let why: String
    /// The section that forbids it, where one does.
    public let clause: Clause?
  }
  /// Whose placements and campaigns are shown.
  public enum AdvertisingShare: Hashable, Sendable {
    case everyone
    /// One advertiser's alone: nothing of another is in the report, nor can be subtracted from it.
    case one(String)
    /// Nobody's: the audience is an advertiser, and it is not said which.
    case nobody

    /// The one advertiser, where it is one.
    var advertiser: String? { if case .one(let name) = self { name } else { nil } }
  }
  /// What part of the site is counted.
  public enum Scope: Hashable, Sendable {
    case site
    /// Only requests for these pages; the clause says why.
    case promotion(pages: [PathPattern], clause: Clause)
  }

  /// The policy that it rests on.
  public let policy: Policy
  /// Who the report is for.
  public let audience: Audience
  /// Whose advertising it accounts for, where it is one advertiser's.
  public var advertiser: String? {
    if case .one(let name) = advertising { name } else { nil }
  }
  /// The tables that may be shown, in reading order.
  public internal(set) var tables: [GrantedTable]
  /// Tables that may be shown and were not asked for, of those that are coarser than one that was.
  let coarserTables: [GrantedTable]
  /// The figures that may stand among the totals.
  public internal(set) var totals: [Metric]
  /// Whether the report is of a week or month whose totals are those of its days.
  var leavesTotalsToDays = false
  /// The section that allows the totals; `nil` where none may stand.
  public let totalsClause: Clause?
  /// The section that allows every column of the member table, where one does.
  public let everySegment: Clause?
  /// The tables that may not be shown, in reading order.
  public internal(set) var withheld: [Withholding]
  /// The fields of a line that are read; a parser skips every other.
  public let fields: FieldSet
  /// The part of the site that is counted.
  public let scope: Scope
  /// Whose placements and campaigns are shown.
  public let advertising: AdvertisingShare
  /// The least number of visitors behind a cell.
  public private(set) var threshold: Int
  /// The least number of networks behind a cell.
  public private(set) var networks: Int
  /// How many page views of one visitor, input source and day are counted; one for all audiences of a
  /// policy, so that reports for different audiences speak of the same population.
  public let visitorLimit: Int
  /// How groups are protected that a name identifies.
  public let groups: GroupDisclosure
  /// The least number of visitors behind a count of clicks or conversions alone.
  public let clickThreshold: Int
  /// How many clicks of one visitor, input source and day are counted.
  public let clickLimit: Int

  /// Judges whether a policy shows an audience anything, before anything else is known.
  /// - Throws: ``Refusal`` where the policy does not name the audience, or denies it everything.
  public static func admit(_ audience: Audience, by policy: Policy) throws(Refusal) {
    _ = try admit(audience, to: policy)
  }

  /// Compiles a policy for an audience.
  /// - Parameters:
  ///   - asked: the tables that the report is limited to; `nil` for all that the policy grants.
  ///   - advertiser: whose placements and campaigns the report shows, by the name in the site file; without it an
  ///     advertiser is shown nobody's, and every other audience all.
  /// - Throws: ``Refusal`` when the policy shows the audience nothing.
  /// - Complexity: O(tables × rules of the policy).
  public init(
    policy: Policy, audience: Audience, site: Site, only asked: [TableID]? = nil,
    advertiser: String? = nil
  ) throws(Refusal) {
    let rule = try Self.admit(audience, to: policy)
    let grants = policy.grants.filter { $0.audiences.contains(audience) }
    let denials = policy.denials.filter { $0.concerns(audience) }

    var tables: [GrantedTable] = []
    var unasked: [GrantedTable] = []
    var withheld: [Withholding] = []
    for table in Self.candidates(grants, site) {
      if let denial = denials.first(where: { $0.forbids(table) }) {
        withheld.append(
          Withholding(table: table, why: "denied: \(denial.why)", clause: denial.clause))
      } else if let granted = Self.granted(table, by: grants) {
        guard asked?.contains(table) ?? true else {
          withheld.append(
            Withholding(table: table, why: "not asked for by the site file", clause: nil))
          unasked.append(granted)
          continue
        }
        tables.append(granted)
      } else if table.detailed == nil {
        withheld.append(
          Withholding(table: table, why: "not granted to this audience", clause: nil))
      }
    }
    let totals = Self.totals(grants, denials, tables)
    guard !tables.isEmpty || !totals.isEmpty else {
      throw Refusal(
        audience: audience, policy: policy.name, clause: policy.defaultDeny,
        sentence: "it grants this audience no statistic")
    }
    self.policy = policy
    self.audience = audience
    self.tables = tables
    coarserTables = unasked.filter { coarse in tables.contains { $0.id.coarser == coarse.id } }
    self.totals = totals
    let ownTotals = grants.first { $0.subjects.contains(.totals) }?.clause
    totalsClause = totals.isEmpty ? nil : ownTotals ?? tables.first?.clause
    everySegment =
      denials.contains { $0.subjects?.contains(.everySegment) ?? true }
      ? nil : grants.first { $0.subjects.contains(.everySegment) }?.clause
    self.withheld = withheld
    scope = try Self.scope(rule, site, policy)
    advertising =
      advertiser.map(AdvertisingShare.one) ?? (audience == .advertiser ? .nobody : .everyone)
    fields = Self.fields(for: tables + coarserTables, totals, site).union(policy.populationFields)
    threshold = rule.threshold
    networks = rule.networks
    visitorLimit =
      policy.rules.compactMap(\.visitorLimit).min() ?? DisclosureLimits.visitorLimit
    groups = policy.groups
    clickThreshold = DisclosureLimits.clickThreshold
    clickLimit = DisclosureLimits.clickLimit
  }

  /// The least number of cells of a table that are hidden together.
  public func hiddenMinimum(for table: TableID) -> Int { table.hiddenMinimum }

  /// The same plan at another threshold, as if the policy asked for it.
  func at(threshold: Int) -> Plan {
    var plan = self
    plan.threshold = threshold
    plan.networks = DisclosureLimits.leastNetworks(threshold: threshold)
    return plan
  }

  /// Whether the table may be shown.
  func grants(_ table: TableID) -> Bool { tables.contains { $0.id == table } }

  /// The columns of the site's member table that may be shown.
  func grantedColumns(of site: Site) -> [String] {
    (site.members?.columns ?? []).filter { grants(.segment($0)) }
  }

  private static func admit(_ audience: Audience, to policy: Policy) throws(Refusal)
    -> AudienceRule
  {
    let denial = policy.denials.first { $0.subjects == nil && $0.concerns(audience) }
    if let denial {
      throw Refusal(
        audience: audience, policy: policy.name, clause: denial.clause, sentence: denial.why)
    }
    guard let rule = policy.rule(for: audience) else {
      let known = policy.audiences.map(\.name).joined(separator: ", ")
      throw Refusal(
        audience: audience, policy: policy.name, clause: policy.defaultDeny,
        sentence: "it does not name this audience; it names: \(known)")
    }
    return rule
  }

  private static func scope(_ rule: AudienceRule, _ site: Site, _ policy: Policy) throws(Refusal)
    -> Scope
  {
    switch rule.scope {
    case .site: return .site
    case .promotion:
      let clause = rule.scopeClause ?? policy.defaultDeny
      guard let promotion = site.promotion, promotion.hasNotice else {
        throw Refusal(
          audience: rule.audience, policy: policy.name, clause: clause,
          sentence: "the site file records no notice given before the promotion; where it was"
            + " given, write [promotion] with notice = true and its pages")
      }
      return .promotion(pages: promotion.pages, clause: clause)
    }
  }

  /// The tables to decide on, in reading order: all standard ones, the columns that the policy names, and
  /// those that the site's member table has.
  private static func candidates(_ grants: [Grant], _ site: Site) -> [TableID] {
    var columns: [TableID] = []
    for case .table(let table) in grants.flatMap(\.subjects) {
      if case .segment = table, !columns.contains(table) { columns.append(table) }
    }
    for column in site.members?.columns ?? [] where !columns.contains(.segment(column)) {
      columns.append(.segment(column))
    }
    var tables = TableID.standard
    if site.placements.isEmpty { tables.removeAll { $0.detailed == .placement } }
    let end = tables.firstIndex(of: .clientDomain).map { $0 + 1 } ?? tables.endIndex
    tables.insert(contentsOf: columns, at: end)
    return tables
  }

  private static func granted(_ table: TableID, by grants: [Grant]) -> GrantedTable? {
    let covering = grants.filter { grant in grant.subjects.contains { $0.covers(table) } }
    guard let first = covering.first else { return nil }
    let metrics = table.metrics.filter { metric in
      covering.contains { $0.metrics.contains(metric) }
    }
    return GrantedTable(id: table, metrics: metrics, clause: first.clause, period: first.period)
  }

  /// The figures that the policy grants as totals, or in a table: its rows and its remainder would give
  /// the total away.
  private static func totals(_ grants: [Grant], _ denials: [Denial], _ tables: [GrantedTable])
    -> [Metric]
  {
    if denials.contains(where: { $0.subjects?.contains(.totals) ?? true }) { return [] }
    let own = grants.filter { $0.subjects.contains(.totals) }.flatMap(\.metrics)
    let granted = Set(own + tables.flatMap(\.metrics))
    return Metric.allCases.filter { $0.isTotal && granted.contains($0) }
  }

  private static func fields(for tables: [GrantedTable], _ totals: [Metric], _ site: Site)
    -> FieldSet
  {
    var needs = Reduction.counting
    for metric in totals { needs.formUnion(metric.reductions) }
    for table in tables {
      // Without a member table no segment is computed, so the user's name is not read.
      if case .segment(let column) = table.id, site.members?.columns.contains(column) != true {
        continue
      }
      needs.formUnion(table.id.reductions)
      for metric in table.metrics { needs.formUnion(metric.reductions) }
    }
    return needs.reduce(into: FieldSet()) { $0.formUnion($1.field) }
  }
}

extension Policy {
  /// The fields by which requests are left out for every audience alike, whatever it may be shown.
  ///
  /// Were referrer spam left out of one audience's report and not of another's, the two could be subtracted.
  fileprivate var populationFields: FieldSet {
    let forms: [Reduction] = [.referrerChannel, .referrerDomain]
    return forms.contains { permits[$0] != nil && forbids[$0] == nil } ? .referrer : []
  }
}

extension Denial {
  /// Whether it takes a table away from the audiences that it concerns.
  func forbids(_ table: TableID) -> Bool {
    subjects?.contains { $0.covers(table) } ?? true
  }
}
