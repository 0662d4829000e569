/// What tells whose report it is: a name, a logo, a colour.
struct Brand: Sendable {
  /// Who hands the report on.
  var name: String?
  /// The logo as a data URI, so that the page still loads nothing.
  var logo: String?
  var accent: Accent?

  static let none = Brand()
}
