internal import ArgumentParser

/// The options that say what is written, and where.
struct WritingOptions: ParsableArguments {
  enum ProgressMode: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, always, never
  }

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Where to write: .html .json .csv .txt .md .xlsx; repeatable; - is standard output.",
      discussion: "Without it, text goes to standard output.", valueName: "file"),
    completion: .file(extensions: ["html", "json", "csv", "txt", "md", "xlsx"]))
  var output: [String] = []

  @Option(
    help: ArgumentHelp(
      "The form for standard output: html, json, csv, text, markdown or xlsx.", valueName: "name"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "The language of HTML, text and Markdown: a bundled one (see `logagg languages`) or a file.",
      valueName: "name|file"), completion: .list(BundledLanguages.names))
  var language = "en"

  @Flag(name: [.short, .long], help: "Write nothing to standard error on success.")
  var quiet = false

  @Option(help: "Progress on standard error: auto (on a terminal), always or never.")
  var progress = ProgressMode.auto

  /// Where one report goes: the named outputs, or standard output.
  var paths: [String] { output.isEmpty ? ["-"] : output }

  var progressMode: ProgressMode { quiet ? .never : progress }

  func validate() throws {
    if let format, ReportFormat(name: format) == nil {
      let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(format)' is no form of a report; known are \(known).")
    }
    for path in output where path != "-" && OutputPlan.format(of: path) == nil {
      throw ValidationError(
        "The form of '\(path)' is not told by its name; end it in .html, .json, .csv, .txt, .md or .xlsx."
      )
    }
    if output.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard output is named twice; name each output once.")
    }
  }
}
