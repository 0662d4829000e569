internal import ArgumentParser
internal import Glibc
internal import LogAggregate

/// The options that say what is read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The log's format: a name (see `logagg formats list`), auto, or an nginx log_format, Apache LogFormat or "
        + "GoAccess log-format as it stands in the configuration.", valueName: "name|spec"))
  var logFormat = "auto"

  @Option(
    help: ArgumentHelp(
      "The day to report, as 2026-11-19 or yesterday, in the site's time zone.",
      valueName: "date"))
  var day: String?

  @Option(help: ArgumentHelp("The first day to report.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last day to report.", valueName: "date"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "An IANA time zone such as Asia/Kolkata (default: the site file's, else UTC).",
      valueName: "zone"))
  var timeZone: String?

  @Option(
    help: ArgumentHelp(
      "A database of countries (MMDB), such as GeoLite2-Country.mmdb.", valueName: "file"),
    completion: .file(extensions: ["mmdb"]))
  var countryDb: String?

  @Option(
    help: ArgumentHelp(
      "A database of internet providers (MMDB), such as GeoLite2-ASN.mmdb.", valueName: "file"),
    completion: .file(extensions: ["mmdb"]))
  var ispDb: String?

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp(
      "Worker threads (default: available cores); the output is the same for any number.",
      valueName: "n"))
  var jobs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "More rejected lines than this share fail the run.", valueName: "percent"))
  var maxRejected = 10.0

  @Flag(help: "Report what could be read of damaged input, and say so in the report.")
  var salvage = false

  func validate() throws {
    if day != nil, from != nil || to != nil {
      throw ValidationError("Give either --day, or --from and --to.")
    }
    if (from == nil) != (to == nil) {
      throw ValidationError("--from and --to go together: give both.")
    }
    if let jobs, jobs < 1 || jobs > 1024 {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
    guard (0...100).contains(maxRejected) else {
      throw ValidationError("--max-rejected takes a percentage from 0 to 100.")
    }
    for date in [day, from, to].compactMap({ $0 }) where date != "yesterday" {
      guard CivilDate(date) != nil else {
        throw ValidationError("'\(date)' is no date; write it as 2026-11-19, or yesterday.")
      }
    }
  }

  var runOptions: LogRunOptions {
    LogRunOptions(
      jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      formatName: logFormat == "auto" ? nil : logFormat, salvages: salvage,
      largestRejectedPercent: maxRejected)
  }

  /// The days to report; `nil` for all in the input.
  func days(_ site: Site) throws(Failure) -> ClosedRange<CivilDate>? {
    let today = try today(site)
    func date(_ text: String) -> CivilDate? {
      text == "yesterday" ? today.advanced(by: -1) : CivilDate(text)
    }
    guard let first = (day ?? from).flatMap(date), let last = (day ?? to).flatMap(date) else {
      return nil
    }
    guard first <= last else { throw Failure(.usage, "--from lies after --to; swap them") }
    return first...last
  }

  func setting(
    _ plans: [Plan], _ site: Site, _ days: ClosedRange<CivilDate>?
  ) throws -> RunSetting {
    let databases = try databases()
    do throws(SettingError) {
      return try RunSetting(
        plans: plans, site: site, days: days, databases: databases, timeZone: timeZone)
    } catch {
      throw Failure(.usage, error.description)
    }
  }

  /// The paths of the databases.
  var databaseFiles: [String] { [countryDb, ispDb].compactMap(\.self) }

  /// Today on the site's clock.
  /// - Throws: 64 for an unknown zone in an option, 78 for one in the site file.
  private func today(_ site: Site) throws(Failure) -> CivilDate {
    do throws(SettingError) {
      return try RunSetting.today(timeZone: timeZone ?? site.timeZone)
    } catch {
      guard timeZone == nil else { throw Failure(.usage, error.description) }
      throw Failure(.configuration, "time_zone in the site file: \(error.description)")
    }
  }

  private func databases() throws(Failure) -> AddressDatabases {
    do throws(AddressDatabaseError) {
      return try AddressDatabases(countries: countryDb, providers: ispDb)
    } catch {
      throw Failure(error.isUnreadable ? .noInput : .dataError, error.description)
    }
  }

  /// The sources that the arguments name; standard input where there are none and it is no terminal.
  func sources(_ logs: [String]) throws -> [LogSource] {
    if logs.isEmpty {
      guard isatty(0) == 0 else {
        throw Failure(
          .usage,
          "no log given: name log files, or pipe one in, as in "
            + "`zcat -f access.log* | logagg -o report.html`; `logagg --help` says more")
      }
      return [.standardInput]
    }
    return logs.map(LogSource.init(argument:))
  }
}

extension LogSource {
  /// The source that an argument names; a hyphen is standard input.
  init(argument: String) { self = argument == "-" ? .standardInput : .file(argument) }
}
