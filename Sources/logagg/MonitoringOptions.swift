internal import ArgumentParser

/// The options by which a job that nobody watches is kept an eye on.
struct MonitoringOptions: ParsableArguments {
  @Flag(
    help:
      "Fail where an hour of the period holds no line, or a server that the site file expects is missing."
  )
  var requireComplete = false

  @Option(
    help: ArgumentHelp(
      "Write a summary of the run for monitoring: time, lines, exclusions, tables; - is standard output.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var summaryJson: String?

  @Option(
    help: ArgumentHelp(
      "Write the run's health for Prometheus' textfile collector.", valueName: "file"),
    completion: .file(extensions: ["prom"]))
  var prometheus: String?

  /// The files that are written beside the reports.
  var files: [String] { [summaryJson, prometheus].compactMap(\.self).filter { $0 != "-" } }

  /// Whether the summary goes to standard output.
  var summaryIsPrinted: Bool { summaryJson == "-" }
}
