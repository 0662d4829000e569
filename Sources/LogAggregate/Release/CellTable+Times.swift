/// The tables of days, weekdays, hours and status classes.
extension CellTable {
  static func days(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable
  {
    let pageViews = aggregate.pageViewsByDay
    let days = pageViews.keys.sorted()
    let places = DayPlaces(days)
    var visits = [Int](repeating: 0, count: days.count)
    for day in census.visitDays { visits[places[day]] += 1 }
    let lists = census.days
    return CellTable(
      id: .day, keys: days.map { CivilDate(daysSinceEpoch: $0).description },
      columns: [
        Column(metric: .pageViews, values: days.map { pageViews[$0] ?? 0 }),
        Column(metric: .visits, values: visits),
      ], atoms: days.indices.map { Atom(cell: $0, parent: $0) },
      parents: days.map { CivilDate(daysSinceEpoch: $0).weekday.rawValue },
      in: census, networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) {
        cells.append(UInt32(places[Int32(bitPattern: lists.numbers[place])]))
      }
    }
  }

  static func weekdays(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int, _ setting: RunSetting
  ) -> CellTable {
    let names = CivilDate.Weekday.allCases.map(\.rawValue)
    func cell(_ day: Int32) -> Int {
      names.firstIndex(of: CivilDate(daysSinceEpoch: day).weekday.rawValue) ?? 0
    }
    var pageViews = [Int](repeating: 0, count: 7)
    for (day, count) in aggregate.pageViewsByDay { pageViews[cell(day)] += count }
    var visits = [Int](repeating: 0, count: 7)
    let places = DayPlaces(aggregate.pageViewsByDay.keys.sorted())
    let cells = places.days.map(cell)
    for day in census.visitDays { visits[cells[places[day]]] += 1 }
    let lists = census.days
    // A weekday on which the period has no day is no word of its vocabulary.
    let days = setting.days(from: aggregate.tally.earliest, to: aggregate.tally.latest)
    let possible = days.map { range in
      Set((range.lowerBound...range.upperBound).prefix(7).map(cell))
    }
    return CellTable(
      id: .weekday, keys: names,
      columns: [
        Column(metric: .pageViews, values: pageViews), Column(metric: .visits, values: visits),
      ],
      unusedWords: names.indices.filter { pageViews[$0] == 0 && possible?.contains($0) ?? true }
        .map { names[$0] }, in: census, networkNeed: need
    ) { visitor, list in
      for place in lists.range(visitor) {
        list.append(UInt32(cells[places[Int32(bitPattern: lists.numbers[place])]]))
      }
    }
  }

  static func hours(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable
  {
    let keys = (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let pageViews = keys.indices.map { aggregate.pageViewsByHour[$0] }
    let hours = census.hours
    return CellTable(
      id: .hour, keys: keys, columns: [Column(metric: .pageViews, values: pageViews)],
      unusedWords: keys.indices.filter { pageViews[$0] == 0 }.map { keys[$0] }, in: census,
      networkNeed: need
    ) { visitor, cells in
      var rest = hours[visitor]
      while rest != 0 {
        cells.append(UInt32(rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
  }

  static func statuses(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable
  {
    // A page view was answered 2xx or 304.
    let classes = [2, 3]
    let keys = classes.map { "\($0)xx" }
    let pageViews = classes.map { aggregate.pageViewsByStatus[$0] }
    let statuses = census.statuses
    return CellTable(
      id: .status, keys: keys, columns: [Column(metric: .pageViews, values: pageViews)],
      unusedWords: keys.indices.filter { pageViews[$0] == 0 }.map { keys[$0] }, in: census,
      networkNeed: need
    ) { visitor, cells in
      for (cell, status) in classes.enumerated() where statuses[visitor] >> UInt8(status) & 1 == 1 {
        cells.append(UInt32(cell))
      }
    }
  }
}

/// The days of a run, each with its place in their order.
struct DayPlaces: Sendable {
  /// Sorted, each once.
  let days: [Int32]

  init(_ sorted: [Int32]) { days = sorted }

  /// The place of a day; 0 for one that is not among them.
  /// - Complexity: O(log days).
  @inline(__always)
  subscript(day: Int32) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low &+ high) / 2
      if days[middle] < day { low = middle &+ 1 } else { high = middle }
    }
    return low < days.count ? low : 0
  }
}
