internal import ArgumentParser
internal import Glibc
internal import LogAggregate

/// `logagg [report]`: logs in, reports out.
struct ReportCommand: ConfinableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Reads logs and writes the report that the policy allows (the default command).",
    discussion: """
      Where the site file lists reports and none of --audience, --advertiser, -o and --format asks for one, one pass \
      over the log writes them all, or none of them.

        logagg --site site.toml --day yesterday access.log*
      """)

  @OptionGroup var promise: PromiseOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var guarding: LedgerOptions
  @OptionGroup var monitoring: MonitoringOptions

  @Argument(
    help: "Log files, plain or gzip; - or none with a pipe reads standard input.",
    completion: .file())
  var logs: [String] = []

  func validate() throws {
    try promise.validate()
    try reading.validate()
    try writing.validate()
    try guarding.validate()
  }

  mutating func runConfined() async throws {
    let clock = RunClock()
    // A refusal by the policy comes before anything else is looked at.
    let requested = try RequestedReports(promise, writing)
    let language = try LanguageSource.load(writing.language)
    let brand = try BrandSource.load(requested.site.brand)
    let days = try reading.days(requested.site)
    let paths = try requested.paths(days)
    if monitoring.summaryIsPrinted, paths[0].contains("-") {
      throw Failure(
        .usage,
        "standard output is for the report or for --summary-json -; write one of them to a file")
    }
    let inputs = inputFiles(requested)
    try requested.refuseCollisions(paths + [monitoring.files], inputs: inputs)
    var setting = try reading.setting(requested.plans, requested.site, days)
    let sources = try reading.sources(logs)
    let outputs = try OutputPlan(
      paths, format: writing.format, Presentation(requested.site, language, brand),
      beside: monitoring.files)
    var ledger = try guarding.open(requested.site, quiet: writing.quiet)
    setting.ledgerKey = ledger?.key
    setting.publishedDays = ledger?.publishedDays ?? []
    Confinement(readable: inputs, writable: outputs.writable + guarding.writable(requested.site))
      .enter()
    let progress = ProgressMeter(mode: writing.progressMode, clock: clock)
    let aggregate = try await read(sources, setting, progress)
    do throws(LedgerError) {
      if let days = aggregate.days(setting), let shown = try ledger?.releases(of: days) {
        setting.earlier = shown
      }
    } catch {
      throw Failure(ledger: error)
    }
    var reports = aggregate.releaseAll(setting)
    progress.finish()
    // What a ledger gives back was read from inputs that may have been named in another order.
    let input = reports[0].input
    if monitoring.requireComplete, let failure = Failure(incomplete: input) {
      throw failure
    }
    // From here on the record is the release: what is written is read back from it.
    do throws(LedgerError) {
      if let recorded = try ledger?.close(
        reports, version: ProductVersion.current, restating: guarding.restate)
      {
        reports = recorded
      }
    } catch {
      throw Failure(ledger: error)
    }
    try outputs.write(reports, beside: documents(of: reports, clock))
    guard !writing.quiet else { return }
    tellDamage(input.damages)
    tellTwins(input.twins)
    tellFormats(input.formats, isOnStandardOutput: paths[0].contains("-"))
  }

  /// What is written for monitoring, beside the reports.
  private func documents(of reports: [ReleasedReport], _ clock: RunClock) -> [OutputPlan.Document] {
    let summary = RunSummary(
      reports: reports, tenThousandths: clock.tenThousandths, endedAt: clock.wall,
      peakByteCount: RunClock.peakByteCount)
    return [
      monitoring.summaryJson.map { OutputPlan.Document(path: $0, bytes: summary.json) },
      // The collector is another user.
      monitoring.prometheus.map {
        OutputPlan.Document(path: $0, bytes: summary.prometheus, mode: 0o644)
      },
    ].compactMap(\.self)
  }

  /// The paths of all files that the run reads.
  private func inputFiles(_ requested: RequestedReports) -> [String] {
    let named = [
      promise.site, requested.site.members?.file, requested.site.brand?.logo, guarding.ledger,
      PolicySource.isFile(writing.language) ? writing.language : nil,
    ]
    return (logs.isEmpty ? ["-"] : logs) + requested.policyFiles + named.compactMap(\.self)
      + reading.databaseFiles
  }

  /// Says where salvaged inputs ended.
  private func tellDamage(_ damages: [ReleasedInput.Damage]) {
    for damage in damages {
      Diagnostics.write(
        "logagg: \(LogSource.name(ofInput: damage.input, logs)): is damaged at byte "
          + "\(damage.byte); the report holds what could be read before it")
    }
  }

  /// Says which inputs may be one log under two names.
  private func tellTwins(_ twins: [ReleasedInput.Twins]) {
    for pair in twins {
      let (first, second) = (
        LogSource.name(ofInput: pair.first, logs), LogSource.name(ofInput: pair.second, logs)
      )
      Diagnostics.write(
        "logagg: \(second): begins with the same lines as \(first); where one is a copy of the other, "
          + "name one alone, or its lines are counted twice")
    }
  }

  /// Says which formats were told, and how many lines speak for those that do not read nearly all of the first ones.
  ///
  /// A report on standard output says it itself; in a pipeline it is said again only where it is in doubt.
  private func tellFormats(_ formats: [String], isOnStandardOutput: Bool) {
    guard reading.logFormat == "auto", !formats.isEmpty else { return }
    let isSure = !formats.contains { $0.contains(" (") }
    guard !isSure || formats.count > 1 || !isOnStandardOutput || isatty(2) == 1 else {
      return
    }
    Diagnostics.write(
      "logagg: log format told from the first lines: \(formats.joined(separator: ", "))"
        + (isSure ? " (sure)" : "; name one with --log-format if this is wrong"))
  }

  private func read(
    _ sources: [LogSource], _ setting: RunSetting, _ progress: ProgressMeter
  ) async throws -> Aggregate {
    let run = LogRun(setting, options: reading.runOptions)
    do throws(LogRunError) {
      let aggregate = try await run.read(sources, progress: progress.listener)
      LargeAllocations.areKept()
      return aggregate
    } catch {
      progress.finish()
      throw Failure(run: error, logs: logs)
    }
  }
}
