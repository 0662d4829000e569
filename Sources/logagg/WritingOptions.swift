internal import ArgumentParser

/// The options that say what is written, and where.
struct WritingOptions: ParsableArguments {
  enum ProgressMode: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, always, never
  }

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write: .html .json .csv .txt .md; repeatable; - is standard output.",
      discussion: "Without it, text goes to standard output.", valueName: "file"),
    completion: .file(extensions: ["html", "json", "csv", "txt", "md"]))
  var output: [String] = []

  @Option(
    help: ArgumentHelp(
      "The form for standard output: html, json, csv, text or markdown.", valueName: "name"))
  var format: String?

  @Flag(name: [.short, .long], help: "Write nothing to standard error on success.")
  var quiet = false

  @Option(help: "Progress on standard error: auto (on a terminal), always or never.")
  var progress = ProgressMode.auto

  var progressMode: ProgressMode { quiet ? .never : progress }

  /// Whether a report goes to standard output.
  var writesStandardOutput: Bool { output.isEmpty || output.contains("-") }

  func validate() throws {
    if let format, ReportFormat(name: format) == nil {
      let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(format)' is no form of a report; known are \(known).")
    }
    for path in output where path != "-" && OutputPlan.format(of: path) == nil {
      throw ValidationError(
        "The form of '\(path)' is not told by its name; end it in .html, .json, .csv, .txt or .md."
      )
    }
    if output.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard output is named twice; name each output once.")
    }
  }
}
