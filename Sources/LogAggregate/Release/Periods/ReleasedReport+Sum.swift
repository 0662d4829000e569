extension ReleasedReport {
  /// The sum of releases that do not overlap: weeks and months after nightly runs.
  ///
  /// Only what was published is added, so the sum tells nothing that its parts do not; a window that rolls on by days could
  /// be added by any reader just so. Visitors of several days are visitor-days, since nothing links a visitor's days.
  /// - Parameters:
  ///   - parts: the releases, in the order of their periods; not empty.
  ///   - days: the period that they lie in.
  /// - Source: `privacy.md` 2.5.
  init(sumOf parts: [ReleasedReport], days: ClosedRange<CivilDate>, _ seal: ReleaseSeal) {
    let last = parts[parts.count - 1]
    let published = parts.reduce(0) { $0 + $1.period.dayCount }
    var order = TableID.standard
    var tablesByID: [TableID: [(table: ReleasedTable, days: Int)]] = [:]
    for part in parts {
      for table in part.tables {
        if tablesByID[table.id] == nil, !TableID.standard.contains(table.id) {
          order.append(table.id)
        }
        tablesByID[table.id, default: []].append((table, part.period.dayCount))
      }
    }
    let tables = order.compactMap { id in
      ReleasedTable(sumOf: tablesByID[id] ?? [], seal)
    }
    self.init(
      policy: last.policy, siteName: last.siteName,
      period: ReleasedPeriod(
        from: days.lowerBound, to: days.upperBound, timeZone: last.period.timeZone,
        dayCount: days.dayCount, seal),
      input: ReleasedInput(sumOf: parts.map(\.input), seal),
      totals: ReleasedTotals(sumOf: parts.map(\.totals), seal), visits: nil, tables: tables,
      notReleased: last.notReleased.filter { withheld in
        !tables.contains { $0.id == withheld.table }
      },
      disclosure: ReleasedDisclosure(
        threshold: parts.map(\.disclosure.threshold).min() ?? last.disclosure.threshold,
        networks: parts.map(\.disclosure.networks).min() ?? last.disclosure.networks,
        visitorLimit: last.disclosure.visitorLimit, ledger: last.disclosure.ledger,
        sources: last.disclosure.sources,
        facts: Self.notes(parts, published, of: days)
          + last.disclosure.facts.filter {
            $0 != Aggregate.visitorNote && !Self.inputNotes.contains($0)
          }, seal), source: nil,
      sum: ReleasedSum(
        publishedDays: published,
        daysWithTotals: parts.reduce(0) {
          $0 + ($1.totals.pageViews.isShown ? $1.period.dayCount : 0)
        }, releaseCount: parts.count, seal), seal)
  }

  /// What holds for the sum where it holds for one part.
  private static let inputNotes = [Aggregate.damageNote, Aggregate.twinsNote]

  private static func notes(
    _ parts: [ReleasedReport], _ published: Int, of days: ClosedRange<CivilDate>
  ) -> [String] {
    var notes = [
      "This report is a sum of what was published: \(published) of \(days.dayCount) days.",
      "Visitor-days are the visitors of each day, added: a browser that came on three days counts three times. They are no unique visitors of the period.",
      "A row says on how many days it was published; what was hidden on a day is in no sum.",
    ]
    if Set(parts.map(\.policy.sha256)).count > 1 {
      notes.append("The policy changed within the period; each day kept the one of its time.")
    }
    notes += inputNotes.filter { note in parts.contains { $0.disclosure.facts.contains(note) } }
    return notes
  }
}

extension ReleasedTable {
  /// The sum of one table over several releases; `nil` where there is none.
  fileprivate init?(sumOf parts: [(table: ReleasedTable, days: Int)], _ seal: ReleaseSeal) {
    guard let last = parts.last?.table else { return nil }
    let metrics = last.metrics
    var rows: [Sum] = []
    var places: [String: Int] = [:]
    var other: (figures: [ReleasedFigure], days: Int)?
    let rate = metrics.firstIndex(of: .clickThroughRate)
    for (table, days) in parts {
      let columns = table.metrics == metrics ? nil : metrics.map(table.metrics.firstIndex)
      func figures(_ own: [ReleasedFigure]) -> [ReleasedFigure] {
        var figures = columns?.map { $0.map { own[$0] } ?? .withheld } ?? own
        if let rate { figures[rate] = .rate(in: figures, metrics) }
        return figures
      }
      for row in table.rows {
        if let place = places[row.key] {
          rows[place].add(row, figures(row.figures), days)
        } else {
          places[row.key] = rows.count
          rows.append(Sum(row: row, figures: figures(row.figures), days: days))
        }
      }
      if let rest = table.other {
        other = (figures(rest).added(to: other?.figures), (other?.days ?? 0) + days)
      }
    }
    let rank = metrics.firstIndex { $0 == .visitors || $0 == .reach } ?? 0
    rows.sort {
      (-$0.figures[rank].size, $0.row.key) < (-$1.figures[rank].size, $1.row.key)
    }
    self.init(
      id: last.id, title: last.title, clause: last.clause,
      metrics: metrics.map { $0 == .visitors || $0 == .reach ? .visitorDays : $0 }
        + [.publishedDays],
      rows: rows.map { sum in
        Row(
          key: sum.row.key, from: sum.row.from, to: sum.row.to,
          figures: sum.figures.map(\.unlessFew) + [.count(sum.days)], seal)
      }, other: other.map { $0.figures.map(\.unlessFew) + [.count($0.days)] },
      isTotalsOnly: parts.allSatisfy(\.table.isTotalsOnly),
      bookings: Self.bookings(parts.map(\.table), seal), seal)
  }

  /// What was sold of each placement for the days of all parts, and what was delivered of it as far as that was published.
  private static func bookings(_ parts: [ReleasedTable], _ seal: ReleaseSeal) -> [ReleasedBooking] {
    var sums: [ReleasedBooking] = []
    for booking in parts.flatMap(\.bookings) {
      guard let place = sums.firstIndex(where: { $0.placement == booking.placement }) else {
        sums.append(booking)
        continue
      }
      let known = sums[place]
      sums[place] = ReleasedBooking(
        placement: booking.placement, advertiser: booking.advertiser, campaign: booking.campaign,
        creative: booking.creative, booked: booking.booked, from: booking.from, to: booking.to,
        planned: known.planned.flatMap { sum in booking.planned.map { $0 + sum } },
        delivered: [booking.delivered].added(to: [known.delivered])[0], seal)
    }
    return sums
  }
}

/// One row of several releases.
private struct Sum {
  /// The row of the latest of them.
  var row: ReleasedTable.Row
  var figures: [ReleasedFigure]
  /// On how many days it was published.
  var days: Int

  mutating func add(_ row: ReleasedTable.Row, _ figures: [ReleasedFigure], _ days: Int) {
    self.row = row
    for index in figures.indices { self.figures[index].add(figures[index]) }
    self.days += days
  }
}

extension [ReleasedFigure] {
  /// The sums of what is shown; what is withheld adds nothing.
  fileprivate func added(to sums: [ReleasedFigure]?) -> [ReleasedFigure] {
    guard var sums else { return self }
    for index in indices { sums[index].add(self[index]) }
    return sums
  }
}

extension ReleasedFigure {
  fileprivate mutating func add(_ other: ReleasedFigure) {
    switch (self, other) {
    case (.count(let own), .count(let count)): self = .count(own + count)
    case (.ratio(let parts, let wholes), .ratio(let part, let whole)):
      self = .ratio(numerator: part + parts, denominator: whole + wholes)
    default: if !isShown { self = other }
    }
  }
}

extension ReleasedFigure {
  /// The rate of a row in which both its counts are shown, however few they are: of the sum they may be enough.
  fileprivate static func rate(in figures: [ReleasedFigure], _ metrics: [Metric]) -> Self {
    func figure(_ metric: Metric) -> Self {
      metrics.firstIndex(of: metric).map { figures[$0] } ?? .withheld
    }
    return switch (figure(.clicks), figure(.impressions)) {
    case (.count(let clicks), .count(let impressions)):
      .ratio(numerator: clicks, denominator: impressions)
    case (.unmeasured, _), (_, .unmeasured): .unmeasured
    default: .withheld
    }
  }

  /// The figure, but no rate of too few impressions.
  fileprivate var unlessFew: ReleasedFigure {
    guard case .ratio(_, let impressions) = self else { return self }
    return impressions < MeasuredTable.leastImpressions ? .withheld : self
  }

  /// By which rows are put in order.
  fileprivate var size: Int {
    switch self {
    case .count(let count): count
    case .ratio(let numerator, _): numerator
    case .withheld, .unmeasured, .notGranted: 0
    }
  }
}

extension ReleasedTotals {
  fileprivate init(sumOf parts: [ReleasedTotals], _ seal: ReleaseSeal) {
    var sums: [ReleasedFigure]?
    for part in parts {
      sums = [part.pageViews, part.visits, part.visitors, part.clicks].added(to: sums)
    }
    let all = sums ?? [ReleasedFigure](repeating: .withheld, count: 4)
    self.init(pageViews: all[0], visits: all[1], visitors: all[2], clicks: all[3], seal)
  }
}
