internal import LogAggregate

/// The report for programs, in the form `logagg.report/1`.
/// - Source: DESIGN 5; `Documentation/report.schema.json`.
struct JSONReport {
  static let schema = "logagg.report/1"

  let bytes: [UInt8]

  init(_ report: ReleasedReport) {
    var writer = JSONWriter()
    writer.write(
      .object([
        ("schema", .string(Self.schema)),
        (
          "generator",
          .record([("name", .string("logagg")), ("version", .string(ProductVersion.current))])
        ),
        ("policy", Self.policy(report.policy)),
        ("site", .record([("name", .optional(report.siteName))])),
        ("period", Self.period(report.period)),
        ("input", Self.input(report.input)),
        ("totals", Self.totals(report)),
        ("sum", Self.sum(report)), ("previous", Self.previous(report.previous)),
        ("visit_figures", report.visits.map(Self.visits) ?? .null),
        ("tables", .array(report.tables.map { Self.table($0, standIn: report.standIn(for: $0)) })),
        ("not_released", .array(report.notReleased.map(Self.withheld))),
        ("disclosure", Self.disclosure(report.disclosure)),
      ]))
    writer.endLine()
    bytes = writer.bytes
  }

  private static func policy(_ policy: ReleasedPolicy) -> JSONValue {
    .object([
      ("name", .string(policy.name)), ("title", .string(policy.title)),
      ("sha256", .string(policy.sha256)), ("audience", .string(policy.audience.name)),
      ("advertiser", .optional(policy.advertiser)),
      ("provenance", .optional(policy.provenance)),
    ])
  }

  private static func period(_ period: ReleasedPeriod) -> JSONValue {
    .record([
      ("from", .optional(period.from?.description)), ("to", .optional(period.to?.description)),
      ("time_zone", .string(period.timeZone)), ("days", .integer(period.dayCount)),
    ])
  }

  private static func input(_ input: ReleasedInput) -> JSONValue {
    .object([
      ("lines", .integer(input.lines)),
      (
        "excluded",
        .array(
          input.excluded.map {
            .record([("reason", .string($0.reason)), ("lines", .optional($0.lines))])
          })
      ),
      ("page_views", .optional(input.pageViews)), ("complete", .bool(input.isComplete)),
      (
        "damage",
        .array(
          input.damages.map {
            .record([("input", .integer($0.input)), ("byte", .integer($0.byte))])
          })
      ),
      (
        "rejections",
        .array(
          input.rejections.map {
            .record([("reason", .string($0.reason)), ("lines", .integer($0.lines))])
          })
      ),
      ("formats", .list(input.formats.map(JSONValue.string))),
      ("coverage", coverage(input.coverage)),
    ])
  }

  private static func coverage(_ coverage: ReleasedCoverage?) -> JSONValue {
    guard let coverage else { return .null }
    return .record([
      ("first", .optional(coverage.first?.description)),
      ("last", .optional(coverage.last?.description)), ("hours", .integer(coverage.hours)),
      ("hours_with_data", .integer(coverage.hoursWithData)),
      (
        "gaps",
        .list(
          coverage.gaps.map {
            .record([("from", .string($0.from.description)), ("to", .string($0.to.description))])
          })
      ),
      ("servers_seen", .integer(coverage.serversSeen)),
      ("servers_expected", .optional(coverage.serversExpected)),
    ])
  }

  private static func totals(_ report: ReleasedReport) -> JSONValue {
    let totals = report.totals
    var members = [
      (Metric.pageViews.rawValue, totals.pageViews.json),
      (Metric.visits.rawValue, totals.visits.json),
      (Metric.visitors.rawValue, report.sum == nil ? totals.visitors.json : .null),
      (Metric.clicks.rawValue, totals.clicks.json),
    ]
    if report.sum != nil { members.append((Metric.visitorDays.rawValue, totals.visitors.json)) }
    return .record(members)
  }

  /// Of how many releases the report is a sum.
  private static func sum(_ report: ReleasedReport) -> JSONValue {
    guard let sum = report.sum else { return .null }
    return .record([
      ("days", .integer(report.period.dayCount)), ("days_published", .integer(sum.publishedDays)),
      ("days_with_totals", .integer(sum.daysWithTotals)), ("releases", .integer(sum.releaseCount)),
    ])
  }

  /// The released period before, for comparison.
  private static func previous(_ report: ReleasedReport?) -> JSONValue {
    guard let report else { return .null }
    return .record([
      ("from", .optional(report.period.from?.description)),
      ("to", .optional(report.period.to?.description)), ("totals", totals(report)),
      ("sum", sum(report)),
    ])
  }

  private static func visits(_ visits: ReleasedVisits) -> JSONValue {
    func length(_ length: ReleasedVisits.Class) -> JSONValue {
      .record([
        ("key", .string(length.name)), ("visits", .integer(length.visits)),
        ("visitors", .integer(length.visitors)),
      ])
    }
    return .object([
      ("bounces", visits.bounces.json), ("bounce_share", visits.bounceShare.json),
      ("pages_per_visit", visits.pagesPerVisit.json),
      ("median_duration", .optional(visits.medianDuration)),
      ("lengths", .array(visits.lengths.map(length))),
      ("other", visits.other.map(length) ?? .null),
    ])
  }

  private static func table(_ table: ReleasedTable, standIn: ReleasedTable?) -> JSONValue {
    let bookings = table.bookings.map(booking)
    return .object(
      [
        ("id", .string(table.id.id)), ("title", .string(table.title)),
        ("clause", clause(table.clause)),
        ("metrics", .list(table.metrics.map { .string($0.rawValue) })),
        (
          "rows",
          .array(
            table.rows.map {
              .record(name($0) + members(table.metrics, $0.figures))
            })
        ),
        ("other", table.other.map { .record(members(table.metrics, $0)) } ?? .null),
        ("totals_only", .bool(table.isTotalsOnly)),
      ] + (standIn.map { [("shown_by", .string($0.id.id))] } ?? [])
        + (bookings.isEmpty ? [] : [("bookings", .array(bookings))]))
  }

  /// What was sold of a placement, and what was delivered in the report's days.
  private static func booking(_ booking: ReleasedBooking) -> JSONValue {
    .record([
      ("placement", .string(booking.placement)), ("advertiser", .string(booking.advertiser)),
      ("campaign", .optional(booking.campaign)), ("creative", .optional(booking.creative)),
      ("booked", .optional(booking.booked)), ("from", .optional(booking.from?.description)),
      ("to", .optional(booking.to?.description)), ("planned", .optional(booking.planned)),
      ("delivered", booking.delivered.json),
    ])
  }

  /// A row's key, and where a step leads from and to.
  private static func name(_ row: ReleasedTable.Row) -> [(String, JSONValue)] {
    var name: [(String, JSONValue)] = [("key", .string(row.key))]
    if let from = row.from { name.append(("from", .string(from))) }
    if let to = row.to { name.append(("to", .string(to))) }
    return name
  }

  private static func members(_ metrics: [Metric], _ figures: [ReleasedFigure])
    -> [(String, JSONValue)]
  {
    zip(metrics, figures).map { ($0.rawValue, $1.json) }
  }

  private static func clause(_ clause: Clause?) -> JSONValue {
    guard let clause else { return .null }
    return .record([("id", .string(clause.id)), ("says", .string(clause.says))])
  }

  private static func withheld(_ table: WithheldTable) -> JSONValue {
    .record([
      ("table", .string(table.table.id)), ("why", .string(table.why)),
      ("clause", clause(table.clause)),
    ])
  }

  private static func disclosure(_ disclosure: ReleasedDisclosure) -> JSONValue {
    .object([
      ("threshold", .integer(disclosure.threshold)), ("networks", .integer(disclosure.networks)),
      ("visitor_limit", .integer(disclosure.visitorLimit)),
      ("ledger", .optional(disclosure.ledger)),
      (
        "sources",
        .array(
          disclosure.sources.map {
            .record([
              ("subject", .string($0.subject.rawValue)), ("name", .string($0.name)),
              ("version", .string($0.version)),
            ])
          })
      ),
      ("notes", .array(disclosure.notes.map(JSONValue.string))),
    ])
  }
}
