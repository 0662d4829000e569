internal import ArgumentParser
internal import LogAggregate

/// `logagg period`: weeks and months as sums of published days.
struct PeriodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period",
    abstract: "Sum what a ledger published within a week, a month or any days.",
    discussion: """
      Adds the published days of a ledger and reads no log. A row says on how many days it was published; what was hidden \
      on a day is in no sum. Visitors of several days are visitor-days, never unique visitors: who wants those closes whole \
      weeks or months instead of days.

        logagg period --ledger ledger.jsonl --month 2026-11 -o november.html
      """)

  @Option(
    help: ArgumentHelp(
      "The ledger that the nightly runs record in (default: the site file's).", valueName: "file"),
    completion: .file())
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "The site file: its ledger, and the brand that reports wear.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var site: String?

  @Option(help: ArgumentHelp("Who will read the report.", valueName: "name"))
  var audience = "advertiser"

  @Option(help: ArgumentHelp("The advertiser whose reports are summed.", valueName: "name"))
  var advertiser: String?

  @Option(help: ArgumentHelp("A week, such as 2026-W47.", valueName: "week"))
  var week: String?

  @Option(help: ArgumentHelp("A month, such as 2026-11.", valueName: "month"))
  var month: String?

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last day.", valueName: "date"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "How long to wait for a run that holds the ledger (default: not at all).",
      valueName: "seconds"))
  var wait = 0

  @OptionGroup var writing: WritingOptions

  func validate() throws {
    try writing.validate()
    guard (0...86_400).contains(wait) else {
      throw ValidationError("--wait takes a number of seconds from 0 to 86400.")
    }
    guard [week, month, from ?? to].compactMap(\.self).count == 1, (from == nil) == (to == nil)
    else {
      throw ValidationError("Give --week, or --month, or --from and --to.")
    }
    _ = try days()
  }

  func run() throws {
    let known = try site.map { try SiteSource.load($0) } ?? .unnamed
    guard let ledger = ledger ?? known.ledger else {
      throw Failure(.usage, "no ledger is named; give --ledger FILE, or a site file that names one")
    }
    try OutputPlan.refuseCollisions(
      writing.output, inputs: [ledger, site].compactMap(\.self))
    let brand = try BrandSource.load(known.brand)
    let language = try LanguageSource.load(writing.language)
    let outputs = try OutputPlan(
      [writing.paths], format: writing.format, Presentation(known, language, brand))
    let days = try days()
    Confinement(readable: [ledger], writable: outputs.writable).enter()
    let report: ReleasedReport
    do throws(LedgerError) {
      report = try Ledger.period(
        path: ledger, audience: Audience(audience), advertiser: advertiser, days: days,
        waitingSeconds: wait)
    } catch {
      throw Failure(ledger: error)
    }
    try outputs.write([report])
  }

  /// The days that are summed.
  private func days() throws(ValidationError) -> ClosedRange<CivilDate> {
    if let week {
      guard let days = CivilDate.days(ofWeek: week) else {
        throw ValidationError("'\(week)' is no week; write it as 2026-W47.")
      }
      return days
    }
    if let month {
      guard let days = CivilDate.days(ofMonth: month) else {
        throw ValidationError("'\(month)' is no month; write it as 2026-11.")
      }
      return days
    }
    guard let first = from.flatMap({ CivilDate($0) }), let last = to.flatMap({ CivilDate($0) })
    else {
      throw ValidationError("--from and --to take dates; write them as 2026-11-19.")
    }
    guard first <= last else { throw ValidationError("--from lies after --to; swap them.") }
    return first...last
  }
}
