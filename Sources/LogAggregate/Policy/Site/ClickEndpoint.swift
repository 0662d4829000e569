extension Site {
  /// Requests that are clicks, and where in them the target of the link stands.
  public struct ClickEndpoint: Hashable, Sendable {
    /// Where the target stands.
    public enum Target: Hashable, Sendable {
      /// In a parameter of the query: `/out?url=https%3A%2F%2Fexample.org%2F`.
      case parameter(String)
      /// In the path, from the pattern's first star: `/out/https://example.org/`.
      case rest
    }
    /// Which requests.
    public let pattern: RequestPattern
    /// Where the target stands; `nil` where the request does not tell it.
    public let target: Target?
  }
}

extension Site.ClickEndpoint {
  /// The entries of an array of tables.
  /// - Parameter needsTarget: whether an entry without a target is an error.
  static func list(_ key: String, in top: TOMLSection, needsTarget: Bool) throws(PolicyError)
    -> [Self]
  {
    var endpoints: [Self] = []
    for section in try top.sections(key) {
      endpoints.append(try Self(section, needsTarget: needsTarget))
    }
    return endpoints
  }

  private init(_ section: TOMLSection, needsTarget: Bool) throws(PolicyError) {
    try section.allow(["pattern", "target_parameter", "target_in_path"])
    pattern = try section.requestPattern("pattern")
    let parameter = try section.string("target_parameter")
    let isInPath = try section.boolean("target_in_path")?.value ?? false
    if let parameter {
      guard !isInPath else {
        throw section.error(
          at: "target_in_path", "the target cannot stand in a parameter and in the path",
          remedy: "keep target_parameter or target_in_path")
      }
      target = .parameter(try section.parameterName(parameter))
    } else if isInPath {
      guard pattern.path.description.contains("*") else {
        throw section.error(
          at: "pattern", "\(pattern.description.quoted) has no star where the target stands",
          remedy: "write it as /out/*")
      }
      target = .rest
    } else {
      guard !needsTarget else {
        throw section.error(
          "the target of the exit link is missing",
          remedy: "add target_parameter = \"url\", or target_in_path = true")
      }
      target = nil
    }
  }
}
