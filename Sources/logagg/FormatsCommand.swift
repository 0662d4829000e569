internal import ArgumentParser
internal import LogAggregate

/// `logagg formats`: which log formats are known, and which one a file has.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Lists the log formats, or tells the format of a file.",
    subcommands: [List.self, Detect.self, Document.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists the known formats, their fields, and which of these identify a person.")

    mutating func run() throws {
      var text = ""
      for format in FormatCatalogue.formats {
        text += "\(format.name): \(format.summary)\n"
        text += "  fields: \(format.fields.joined(separator: ", "))\n"
        text += "  identify a person: \(format.identifyingFields.joined(separator: ", "))\n"
        if !format.aliases.isEmpty {
          text += "  also called: \(format.aliases.joined(separator: ", "))\n"
        }
      }
      try StandardOutput.write(Array(text.utf8))
    }
  }

  struct Detect: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "detect",
      abstract: "Tells the format of a file from its first lines.")

    @Argument(help: "The log file, or - for standard input.", completion: .file())
    var file: String

    mutating func run() throws {
      let source = LogSource(argument: file)
      let detected: FormatCatalogue.Detection
      do throws(InputError) {
        detected = try FormatCatalogue.detect(source)
      } catch {
        throw Failure(input: error)
      }
      guard let name = detected.format else {
        throw Failure(
          .dataError,
          "\(file): none of the first \(detected.lines) lines is of a known format; "
            + "`logagg formats list` names them")
      }
      let line = "\(name): \(detected.matchedLines) of the first \(detected.lines) lines\n"
      try StandardOutput.write(Array(line.utf8))
    }
  }

  /// Writes `Documentation/Formats.md`.
  struct Document: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "document",
      abstract: "Writes the known formats as a Markdown page.", shouldDisplay: false)

    mutating func run() throws { try StandardOutput.write(Array(FormatsPage.text.utf8)) }
  }
}
