internal import LogAggregate

/// Finds the language that an option names.
enum LanguageSource {
  /// The bundled language of that name, or the catalogue in that file.
  ///
  /// A value with `/` in it or that ends in `.toml` is a file; every other is a name.
  /// - Throws: ``Failure``: 64 for an unknown name, 66 for a file that cannot be read, 78 for one that is
  ///   not a valid catalogue.
  static func load(_ nameOrFile: String) throws(Failure) -> Language {
    if nameOrFile == Language.english.tag { return .english }
    let text: String
    if PolicySource.isFile(nameOrFile) {
      text = try TextFile.read(nameOrFile, what: "language file")
    } else if let bundled = BundledLanguages.text(nameOrFile) {
      text = bundled
    } else {
      throw Failure(
        .usage,
        "no bundled language is called \(Failure.quoted(nameOrFile)); known: \(BundledLanguages.names.joined(separator: ", ")); a file needs a / or .toml"
      )
    }
    do throws(PolicyError) {
      return try Language(text: text, file: nameOrFile)
    } catch {
      throw Failure(.configuration, "\(error)")
    }
  }
}
