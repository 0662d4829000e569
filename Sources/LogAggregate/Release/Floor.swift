/// What earlier releases of the same lines leave to a further one, so that readers who lay them together learn nothing new.
///
/// Tables that can be subtracted from each other are one *group*: of each group one release shows only rows that the other
/// shows as well. Then whoever has both knows what the more detailed one tells, which passed its own rules as a whole. A more
/// detailed release that came first always binds; a stricter one that came first binds where the further release does not
/// show all that it showed.
/// - Source: DESIGN 4; `privacy.md` 2.4 (g), attack T27.
struct Floor: Sendable {
  /// For each table that is bound the keys that may be shown.
  private(set) var shown: [TableID: Set<String>] = [:]
  /// The classes of visits that may be shown; `nil` for all.
  private(set) var visitLengths: Set<String>?
  private let tables: [TableID]
  private let stricter: [EarlierRelease]

  /// - Parameter tables: the tables that are decided.
  init(_ level: Disclosure.Level, _ tables: [TableID], _ earlier: [EarlierRelease]) {
    self.tables = tables
    stricter = earlier.filter { level < $0.level }
    for release in earlier {
      if let lengths = release.visitLengths {
        visitLengths = visitLengths?.intersection(lengths) ?? lengths
      }
      guard !(level < release.level) else { continue }
      for group in Self.groups(tables, release) { bind(group, release) }
    }
  }

  /// Whether a row may not be shown.
  func hides(_ key: String, of table: TableID) -> Bool {
    shown[table].map { !$0.contains(key) } ?? false
  }

  /// Whether no row of the table may be shown.
  func withdraws(_ table: TableID) -> Bool { shown[table]?.isEmpty ?? false }

  /// Binds the groups of which a stricter release showed rows that this outcome hides, and hid rows that it shows.
  /// - Returns: whether any was bound further, so that everything has to be decided again.
  mutating func bind(_ outcome: Disclosure.Outcome) -> Bool {
    let before = shown
    for release in stricter {
      for group in Self.groups(tables, release) {
        let own = group.map { outcome.tables[$0]?.shownKeys ?? [] }
        let others = group.map(release.keys)
        let showsAll = zip(own, others).allSatisfy { $1.isSubset(of: $0) }
        let showsNoMore = zip(own, others).allSatisfy { $0.isSubset(of: $1) }
        // A line of the flow that gathers sections is another one in each report.
        let isComparable = others.joined().allSatisfy { !$0.contains(FlowLines.others) }
        guard !(showsAll && isComparable), !showsNoMore else { continue }
        bind(group, release)
      }
    }
    return shown != before
  }

  private mutating func bind(_ group: [TableID], _ release: EarlierRelease) {
    for table in group where tables.contains(table) {
      let keys = release.keys(table)
      shown[table] = shown[table]?.intersection(keys) ?? keys
    }
  }

  /// The tables of this release and an earlier one, by groups of which the earlier one shows anything.
  private static func groups(_ tables: [TableID], _ release: EarlierRelease) -> [[TableID]] {
    let all = Set(tables).union(release.shown.keys)
    return Dictionary(grouping: all, by: \.subtractionGroup).values.map { group in
      // Of what it shows nothing of, nothing can be subtracted.
      group.contains { !release.keys($0).isEmpty }
        ? group : group.filter { release.shown[$0] != nil }
    }
  }
}

extension Floor {
  /// The sections that lines of the flow may be named after; `nil` for all.
  var flowNames: Set<String>? {
    shown[.flow].map { keys in
      Set(keys.flatMap { $0.split(separator: FlowLines.arrow).map(String.init) })
    }
  }

  /// The steps that may not be shown: those of hidden rows, and those of sections that no shown row names.
  func hiddenSteps(_ flow: PageFlow, sections: [String]) -> Set<Int> {
    guard let keys = shown[.flow], let names = flowNames else { return [] }
    let lines = FlowLines(sections: sections, shown: Array(names), limit: names.count)
    return Set(
      flow.steps.indices.filter { step in
        let key = lines.key(lines.line(flow.steps[step].from), lines.line(flow.steps[step].to))
        return key.contains(FlowLines.others) || !keys.contains(key)
      })
  }
}

extension TableID {
  /// Tables of one run that can be subtracted from each other; those of times can, though each may have periods of its own.
  fileprivate var subtractionGroup: String {
    switch self {
    case .day, .hour, .weekday: "times"
    default: periodGroup
    }
  }
}

extension Disclosure.Published {
  /// The keys of the rows that stand for somebody.
  var shownKeys: Set<String> {
    Set(rows.filter { row in row.figures.contains { $0 != 0 } }.map(\.key))
  }
}
