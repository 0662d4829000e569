extension ReleasedReport {
  /// The report that a ledger's record holds.
  /// - Throws: ``LedgerFlaw`` where it is not as this version writes it.
  init(_ json: LedgerJSON, of entry: LedgerEntry, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    self.init(
      policy: try ReleasedPolicy(json["policy"], of: entry, seal),
      siteName: try json["site"].optionalText, period: try ReleasedPeriod(json["period"], seal),
      input: try ReleasedInput(json["input"], seal),
      totals: try ReleasedTotals(json["totals"], seal),
      visits: try json["visits"].optional { json throws(LedgerFlaw) in
        try ReleasedVisits(json, seal)
      },
      tables: try json["tables"].list { json throws(LedgerFlaw) in try ReleasedTable(json, seal) },
      notReleased: try json["not_released"].list { json throws(LedgerFlaw) in
        try WithheldTable(json, seal)
      }, disclosure: try ReleasedDisclosure(json["disclosure"], of: entry, seal),
      source: nil, seal)
  }
}

extension LedgerJSON {
  fileprivate var optionalText: String? {
    get throws(LedgerFlaw) { try optional { json throws(LedgerFlaw) in try json.text } }
  }

  /// The text of a member that may be missing.
  fileprivate func optionalMember(_ name: String) -> String? { try? self[name].text }

  fileprivate var optionalNumber: Int? {
    get throws(LedgerFlaw) { try optional { json throws(LedgerFlaw) in try json.number } }
  }

  /// What `read` makes of each element.
  fileprivate func list<Value>(
    _ read: (LedgerJSON) throws(LedgerFlaw) -> Value
  ) throws(LedgerFlaw) -> [Value] {
    var values: [Value] = []
    for element in try elements { values.append(try read(element)) }
    return values
  }

  fileprivate var figure: ReleasedFigure {
    get throws(LedgerFlaw) {
      switch self {
      case .null: return .withheld
      case .string("unmeasured"): return .unmeasured
      case .string("not granted"): return .notGranted
      case .integer(let count): return .count(count)
      case .array(let pair) where pair.count == 2:
        return .ratio(numerator: try pair[0].number, denominator: try pair[1].number)
      default: throw LedgerFlaw(expected: "a figure")
      }
    }
  }

  fileprivate var clause: Clause {
    get throws(LedgerFlaw) { Clause(id: try self["id"].text, says: try self["says"].text) }
  }

  fileprivate var table: TableID {
    get throws(LedgerFlaw) {
      guard let id = TableID(id: try text) else { throw LedgerFlaw(expected: "a table") }
      return id
    }
  }
}

extension ReleasedPolicy {
  fileprivate init(_ json: LedgerJSON, of entry: LedgerEntry, _ seal: ReleaseSeal)
    throws(LedgerFlaw)
  {
    self.init(
      name: try json["name"].text, title: try json["title"].text, sha256: try json["sha256"].text,
      audience: Audience(try json["audience"].text), advertiser: entry.head.advertiser,
      provenance: try json["provenance"].optionalText, seal)
  }
}

extension ReleasedPeriod {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    self.init(
      from: try json["from"].date, to: try json["to"].date, timeZone: try json["time_zone"].text,
      dayCount: try json["days"].number, seal)
  }
}

extension ReleasedInput {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    self.init(
      lines: try json["lines"].number,
      excluded: try json["excluded"].list { json throws(LedgerFlaw) in
        Step(reason: try json["reason"].text, lines: try json["lines"].optionalNumber, seal)
      },
      rejections: try json["rejections"].list { json throws(LedgerFlaw) in
        Rejection(reason: try json["reason"].text, lines: try json["lines"].number, seal)
      }, pageViews: try json["page_views"].optionalNumber,
      damages: try json["damage"].list { json throws(LedgerFlaw) in
        Damage(input: try json["input"].number, byte: try json["byte"].number, seal)
      },
      formats: try json["formats"].list { json throws(LedgerFlaw) in try json.text },
      coverage: try json["coverage"].optional { json throws(LedgerFlaw) in
        try ReleasedCoverage(json, seal)
      }, seal)
  }
}

extension ReleasedCoverage {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    let hour = { (json: LedgerJSON) throws(LedgerFlaw) in try Hour(json, seal) }
    self.init(
      first: try json["first"].optional(hour), last: try json["last"].optional(hour),
      hours: try json["hours"].number, hoursWithData: try json["hours_with_data"].number,
      gaps: try json["gaps"].list { json throws(LedgerFlaw) in
        Gap(
          from: try hour(json["from"]), to: try hour(json["to"]), hours: try json["hours"].number,
          seal)
      }, serversSeen: try json["servers_seen"].number,
      serversExpected: try json["servers_expected"].optionalNumber, seal)
  }
}

extension ReleasedCoverage.Hour {
  /// Reads `2026-11-19T03`.
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    let text = try json.text
    guard let day = CivilDate(String(text.prefix(10))), text.dropFirst(10).first == "T",
      let hour = Int(text.dropFirst(11)), (0...23).contains(hour)
    else { throw LedgerFlaw(expected: "an hour") }
    self.init(day: day, hour: hour, seal)
  }
}

extension ReleasedTotals {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    self.init(
      pageViews: try json["page_views"].figure, visits: try json["visits"].figure,
      visitors: try json["visitors"].figure, clicks: try json["clicks"].figure, seal)
  }
}

extension ReleasedVisits {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    let length = { (json: LedgerJSON) throws(LedgerFlaw) in
      Class(
        name: try json["name"].text, visits: try json["visits"].number,
        visitors: try json["visitors"].number, seal)
    }
    self.init(
      bounces: try json["bounces"].figure, bounceShare: try json["bounce_share"].figure,
      pagesPerVisit: try json["pages_per_visit"].figure,
      medianDuration: try json["median_duration"].optionalText,
      lengths: try json["lengths"].list(length), other: try json["other"].optional(length), seal)
  }
}

extension ReleasedTable {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    let metrics = try json["metrics"].list { json throws(LedgerFlaw) in
      guard let metric = Metric(rawValue: try json.text) else {
        throw LedgerFlaw(expected: "a metric")
      }
      return metric
    }
    self.init(
      id: try json["id"].table, title: try json["title"].text, clause: try json["clause"].clause,
      metrics: metrics,
      rows: try json["rows"].list { json throws(LedgerFlaw) in
        Row(
          key: try json["key"].text, from: json.optionalMember("from"),
          to: json.optionalMember("to"), figures: try Self.figures(json, metrics), seal)
      },
      other: try json["other"].optional { json throws(LedgerFlaw) in
        try Self.figures(json, metrics)
      }, isTotalsOnly: try json["totals_only"].flag,
      bookings: try json["bookings"].list { json throws(LedgerFlaw) in
        try ReleasedBooking(json, seal)
      }, seal)
  }

  private static func figures(
    _ json: LedgerJSON, _ metrics: [Metric]
  ) throws(LedgerFlaw) -> [ReleasedFigure] {
    var figures: [ReleasedFigure] = []
    for metric in metrics { figures.append(try json[metric.rawValue].figure) }
    return figures
  }
}

extension ReleasedBooking {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    self.init(
      placement: try json["placement"].text, advertiser: try json["advertiser"].text,
      campaign: try json["campaign"].optionalText, creative: try json["creative"].optionalText,
      booked: try json["booked"].optionalNumber,
      from: try json["from"].optional { json throws(LedgerFlaw) in try json.date },
      to: try json["to"].optional { json throws(LedgerFlaw) in try json.date },
      planned: try json["planned"].optionalNumber,
      delivered: try json["delivered"].figure, seal)
  }
}

extension WithheldTable {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    self.init(
      table: try json["table"].table, why: try json["why"].text,
      clause: try json["clause"].optional { json throws(LedgerFlaw) in try json.clause }, seal)
  }
}

extension ReleasedSource {
  fileprivate init(_ json: LedgerJSON, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    guard let subject = Subject(rawValue: try json["subject"].text) else {
      throw LedgerFlaw(expected: "a kind of list")
    }
    self.init(subject, name: try json["name"].text, version: try json["version"].text, seal)
  }
}

extension ReleasedDisclosure {
  fileprivate init(
    _ json: LedgerJSON, of entry: LedgerEntry, _ seal: ReleaseSeal
  ) throws(LedgerFlaw) {
    var facts = try json["notes"].list { json throws(LedgerFlaw) in try json.text }
    if let restatement = entry.head.restatement {
      facts.append("This report replaces an earlier one of the same period: \(restatement.reason)")
    }
    self.init(
      threshold: try json["threshold"].number, networks: try json["networks"].number,
      visitorLimit: try json["visitor_limit"].number, ledger: entry.hash,
      sources: try json["sources"].list { json throws(LedgerFlaw) in
        try ReleasedSource(json, seal)
      }, facts: facts, seal)
  }
}
