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
  /// How many parameters, and how many values of each, a site file can list.
  static let greatestCount = 6
  static let greatestValueCount = 1000

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
      guard values.count <= greatestValueCount else {
        throw section.error(
          at: "values", "`values` lists more than \(greatestValueCount)",
          remedy: "list those that pages are read by, or leave the parameter out")
      }
      guard parameters.count < greatestCount else {
        throw section.error(
          "more than \(greatestCount) parameters tell pages apart",
          remedy: "keep those that matter most")
      }
      parameters.append(
        Self(name: name, values: values, path: try section.optionalPathPattern("path")))
    }
    return parameters
  }
}
