import Foundation

@testable import LogAggregate

/// Checks a released report against the naive twin's sets, by the rules of DESIGN 4.
struct ReleaseAudit {
  private let report: ReleasedReport
  private let twin: NaiveTwin
  private let threshold: Int
  private let networks: Int
  private var namedSections = 32

  private static let parents: [TableID: TableID] = [
    .page: .section, .browserVersion: .browser, .referrer: .channel, .entryPage: .flow,
    .exitPage: .flow,
  ]
  private static let vocabularies: [TableID: [String]] = [
    .hour: (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" }, .channel: Channel.allCases.map(\.key),
    .device: DeviceClass.allCases.map(\.name), .browser: Browser.allCases.map(\.name),
    .platform: Platform.allCases.map(\.name), .status: ["2xx", "3xx"],
  ]

  init(report: ReleasedReport, twin: NaiveTwin, threshold: Int? = nil, networks: Int? = nil) {
    self.report = report
    self.twin = twin
    self.threshold = threshold ?? report.disclosure.threshold
    self.networks = networks ?? report.disclosure.networks
  }

  /// The faults, read with as many named sections in the flow as give the fewest: a report does not say how many these are.
  func faults() -> [String] {
    let readings = [32, 16, 8, 4].map { limit in
      var reading = self
      reading.namedSections = limit
      return reading.faultsAsRead()
    }
    return readings.min { $0.count < $1.count } ?? []
  }

  private func faultsAsRead() -> [String] {
    var faults = totals()
    faults += lengths()
    for table in report.tables {
      faults += (table.isTotalsOnly ? totalsOnly(table) : rows(table)).map {
        "\(table.id.id): \($0)"
      }
    }
    return faults
  }

  private func isEnough(_ cells: [NaiveTwin.Cell]) -> Bool {
    let visitors = cells.reduce(into: Set()) { $0.formUnion($1.visitors) }
    let networks = cells.reduce(into: Set()) { $0.formUnion($1.networks) }
    return visitors.count >= threshold && networks.count >= self.networks
  }

  private func totals() -> [String] {
    let days = Array((twin.tables[.day] ?? [:]).values)
    let visitors = days.reduce(into: Set()) { $0.formUnion($1.visitors) }.count
    guard isEnough(days) || visitors == 0 else {
      return report.totals.pageViews == .withheld && report.input.pageViews == nil
        ? [] : ["small totals are shown"]
    }
    var faults: [String] = []
    if report.totals.pageViews != .count(twin.pageViews) { faults.append("page views") }
    if report.totals.visits != .count(twin.visits) { faults.append("visits") }
    if report.totals.visitors != .count(visitors) { faults.append("visitors") }
    let steps = report.input.excluded.reduce(0) { $0 + ($1.lines ?? 0) }
    if steps + twin.pageViews != twin.lines { faults.append("the waterfall does not add up") }
    return faults
  }

  private func lengths() -> [String] {
    guard let visits = report.visits, !visits.lengths.isEmpty else { return [] }
    var faults: [String] = []
    let shown = Set(visits.lengths.map(\.name))
    for length in visits.lengths {
      let cell = twin.lengths[length.name] ?? NaiveTwin.Cell()
      if length.visits != cell.visits || length.visitors != cell.visitors.count {
        faults.append("a length of visits is not true")
      }
      if cell.visits > 0, !isEnough([cell]) { faults.append("a small length is shown") }
    }
    let hidden = twin.lengths.filter { !shown.contains($0.key) }.map(\.value)
    if hidden.count == 1 { faults.append("one length is hidden") }
    if !hidden.isEmpty, !isEnough(hidden) { faults.append("the hidden lengths are few") }
    if visits.other?.visits ?? 0 != hidden.reduce(0, { $0 + $1.visits }) {
      faults.append("the hidden lengths are not true")
    }
    return faults
  }

  private func totalsOnly(_ table: ReleasedTable) -> [String] {
    table.rows.isEmpty && table.other == nil ? [] : ["totals only, and rows"]
  }

  private func rows(_ table: ReleasedTable) -> [String] {
    var faults: [String] = []
    let cells = table.id == .flow ? stepsOfLines() : twin.tables[table.id] ?? [:]
    let words = Self.vocabularies[table.id] ?? []
    var shown: Set<String> = []
    for row in table.rows {
      if !shown.insert(row.key).inserted { faults.append("a key twice") }
      guard let cell = cells[row.key] else {
        if row.figures.contains(where: { $0 != .count(0) }) { faults.append("a cell of nobody") }
        continue
      }
      if row.figures != figures(table, [cell]) { faults.append("a figure is not true") }
      if !isEnough([cell]) { faults.append("a small cell is shown") }
    }
    let hidden = cells.filter { !shown.contains($0.key) }
    // Where cells are hidden, a word that is missing must not tell whether it is one of them.
    let zeros = words.filter { cells[$0] == nil }
    if zeros.contains(where: { shown.contains($0) != hidden.isEmpty }) {
      faults.append("unused words are shown as zero beside hidden cells, or not shown")
    }
    if hidden.isEmpty {
      if table.other != nil { faults.append("a remainder of nothing") }
    } else {
      if table.other != figures(table, Array(hidden.values)) {
        faults.append("the remainder is not true")
      }
      if !isEnough(Array(hidden.values)) { faults.append("the remainder is small") }
      let least = Self.vocabularies[table.id] != nil || table.id == .weekday ? 2 : 3
      if hidden.count < least { faults.append("\(hidden.count) cells are hidden") }
    }
    if !isInOrder(table, cells) { faults.append("the rows are not in order") }
    return faults + children(table, hidden, shown)
  }

  /// The twin's steps between the lines that the report may name.
  private func stepsOfLines() -> [String: NaiveTwin.Cell] {
    (twin.tables[.flow] ?? [:]).reduce(into: [:]) { steps, entry in
      steps[lineKey(entry.key), default: NaiveTwin.Cell()].add(entry.value)
    }
  }

  /// A step's key with the sections that the report does not name as one.
  private func lineKey(_ key: String) -> String {
    let sections = report.tables.first { $0.id == .section }?.rows.prefix(namedSections)
    let named = Set((sections?.map(\.key) ?? []) + ["outside"])
    return key.components(separatedBy: " → ").map { named.contains($0) ? $0 : "(other sections)" }
      .joined(separator: " → ")
  }

  private static func merged(
    _ families: [String: [String: NaiveTwin.Cell]], _ name: (String) -> String
  ) -> [String: [String: NaiveTwin.Cell]] {
    var merged: [String: [String: NaiveTwin.Cell]] = [:]
    for (parent, family) in families {
      for (key, cell) in family {
        merged[name(parent), default: [:]][key, default: NaiveTwin.Cell()].add(cell)
      }
    }
    return merged
  }

  private func figures(_ table: ReleasedTable, _ cells: [NaiveTwin.Cell]) -> [ReleasedFigure] {
    table.metrics.map { metric in
      switch metric {
      case .pageViews: .count(cells.reduce(0) { $0 + $1.pageViews })
      case .visits: .count(cells.reduce(0) { $0 + $1.visits })
      case .visitors: .count(cells.reduce(into: Set()) { $0.formUnion($1.visitors) }.count)
      default: .withheld
      }
    }
  }

  private func isInOrder(_ table: ReleasedTable, _ cells: [String: NaiveTwin.Cell]) -> Bool {
    let ranks = table.rows.map { (-(cells[$0.key]?.visitors.count ?? 0), $0.key) }
    return zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// A shown parent minus its shown children holds nobody, or enough; a hidden one shows no child.
  private func children(
    _ table: ReleasedTable, _ hidden: [String: NaiveTwin.Cell], _ shown: Set<String>
  ) -> [String] {
    guard let parent = Self.parents[table.id],
      let above = report.tables.first(where: { $0.id == parent }), !above.isTotalsOnly
    else { return [] }
    var faults: [String] = []
    let shownParents = Set(above.rows.map(\.key))
    let families = twin.families[table.id] ?? [:]
    for (name, family) in parent == .flow ? Self.merged(families, lineKey) : families {
      let rest = family.filter { hidden[$0.key] != nil }
      let visible = family.keys.filter(shown.contains)
      if !shownParents.contains(name), !visible.isEmpty {
        faults.append("a child of a hidden parent")
      }
      if shownParents.contains(name), !visible.isEmpty, !rest.isEmpty, !isEnough(Array(rest.values))
      {
        faults.append("a parent minus its shown children is small")
      }
    }
    return faults
  }
}

extension NaiveTwin.Cell {
  fileprivate mutating func add(_ other: NaiveTwin.Cell) {
    pageViews += other.pageViews
    visits += other.visits
    visitors.formUnion(other.visitors)
    networks.formUnion(other.networks)
  }
}
