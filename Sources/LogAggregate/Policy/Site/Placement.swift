extension Site {
  /// Advertising space that somebody has booked.
  public struct Placement: Hashable, Sendable {
    /// The name in reports; no two are alike.
    public let name: String
    /// The advertiser's name, as in ``Advertiser``.
    public let advertiser: String
    /// The advertiser's campaign that it belongs to, for people.
    public let campaign: String?
    /// What is shown, for people.
    public let creative: String?
    /// How many impressions are booked.
    public let booked: Int?
    /// The first day on which it counts.
    public let from: CivilDate?
    /// The last day on which it counts.
    public let to: CivilDate?
    /// The requests that are impressions.
    public let impression: RequestPattern?
    /// The requests that are clicks.
    public let click: RequestPattern?

    /// Whether the placement counts on that day of the site.
    func flies(on day: Int32) -> Bool {
      day >= from?.daysSinceEpoch ?? .min && day <= to?.daysSinceEpoch ?? .max
    }
  }
}

extension Site.Placement {
  /// The entries of `[[placements]]`.
  /// - Parameter advertisers: those that the site file names.
  static func list(in top: TOMLSection, _ advertisers: [Site.Advertiser]) throws(PolicyError)
    -> [Self]
  {
    try top.entries("placements", name: \.name) { section throws(PolicyError) in
      try Self(section, advertisers)
    }
  }

  private init(_ section: TOMLSection, _ advertisers: [Site.Advertiser]) throws(PolicyError) {
    try section.allow([
      "name", "advertiser", "campaign", "creative", "booked", "from", "to", "impression", "click",
    ])
    name = try section.requiredString("name").value
    advertiser = try section.requiredAdvertiser(among: advertisers)
    campaign = try section.string("campaign")?.value
    creative = try section.string("creative")?.value
    let booked = try section.integer("booked")
    if let booked, booked.value < 1 {
      throw section.error(
        line: booked.line, "`booked` is \(booked.value)",
        remedy: "write the number of impressions that are booked, or leave the key out")
    }
    self.booked = booked?.value
    from = try section.date("from")
    to = try section.date("to")
    if let from, let to, to < from {
      throw section.error(
        at: "to", "the flight ends before it begins", remedy: "swap `from` and `to`")
    }
    impression = try section.optionalRequestPattern("impression")
    click = try section.optionalRequestPattern("click")
    guard impression != nil || click != nil else {
      throw section.error(
        "nothing tells the requests of the placement \(name.quoted)",
        remedy: "add impression = \"/ads/top.gif\", click = \"/click/top\", or both")
    }
  }
}

extension TOMLSection {
  /// A day such as `2026-11-19`, where the key stands.
  func date(_ key: String) throws(PolicyError) -> CivilDate? {
    guard let text = try string(key) else { return nil }
    guard let date = CivilDate(text.value) else {
      throw error(
        line: text.line, "\(text.value.quoted) is not a day", remedy: "write it as \"2026-11-19\"")
    }
    return date
  }
}
