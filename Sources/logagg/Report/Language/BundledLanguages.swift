/// The catalogues that come with the product; English is what phrases are written in and has none.
enum BundledLanguages {
  static let catalogues = ["de", "hi", "zh"]

  static let names = [Language.english.tag] + catalogues

  /// The catalogue's text.
  static func text(_ name: String) -> String? {
    switch name {
    case "de": german
    case "hi": hindi
    case "zh": chinese
    default: nil
    }
  }
}
