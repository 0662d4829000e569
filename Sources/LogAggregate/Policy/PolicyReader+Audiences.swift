extension PolicyReader {
  /// The audiences and how cells are protected from them.
  func audiences(_ section: TOMLSection) throws(PolicyError) -> [AudienceRule] {
    var rules: [AudienceRule] = []
    for key in section.keys {
      let audience = Audience(try Self.word(key, in: section))
      rules.append(try rule(for: audience, section.requiredSection(key.value)))
    }
    guard !rules.isEmpty else {
      throw section.error(
        "there is no audience", remedy: "add a table such as [audiences.advertiser]")
    }
    return rules
  }

  private func rule(for audience: Audience, _ section: TOMLSection) throws(PolicyError)
    -> AudienceRule
  {
    try section.allow(["threshold", "reason", "networks", "visitor_limit", "scope", "clause"])
    let threshold = try threshold(for: audience, section)
    let networks = try networks(at: threshold, section)
    let limit = try visitorLimit(at: threshold, section)
    var scope = AudienceRule.Scope.site
    if let word = try section.string("scope") {
      guard let known = AudienceRule.Scope(rawValue: word.value) else {
        throw section.error(
          line: word.line, "scope \(word.value.quoted) is not known",
          remedy: "allowed: "
            + AudienceRule.Scope.allCases.map(\.rawValue).joined(separator: ", "))
      }
      scope = known
    }
    var clause: Clause?
    if scope == .promotion || section.keys.contains(where: { $0.value == "clause" }) {
      clause = try self.clause("clause", of: section)
    }
    return AudienceRule(
      audience: audience, threshold: threshold, networks: networks, visitorLimit: limit,
      scope: scope, scopeClause: clause)
  }

  private func threshold(for audience: Audience, _ section: TOMLSection) throws(PolicyError) -> Int
  {
    let usual = audience.defaultThreshold
    let reason = try section.string("reason")
    guard let threshold = try section.integer("threshold") else { return usual }
    guard threshold.value >= DisclosureLimits.leastThreshold else {
      throw section.error(
        line: threshold.line, "a threshold of \(threshold.value) would show one visitor alone",
        remedy: "it must be at least \(DisclosureLimits.leastThreshold)"
          + "; the default for \(audience.name) is \(usual)")
    }
    guard threshold.value >= usual || reason != nil else {
      throw section.error(
        line: threshold.line,
        "the threshold of \(threshold.value) is below the default of \(usual) for \(audience.name)",
        remedy: "raise it, or say why in a key `reason`")
    }
    return threshold.value
  }

  private func networks(at threshold: Int, _ section: TOMLSection) throws(PolicyError) -> Int {
    let least = DisclosureLimits.leastNetworks(threshold: threshold)
    guard let networks = try section.integer("networks") else { return least }
    guard (least...threshold).contains(networks.value) else {
      throw section.error(
        line: networks.line, "networks = \(networks.value) is out of range",
        remedy: "at a threshold of \(threshold) it can be \(least) to \(threshold)")
    }
    return networks.value
  }

  private func visitorLimit(at threshold: Int, _ section: TOMLSection) throws(PolicyError) -> Int? {
    guard let limit = try section.integer("visitor_limit") else { return nil }
    let most = DisclosureLimits.greatestVisitorLimit(threshold: threshold)
    guard most >= 1 else {
      throw section.error(
        line: limit.line,
        "at a threshold of \(threshold) no visitor_limit bounds one visitor's share",
        remedy: "raise the threshold to 3 or more, or leave visitor_limit out")
    }
    guard (1...most).contains(limit.value) else {
      throw section.error(
        line: limit.line, "visitor_limit = \(limit.value) is out of range",
        remedy: "at a threshold of \(threshold) it can be 1 to \(most)")
    }
    return limit.value
  }
}
