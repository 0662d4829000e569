internal import ArgumentParser
internal import LogAggregate

/// The subcommands that judge a policy by another, and by a log.
extension PoliciesCommand {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Say what becomes more revealing, and what less, from one policy to another.")

    @Argument(help: "The policy's name, or a TOML file.")
    var old: String

    @Argument(help: "The policy that is to take its place.")
    var new: String

    @Option(help: ArgumentHelp("The site file, where the answer depends on it.", valueName: "file"))
    var site: String?

    func run() throws {
      let (old, new) = (try PolicySource.load(old), try PolicySource.load(new))
      let site = try site.map(SiteSource.load) ?? .unnamed
      let difference = PolicyDifference(from: old, to: new, site: site)
      try StandardOutput.write(Array(difference.text.utf8))
    }
  }

  struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "simulate",
      abstract: "Count the rows that thresholds of 5 to 100 visitors would publish of a log.",
      discussion: "For those who choose a threshold: the counts are not for publication.")

    @OptionGroup var promise: PromiseOptions
    @OptionGroup var reading: ReadingOptions

    @Argument(
      help: "Log files, plain or gzip; - or none with a pipe reads standard input.",
      completion: .file())
    var logs: [String] = []

    static let thresholds = [5, 10, 20, 50, 100]

    func validate() throws {
      try promise.validate()
      try reading.validate()
    }

    mutating func run() async throws {
      let policy = try promise.loadPolicy()
      try promise.admit(by: policy)
      let site = try promise.loadSite()
      let setting = try reading.setting(
        [promise.plan(policy, site)], site, reading.days(site))
      let sources = try reading.sources(logs)
      let run = LogRun(setting, options: reading.runOptions)
      let simulation: ReleasedSimulation
      do throws(LogRunError) {
        simulation = try await run.read(sources).simulate(setting, thresholds: Self.thresholds)
      } catch {
        throw Failure(run: error, logs: logs)
      }
      let text = PoliciesText.simulation(
        simulation, policy: policy.name, audience: promise.reader.name)
      try StandardOutput.write(Array(text.utf8))
    }
  }
}
