extension ReleasedReport {
  /// The report as a ledger's record holds it: every value that an output can show.
  var json: LedgerJSON {
    .record([
      "policy": policy.json, "site": .optional(siteName), "period": period.json,
      "input": input.json, "totals": totals.json, "visits": visits?.json ?? .null,
      "tables": .array(tables.map(\.json)),
      "not_released": .array(notReleased.map(\.json)), "disclosure": disclosure.json,
    ])
  }
}

extension ReleasedPolicy {
  fileprivate var json: LedgerJSON {
    .record([
      "name": .string(name), "title": .string(title), "sha256": .string(sha256),
      "audience": .string(audience.name), "provenance": .optional(provenance),
    ])
  }
}

extension ReleasedPeriod {
  fileprivate var json: LedgerJSON {
    .record([
      "from": .optional(from?.description), "to": .optional(to?.description),
      "time_zone": .string(timeZone), "days": .integer(dayCount),
    ])
  }
}

extension ReleasedInput {
  fileprivate var json: LedgerJSON {
    .record([
      "lines": .integer(lines),
      "excluded": .array(
        excluded.map { .record(["reason": .string($0.reason), "lines": .optional($0.lines)]) }),
      "page_views": .optional(pageViews),
      "damage": .array(
        damages.map { .record(["input": .integer($0.input), "byte": .integer($0.byte)]) }),
      "rejections": .array(
        rejections.map { .record(["reason": .string($0.reason), "lines": .integer($0.lines)]) }),
      "formats": .array(formats.map(LedgerJSON.string)), "coverage": coverage?.json ?? .null,
    ])
  }
}

extension ReleasedCoverage {
  fileprivate var json: LedgerJSON {
    .record([
      "first": .optional(first?.description), "last": .optional(last?.description),
      "hours": .integer(hours), "hours_with_data": .integer(hoursWithData),
      "gaps": .array(
        gaps.map {
          .record([
            "from": .string($0.from.description), "to": .string($0.to.description),
            "hours": .integer($0.hours),
          ])
        }),
      "servers_seen": .integer(serversSeen), "servers_expected": .optional(serversExpected),
    ])
  }
}

extension ReleasedTotals {
  fileprivate var json: LedgerJSON {
    .record([
      "page_views": pageViews.json, "visits": visits.json, "visitors": visitors.json,
      "clicks": clicks.json,
    ])
  }
}

extension ReleasedVisits {
  fileprivate var json: LedgerJSON {
    .record([
      "bounces": bounces.json, "bounce_share": bounceShare.json,
      "pages_per_visit": pagesPerVisit.json, "median_duration": .optional(medianDuration),
      "lengths": .array(lengths.map(\.json)), "other": other?.json ?? .null,
    ])
  }
}

extension ReleasedVisits.Class {
  fileprivate var json: LedgerJSON {
    .record([
      "name": .string(name), "visits": .integer(visits), "visitors": .integer(visitors),
    ])
  }
}

extension ReleasedFigure {
  /// A ratio keeps both its counts.
  fileprivate var json: LedgerJSON {
    switch self {
    case .count(let count): .integer(count)
    case .ratio(let numerator, let denominator):
      .array([.integer(numerator), .integer(denominator)])
    case .withheld: .null
    case .unmeasured: .string("unmeasured")
    case .notGranted: .string("not granted")
    }
  }
}

extension ReleasedTable {
  fileprivate var json: LedgerJSON {
    .record([
      "id": .string(id.id), "title": .string(title), "clause": clause.json,
      "metrics": .array(metrics.map { .string($0.rawValue) }),
      "rows": .array(rows.map { .object($0.names + members($0.figures)) }),
      "other": other.map { .object(members($0)) } ?? .null, "totals_only": .bool(isTotalsOnly),
      "bookings": .array(bookings.map(\.json)),
    ])
  }

  private func members(_ figures: [ReleasedFigure]) -> [LedgerJSON.Member] {
    zip(metrics, figures).map { LedgerJSON.Member(name: $0.rawValue, value: $1.json) }
  }
}

extension ReleasedBooking {
  fileprivate var json: LedgerJSON {
    .record([
      "placement": .string(placement), "advertiser": .string(advertiser),
      "campaign": .optional(campaign), "creative": .optional(creative),
      "booked": .optional(booked), "from": .optional(from?.description),
      "to": .optional(to?.description), "planned": .optional(planned),
      "delivered": delivered.json,
    ])
  }
}

extension ReleasedTable.Row {
  /// The row's name, and in the table of flow its ends.
  fileprivate var names: [LedgerJSON.Member] {
    var names = [LedgerJSON.Member(name: "key", value: .string(key))]
    if let from { names.append(LedgerJSON.Member(name: "from", value: .string(from))) }
    if let to { names.append(LedgerJSON.Member(name: "to", value: .string(to))) }
    return names
  }
}

extension Clause {
  fileprivate var json: LedgerJSON { .record(["id": .string(id), "says": .string(says)]) }
}

extension WithheldTable {
  fileprivate var json: LedgerJSON {
    .record([
      "table": .string(table.id), "why": .string(why), "clause": clause?.json ?? .null,
    ])
  }
}

extension ReleasedDisclosure {
  /// Without the ledger's own record, which is known only by what this is part of.
  fileprivate var json: LedgerJSON {
    .record([
      "threshold": .integer(threshold), "networks": .integer(networks),
      "visitor_limit": .integer(visitorLimit),
      "sources": .array(
        sources.map {
          .record([
            "subject": .string($0.subject.rawValue), "name": .string($0.name),
            "version": .string($0.version),
          ])
        }), "notes": .array(facts.map(LedgerJSON.string)),
    ])
  }
}
