extension Site {
  /// Somebody who buys advertising on the site, and who may be sent a report of what they bought.
  public struct Advertiser: Hashable, Sendable {
    /// The name in reports and options; no two are alike.
    public let name: String
    /// The values of the campaign parameter that are this advertiser's.
    public let campaigns: [String]
  }
}

extension Site.Advertiser {
  /// The entries of `[[advertisers]]`.
  static func list(in top: TOMLSection) throws(PolicyError) -> [Self] {
    var advertisers: [Self] = []
    for section in try top.sections("advertisers") {
      try section.allow(["name", "campaigns"])
      let name = try section.requiredString("name")
      guard !advertisers.contains(where: { $0.name == name.value }) else {
        throw section.error(
          line: name.line, "two advertisers are called \(name.value.quoted)",
          remedy: "write one entry with all its campaigns")
      }
      var campaigns: [String] = []
      for campaign in try section.strings("campaigns") ?? [] {
        let isTaken = advertisers.contains { $0.campaigns.contains(campaign.value.lowercased()) }
        guard !isTaken else {
          throw section.error(
            line: campaign.line, "the campaign \(campaign.value.quoted) has two advertisers",
            remedy: "leave it to one of them")
        }
        campaigns.append(campaign.value.lowercased())
      }
      advertisers.append(Self(name: name.value, campaigns: campaigns))
    }
    return advertisers
  }
}

extension TOMLSection {
  /// The advertiser that an entry is for.
  func requiredAdvertiser(among known: [Site.Advertiser]) throws(PolicyError) -> String {
    try check(requiredString("advertiser"), among: known)
  }

  /// The advertiser that an entry is for, where it names one.
  func advertiser(among known: [Site.Advertiser]) throws(PolicyError) -> String? {
    guard let name = try string("advertiser") else { return nil }
    return try check(name, among: known)
  }

  private func check(_ name: Located<String>, among known: [Site.Advertiser]) throws(PolicyError)
    -> String
  {
    guard known.contains(where: { $0.name == name.value }) else {
      let names = known.map(\.name.quoted).joined(separator: ", ")
      throw error(
        line: name.line, "no [[advertisers]] entry is called \(name.value.quoted)",
        remedy: names.isEmpty
          ? "add [[advertisers]] with name = \(name.value.quoted)" : "known: \(names)")
    }
    return name.value
  }
}
