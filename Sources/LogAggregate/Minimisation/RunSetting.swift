internal import Glibc

/// What a run makes of the lines it reads: a plan for each of its reports, the site, and the days that are reported.
public struct RunSetting: Sendable {
  /// What may be shown, report by report; never empty.
  var plans: [Plan]
  let site: Site
  let databases: AddressDatabases
  let zone: ZoneRules
  private let asked: ClosedRange<CivilDate>?
  /// The key of the ledger that the release will be recorded in; `nil` for a release that no ledger guards.
  public var ledgerKey: LedgerKey?
  /// For each audience the days whose totals a ledger has published.
  public var publishedDays: [Set<CivilDate>] = []
  /// What the ledger's releases of the same days showed.
  public var earlier: [EarlierRelease] = []

  /// The tables that are decided since they stand in for one that could not be shown.
  var standIns: Set<TableID> = []

  /// Settles a run.
  /// - Parameters:
  ///   - plan: what may be read, counted and shown.
  ///   - site: what the site says of itself.
  ///   - days: the days to report, in the site's time zone; `nil` for all in the input.
  ///   - databases: what addresses are looked up in, as far as the plan grants it.
  ///   - timeZone: the IANA name of a zone, before the site's own; UTC where neither is given.
  /// - Throws: ``SettingError`` where the zone is not known to the system.
  public init(
    plan: Plan, site: Site = .unnamed, days: ClosedRange<CivilDate>? = nil,
    databases: AddressDatabases = .none, timeZone: String? = nil
  ) throws(SettingError) {
    try self.init(
      plans: [plan], site: site, days: days, databases: databases, timeZone: timeZone)
  }

  /// Settles a run that makes several reports of one pass.
  ///
  /// All of them speak of one population: what any plan reads is read, and the lowest limit of any on one visitor's page
  /// views holds for all.
  /// - Parameter plans: what may be read, counted and shown, one for each report.
  /// - Precondition: there is a plan.
  /// - Throws: ``SettingError`` where the zone is not known, or a plan counts other pages than the others do.
  public init(
    plans: [Plan], site: Site = .unnamed, days: ClosedRange<CivilDate>? = nil,
    databases: AddressDatabases = .none, timeZone: String? = nil
  ) throws(SettingError) {
    guard let first = plans.first, plans.allSatisfy({ $0.scope == first.scope }) else {
      throw SettingError(
        description: "one report is of a promotion's pages only and another of the whole site;"
          + " they count different page views, so make each in a run of its own")
    }
    self.plans = plans
    self.site = site
    self.databases = databases
    asked = days
    do throws(ZoneError) {
      zone = try ZoneRules(named: timeZone ?? site.timeZone ?? "UTC")
    } catch {
      throw SettingError(description: error.description)
    }
  }

  /// Whether any report may show the table.
  func grants(_ table: TableID) -> Bool { plans.contains { $0.grants(table) } }

  /// The columns of the member table that any report may show.
  var grantedColumns: [String] {
    (site.members?.columns ?? []).filter { grants(.segment($0)) }
  }

  /// How many page views of one visitor, input source and day are counted.
  var visitorLimit: Int { plans.map(\.visitorLimit).min() ?? DisclosureLimits.visitorLimit }

  /// How many clicks of one visitor, input source and day are counted.
  var clickLimit: Int { plans.map(\.clickLimit).min() ?? DisclosureLimits.clickLimit }

  /// How groups are protected: what any plan asks for holds for all, or one report would show what another hides.
  var groups: GroupDisclosure {
    plans.dropFirst().reduce(plans[0].groups) { $0.union($1.groups) }
  }

  /// How far networks are told apart.
  var networkNeed: Int { plans.map(\.networks).max() ?? 1 }

  /// The part of the site that is counted.
  var scope: Plan.Scope { plans[0].scope }

  /// Who the client is behind the site's proxies.
  var forwarded: ForwardedRule? {
    site.forwarding.map { ForwardedRule(field: $0.field, trusted: $0.proxies) }
  }

  /// The same run judged at another threshold.
  func at(threshold: Int) -> RunSetting {
    var setting = self
    setting.plans = plans.map { $0.at(threshold: threshold) }
    return setting
  }

  /// The fields that are parsed.
  var fields: FieldSet {
    var fields = plans.reduce(into: FieldSet()) { $0.formUnion($1.fields) }
    if forwarded != nil, fields.contains(.client) { fields.insert(.forwarded) }
    if !site.internal.networks.isEmpty { fields.insert(.client) }
    if site.virtualHosts != nil { fields.insert(.host) }
    if site.namesParameters { fields.insert(.query) }
    return fields
  }

  /// The first and last day as days since 1970-01-01: those asked for, or else those seen; `nil` where there are none.
  func days(from earliest: Int64?, to latest: Int64?) -> ClosedRange<Int32>? {
    if let asked { return asked.lowerBound.daysSinceEpoch...asked.upperBound.daysSinceEpoch }
    guard let earliest, let latest else { return nil }
    return zone.local(at: earliest).day...zone.local(at: latest).day
  }

  /// What the run's minimisers share, with lexicons of the run's own.
  func makeRules(key: RunKey, members: MemberTable?) -> MinimisationRules {
    let hash = ContentHash(key: key)
    let period = asked.map {
      zone.interval(of: $0.lowerBound).lowerBound..<zone.interval(of: $0.upperBound).upperBound
    }
    return MinimisationRules(
      key: key, hash: hash, period: period, zone: zone,
      readsAgent: fields.contains(.userAgent), readsReferrer: fields.contains(.referrer),
      countsOrigins: grants(.channel) || grants(.referrer), site: site, scope: scope,
      pathTemplate: site.pages.indexNames.isEmpty
        ? PathTemplate() : PathTemplate(indexNames: site.pages.indexNames),
      assets: AssetExtensions(adding: site.pages.addedAssets, removing: site.pages.removedAssets),
      agentClassifier: AgentClassifier(),
      referrerClassifier: ReferrerClassifier(ownHosts: site.hosts),
      pages: Lexicon(limit: MinimisationRules.pageLimit, hash: hash),
      sections: Lexicon(limit: MinimisationRules.sectionLimit, hash: hash),
      origins: Origin.lexicon(hash: hash),
      facts: FactRules(self, members: members, hash: hash),
      advertising: AdvertisingRules(plans, site: site, hash: hash), forwarded: forwarded)
  }
}

/// Why a run cannot be settled: a sentence that says what to do.
public struct SettingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One sentence: what is wrong, and what to do.
  public let description: String

  /// Makes the error with its sentence.
  public init(description: String) { self.description = description }
}

extension RunSetting {
  /// Today in a time zone, by the system's clock.
  /// - Throws: ``SettingError`` where the zone is not known to the system.
  public static func today(timeZone: String?) throws(SettingError) -> CivilDate {
    do throws(ZoneError) {
      let zone = try ZoneRules(named: timeZone ?? "UTC")
      return CivilDate(daysSinceEpoch: zone.local(at: Int64(time(nil))).day)
    } catch {
      throw SettingError(description: error.description)
    }
  }
}
