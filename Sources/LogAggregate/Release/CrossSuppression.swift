/// Which places of a table of two dimensions are hidden, so that nothing shown gives a hidden one away.
///
/// Places that fail the threshold are *sensitive*, and so are margins that another table hides. Others are hidden with
/// them until no sensitive one can be told from the least it could be, nor from one that could be shown. All hidden
/// places bear the same mark. A place where nobody is is zero, shown as zero, and protects nothing: the reader is
/// taken to know that whoever is hidden is not nobody. Only a row that is hidden as a whole hides its zeros too.
/// - Source: DESIGN 4; `privacy.md` 2.4 (c) to (e), 2.8.
struct CrossSuppression {
  /// What a shown number has to stand for.
  struct Rule {
    /// The least number of distinct visitors.
    let threshold: Int
    /// The least number of distinct networks.
    let networks: Int
    /// How much of a group, in percent, may be found in one cell.
    var greatestShare = 90

    func allows(_ support: Membership.Support) -> Bool {
      support.visitors >= threshold && support.networks >= networks
    }
  }

  /// What is known of the margins before the table is decided.
  struct Margins {
    enum State {
      /// Decided with the table.
      case open
      /// Shown by another table.
      case shown
      /// Hidden by another table, so it must not be computable from this one.
      case hidden
    }
    var rows: [State]
    var columns: [State]
    var total: State

    /// All margins in one state.
    init(_ state: State, shape: CrossTable.Shape) {
      rows = [State](repeating: state, count: shape.rowCount)
      columns = [State](repeating: state, count: shape.columnCount)
      total = state
    }
  }

  /// A dimension whose names identify a group of people, such as an internet service provider.
  enum Group { case rows, columns }

  /// Counts the visitors and networks of several unions of cells at once.
  ///
  /// The inner function gives the number of the union that a cell of ``CrossTable/cells`` belongs to; negative for none.
  typealias Unions = (_ groupCount: Int, _ group: (Int) -> Int) -> [Membership.Support]

  /// Whether each place of the table's shape is hidden.
  private(set) var isHidden: [Bool]
  /// Whether no cell may be shown; margins that other tables show are not affected.
  private(set) var isWithdrawn = false

  let table: CrossTable
  let rule: Rule
  /// The places that must not be computable, ascending.
  private(set) var sensitive: [Int] = []
  /// For each metric, what a reader can compute.
  var bounds: [FlowBounds]
  /// For each metric whether a reader knows that whoever is hidden counts at least one.
  let leasts: [Int]
  /// What it costs to hide a line's total, beyond its visitors: more than hiding every cell.
  let totalCost: Int
  private var isOpen: [Bool]

  /// Decides for one table.
  /// - Parameters:
  ///   - margins: which margins other tables show or hide.
  ///   - group: the dimension that identifies groups, if one does.
  ///   - unions: the supports of several unions of cells.
  /// - Complexity: two flows for each sensitive place and metric, two more and a search through all places for each
  ///   round of hiding; one call of `unions` for each dimension.
  init(
    _ table: CrossTable, rule: Rule, margins: Margins, group: Group? = nil, unions: Unions
  ) {
    self.table = table
    self.rule = rule
    let shape = table.shape
    let someone = (0..<shape.placeCount).filter { table.supports[$0].visitors > 0 }
    leasts = table.values.map { values in someone.allSatisfy { values[$0] > 0 } ? 1 : 0 }
    bounds = table.values.map { FlowBounds(shape: shape, values: $0) }
    totalCost = table.cells.reduce(0) { $0 + $1.support.visitors + 1 }
    isHidden = [Bool](repeating: false, count: shape.placeCount)
    isOpen = isHidden
    for place in someone { isOpen[place] = Self.state(of: place, margins, shape) == .open }
    guard !someone.isEmpty else { return }
    hideGroups(group)
    for place in someone { hideSensitive(place, Self.state(of: place, margins, shape)) }
    for place in sensitive where !isWithdrawn { protect(place) }
    if !isWithdrawn { completeLines(unions) }
    // Nothing but zeros would be left.
    let hidden = isHidden
    if someone.allSatisfy({ hidden[$0] || !shape.isInner($0) }) { isWithdrawn = true }
  }

  /// Whether a cell is hidden; `nil` asks for the total of the line, twice `nil` for the grand total.
  func isHidden(row: Int?, column: Int?) -> Bool {
    let shape = table.shape
    return isWithdrawn || isHidden[shape.place(row ?? shape.rowCount, column ?? shape.columnCount)]
  }

  /// Whether a place may be hidden to protect another.
  func isCandidate(_ place: Int) -> Bool { isOpen[place] && !isHidden[place] }

  /// Hides a place that nobody needs to be protected from.
  mutating func hide(_ place: Int, isZeroPossible: Bool = false) {
    guard !isHidden[place] else { return }
    isHidden[place] = true
    for metric in bounds.indices {
      bounds[metric].hide(place, least: isZeroPossible ? 0 : leasts[metric])
    }
  }

  private mutating func hideSensitive(_ place: Int, _ state: Margins.State) {
    if table.shape.isInner(place) || state == .open {
      guard !rule.allows(table.supports[place]) || isHidden[place] else { return }
    } else if state == .shown {
      // Another table shows what this one would have to hide.
      if !rule.allows(table.supports[place]) { isWithdrawn = true }
      return
    }
    hide(place)
    sensitive.append(place)
  }

  /// Hides the rows of groups whose members were nearly all found in one cell, zeros included.
  private mutating func hideGroups(_ group: Group?) {
    guard let group else { return }
    let shape = table.shape
    let (lines, length) =
      group == .rows
      ? (shape.rowCount, shape.columnCount) : (shape.columnCount, shape.rowCount)
    for line in 0..<lines {
      func place(_ index: Int) -> Int {
        group == .rows ? shape.place(line, index) : shape.place(index, line)
      }
      let members = table.supports[place(length)].visitors
      let visitors = (0..<length).map { table.supports[place($0)].visitors }
      let isHomogeneous =
        visitors.count { $0 > 0 } < 2
        || visitors.contains { $0 * 100 > members * rule.greatestShare }
      guard members > 0, isHomogeneous else { continue }
      for index in 0..<length { hide(place(index), isZeroPossible: true) }
    }
  }

  private static func state(
    of place: Int, _ margins: Margins, _ shape: CrossTable.Shape
  ) -> Margins.State {
    if shape.isInner(place) { return .open }
    if place == shape.total { return margins.total }
    let row = shape.row(place)
    return row == shape.rowCount ? margins.columns[shape.column(place)] : margins.rows[row]
  }

  /// Hides further places until a sensitive one cannot be told from its least value, nor from one that may be shown.
  ///
  /// What is hidden later only widens the bounds, so each place is protected once.
  private mutating func protect(_ place: Int) {
    for metric in bounds.indices {
      while true {
        let value = bounds[metric].values[place]
        let rise = max(rule.threshold - value, 0)
        let risen = bounds[metric].increase(of: place, limit: rise)
        if risen < rise {
          guard hideCycle(through: place, metric, isRise: true, need: rise - risen) else { break }
          continue
        }
        let fall = bounds[metric].fall(of: place)
        let fallen = bounds[metric].decrease(of: place, limit: fall)
        if fallen >= fall { break }
        guard hideCycle(through: place, metric, isRise: false, need: fall - fallen) else { break }
      }
      if isWithdrawn { return }
    }
  }

  /// Hides the cheapest places that let a sensitive one vary further; withdraws the table where there are none.
  private mutating func hideCycle(
    through place: Int, _ metric: Int, isRise: Bool, need: Int
  ) -> Bool {
    guard
      let places = cheapestCycle(through: place, metric, isRise: isRise, need: need)
        ?? cheapestCycle(through: place, metric, isRise: isRise, need: 1)
    else {
      isWithdrawn = true
      return false
    }
    for place in places { hide(place) }
    return true
  }

  /// Hides the smallest cells of a line until what its total holds beyond its shown cells is nobody, or enough.
  private mutating func completeLines(_ unions: Unions) {
    let shape = table.shape
    let cells = table.cells
    let hidden = isHidden
    let rows = unions(shape.rowCount) { cell in
      hidden[shape.place(cells[cell].row, cells[cell].column)] ? cells[cell].row : -1
    }
    let columns = unions(shape.columnCount) { cell in
      hidden[shape.place(cells[cell].row, cells[cell].column)] ? cells[cell].column : -1
    }
    // Hidden totals of rows, together, are what the grand total holds beyond the shown ones.
    let totals = unions(1) { cell in
      hidden[shape.place(cells[cell].row, shape.columnCount)] ? 0 : -1
    }
    let otherTotals = unions(1) { cell in
      hidden[shape.place(shape.rowCount, cells[cell].column)] ? 0 : -1
    }
    for row in 0..<shape.rowCount {
      complete(shape.place(row, shape.columnCount), rest: rows[row]) {
        (0..<shape.columnCount).map { shape.place(row, $0) }
      }
    }
    for column in 0..<shape.columnCount {
      complete(shape.place(shape.rowCount, column), rest: columns[column]) {
        (0..<shape.rowCount).map { shape.place($0, column) }
      }
    }
    complete(shape.total, rest: totals[0]) {
      (0..<shape.rowCount).map { shape.place($0, shape.columnCount) }
    }
    complete(shape.total, rest: otherTotals[0]) {
      (0..<shape.columnCount).map { shape.place(shape.rowCount, $0) }
    }
  }

  private mutating func complete(
    _ total: Int, rest: Membership.Support, line: () -> [Int]
  ) {
    guard !isHidden[total], rest.visitors > 0, !rule.allows(rest) else { return }
    // A place that may be shown is enough by itself, also one that was hidden since `rest` was counted.
    let line = line()
    guard !line.contains(where: { isHidden[$0] && rule.allows(table.supports[$0]) }) else { return }
    guard
      let cheapest = line.filter(isCandidate).min(by: {
        (table.supports[$0].visitors, $0) < (table.supports[$1].visitors, $1)
      })
    else {
      isWithdrawn = true
      return
    }
    hide(cheapest)
  }
}
