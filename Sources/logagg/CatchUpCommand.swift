internal import ArgumentParser
internal import Glibc
internal import LogAggregate

/// `logagg catch-up`: closes the days that nightly runs have missed.
struct CatchUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catch-up",
    abstract: "Close the days that a ledger misses, from the rotated logs that hold them.",
    discussion: """
      Looks which days are missing in the ledger, from its first day to yesterday, and at the first lines of the logs, and \
      runs one report for each day in order, as the nightly job would. A day is closed only where the logs reach back \
      beyond its beginning; one that they no longer hold is named and left out.

        logagg catch-up --site site.toml /var/log/nginx/access.log*
      """)

  @Option(
    help: ArgumentHelp("The site file: its ledger and reports.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var site: String

  @Option(
    help: ArgumentHelp("The ledger (default: the site file's).", valueName: "file"),
    completion: .file())
  var ledger: String?

  @Option(
    help: ArgumentHelp("The first day to look at (default: the ledger's).", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last day to close (default: yesterday).", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("As for a report.", valueName: "name|file"))
  var policy: String?

  @Option(help: ArgumentHelp("As for a report.", valueName: "name"))
  var audience: String?

  @Option(help: ArgumentHelp("As for a report.", valueName: "name|spec"))
  var logFormat: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("As for a report; {date} is the day.", valueName: "file"))
  var output: [String] = []

  @Option(help: ArgumentHelp("As for a report.", valueName: "seconds"))
  var wait = 0

  @Flag(help: "As for a report: leave out days with missing hours or servers.")
  var requireComplete = false

  @Flag(name: [.short, .long], help: "Write nothing to standard error on success.")
  var quiet = false

  @Argument(
    help: "Log files, plain or gzip (default: the site file's logs).", completion: .file())
  var logs: [String] = []

  func validate() throws {
    for date in [from, to].compactMap(\.self) where CivilDate(date) == nil {
      throw ValidationError("'\(date)' is no date; write it as 2026-11-19.")
    }
    for path in output where path == "-" || !path.contains("{date}") {
      throw ValidationError("The name of an output has to hold {date}: each day has its own.")
    }
  }

  func run() throws {
    let known = try SiteSource.load(site)
    guard let ledger = ledger ?? known.ledger else {
      throw Failure(
        .usage, "no ledger is named; give --ledger FILE, or write ledger = \"…\" in \(site)")
    }
    let files = logs.isEmpty ? known.logs.flatMap(Glob.paths) : logs
    guard !files.isEmpty else {
      throw Failure(
        .usage, "no log is named; give the rotated files, or write logs = [\"…\"] in \(site)")
    }
    let missing = try missingDays(ledger, known)
    guard !missing.isEmpty else { return }
    let reach = try LogFiles(files, format: logFormat)
    for day in missing {
      let moments = try moments(day, known)
      guard let holding = reach.files(of: moments) else {
        tell("\(day): the logs no longer hold this day; it stays missing")
        continue
      }
      try close(day, ledger, holding)
      tell("\(day): closed")
    }
  }

  private func missingDays(_ ledger: String, _ known: Site) throws -> [CivilDate] {
    let yesterday: CivilDate
    do throws(SettingError) {
      yesterday = try RunSetting.today(timeZone: known.timeZone).advanced(by: -1)
    } catch {
      throw Failure(.configuration, error.description)
    }
    do throws(LedgerError) {
      return try Ledger.missingDays(
        path: ledger, from: from.flatMap { CivilDate($0) },
        through: to.flatMap { CivilDate($0) } ?? yesterday, waitingSeconds: wait)
    } catch {
      throw Failure(ledger: error)
    }
  }

  private func moments(_ day: CivilDate, _ known: Site) throws -> Range<Int64> {
    do throws(SettingError) {
      return try RunSetting.moments(of: day, timeZone: known.timeZone)
    } catch {
      throw Failure(.configuration, error.description)
    }
  }

  /// Runs a day's report in a process of its own, which gives up what it does not need for good.
  private func close(_ day: CivilDate, _ ledger: String, _ files: [String]) throws {
    var arguments = ["logagg", "report", "--site", site, "--day", "\(day)", "--ledger", ledger]
    arguments += ["--quiet", "--wait", String(wait)]
    if let policy { arguments += ["--policy", policy] }
    if let audience { arguments += ["--audience", audience] }
    if let logFormat { arguments += ["--log-format", logFormat] }
    if requireComplete { arguments.append("--require-complete") }
    for path in output { arguments += ["-o", path.replacing("{date}", with: "\(day)")] }
    let status = try ChildProcess.run(arguments + ["--"] + files)
    guard status == 0 else {
      throw Failure(
        ExitStatus(rawValue: status) ?? .software,
        "\(day): could not be closed, and the days after it were not tried; the message above says why"
      )
    }
  }

  private func tell(_ line: String) {
    if !quiet { Diagnostics.write("logagg: \(line)") }
  }
}
