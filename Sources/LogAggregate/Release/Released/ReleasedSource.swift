/// A list or database that a report's figures rest on, and which state of it.
public struct ReleasedSource: Hashable, Sendable {
  /// What it tells apart.
  public enum Subject: String, CaseIterable, Sendable {
    case robots, domains, referrers, spam, countries, providers
  }
  /// What it tells apart.
  public let subject: Subject
  /// What its makers call it.
  public let name: String
  /// Its date, its commit, or both.
  public let version: String

  init(_ subject: Subject, name: String, version: String, _ seal: ReleaseSeal) {
    self.subject = subject
    self.name = name
    self.version = version
  }
}

extension Aggregate {
  /// Which state of which list and database the granted tables rest on.
  borrowing func sources(
    _ plan: Plan, _ setting: RunSetting, _ seal: ReleaseSeal
  ) -> [ReleasedSource] {
    var sources: [ReleasedSource] = []
    func add(_ subject: ReleasedSource.Subject, _ name: String, _ version: String) {
      sources.append(ReleasedSource(subject, name: name, version: version, seal))
    }
    if fields.contains(.userAgent) {
      let robots = RobotList.provenance
      add(.robots, robots.name, "\(robots.date), \(robots.version)")
    }
    if plan.grants(.referrer) || plan.grants(.clientDomain) {
      add(.domains, "Public Suffix List, ICANN part", PublicSuffixData.version)
    }
    if plan.grants(.referrer) || plan.grants(.channel) {
      add(.referrers, "Matomo search engine and social list", ReferrerListData.version)
      add(.spam, "Matomo referrer spam list", ReferrerSpamData.version)
    }
    if plan.grants(.country), let database = setting.databases.countries {
      add(.countries, database.publishedName, database.buildDay?.description ?? "")
    }
    if plan.grants(.isp), let database = setting.databases.providers {
      add(.providers, database.publishedName, database.buildDay?.description ?? "")
    }
    return sources
  }
}

extension GeoDatabase {
  /// The database as a report names it: its type, and not where it lies.
  fileprivate var publishedName: String {
    databaseType.isEmpty ? "a database without a name" : databaseType
  }
}
