/// A finished report as the auditor sees it: figures and words, read from a file and taken on trust in nothing.
struct AuditedReport: Sendable {
  /// A table's row, or its remainder.
  struct Row: Sendable {
    let key: String
    /// By metric; a withheld figure is absent.
    var figures: [String: Double]
  }
  /// One table.
  struct Table: Sendable {
    let id: String
    var rows: [Row]
    var other: Row?
    /// The rows and the remainder.
    var cells: [Row] { rows + (other.map { [$0] } ?? []) }
    /// The metrics that occur.
    var metrics: Set<String> { Set(cells.flatMap(\.figures.keys)) }

    /// What the rows and the remainder add up to.
    func sum(_ metric: String) -> Double {
      cells.reduce(0) { $0 + ($1.figures[metric] ?? 0) }
    }
  }
  /// A word of the report, and where it stands.
  struct Word: Sendable {
    let place: String
    let text: String
  }

  let file: String
  /// The policy's name and the SHA-256 of its text.
  var policy = ""
  var policyDigest = ""
  var audience = ""
  var advertiser = ""
  var site = ""
  /// The days, such as `2026-11-19`; empty for a report of no input.
  var from = ""
  var to = ""
  /// Whether it is made of published days, so that its visitors are visitor-days.
  var isSumOfDays = false
  /// The least number of visitors behind a cell; `nil` where the form does not say.
  var threshold: Int?
  var lines: Double?
  /// The steps of the waterfall; `nil` for a withheld one.
  var excluded: [(reason: String, lines: Double?)] = []
  var pageViews: Double?
  /// By metric; a withheld figure is absent.
  var totals: [String: Double] = [:]
  var tables: [Table] = []
  /// What a reader sees that comes from the log or the site: keys and names.
  var words: [Word] = []

  init(file: String) { self.file = file }

  /// The table of a name.
  func table(_ id: String) -> Table? { tables.first { $0.id == id } }

  /// Days that both reports speak of.
  func overlaps(_ other: AuditedReport) -> Bool {
    !from.isEmpty && !other.from.isEmpty && from <= other.to && other.from <= to
  }
}
