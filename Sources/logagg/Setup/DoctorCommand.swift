internal import ArgumentParser
internal import LogAggregate

/// `logagg doctor`: everything that a new job gets wrong, looked at before the night.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check what a nightly run needs, and say what to mend.",
    discussion: """
      Give it the options and logs of the job. It looks at policy and audience, site file, time zone, logs and their \
      format, databases, output folders, ledger, disk space and clock, and writes nothing but its answer.

        logagg doctor --site /etc/logagg/site.toml /var/log/nginx/access.log*

      Status 0 means the job can run; else it is the status that the job would end with.
      """)

  @OptionGroup var promise: PromiseOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var guarding: LedgerOptions

  @Argument(help: "The logs of the job.", completion: .file())
  var logs: [String] = []

  func run() throws {
    var examination = Examination()
    let policy = examination.check("policy") { () throws -> (Policy, String) in
      let policy = try promise.loadPolicy()
      try promise.admit(by: policy)
      return (policy, "\(policy.name), which shows \(promise.reader.name) something")
    }
    let site = examination.check("site file") { () throws -> (Site, String) in
      let site = try promise.loadSite()
      return (site, promise.site ?? "none given: reports have no name, and days are days of UTC")
    }
    if let policy, let site {
      _ = examination.check("tables") { () throws -> (Plan, String) in
        let plan = try promise.plan(policy, site)
        return (plan, "\(plan.tables.count) may be shown, \(plan.withheld.count) may not")
      }
    }
    examination.checkZone(reading.timeZone ?? site?.timeZone)
    examination.checkClock()
    let logs = logs.isEmpty ? (site?.logs ?? []).flatMap(Glob.paths) : logs
    let confinement = confinement(site, logs).enter()
    examination.checkDatabases(countries: reading.countryDb, providers: reading.ispDb)
    if let members = site?.members { examination.checkReadable("member table", members.file) }
    examination.checkLogs(logs)
    examination.checkOutputs(writing.output.filter { $0 != "-" })
    if let ledger = guarding.ledger ?? site?.ledger { examination.checkLedger(ledger) }
    examination.note(confinement)
    try StandardOutput.write(Array(examination.text.utf8))
    if let failure = examination.firstFailure {
      throw Failure(
        failure.status,
        "\(examination.failureCount) of \(examination.count) checks failed; mend what is marked with ✘"
      )
    }
  }

  /// What is left to look at once policy and site file are read: nothing that came from elsewhere is parsed before.
  private func confinement(_ site: Site?, _ logs: [String]) -> Confinement {
    let outputs = writing.output.filter { $0 != "-" }.map {
      PendingFile.folder(of: (try? PendingFile.resolve($0)) ?? $0)
    }
    let ledger = guarding.ledger ?? site?.ledger
    return Confinement(
      readable: logs + reading.databaseFiles + [ledger, site?.members?.file].compactMap(\.self),
      writable: outputs + guarding.writable(site ?? .unnamed))
  }
}
