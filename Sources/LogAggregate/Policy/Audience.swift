/// Who a report is for, by the word that a policy uses for it.
public struct Audience: Hashable, Sendable, CustomStringConvertible {
  /// The name as written in policies and options, such as `advertiser`.
  public let name: String

  /// Makes the audience of that name; whether a policy knows it is decided by ``Plan``.
  public init(_ name: String) { self.name = name }

  /// The people who run the site.
  public static let `internal` = Audience("internal")
  /// Those who buy advertising space on the site.
  public static let advertiser = Audience("advertiser")
  /// Anyone.
  public static let `public` = Audience("public")

  /// The name.
  public var description: String { name }

  /// The least number of visitors behind a cell where the policy does not say.
  /// - Source: DESIGN 4, after Ads Data Hub (50), App Store Analytics (5), Amazon Marketing Cloud (100).
  var defaultThreshold: Int {
    switch name {
    case "internal": 5
    case "advertiser": 50
    case "public": 100
    default: 20
    }
  }
}
