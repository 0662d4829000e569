internal import Glibc

/// What a run makes of the lines it reads: the plan, the site, and the days that are reported.
public struct RunSetting: Sendable {
  private(set) var plan: Plan
  let site: Site
  let databases: AddressDatabases
  let zone: ZoneRules
  private let asked: ClosedRange<CivilDate>?
  /// The key of the ledger that the release will be recorded in; `nil` for a release that no ledger guards.
  public var ledgerKey: LedgerKey?
  /// For each audience the days whose totals a ledger has published.
  public var publishedDays: [Set<CivilDate>] = []

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
    self.plan = plan
    self.site = site
    self.databases = databases
    asked = days
    do throws(ZoneError) {
      zone = try ZoneRules(named: timeZone ?? site.timeZone ?? "UTC")
    } catch {
      throw SettingError(description: error.description)
    }
  }

  /// Who the client is behind the site's proxies.
  var forwarded: ForwardedRule? {
    site.forwarding.map { ForwardedRule(field: $0.field, trusted: $0.proxies) }
  }

  /// The same run judged at another threshold.
  func at(threshold: Int) -> RunSetting {
    var setting = self
    setting.plan = plan.at(threshold: threshold)
    return setting
  }

  /// The fields that are parsed.
  var fields: FieldSet {
    var fields = plan.fields
    if forwarded != nil, fields.contains(.client) { fields.insert(.forwarded) }
    if !site.internal.networks.isEmpty { fields.insert(.client) }
    if site.virtualHosts != nil { fields.insert(.host) }
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
      readsAgent: plan.fields.contains(.userAgent),
      readsReferrer: plan.fields.contains(.referrer),
      countsOrigins: plan.grants(.channel) || plan.grants(.referrer), site: site,
      scope: plan.scope,
      pathTemplate: site.pages.indexNames.isEmpty
        ? PathTemplate() : PathTemplate(indexNames: site.pages.indexNames),
      assets: AssetExtensions(adding: site.pages.addedAssets, removing: site.pages.removedAssets),
      agentClassifier: AgentClassifier(),
      referrerClassifier: ReferrerClassifier(ownHosts: site.hosts),
      pages: Lexicon(limit: MinimisationRules.pageLimit, hash: hash),
      sections: Lexicon(limit: MinimisationRules.sectionLimit, hash: hash),
      origins: Origin.lexicon(hash: hash),
      facts: FactRules(self, members: members, hash: hash),
      advertising: AdvertisingRules(plan, site: site, hash: hash), forwarded: forwarded)
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
