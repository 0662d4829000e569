/// What a run's minimisers share: the plan's reductions, the site's rules, the run's key and lexicons.
struct MinimisationRules: Sendable {
  let key: RunKey
  let hash: ContentHash
  /// Lines outside it are counted apart; `nil` takes every time.
  let period: Range<Int64>?
  let zone: ZoneRules
  let readsAgent: Bool
  let readsReferrer: Bool
  /// Whether the referrer is counted too, and not only read to tell spam.
  let countsOrigins: Bool
  let site: Site
  /// The part of the site that is counted.
  let scope: Plan.Scope
  let pathTemplate: PathTemplate
  let assets: AssetExtensions
  let agentClassifier: AgentClassifier
  let referrerClassifier: ReferrerClassifier
  /// Page templates; the attribute is the section's number.
  let pages: Lexicon
  let sections: Lexicon
  /// Registrable domains; the attribute is the channel.
  let origins: Lexicon
  let facts: FactRules
  let advertising: AdvertisingRules
  /// Who the client is behind the site's proxies; `nil` where it is who sent the request.
  let forwarded: ForwardedRule?

  /// How many distinct page templates are told apart in a run; with more, pages are reported by section only.
  static let pageLimit = 1 << 18
  static let sectionLimit = 1 << 16
  static let originLimit = 1 << 18

  /// The name that the site file gives to the section of a path, decoded and without its query.
  @inline(__always)
  func sectionName(of path: Span<UInt8>) -> String? {
    site.sections.first { $0.pattern.matches(path) }?.name
  }

  /// Whether a path is one of the pages that the report is limited to.
  @inline(__always)
  func isInScope(_ path: Span<UInt8>) -> Bool {
    switch scope {
    case .site: true
    case .promotion(let pages, _): pages.contains { $0.matches(path) }
    }
  }

  /// Whether sections or scope depend on patterns of paths.
  var hasPatterns: Bool {
    if case .promotion = scope { return true }
    return !site.sections.isEmpty || !site.parameters.isEmpty || site.pages.foldsDates
  }

  var hasInternalTraffic: Bool {
    !site.internal.networks.isEmpty || !site.internal.agents.isEmpty || site.virtualHosts != nil
  }

  /// Whether the site file calls an agent its own.
  @inline(__always)
  func isInternal(agent: Span<UInt8>) -> Bool {
    site.internal.agents.contains { agent.contains($0) }
  }

  /// Whether the site file calls an agent a robot.
  @inline(__always)
  func isOwnRobot(_ agent: Span<UInt8>) -> Bool { site.robots.contains { agent.contains($0) } }

  /// Whether the site file calls the client its own, or leaves the virtual host out.
  func isInternal(client: Span<UInt8>, host: Span<UInt8>) -> Bool {
    if let hosts = site.virtualHosts, !hosts.reports(host) { return true }
    guard let address = ClientAddress(client) else { return false }
    return site.internal.networks.contains {
      $0.contains(high: address.high, low: address.mappedLow)
    }
  }
}
