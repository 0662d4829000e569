/// What a ledger says of one release before its figures.
struct ReleaseHead: Hashable, Sendable {
  /// That it replaces an earlier release of the same period and audience, and why.
  struct Restatement: Hashable, Sendable {
    /// The sequence number of the release that it replaces.
    let sequence: Int
    let reason: String
  }
  let from: CivilDate
  let to: CivilDate
  let timeZone: String
  let audience: String
  let advertiser: String?
  /// Which requests are counted: those of the site, or of a part of it.
  let population: String
  let policyName: String
  let policySHA256: String
  /// The version of the program that made it.
  let version: String
  let threshold: Int
  let networks: Int
  let visitorLimit: Int
  /// What it closes the period for: `totals`, and tables by their ids.
  let tables: [String]
  /// Whether the totals were shown, and not withheld.
  let showsTotals: Bool
  /// By which the input is known again.
  let sourceMAC: String
  /// Which key the digest was made under.
  let keyName: String
  let restatement: Restatement?

  /// The period as messages name it.
  var period: String { from == to ? "\(from)" : "\(from) to \(to)" }

  /// Whether both are releases of one period to one audience, of which the later one replaces the earlier.
  func hasSameSubject(as other: ReleaseHead) -> Bool {
    hasSamePeriod(as: other) && audience == other.audience && advertiser == other.advertiser
      && population == other.population
  }

  /// Whether both show the same advertisers' placements and campaigns.
  func hasSameShare(as other: ReleaseHead) -> Bool {
    // An advertiser who is not named is shown nobody's, and every other audience all.
    let isAdvertiser = { (head: ReleaseHead) in head.audience == Audience.advertiser.name }
    return advertiser == other.advertiser
      && (advertiser != nil || isAdvertiser(self) == isAdvertiser(other))
  }

  func hasSamePeriod(as other: ReleaseHead) -> Bool { from == other.from && to == other.to }

  /// Whether the other period lies within this one.
  func contains(_ other: ReleaseHead) -> Bool { from <= other.from && other.to <= to }

  func overlaps(_ other: ReleaseHead) -> Bool { from <= other.to && other.from <= to }

  /// What the digest of the input and the promise make of it: equal for the same release done twice.
  func hasSameSource(as other: ReleaseHead) -> Bool {
    sourceMAC == other.sourceMAC && keyName == other.keyName
  }
}

extension ReleaseHead {
  var json: LedgerJSON {
    .record([
      "from": .string(from.description), "to": .string(to.description),
      "time_zone": .string(timeZone), "audience": .string(audience),
      "advertiser": .optional(advertiser), "population": .string(population),
      "policy": .record(["name": .string(policyName), "sha256": .string(policySHA256)]),
      "version": .string(version), "threshold": .integer(threshold),
      "networks": .integer(networks), "visitor_limit": .integer(visitorLimit),
      "tables": .array(tables.map(LedgerJSON.string)), "totals_shown": .bool(showsTotals),
      "source": .string(sourceMAC),
      "key": .string(keyName),
      "restates": restatement.map {
        .record(["sequence": .integer($0.sequence), "reason": .string($0.reason)])
      } ?? .null,
    ])
  }

  init(_ reader: inout LedgerReader) throws(LedgerFlaw) {
    try reader.open("from")
    from = try reader.date()
    try reader.next("to")
    to = try reader.date()
    try reader.next("time_zone")
    timeZone = try reader.text()
    try reader.next("audience")
    audience = try reader.text()
    try reader.next("advertiser")
    advertiser = try reader.optionalText()
    try reader.next("population")
    population = try reader.text()
    try reader.next("policy")
    try reader.open("name")
    policyName = try reader.text()
    try reader.next("sha256")
    policySHA256 = try reader.text()
    try reader.close()
    try reader.next("version")
    version = try reader.text()
    try reader.next("threshold")
    threshold = try reader.number()
    try reader.next("networks")
    networks = try reader.number()
    try reader.next("visitor_limit")
    visitorLimit = try reader.number()
    try reader.next("tables")
    tables = try reader.texts()
    try reader.next("totals_shown")
    showsTotals = try reader.flag()
    try reader.next("source")
    sourceMAC = try reader.text()
    try reader.next("key")
    keyName = try reader.text()
    try reader.next("restates")
    restatement = try reader.optional { reader throws(LedgerFlaw) in
      try reader.open("sequence")
      let sequence = try reader.number()
      try reader.next("reason")
      let reason = try reader.text()
      try reader.close()
      return Restatement(sequence: sequence, reason: reason)
    }
    try reader.close()
    guard from <= to else { throw LedgerFlaw(expected: "a period") }
  }
}
