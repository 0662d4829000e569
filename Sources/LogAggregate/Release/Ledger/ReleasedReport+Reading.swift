extension ReleasedReport {
  /// The report that a ledger's record holds.
  /// - Parameter isBrief: whether its tables are passed over, which are most of it.
  /// - Throws: ``LedgerFlaw`` where it is not as this version writes it.
  init(
    _ reader: inout LedgerReader, of entry: LedgerEntry, isBrief: Bool, _ seal: ReleaseSeal
  ) throws(LedgerFlaw) {
    try reader.open("policy")
    let policy = try ReleasedPolicy(&reader, of: entry, seal)
    try reader.next("site")
    let siteName = try reader.optionalText()
    try reader.next("period")
    let period = try ReleasedPeriod(&reader, seal)
    try reader.next("input")
    let input = try ReleasedInput(&reader, seal)
    try reader.next("totals")
    let totals = try ReleasedTotals(&reader, seal)
    try reader.next("visits")
    let visits = try reader.optional { reader throws(LedgerFlaw) in
      try ReleasedVisits(&reader, seal)
    }
    try reader.next("tables")
    var tables: [ReleasedTable] = []
    if isBrief {
      try reader.skip()
    } else {
      tables = try reader.list { reader throws(LedgerFlaw) in try ReleasedTable(&reader, seal) }
    }
    try reader.next("not_released")
    let notReleased = try reader.list { reader throws(LedgerFlaw) in
      try WithheldTable(&reader, seal)
    }
    try reader.next("disclosure")
    let disclosure = try ReleasedDisclosure(&reader, of: entry, seal)
    try reader.close()
    self.init(
      policy: policy, siteName: siteName, period: period, input: input, totals: totals,
      visits: visits, tables: tables, notReleased: notReleased, disclosure: disclosure,
      source: nil, seal)
  }
}

extension LedgerReader {
  fileprivate mutating func figure() throws(LedgerFlaw) -> ReleasedFigure {
    if let figure = try knownWord() { return figure }
    return .count(try number())
  }

  /// A figure that is no count; `nil`, and nothing passed, where the figure is one.
  private mutating func knownWord() throws(LedgerFlaw) -> ReleasedFigure? {
    switch peek {
    case UInt8(ascii: "n"):
      try pass("null")
      return .withheld
    case UInt8(ascii: "["):
      try pass("[")
      let numerator = try number()
      try pass(",")
      let denominator = try number()
      try pass("]")
      return .ratio(numerator: numerator, denominator: denominator)
    case UInt8(ascii: "\""):
      switch try text() {
      case "unmeasured": return .unmeasured
      case "not granted": return .notGranted
      default: throw LedgerFlaw(expected: "a figure")
      }
    default: return nil
    }
  }

  fileprivate mutating func clause() throws(LedgerFlaw) -> Clause {
    try open("id")
    let id = try text()
    try next("says")
    let says = try text()
    try close()
    return Clause(id: id, says: says)
  }

  fileprivate mutating func table() throws(LedgerFlaw) -> TableID {
    guard let id = TableID(id: try text()) else { throw LedgerFlaw(expected: "a table") }
    return id
  }

  /// An object of figures alone.
  fileprivate mutating func members(_ metrics: [Metric]) throws(LedgerFlaw) -> [ReleasedFigure] {
    var figures: [ReleasedFigure] = []
    for metric in metrics {
      if figures.isEmpty { try open(metric.rawValue) } else { try next(metric.rawValue) }
      figures.append(try figure())
    }
    if figures.isEmpty { try pass("{") }
    try close()
    return figures
  }

  fileprivate mutating func figures(_ metrics: [Metric]) throws(LedgerFlaw) -> [ReleasedFigure] {
    var figures: [ReleasedFigure] = []
    figures.reserveCapacity(metrics.count)
    for metric in metrics {
      try next(metric.rawValue)
      figures.append(try figure())
    }
    return figures
  }
}

extension ReleasedPolicy {
  fileprivate init(
    _ reader: inout LedgerReader, of entry: LedgerEntry, _ seal: ReleaseSeal
  ) throws(LedgerFlaw) {
    try reader.open("name")
    let name = try reader.text()
    try reader.next("title")
    let title = try reader.text()
    try reader.next("sha256")
    let sha256 = try reader.text()
    try reader.next("audience")
    let audience = Audience(try reader.text())
    try reader.next("provenance")
    let provenance = try reader.optionalText()
    try reader.close()
    self.init(
      name: name, title: title, sha256: sha256, audience: audience,
      advertiser: entry.head.advertiser, provenance: provenance, seal)
  }
}

extension ReleasedPeriod {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("from")
    let from = try reader.date()
    try reader.next("to")
    let to = try reader.date()
    try reader.next("time_zone")
    let timeZone = try reader.text()
    try reader.next("days")
    let dayCount = try reader.number()
    try reader.close()
    self.init(from: from, to: to, timeZone: timeZone, dayCount: dayCount, seal)
  }
}

extension ReleasedTotals {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("page_views")
    let pageViews = try reader.figure()
    try reader.next("visits")
    let visits = try reader.figure()
    try reader.next("visitors")
    let visitors = try reader.figure()
    try reader.next("clicks")
    let clicks = try reader.figure()
    try reader.close()
    self.init(pageViews: pageViews, visits: visits, visitors: visitors, clicks: clicks, seal)
  }
}

extension ReleasedVisits {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("bounces")
    let bounces = try reader.figure()
    try reader.next("bounce_share")
    let bounceShare = try reader.figure()
    try reader.next("pages_per_visit")
    let pagesPerVisit = try reader.figure()
    try reader.next("median_duration")
    let medianDuration = try reader.optionalText()
    try reader.next("lengths")
    let length = { (reader: inout LedgerReader) throws(LedgerFlaw) in try Class(&reader, seal) }
    let lengths = try reader.list(length)
    try reader.next("other")
    let other = try reader.optional(length)
    try reader.close()
    self.init(
      bounces: bounces, bounceShare: bounceShare, pagesPerVisit: pagesPerVisit,
      medianDuration: medianDuration, lengths: lengths, other: other, seal)
  }
}

extension ReleasedVisits.Class {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("name")
    let name = try reader.text()
    try reader.next("visits")
    let visits = try reader.number()
    try reader.next("visitors")
    let visitors = try reader.number()
    try reader.close()
    self.init(name: name, visits: visits, visitors: visitors, seal)
  }
}

extension ReleasedTable {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("id")
    let id = try reader.table()
    try reader.next("title")
    let title = try reader.text()
    try reader.next("clause")
    let clause = try reader.clause()
    try reader.next("metrics")
    let metrics = try reader.list { reader throws(LedgerFlaw) in
      guard let metric = Metric(rawValue: try reader.text()) else {
        throw LedgerFlaw(expected: "a metric")
      }
      return metric
    }
    try reader.next("rows")
    let rows = try reader.list { reader throws(LedgerFlaw) in
      try Row(&reader, metrics, seal)
    }
    try reader.next("other")
    let other = try reader.optional { reader throws(LedgerFlaw) in
      try reader.members(metrics)
    }
    try reader.next("totals_only")
    let isTotalsOnly = try reader.flag()
    try reader.next("bookings")
    let bookings = try reader.list { reader throws(LedgerFlaw) in
      try ReleasedBooking(&reader, seal)
    }
    try reader.close()
    self.init(
      id: id, title: title, clause: clause, metrics: metrics, rows: rows, other: other,
      isTotalsOnly: isTotalsOnly, bookings: bookings, seal)
  }
}

extension ReleasedTable.Row {
  fileprivate init(
    _ reader: inout LedgerReader, _ metrics: [Metric], _ seal: ReleaseSeal
  ) throws(LedgerFlaw) {
    try reader.open("key")
    let key = try reader.text()
    let from = reader.hasNext("from") ? try reader.text() : nil
    let to = reader.hasNext("to") ? try reader.text() : nil
    let figures = try reader.figures(metrics)
    try reader.close()
    self.init(key: key, from: from, to: to, figures: figures, seal)
  }
}

extension ReleasedBooking {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("placement")
    let placement = try reader.text()
    try reader.next("advertiser")
    let advertiser = try reader.text()
    try reader.next("campaign")
    let campaign = try reader.optionalText()
    try reader.next("creative")
    let creative = try reader.optionalText()
    try reader.next("booked")
    let booked = try reader.optionalNumber()
    let day = { (reader: inout LedgerReader) throws(LedgerFlaw) in try reader.date() }
    try reader.next("from")
    let from = try reader.optional(day)
    try reader.next("to")
    let to = try reader.optional(day)
    try reader.next("planned")
    let planned = try reader.optionalNumber()
    try reader.next("delivered")
    let delivered = try reader.figure()
    try reader.close()
    self.init(
      placement: placement, advertiser: advertiser, campaign: campaign, creative: creative,
      booked: booked, from: from, to: to, planned: planned, delivered: delivered, seal)
  }
}

extension WithheldTable {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("table")
    let table = try reader.table()
    try reader.next("why")
    let why = try reader.text()
    try reader.next("clause")
    let clause = try reader.optional { reader throws(LedgerFlaw) in try reader.clause() }
    try reader.close()
    self.init(table: table, why: why, clause: clause, seal)
  }
}

extension ReleasedSource {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("subject")
    guard let subject = Subject(rawValue: try reader.text()) else {
      throw LedgerFlaw(expected: "a kind of list")
    }
    try reader.next("name")
    let name = try reader.text()
    try reader.next("version")
    let version = try reader.text()
    try reader.close()
    self.init(subject, name: name, version: version, seal)
  }
}

extension ReleasedDisclosure {
  fileprivate init(
    _ reader: inout LedgerReader, of entry: LedgerEntry, _ seal: ReleaseSeal
  ) throws(LedgerFlaw) {
    try reader.open("threshold")
    let threshold = try reader.number()
    try reader.next("networks")
    let networks = try reader.number()
    try reader.next("visitor_limit")
    let visitorLimit = try reader.number()
    try reader.next("sources")
    let sources = try reader.list { reader throws(LedgerFlaw) in
      try ReleasedSource(&reader, seal)
    }
    try reader.next("notes")
    var facts = try reader.texts()
    try reader.close()
    if let restatement = entry.head.restatement {
      facts.append("This report replaces an earlier one of the same period: \(restatement.reason)")
    }
    self.init(
      threshold: threshold, networks: networks, visitorLimit: visitorLimit, ledger: entry.hash,
      sources: sources, facts: facts, seal)
  }
}
