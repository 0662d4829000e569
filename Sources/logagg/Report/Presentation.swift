/// How a report is dressed for its reader: the language, and whose report it is.
struct Presentation: Sendable {
  var language = Language.english
  var brand = Brand.none
}
