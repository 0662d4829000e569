/// The table of placements by day, or by hour of the day, before disclosure control.
struct PlacementTimes: Sendable {
  /// A figure that a table hides.
  struct Hidden: Hashable, Sendable {
    let table: TableID
    let metric: Metric
    let placement: String
    let time: String
  }

  let id: TableID
  /// The placements' names, ascending.
  let placements: [String]
  /// The days or hours, ascending.
  let times: [String]
  /// The first one decides on the order of rows.
  let figures: [TimedFigure]

  /// How many cells the table has at most: its audit takes more than linear time.
  static let cellLimit = 4096

  /// The name of a row.
  static func key(_ placement: String, _ time: String) -> String { "\(placement) / \(time)" }

  /// The placement that a row tells of: its name may hold the mark that stands before the time.
  static func placement(ofKey key: String) -> Substring {
    guard let slash = key.lastIndex(of: "/"), slash > key.startIndex else { return key[...] }
    return key[..<key.index(before: slash)]
  }

  /// Decides which figures are shown.
  /// - Parameters:
  ///   - granted: in the order of the table's metrics.
  ///   - before: what more detailed reports of the same pass hide.
  /// - Returns: the table, and what it hides.
  func publish(
    _ granted: [Metric], hiddenBefore before: Set<Hidden>
  ) -> (table: MeasuredTable.Published, hidden: Set<Hidden>) {
    let isHidden = figures.map { figure in
      figure.hiddenCells(
        alsoHidden: Set(
          figure.cross.cells.filter { before.contains(hidden(figure, $0)) }
            .map { figure.cross.shape.place($0.row, $0.column) }))
    }
    var hiddenFigures: Set<Hidden> = []
    /// For each figure the cells that somebody is in, by place, and whether each is hidden.
    var cells = [[Int: (cell: CrossTable.Cell, isHidden: Bool)]](
      repeating: [:], count: figures.count)
    for (number, figure) in figures.enumerated() {
      for (cell, isHidden) in zip(figure.cross.cells, isHidden[number]) {
        cells[number][cell.row * times.count + cell.column] = (cell, isHidden)
        if isHidden { hiddenFigures.insert(hidden(figure, cell)) }
      }
    }
    let hidesSome = isHidden.map { $0.contains(true) }
    let metrics = MeasuredTable.metrics(granted, of: figures.flatMap(\.metrics))
    let listed = Set(cells.flatMap { $0.filter { !$0.value.isHidden }.keys })
    let rows = listed.sorted {
      (-size($0, cells), name($0)) < (-size($1, cells), name($1))
    }.map { place in
      (
        key: name(place),
        figures: MeasuredTable.figures(metrics) { metric in
          guard let number = figures.firstIndex(where: { $0.metrics.contains(metric) }) else {
            return nil
          }
          // Were zeros shown beside hidden figures, they would say where these are.
          guard let (cell, isHidden) = cells[number][place] else {
            return hidesSome[number] ? nil : 0
          }
          return isHidden ? nil : figures[number].value(metric, of: cell)
        }
      )
    }
    let others = figures.indices.map { number -> [Metric: Int]? in
      let isInRow = cells[number].contains { $0.value.isHidden && listed.contains($0.key) }
      return isInRow ? nil : other(figures[number], isHidden[number])
    }
    let table = MeasuredTable.Published(
      metrics: metrics, rows: rows,
      other: !others.contains { $0 != nil }
        ? nil
        : MeasuredTable.figures(metrics) { metric in
          guard let number = figures.firstIndex(where: { $0.metrics.contains(metric) }) else {
            return nil
          }
          return hidesSome[number] ? others[number]?[metric] : 0
        }, hidesSome: hidesSome.contains(true), leadingKeys: [])
    return (table, hiddenFigures)
  }

  /// The hidden cells together, where their sum is known anyway.
  private func other(_ figure: TimedFigure, _ isHidden: [Bool]) -> [Metric: Int]? {
    guard figure.isTotalShown, isHidden.contains(true), isHidden.contains(false) else { return nil }
    let hidden = zip(figure.cross.cells, isHidden).filter(\.1).map(\.0)
    var values = [figure.metric: hidden.reduce(0) { $0 + $1.values[0] }]
    if let people = figure.people { values[people] = figure.union(isHidden).visitors }
    return values
  }

  private func hidden(_ figure: TimedFigure, _ cell: CrossTable.Cell) -> Hidden {
    Hidden(
      table: id, metric: figure.metric, placement: placements[cell.row], time: times[cell.column])
  }

  private func name(_ place: Int) -> String {
    Self.key(placements[place / times.count], times[place % times.count])
  }

  private func size(
    _ place: Int, _ cells: [[Int: (cell: CrossTable.Cell, isHidden: Bool)]]
  ) -> Int {
    cells[0][place]?.cell.support.visitors ?? 0
  }
}

extension MeasuredTable.Published {
  /// The table of placements as that of one day: each row is the day's, and a placement without anybody has none.
  func named(day: CivilDate) -> Self {
    let told = rows.filter { row in
      row.figures.contains { $0 != .count(0) && $0 != .withheld }
    }
    return Self(
      metrics: metrics,
      rows: told.map { (PlacementTimes.key($0.key, day.description), $0.figures) }, other: other,
      hidesSome: hidesSome, leadingKeys: [])
  }
}
