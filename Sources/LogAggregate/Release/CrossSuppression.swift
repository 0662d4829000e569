/// Which places of a table of two dimensions are hidden, so that nothing shown gives a hidden one
/// away.
///
/// Places that fail the threshold are *sensitive*, and so are margins that another table hides.
/// Others are hidden with them until no sensitive one can be told from the least it could be, nor
/// from one that could be shown. All hidden places bear the same mark. A place where nobody is is
/// zero, shown as zero, and protects nothing: the reader is taken to know that whoever is hidden is
/// not nobody. Only a group that is hidden as a whole hides its zeros too.
/// - Source: DESIGN 4; `privacy.md` 2.4 (c) to (e), 2.8.
struct CrossSuppression {
  /// What a shown number has to stand for.
  struct Rule {
    /// The least number of distinct visitors.
    let threshold: Int
    /// The least number of distinct networks.
    let networks: Int
    /// How much of a group, in percent, may be found in one cell.
    var groupPercent = DisclosureLimits.groupPercent

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

  /// The lines whose names identify a group of people, such as the readers of a section for members.
  struct Groups {
    var rows: [Int] = []
    var columns: [Int] = []
  }

  /// What a reader can compute of one metric.
  struct Audit {
    var bounds: FlowBounds
    /// What the reader takes each place to hold at least, if it is hidden: nothing, or that a cell
    /// that is no zero counts one, and a total as many as its line has such cells.
    var leasts: [Int]
  }

  /// Counts the visitors and networks of several unions of cells at once.
  ///
  /// The inner function gives the number of the union that a cell of ``CrossTable/cells`` belongs
  /// to; negative for none.
  typealias Unions = (_ groupCount: Int, _ group: (Int) -> Int) -> [Membership.Support]

  /// Whether each place of the table's shape is hidden.
  private(set) var isHidden: [Bool]
  /// Whether no cell may be shown; margins that other tables show are not affected.
  private(set) var isWithdrawn = false

  let table: CrossTable
  let rule: Rule
  /// The places that must not be computable, ascending.
  private(set) var sensitive: [Int] = []
  /// What readers can compute, for each metric and each kind of reader.
  var audits: [Audit] = []
  /// What it costs to hide a line's total, beyond its visitors: more than hiding every cell.
  let totalCost: Int
  private var isOpen: [Bool]

  /// Decides for one table.
  /// - Parameters:
  ///   - margins: which margins other tables show or hide.
  ///   - groups: the lines that identify groups, if any do.
  ///   - alsoHidden: places that another report hides to protect others, and that this one must not show.
  ///   - unions: the supports of several unions of cells.
  /// - Complexity: up to four flows for each sensitive place and metric, one more and a search
  ///   through all places for each round of hiding; four calls of `unions`.
  init(
    _ table: CrossTable, rule: Rule, margins: Margins, groups: Groups = Groups(),
    alsoHidden: [Int] = [], unions: Unions
  ) {
    self.table = table
    self.rule = rule
    let shape = table.shape
    let someone = (0..<shape.placeCount).filter { table.supports[$0].visitors > 0 }
    totalCost = table.cells.reduce(0) { $0 + $1.support.visitors + 1 }
    isHidden = [Bool](repeating: false, count: shape.placeCount)
    isOpen = isHidden
    for place in someone { isOpen[place] = Self.state(of: place, margins, shape) == .open }
    guard !someone.isEmpty else { return }
    let homogeneous = homogeneousPlaces(groups)
    audits = Self.audits(table, someone, unknown: homogeneous)
    for place in homogeneous.sorted() { hide(place) }
    for place in someone { hideSensitive(place, Self.state(of: place, margins, shape)) }
    for place in alsoHidden { hide(place) }
    for place in sensitive where !isWithdrawn { protect(place) }
    if !isWithdrawn { completeLines(unions) }
    // Nothing but zeros would be left.
    let hidden = isHidden
    if someone.allSatisfy({ hidden[$0] || !shape.isInner($0) }) { withdraw() }
  }

  /// Whether a cell is hidden; `nil` asks for the total of the line, twice `nil` for the grand
  /// total.
  func isHidden(row: Int?, column: Int?) -> Bool {
    let shape = table.shape
    return isWithdrawn || isHidden[shape.place(row ?? shape.rowCount, column ?? shape.columnCount)]
  }

  /// Whether a place may be hidden to protect another.
  func isCandidate(_ place: Int) -> Bool { isOpen[place] && !isHidden[place] }

  /// Hides a place from all readers.
  mutating func hide(_ place: Int) {
    guard !isHidden[place] else { return }
    isHidden[place] = true
    for audit in audits.indices {
      audits[audit].bounds.hide(place, least: audits[audit].leasts[place])
    }
  }

  /// Gives the table up: nothing of it can be shown safely.
  mutating func withdraw() { isWithdrawn = true }

  private mutating func hideSensitive(_ place: Int, _ state: Margins.State) {
    let isSensitive =
      switch state {
      case .open: !rule.allows(table.supports[place]) || isHidden[place]
      case .hidden: true
      // Where it ought to be hidden, so are all of its line's cells, and nothing can protect them.
      case .shown: false
      }
    guard isSensitive else { return }
    hide(place)
    sensitive.append(place)
  }

  /// The readers to withstand: one who takes hidden places for anything, and one who knows which
  /// cells are no zeros.
  private static func audits(
    _ table: CrossTable, _ someone: [Int], unknown: Set<Int>
  ) -> [Audit] {
    let shape = table.shape
    var audits: [Audit] = []
    for values in table.values {
      var leasts = [Int](repeating: 0, count: shape.placeCount)
      let bounds = FlowBounds(shape: shape, values: values)
      // Where a metric can be zero for somebody, nobody knows more than that.
      if someone.allSatisfy({ values[$0] > 0 }) {
        for place in someone where shape.isInner(place) && !unknown.contains(place) {
          leasts[place] = 1
          leasts[shape.place(shape.row(place), shape.columnCount)] += 1
          leasts[shape.place(shape.rowCount, shape.column(place))] += 1
          leasts[shape.total] += 1
        }
        audits.append(Audit(bounds: bounds, leasts: leasts))
      }
      audits.append(
        Audit(bounds: bounds, leasts: [Int](repeating: 0, count: shape.placeCount)))
    }
    return audits
  }

  private static func state(
    of place: Int, _ margins: Margins, _ shape: CrossTable.Shape
  ) -> Margins.State {
    if shape.isInner(place) { return .open }
    if place == shape.total { return margins.total }
    let row = shape.row(place)
    return row == shape.rowCount ? margins.columns[shape.column(place)] : margins.rows[row]
  }
}
