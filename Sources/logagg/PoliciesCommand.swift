internal import ArgumentParser
internal import LogAggregate

/// `logagg policies`: shows the promises, explains them, and checks a site's own.
struct PoliciesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policies",
    abstract: "List, show, explain, check, compare and try privacy policies.",
    subcommands: [
      List.self, Show.self, Explain.self, Check.self, Diff.self, Simulate.self,
    ],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the bundled policies and the audiences that they name.")

    func run() throws {
      try PoliciesCommand.write(PoliciesText.list())
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Print a bundled policy's text, as a start for one of your own.")

    @Argument(help: "The policy's name, or a TOML file.")
    var policy: String

    func run() throws {
      try PoliciesCommand.write(PolicySource.load(policy).text)
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Say which tables an audience is shown, by which clause, and which not, and why.")

    @Argument(help: "The policy's name, or a TOML file.")
    var policy: String

    @Option(help: ArgumentHelp("Who will read the report.", valueName: "name"))
    var audience: String

    @Option(help: ArgumentHelp("The site file, where the answer depends on it.", valueName: "file"))
    var site: String?

    func run() throws {
      try PoliciesCommand.write(Self.text(policy: policy, audience: audience, site: site))
    }

    /// The explanation.
    /// - Throws: ``Failure``, 77 with the clause when the policy refuses the audience.
    static func text(policy: String, audience: String, site: String?) throws(Failure) -> String {
      let policy = try PolicySource.load(policy)
      let site = try site.map(SiteSource.load) ?? .unnamed
      do throws(Refusal) {
        let plan = try Plan(policy: policy, audience: Audience(audience), site: site)
        return PoliciesText.explanation(of: plan)
      } catch {
        throw Failure(.refused, "\(error)")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a policy file: its rules, its clauses, and that its releases are covered.")

    @Argument(help: "The TOML file.")
    var file: String

    func run() throws {
      try PoliciesCommand.write(Self.text(file: file))
    }

    /// That the file is a valid policy, and what it holds.
    /// - Throws: ``Failure``, 78 with file, line and remedy when it is not.
    static func text(file: String) throws(Failure) -> String {
      // Here a bare word is a file too: a name would have nothing to check.
      let path = file.contains("/") ? file : "./\(file)"
      return PoliciesText.summary(of: try PolicySource.load(path), file: file)
    }
  }
}

extension PoliciesCommand {
  fileprivate static func write(_ text: String) throws {
    try StandardOutput.write(Array(text.utf8))
  }
}
