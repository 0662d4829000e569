/// One table: the rows that may be shown, and one row for all others together.
public struct ReleasedTable: Sendable {
  /// One published cell.
  public struct Row: Sendable {
    /// The row's name: a page template, a domain, a browser.
    public let key: String
    /// In the table of flow the section that the step leads from, or `outside`.
    public let from: String?
    /// In the table of flow the section that the step leads to, or `outside`.
    public let to: String?
    /// A figure for each of the table's metrics, in their order.
    public let figures: [ReleasedFigure]

    init(
      key: String, from: String? = nil, to: String? = nil, figures: [ReleasedFigure],
      _ seal: ReleaseSeal
    ) {
      self.key = key
      self.from = from
      self.to = to
      self.figures = figures
    }
  }
  /// Which table it is.
  public let id: TableID
  /// The heading.
  public let title: String
  /// The section of the policy that allows it.
  public let clause: Clause
  /// The figures of each row, in their order.
  public let metrics: [Metric]
  /// Most visitors first, ties by key.
  public let rows: [Row]
  /// All hidden cells together; `nil` when nothing is hidden.
  public let other: [ReleasedFigure]?
  /// Whether too little was left to show more than the totals.
  public let isTotalsOnly: Bool
  /// In the table of placements what was sold of each, in the site file's order.
  public let bookings: [ReleasedBooking]

  init(
    id: TableID, title: String, clause: Clause, metrics: [Metric], rows: [Row],
    other: [ReleasedFigure]?, isTotalsOnly: Bool, bookings: [ReleasedBooking] = [],
    _ seal: ReleaseSeal
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.metrics = metrics
    self.rows = rows
    self.other = other
    self.isTotalsOnly = isTotalsOnly
    self.bookings = bookings
  }
}

/// A table that is not in the report.
public struct WithheldTable: Sendable {
  /// Which table it is.
  public let table: TableID
  /// The reason in one plain sentence.
  public let why: String
  /// The clause that forbids it, where one does.
  public let clause: Clause?

  init(table: TableID, why: String, clause: Clause?, _ seal: ReleaseSeal) {
    self.table = table
    self.why = why
    self.clause = clause
  }
}
