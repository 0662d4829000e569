/// What is left of a page view: small numbers and table indices, no text from the log.
///
/// Only ``Minimiser`` makes one: the initializer is sealed, and this file holds both.
struct Observation: Equatable, Sendable {
  let visitor: UInt64
  let network: UInt64
  /// Seconds since 1970-01-01T00:00:00Z.
  let time: UInt32
  /// The site's calendar day, as days since 1970-01-01.
  let day: Int32
  /// The page template's number in the run's lexicon.
  let page: UInt32
  /// The referrer's number in the run's lexicon of origins.
  let origin: UInt32
  let agent: PackedAgent
  /// The hour of the day, 0…23.
  let hour: UInt8
  /// The first digit of the status.
  let statusClass: UInt8

  fileprivate init(
    pseudonym: Pseudonym, time: UInt32, day: Int32, hour: UInt8, page: UInt32, origin: UInt32,
    agent: PackedAgent, statusClass: UInt8
  ) {
    visitor = pseudonym.visitor
    network = pseudonym.network
    self.time = time
    self.day = day
    self.hour = hour
    self.page = page
    self.origin = origin
    self.agent = agent
    self.statusClass = statusClass
  }
}

/// What a request tells of its visitor beside a page view, or without one.
struct Fact: Equatable, Sendable {
  let visitor: UInt64
  let kind: FactKind
  let number: UInt32

  fileprivate init(visitor: UInt64, kind: FactKind, number: UInt32) {
    self.visitor = visitor
    self.kind = kind
    self.number = number
  }
}

/// What a request is to an advertiser, and whose it is.
struct AdvertisingEvent: Equatable, Sendable {
  let visitor: UInt64
  let network: UInt64
  /// Seconds since 1970-01-01T00:00:00Z.
  let time: UInt32
  /// The site's calendar day, as days since 1970-01-01.
  let day: Int32
  let hour: UInt8
  let finding: AdvertisingFinding

  fileprivate init(
    _ pseudonym: Pseudonym, time: Int64, local: (day: Int32, hour: UInt8),
    _ finding: AdvertisingFinding
  ) {
    visitor = pseudonym.visitor
    network = pseudonym.network
    self.time = UInt32(truncatingIfNeeded: time)
    day = local.day
    hour = local.hour
    self.finding = finding
  }
}

/// What lines tell beside page views.
struct Told: Sendable {
  /// What they tell of their visitors, in their order.
  var facts: [Fact] = []
  /// What they are to advertisers, in their order.
  var events: [AdvertisingEvent] = []

  mutating func removeAll() {
    facts.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
  }
}

/// The last place that sees an identifier: it turns records into observations that hold none.
///
/// One a worker; it owns the worker's caches, which remember by digest what contents were reduced to.
struct Minimiser: ~Copyable {
  private let rules: MinimisationRules
  private let key: RunKey
  private var agents: AgentCache
  private var paths: PathCache
  private var origins: OriginCache
  private var facts: FactReader
  private var advertising: AdvertisingReader
  private var names: NameNetworks
  private var clock: LocalClock

  /// Who the client is behind the site's proxies; `nil` where it is who sent the request.
  var forwarded: ForwardedRule? { rules.forwarded }

  /// How well its caches remember agents, paths and referrers.
  var cacheUse: (agents: CacheUse, paths: CacheUse, origins: CacheUse) {
    (agents.use, paths.use, origins.use)
  }

  init(rules: MinimisationRules) {
    self.rules = rules
    key = rules.key
    agents = AgentCache(rules: rules)
    paths = PathCache(rules: rules)
    origins = OriginCache(rules: rules)
    facts = FactReader(rules: rules.facts)
    advertising = AdvertisingReader(rules: rules)
    names = NameNetworks(key: rules.key)
    clock = LocalClock(zone: rules.zone)
  }

  /// Digests what caches may remember of a record, and has it fetched from memory until it is reduced.
  ///
  /// It changes nothing; a method that says so gets a copy of all caches from this compiler.
  /// - Complexity: O(length of the line).
  @inline(__always)
  mutating func foresee(_ record: borrowing Record, hasAgent: Bool) -> ForeseenContents {
    var foreseen = ForeseenContents()
    if let period = rules.period, !period.contains(record.time) { return foreseen }
    if hasAgent, rules.readsAgent {
      foreseen.agent = agents.foresee(record[.userAgent], record.agentEncoding)
    }
    if rules.readsReferrer { foreseen.origin = origins.foresee(record[.referrer]) }
    foreseen.path = paths.foresee(record[.target])
    return foreseen
  }

  /// Reduces one record: the steps of the waterfall in their order, then the page view.
  /// - Parameters:
  ///   - foreseen: what ``foresee(_:hasAgent:)`` said of it.
  ///   - hasAgent: whether the record's format has user agents; without them nobody is a robot.
  ///   - observations: takes the page view, where the record is one.
  ///   - told: takes what the record tells beside a page view, whether it is one or not.
  /// - Returns: at which step the record left; `nil` where it is a page view.
  /// - Complexity: O(length of the line) where its agent, path and referrer are remembered.
  @inline(__always)
  mutating func reduce(
    _ record: borrowing Record, _ foreseen: ForeseenContents, hasAgent: Bool,
    to observations: inout [Observation], told: inout Told
  ) -> Exclusion? {
    let time = record.time
    if let period = rules.period, !period.contains(time) { return .outsidePeriod }
    var agent = AgentCache.Entry.absent
    if hasAgent, rules.readsAgent {
      agent = agents.entry(
        for: record[.userAgent], record.agentEncoding, foreseen.agent)
    }
    if rules.hasInternalTraffic,
      agent.isInternal || rules.isInternal(client: record[.client], host: record[.host])
    {
      return .internal
    }
    if let category = agent.robot { return .robot(category) }
    var origin = OriginCache.direct
    if rules.readsReferrer {
      origin = origins.entry(for: record[.referrer], foreseen.origin)
      if origin.isSpam { return .robot(.referrerSpam) }
    }
    if rules.facts.readsRequests {
      agent = agents.tagged(
        agent, of: record[.userAgent], record.agentEncoding, foreseen.agent)
      readRequest(
        record[.target], user: record[.user], status: record.status, client: record[.client],
        agent, &told)
    }
    var isAdvertising = false
    if rules.advertising.hasPatterns {
      let list = advertising.rules(for: record[.target])
      if list != 0 {
        agent = agents.tagged(
          agent, of: record[.userAgent], record.agentEncoding, foreseen.agent)
        isAdvertising = readAdvertising(
          record[.target], list, status: record.status, time: time, client: record[.client],
          agent, &told)
      }
    }
    guard Self.isGet(record[.method]) else { return .method }
    guard record.status / 100 == 2 || record.status == 304 else { return .status }
    let path = paths.entry(for: record[.target], foreseen.path)
    if path.isAsset || isAdvertising { return .asset }
    let local = clock.local(at: time)
    agent = agents.tagged(agent, of: record[.userAgent], record.agentEncoding, foreseen.agent)
    var pseudonym = Pseudonym(
      client: record[.client], agent: (agent.tag, Int(agent.length)), key: key.halves)
    if pseudonym.isOfName { pseudonym.network = names.network(of: record[.client]) }
    if rules.facts.readsAddress || (pseudonym.isOfName && rules.facts.readsClientNames) {
      readClient(record[.client], pseudonym.visitor, &told)
    }
    // Only now, so that requests for nothing cannot fill the list of sites.
    if !rules.countsOrigins {
      origin = OriginCache.direct
    } else if origin.number == OriginCache.unnumbered {
      origin.number = origins.number(of: record[.referrer])
    }
    if rules.advertising.campaignParameters != nil,
      let campaign = advertising.campaign(in: record[.target])
    {
      if rules.countsOrigins { origin = origins.campaign(of: origin) }
      if rules.advertising.countsCampaigns {
        told.events.append(
          AdvertisingEvent(
            pseudonym, time: time, local: local, AdvertisingFinding(.landing, number: campaign)))
      }
    }
    observations.append(
      Observation(
        pseudonym: pseudonym,
        time: UInt32(truncatingIfNeeded: time), day: local.day, hour: local.hour,
        page: path.page, origin: origin.number,
        // The visitor of all lines without a client has no agent of its own.
        agent: Pseudonym.isNobody(record[.client]) ? .unknown : agent.agent,
        statusClass: UInt8(truncatingIfNeeded: record.status / 100)))
    return nil
  }

  @inline(__always)
  private static func isGet(_ method: Span<UInt8>) -> Bool {
    method.count == 3 && method[0] == UInt8(ascii: "G") && method[1] == UInt8(ascii: "E")
      && method[2] == UInt8(ascii: "T")
  }

  // What follows is rare, and takes fields, so that the record itself need not leave its registers.

  @inline(never)
  private mutating func readClient(
    _ client: Span<UInt8>, _ visitor: UInt64, _ told: inout Told
  ) {
    facts.readClient(client, of: visitor) { kind, number in
      told.facts.append(Fact(visitor: visitor, kind: kind, number: number))
      if kind == .clientDomain {
        told.facts.append(Fact(visitor: visitor, kind: .clientHost, number: names.host(client)))
      }
    }
  }

  @inline(never)
  private mutating func readRequest(
    _ target: Span<UInt8>, user: Span<UInt8>, status: UInt16, client: Span<UInt8>,
    _ agent: AgentCache.Entry, _ told: inout Told
  ) {
    let screen = facts.screen(in: target)
    let isNamed = facts.asks(user: user, status: status)
    guard screen != nil || isNamed else { return }
    let visitor = Pseudonym(
      client: client, agent: (agent.tag, Int(agent.length)), key: key.halves
    ).visitor
    if let screen { told.facts.append(Fact(visitor: visitor, kind: .screen, number: screen)) }
    if isNamed, let member = facts.member(user, of: visitor) {
      told.facts.append(Fact(visitor: visitor, kind: .member, number: member))
    }
  }

  @inline(never)
  private mutating func readAdvertising(
    _ target: Span<UInt8>, _ list: UInt32, status: UInt16, time: Int64, client: Span<UInt8>,
    _ agent: AgentCache.Entry, _ told: inout Told
  ) -> Bool {
    let local = clock.local(at: time)
    var pseudonym = Pseudonym(
      client: client, agent: (agent.tag, Int(agent.length)), key: key.halves)
    if pseudonym.isOfName { pseudonym.network = names.network(of: client) }
    let visitor = pseudonym
    return advertising.read(target, list: list, status: status, day: local.day) { finding in
      told.events.append(AdvertisingEvent(visitor, time: time, local: local, finding))
    }
  }
}
