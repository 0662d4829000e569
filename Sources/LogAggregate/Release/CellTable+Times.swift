/// The tables of days, weekdays, hours and status classes.
extension CellTable {
  static func days(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable
  {
    let pageViews = aggregate.pageViewsByDay
    let days = pageViews.keys.sorted()
    let cellOfDay = Dictionary(uniqueKeysWithValues: days.enumerated().map { ($1, $0) })
    var visits = [Int](repeating: 0, count: days.count)
    for day in census.visitDays { visits[cellOfDay[day] ?? 0] += 1 }
    let lists = census.days
    return CellTable(
      id: .day, keys: days.map { CivilDate(daysSinceEpoch: $0).description },
      columns: [
        Column(metric: .pageViews, values: days.map { pageViews[$0] ?? 0 }),
        Column(metric: .visits, values: visits),
      ], atoms: atoms(parents: days.map { CivilDate(daysSinceEpoch: $0).weekday.rawValue }),
      in: census, networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) {
        cells.append(UInt32(cellOfDay[Int32(bitPattern: lists.numbers[place])] ?? 0))
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
    var cellOfDay: [Int32: Int] = [:]
    for (day, count) in aggregate.pageViewsByDay where count > 0 { cellOfDay[day] = cell(day) }
    for day in census.visitDays { visits[cellOfDay[day] ?? 0] += 1 }
    let lists = census.days
    let known = cellOfDay
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
    ) { visitor, cells in
      for place in lists.range(visitor) {
        cells.append(UInt32(known[Int32(bitPattern: lists.numbers[place])] ?? 0))
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
      for hour in 0..<24 where hours[visitor] >> UInt32(hour) & 1 == 1 {
        cells.append(UInt32(hour))
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
