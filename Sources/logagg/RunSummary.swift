internal import LogAggregate

/// What monitoring learns of a run that succeeded: figures that reports show, and how long it took; no name of anybody.
struct RunSummary {
  /// The reports of the run, of one input.
  let reports: [ReleasedReport]
  /// How long it took, in ten-thousandths of a second.
  let tenThousandths: Int
  /// When it ended, in seconds since 1970.
  let endedAt: Int
  /// The most memory that it held.
  let peakByteCount: Int

  /// The report that shows most of what became of the lines.
  private var shown: ReleasedReport? {
    reports.first { $0.input.pageViews != nil } ?? reports.first
  }

  /// The summary as JSON.
  var json: [UInt8] {
    var members: [(String, JSONValue)] = [
      ("schema", .string("logagg.run/1")),
      (
        "generator",
        .record([("name", .string("logagg")), ("version", .string(ProductVersion.current))])
      ),
      ("ended_at", .integer(endedAt)), ("seconds", .fixed(tenThousandths)),
      ("peak_memory_bytes", .integer(peakByteCount)),
    ]
    if let shown {
      members.append(
        (
          "period",
          .record([
            ("from", .optional(shown.period.from.map { "\($0)" })),
            ("to", .optional(shown.period.to.map { "\($0)" })),
            ("time_zone", .string(shown.period.timeZone)),
          ])
        ))
      members.append(("input", input(shown.input)))
    }
    members.append(("reports", .array(reports.map(tables))))
    var writer = JSONWriter()
    writer.write(.object(members))
    writer.endLine()
    return writer.bytes
  }

  private func input(_ input: ReleasedInput) -> JSONValue {
    .object([
      ("lines", .integer(input.lines)),
      (
        "excluded",
        .record(input.excluded.map { ($0.reason, .optional($0.lines)) })
      ),
      ("complete", .bool(input.isComplete)),
      ("hours", .optional(input.coverage?.hours)),
      ("hours_with_data", .optional(input.coverage?.hoursWithData)),
      ("servers_seen", .optional(input.coverage?.serversSeen)),
      ("servers_expected", .optional(input.coverage?.serversExpected)),
    ])
  }

  private func tables(_ report: ReleasedReport) -> JSONValue {
    .record([
      ("policy", .string(report.policy.name)), ("audience", .string(report.policy.audience.name)),
      ("tables", .integer(report.tables.count { !$0.isTotalsOnly })),
      ("totals_only", .integer(report.tables.count { $0.isTotalsOnly })),
      ("not_released", .integer(report.notReleased.count)),
    ])
  }

  /// The run's health in Prometheus' text format.
  /// - Source: prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4.
  var prometheus: [UInt8] {
    var text = ""
    func metric(_ name: String, _ help: String, _ samples: [(label: String, value: String)]) {
      text += "# HELP logagg_\(name) \(help)\n# TYPE logagg_\(name) gauge\n"
      for sample in samples { text += "logagg_\(name)\(sample.label) \(sample.value)\n" }
    }
    metric(
      "last_success_timestamp_seconds", "When the last run that succeeded ended.",
      [("", "\(endedAt)")])
    metric(
      "run_duration_seconds", "How long it took.", [("", Figures.fixed(tenThousandths))])
    metric("run_peak_memory_bytes", "The most memory it held.", [("", "\(peakByteCount)")])
    if let input = shown?.input {
      metric("input_lines", "The lines it read.", [("", "\(input.lines)")])
      metric(
        "input_excluded_lines", "The lines that are no page views, by reason.",
        input.excluded.compactMap { step in
          step.lines.map { ("{reason=\"\(step.reason)\"}", "\($0)") }
        })
      metric(
        "input_complete", "Whether all input was read without damage.",
        [("", input.isComplete ? "1" : "0")])
      if let coverage = input.coverage {
        metric(
          "input_hours_missing", "The hours of the period that hold no line.",
          [("", "\(coverage.hours - coverage.hoursWithData)")])
        metric(
          "input_servers", "The logs that ran side by side.", [("", "\(coverage.serversSeen)")])
      }
    }
    metric("reports", "The reports it wrote.", [("", "\(reports.count)")])
    return Array(text.utf8)
  }
}
