extension Site {
  /// A query parameter that tells pages apart, with the values that may be counted.
  public struct PageParameter: Hashable, Sendable {
    /// The parameter's name.
    public let name: String
    /// The values that stay in the page's name; every other is dropped.
    public let values: [String]
    /// The pages that it tells apart; `nil` for all.
    public let path: PathPattern?
  }
}

extension Site.PageParameter {
  /// The entries of `[[parameters]]`.
  static func list(in top: TOMLSection) throws(PolicyError) -> [Self] {
    var parameters: [Self] = []
    for section in try top.sections("parameters") {
      try section.allow(["name", "values", "path"])
      let name = try section.parameterName(section.requiredString("name"))
      var values: [String] = []
      for value in try section.requiredStrings("values") {
        guard value.value.utf8.count <= 64, ParameterName.isName(value.value) else {
          throw section.error(
            line: value.line, "\(value.value.quoted) is not a value that can be listed",
            remedy: "use only letters, digits, -, . and _, at most 64 of them")
        }
        values.append(value.value)
      }
      parameters.append(
        Self(name: name, values: values, path: try section.optionalPathPattern("path")))
    }
    return parameters
  }
}
