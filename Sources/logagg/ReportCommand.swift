internal import ArgumentParser
internal import LogAggregate

/// `logagg [report]`: logs in, reports out.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Reads logs and writes the report that the policy allows (the default command).")

  @OptionGroup var promise: PromiseOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var writing: WritingOptions

  @Argument(
    help: "Log files, plain or gzip; - or none with a pipe reads standard input.",
    completion: .file())
  var logs: [String] = []

  func validate() throws {
    try promise.validate()
    try reading.validate()
    try writing.validate()
  }

  mutating func run() async throws {
    // A refusal by the policy comes before anything else is looked at.
    let policy = try promise.loadPolicy()
    try promise.admit(by: policy)
    let site = try promise.loadSite()
    let plan = try promise.plan(policy, site)
    try OutputPlan.refuseCollisions(writing.output, inputs: inputs(site))
    let setting = try reading.setting(plan, site)
    let sources = try reading.sources(logs)
    let outputs = try OutputPlan(writing)
    let progress = ProgressMeter(mode: writing.progressMode)
    let aggregate = try await read(sources, setting, progress)
    let report = aggregate.release(setting)
    progress.finish()
    try outputs.write(report)
    tellFormats(report.input.formats)
  }

  /// The paths of all files that the run reads.
  private func inputs(_ site: Site) -> [String] {
    let named = [promise.policyFile, promise.site, site.members?.file]
    return (logs.isEmpty ? ["-"] : logs) + named.compactMap(\.self) + reading.databaseFiles
  }

  /// Says which formats were told where several are in play, or where one does not read nearly all of the first lines.
  private func tellFormats(_ formats: [String]) {
    guard !writing.quiet, formats.count > 1 || formats.contains(where: { $0.contains(" (") }) else {
      return
    }
    Diagnostics.write(
      "logagg: log formats told from the first lines: \(formats.joined(separator: ", ")); "
        + "name one with --log-format if this is wrong")
  }

  private func read(
    _ sources: [LogSource], _ setting: RunSetting, _ progress: ProgressMeter
  ) async throws -> Aggregate {
    let run = LogRun(setting, options: reading.runOptions)
    do throws(LogRunError) {
      return try await run.read(sources) { progress.update($0) }
    } catch {
      progress.finish()
      throw Failure(run: error, logs: logs)
    }
  }
}
