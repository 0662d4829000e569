/// A reader who has one rendered file: every row, remainder and total is a set of views, and what sets can be told apart from
/// others is tried.
///
/// It knows the site: which agents exist, which page lies in which section, and of each figure which views it is of.
struct RenderedAttack {
  /// Tables of which everybody knows how the rows of one lie in those of another.
  private static let linked = [
    ["browser", "browser-version", "platform", "device"], ["section", "page"],
    ["channel", "referrer"], ["weekday", "day", "hour"],
  ]
  /// Which row each view is in; negative where it is in none that is shown.
  private struct Sorted {
    let id: String
    let rowOfView: [Int]
    let rowCount: Int
  }

  private let site: InventedSite
  private let totalIsShown: Bool
  private(set) var findings: [String] = []
  private(set) var naiveFindings: [String] = []
  /// How many tables with rows were attacked.
  private(set) var tableCount = 0

  init(_ site: InventedSite, _ report: ReportJSON) {
    self.site = site
    totalIsShown = report.totals.page_views != nil
    for group in Self.linked {
      let shown = group.compactMap { id in report.tables.first { $0.id == id } }
        .filter { !$0.totals_only }
      tableCount += shown.count
      let keys = Dictionary(
        uniqueKeysWithValues: group.map { id in (id, site.views.map { site.key($0, id) }) })
      let sorted = shown.map { table in
        Self.sorted(
          table.id, keys[table.id] ?? [], Set(table.rows.map(\.key)), hasOther: table.other != nil)
      }
      for table in shown { check(table, keys[table.id] ?? []) }
      findings += attack(sorted)
      naiveFindings += attack(group.map { naive($0, keys[$0] ?? []) })
    }
    if !totalIsShown, !report.tables.allSatisfy(\.totals_only) {
      findings.append("rows without totals")
    }
  }

  /// The views of the shown rows, and of the remainder.
  private static func sorted(
    _ id: String, _ keys: [String?], _ shown: Set<String>, hasOther: Bool
  ) -> Sorted {
    // Words that nobody used are rows of nobody.
    let used = Set(keys.compactMap(\.self))
    var numbers: [String: Int] = [:]
    for key in used.intersection(shown) { numbers[key] = numbers.count }
    let other = hasOther ? numbers.count : -1
    return Sorted(
      id: id, rowOfView: keys.map { $0.map { numbers[$0] ?? other } ?? -1 },
      rowCount: numbers.count + (hasOther ? 1 : 0))
  }

  /// What is shown where only small rows are left out.
  private func naive(_ id: String, _ keys: [String?]) -> Sorted {
    var visitors: [String: VisitorSet] = [:]
    for (view, key) in zip(site.views, keys) {
      if let key { visitors[key, default: VisitorSet()].insert(view.visitor) }
    }
    let large = visitors.filter { $0.value.count >= site.threshold }
    return Self.sorted(id, keys, Set(large.keys), hasOther: false)
  }

  private func isSmall(_ visitors: VisitorSet) -> Bool {
    (1..<site.threshold).contains(visitors.count)
  }

  /// That the file's figures are those of the sets that the attack takes them for.
  private mutating func check(_ table: ReportJSON.Table, _ keys: [String?]) {
    var pageViews: [String: Int] = [:]
    var visitors: [String: VisitorSet] = [:]
    for (view, key) in zip(site.views, keys) {
      guard let key else { continue }
      pageViews[key, default: 0] += 1
      visitors[key, default: VisitorSet()].insert(view.visitor)
    }
    for row in table.rows {
      if row.figures.page_views != pageViews[row.key] ?? 0 {
        findings.append("\(table.id): a wrong figure")
      }
      if row.figures.visitors != visitors[row.key]?.count ?? 0 {
        findings.append("\(table.id): a wrong number of visitors")
      }
    }
  }

  /// Figures alone, totals minus all of a table, and sums of up to six figures minus everything that lies within them.
  private func attack(_ tables: [Sorted]) -> [String] {
    var found: [String] = []
    for table in tables {
      var visitors = [VisitorSet](repeating: VisitorSet(), count: table.rowCount)
      var rest = VisitorSet()
      for (view, row) in zip(site.views, table.rowOfView) {
        if row < 0 { rest.insert(view.visitor) } else { visitors[row].insert(view.visitor) }
      }
      if visitors.contains(where: isSmall) { found.append("\(table.id): a small row") }
      if totalIsShown, isSmall(rest) { found.append("\(table.id): the total's rest") }
    }
    for added in tables {
      for taken in tables where taken.id != added.id && hasSmallDifference(added, taken) {
        found.append("\(added.id) minus \(taken.id)")
      }
    }
    return found
  }

  /// Whether some of one table's rows minus those of another that lie wholly within them count a small group.
  ///
  /// Only sums of rows that the other's rows hold together are tried: of others each part is a sum by itself, and what is left of
  /// it no larger. So the answer is the one of trying all sums of so many rows.
  private func hasSmallDifference(_ added: Sorted, _ taken: Sorted) -> Bool {
    precondition(added.rowCount < 63, "a row has a bit")
    // Views by their rows in both; those in no row of the other are taken away by none.
    let width = taken.rowCount + 1
    var cells: [Int: VisitorSet] = [:]
    // In which rows the other's rows lie, as bits; the last one is outside the table.
    var homes = [UInt64](repeating: 0, count: width)
    for (number, row) in added.rowOfView.enumerated() {
      let other = taken.rowOfView[number] < 0 ? taken.rowCount : taken.rowOfView[number]
      homes[other] |= 1 << UInt64(row < 0 ? 63 : row)
      guard row >= 0 else { continue }
      cells[row * width + other, default: VisitorSet()].insert(site.views[number].visitor)
    }
    homes[taken.rowCount] |= 1 << 63
    let links = Set(homes.filter { $0.nonzeroBitCount <= Self.mostAdded && $0 < 1 << 63 })
    var sums = Set((0..<added.rowCount).map { UInt64(1) << UInt64($0) })
    var latest = sums
    while !latest.isEmpty {
      var next: Set<UInt64> = []
      for sum in latest {
        for link in links where sum & link != 0 && (sum | link).nonzeroBitCount <= Self.mostAdded {
          if sums.insert(sum | link).inserted { next.insert(sum | link) }
        }
      }
      latest = next
    }
    for sum in sums {
      var rest = VisitorSet()
      for (cell, visitors) in cells where sum >> UInt64(cell / width) & 1 == 1 {
        if homes[cell % width] & ~sum != 0 { rest.formUnion(visitors) }
      }
      if isSmall(rest) { return true }
    }
    return false
  }

  /// How many rows are added up at most.
  private static let mostAdded = 6
}

/// Some of a site's visitors, of whom there are 256 at most.
struct VisitorSet {
  private var bits = SIMD4<UInt64>()

  mutating func insert(_ visitor: Int) { bits[visitor >> 6] |= 1 << UInt64(visitor & 63) }

  mutating func formUnion(_ other: Self) { bits |= other.bits }

  var count: Int {
    bits[0].nonzeroBitCount + bits[1].nonzeroBitCount + bits[2].nonzeroBitCount
      + bits[3].nonzeroBitCount
  }
}
