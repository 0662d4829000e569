/// How a line is written.
enum LineFormat: String, CaseIterable {
  /// With referrer and user agent.
  case combined
  /// Without them.
  case common
  /// An object with the names of nginx's variables, a line each.
  case json

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
