/// What a release rests on, as far as a ledger has to know it again.
struct ReleaseSource: Sendable {
  /// A keyed digest of the lines within the period.
  let inputMAC: String
  /// Which key it was made under.
  let keyName: String
  /// Which requests are counted.
  let population: String
  let advertiser: String?
  /// What the release closes the period for.
  let closes: [String]
}

extension ReleaseSource {
  /// What a plan's release under a setting rests on; `nil` where no ledger's key was given.
  init?(
    _ plan: Plan, _ setting: RunSetting, _ digest: LineDigest, tables: [ReleasedTable],
    closesTotals: Bool
  ) {
    guard let key = setting.ledgerKey else { return nil }
    inputMAC = Self.inputMAC(digest, key)
    keyName = key.name
    population = setting.population
    advertiser = plan.advertising.advertiser
    closes = (closesTotals ? ["totals"] : []) + tables.map(\.id.id)
  }
}

extension ReleaseSource {
  /// The keyed digest of the lines within the period.
  static func inputMAC(_ digest: LineDigest, _ key: LedgerKey) -> String {
    key.tag("logagg input", digest.message).hexadecimal
  }
}

extension RunSetting {
  /// Which requests are counted, as a record names them.
  var population: String {
    switch scope {
    case .site: "site"
    case .promotion: "promotion"
    }
  }
}

extension ReleaseHead {
  /// The head of a report's record; `nil` where the report speaks of no day.
  /// - Precondition: the report was released under a setting with a ledger's key.
  init?(_ report: ReleasedReport, version: String, restatement: Restatement?) {
    guard let from = report.period.from, let to = report.period.to else { return nil }
    guard let source = report.source else {
      preconditionFailure("the report was released without a ledger's key")
    }
    self.from = from
    self.to = to
    timeZone = report.period.timeZone
    audience = report.policy.audience.name
    advertiser = source.advertiser
    population = source.population
    policyName = report.policy.name
    policySHA256 = report.policy.sha256
    self.version = version
    threshold = report.disclosure.threshold
    networks = report.disclosure.networks
    visitorLimit = report.disclosure.visitorLimit
    tables = source.closes
    showsTotals = report.totals.pageViews.isShown
    sourceMAC = source.inputMAC
    keyName = source.keyName
    self.restatement = restatement
  }
}
