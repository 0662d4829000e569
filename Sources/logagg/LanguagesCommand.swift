internal import ArgumentParser
internal import LogAggregate

/// `logagg languages`: the languages that reports are written in, and their catalogues.
struct LanguagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "languages", abstract: "List and show the languages of reports.",
    discussion: """
      A language is a TOML file of phrases, number and date patterns. To add one, save \
      `logagg languages show de` as a file, translate it, and name the file with --language.
      """,
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the bundled languages.")

    func run() throws {
      var text = ""
      for name in BundledLanguages.names {
        let language = try LanguageSource.load(name)
        text += "\(name)  \(language.name)\n"
      }
      try StandardOutput.write(Array(text.utf8))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Print a bundled catalogue, as a start for one of your own.")

    @Argument(help: "The language's name, such as de.")
    var language: String

    func run() throws {
      guard let text = BundledLanguages.text(language) else {
        throw Failure(
          .usage,
          "no catalogue is called \(Failure.quoted(language)); known: \(BundledLanguages.catalogues.joined(separator: ", "))"
        )
      }
      try StandardOutput.write(Array(text.utf8))
    }
  }
}
