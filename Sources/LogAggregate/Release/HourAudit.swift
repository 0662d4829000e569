internal import Synchronization

/// What hours give away beside days or weekdays: views of a day outside the hours that only this day has, and the reverse.
///
/// Where a log does not cover whole days, an hour may lie within one day, as every reader can see.
struct HourAudit {
  /// One table beside the hours: for each day its row as shown, hidden ones being one row together.
  struct Days {
    let rowOfDay: [Int32: Int]
    let rowCount: Int
  }

  private let days: [Int32]
  private let membership: Membership
  private static let hoursOfDay = 24

  /// - Complexity: O(visitors × their days and hours).
  init(_ days: [Int32], in census: borrowing Census, networkNeed: Int) {
    self.days = days
    let place = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
    let lists = census.days
    let hours = census.dayHours
    membership = Membership(
      in: census, cellCount: days.count * Self.hoursOfDay, networkNeed: networkNeed
    ) { visitor, cells in
      for index in lists.range(visitor) {
        let day = place[Int32(bitPattern: lists.numbers[index])] ?? 0
        for hour in 0..<Self.hoursOfDay where hours[index] >> UInt32(hour) & 1 == 1 {
          cells.append(UInt32(day * Self.hoursOfDay + hour))
        }
      }
    }
  }

  /// The shown hours that can be hidden to repair the first difference that is too small; `nil` where there is none.
  /// - Parameter isShown: whether each hour is shown.
  func repairs(_ table: Days, isShown: [Bool], rule: Suppression.Rule) -> [Int]? {
    let hidden = Self.hoursOfDay
    func hour(_ atom: Int) -> Int {
      let hour = atom % hidden
      return isShown[hour] ? hour : hidden
    }
    func row(_ atom: Int) -> Int { table.rowOfDay[days[atom / hidden]] ?? 0 }
    var homeOfHour = [Int](repeating: -1, count: hidden + 1)
    var homeOfRow = [Int](repeating: -1, count: table.rowCount)
    for (atom, support) in membership.supports.enumerated() where support.visitors > 0 {
      let (row, hour) = (row(atom), hour(atom))
      homeOfHour[hour] = [-1, row].contains(homeOfHour[hour]) ? row : -2
      homeOfRow[row] = [-1, hour].contains(homeOfRow[row]) ? hour : -2
    }
    let restsOfRows = membership.supports(groupCount: table.rowCount) { atom in
      homeOfHour[hour(atom)] == row(atom) ? -1 : row(atom)
    }
    for (row, rest) in restsOfRows.enumerated() where rest.visitors > 0 && !rule.allows(rest) {
      return (0..<hidden).filter { isShown[$0] && homeOfHour[$0] == row }
    }
    let restsOfHours = membership.supports(groupCount: hidden + 1) { atom in
      homeOfRow[row(atom)] == hour(atom) ? -1 : hour(atom)
    }
    for (hour, rest) in restsOfHours.enumerated() where rest.visitors > 0 && !rule.allows(rest) {
      return hour == hidden ? (0..<hidden).filter { isShown[$0] } : [hour]
    }
    return nil
  }
}

extension Disclosure {
  /// Hides hours until none of them tells what days or weekdays hide; what is shown of these stays.
  func decideHours(
    _ known: inout [TableID: Published], _ aggregate: borrowing Aggregate,
    _ census: borrowing Census
  ) {
    let days = aggregate.pageViewsByDay.keys.sorted()
    // Of one day all hours are the day's.
    guard days.count > 1, tables.contains(.hour), var decision = known[.hour],
      let table = CellTable.make(.hour, from: aggregate, census, setting: setting)
    else { return }
    let others = [TableID.day, .weekday].compactMap { id in
      known[id].flatMap { Self.days(days, of: $0, id) }
    }
    guard !others.isEmpty else { return }
    let audit = HourAudit(days, in: census, networkNeed: setting.networkNeed)
    var hidden: Set<String> = []
    while !decision.isTotalsOnly {
      let shown = Set(decision.rows.map(\.key))
      let isShown = table.keys.map(shown.contains)
      let repairs = others.lazy.compactMap {
        audit.repairs($0, isShown: isShown, rule: rule(.hour))
      }.first
      guard let repairs else { break }
      let smallest = repairs.min {
        (table.supports[$0].visitors, $0) < (table.supports[$1].visitors, $1)
      }
      hidden.formUnion(smallest.map { [table.keys[$0]] } ?? table.keys)
      decision = decide(table, TableID.hour.metrics, hiddenParents: nil, alsoHidden: hidden)
    }
    known[.hour] = decision
  }

  /// The days by their rows, or `nil` where nothing is shown of them.
  private static func days(_ days: [Int32], of table: Published, _ id: TableID) -> HourAudit.Days? {
    guard !table.isTotalsOnly else { return nil }
    let rows = Dictionary(
      table.rows.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let rowOfDay = days.map { day in
      let date = CivilDate(daysSinceEpoch: day)
      return (day, rows[id == .day ? date.description : date.weekday.rawValue] ?? rows.count)
    }
    return HourAudit.Days(
      rowOfDay: Dictionary(uniqueKeysWithValues: rowOfDay), rowCount: rows.count + 1)
  }
}
