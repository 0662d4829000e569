extension Site {
  /// What is read of the parameters that campaigns are tagged with (`utm_source` and its kin).
  public struct CampaignParameters: Hashable, Sendable {
    /// Which values may be counted; every other is one class, `(unlisted)`.
    public enum Values: Hashable, Sendable {
      /// These, in lower case.
      case listed([String])
      /// Those that are plain words by form, and so name nobody.
      case words
    }
    /// Of `utm_source`; `nil` where it is not read.
    public let source: Values?
    /// Of `utm_medium`.
    public let medium: Values?
    /// Of `utm_campaign`.
    public let campaign: Values?
    /// Of `utm_content`.
    public let content: Values?
  }
}

extension Site.CampaignParameters {
  /// The section `[campaigns]`.
  /// - Parameter advertisers: whose campaigns must be among those that are read.
  static func reading(_ section: TOMLSection?, _ advertisers: [Site.Advertiser])
    throws(PolicyError) -> Self?
  {
    guard let section else { return nil }
    try section.allow(["source", "medium", "campaign", "content"])
    let parameters = Self(
      source: try values("source", section), medium: try values("medium", section),
      campaign: try values("campaign", section), content: try values("content", section))
    guard !section.keys.isEmpty else {
      throw section.error(
        "`campaigns` names no parameter that is read",
        remedy: "add campaign = [\"autumn\"], or campaign = \"words\"")
    }
    for advertiser in advertisers {
      for campaign in advertiser.campaigns where !parameters.reads(campaign: campaign) {
        throw section.error(
          at: "campaign",
          "the campaign \(campaign.quoted) of \(advertiser.name.quoted) is not read",
          remedy: "add it to `campaign` in `campaigns`")
      }
    }
    return parameters
  }

  private func reads(campaign name: String) -> Bool {
    switch campaign {
    case .listed(let values): values.contains(name)
    case .words: true
    case nil: false
    }
  }

  private static func values(_ key: String, _ section: TOMLSection) throws(PolicyError) -> Values? {
    guard section.keys.contains(where: { $0.value == key }) else { return nil }
    guard section.isString(key) else {
      return .listed(try section.requiredStrings(key).map { $0.value.lowercased() })
    }
    let word = try section.requiredString(key)
    guard word.value == "words" else {
      throw section.error(
        line: word.line, "\(word.value.quoted) is no rule for values",
        remedy: "list the values, as [\"mail\", \"banner\"], or write \"words\" for plain words")
    }
    return .words
  }
}
