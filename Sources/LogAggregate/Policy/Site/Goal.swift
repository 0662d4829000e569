extension Site {
  /// A request that means success for the site: an order, an enquiry, a registration.
  public struct Goal: Hashable, Sendable {
    /// Where a goal's type stands, such as the kind of goods that were bought.
    public enum TypePlace: Hashable, Sendable {
      /// In that part of the path, from 1.
      case part(Int)
      /// In a parameter of the query.
      case parameter(String)
    }
    /// The name in reports; no two are alike.
    public let name: String
    /// Which requests.
    public let pattern: RequestPattern
    /// Where its type stands, if it has types.
    public let typePlace: TypePlace?
    /// The types that are told apart, in lower case; every other is one class.
    public let types: [String]
    /// The one advertiser that it concerns, or `nil` for a goal of the site.
    public let advertiser: String?
  }
}

extension Site.Goal {
  /// The entries of `[[goals]]`.
  static func list(in top: TOMLSection, _ advertisers: [Site.Advertiser]) throws(PolicyError)
    -> [Self]
  {
    try top.entries("goals", name: \.name) { section throws(PolicyError) in
      try Self(section, advertisers)
    }
  }

  private init(_ section: TOMLSection, _ advertisers: [Site.Advertiser]) throws(PolicyError) {
    try section.allow(["name", "pattern", "type_parameter", "type_part", "types", "advertiser"])
    name = try section.requiredString("name").value
    pattern = try section.requestPattern("pattern")
    advertiser = try section.advertiser(among: advertisers)
    let parameter = try section.string("type_parameter")
    let part = try section.integer("type_part")
    if let parameter {
      guard part == nil else {
        throw section.error(
          at: "type_part", "the type cannot stand in a parameter and in the path",
          remedy: "keep type_parameter or type_part")
      }
      typePlace = .parameter(try section.parameterName(parameter))
    } else if let part {
      guard (1...16).contains(part.value) else {
        throw section.error(
          line: part.line, "`type_part` is \(part.value)",
          remedy: "write the number of the part: 2 for `books` in /order/books/done")
      }
      typePlace = .part(part.value)
    } else {
      typePlace = nil
    }
    if typePlace == nil {
      guard try section.strings("types") == nil else {
        throw section.error(
          at: "types", "nothing tells where the types stand",
          remedy: "add type_parameter = \"kind\", or type_part = 2")
      }
      types = []
    } else {
      types = try section.requiredStrings("types").map { $0.value.lowercased() }
    }
  }
}
