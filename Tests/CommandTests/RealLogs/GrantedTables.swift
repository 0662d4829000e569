/// The tables that each promise grants each audience, written down once more from the promises
/// themselves: the report may hold no other.
enum GrantedTables {
  /// The identifiers of the tables; `segment` stands for every column of the member table.
  static func ids(policy: String, audience: String) -> Set<String> {
    Set((tables[policy]?[audience] ?? "").split(separator: " ").map(String.init))
  }

  private static let usage = """
    day hour weekday section page entry-page exit-page goal campaign placement frequency
    """.replacing("\n", with: " ")
  private static let industrykart = """
    day hour weekday referrer channel exit-page exit-link browser browser-version platform device \
    screen isp country segment goal campaign placement frequency
    """
  private static let micromaxPublic = "day goal"
  private static let micromaxInternal = """
    day goal hour weekday page section entry-page exit-page flow referrer channel exit-link browser \
    browser-version platform device client-domain campaign placement frequency
    """
  private static let madeInChina = """
    day hour weekday page section entry-page exit-page flow country isp segment campaign placement \
    goal frequency
    """
  private static let all = """
    day hour weekday page section entry-page exit-page exit-link flow referrer channel browser \
    browser-version platform device screen country isp client-domain segment campaign placement goal \
    frequency status
    """
  private static let standardAdvertiser = """
    day hour weekday page section entry-page exit-page exit-link flow referrer channel browser \
    platform device screen country segment campaign placement goal frequency
    """

  private static let tables: [String: [String: String]] = [
    "indiamart-2003": [
      "advertiser": usage, "partner": usage, "internal": usage, "sponsor": usage,
    ],
    "industrykart-2019": [
      "advertiser": industrykart, "sponsor": industrykart, "investor": industrykart,
      "developer": industrykart, "partner": industrykart, "internal": industrykart,
    ],
    "mailmarketer-2012": [
      "internal":
        "day page section entry-page exit-page referrer channel exit-link browser browser-version"
    ],
    "micromax-2012": [
      "public": micromaxPublic, "advertiser": micromaxPublic, "partner": micromaxPublic,
      "internal": micromaxInternal,
    ],
    "made-in-china-2001": [
      "advertiser": madeInChina, "partner": madeInChina, "internal": madeInChina,
    ],
    "standard": [
      "internal": all, "advertiser": standardAdvertiser, "partner": standardAdvertiser,
      "public": "day section country device",
    ],
  ]

  /// Every table of the standard, in no order; each is in a report or said not to be.
  static let standard = Set(all.split(separator: " ").map(String.init)).subtracting(["segment"])
}
