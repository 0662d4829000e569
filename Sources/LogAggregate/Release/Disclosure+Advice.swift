/// What a small site is told where too little is shown: what would help, and never a lower threshold.
extension Disclosure.Outcome {
  /// Sentences for the report's reader.
  /// - Parameter shown: the tables of the report.
  func advice(_ plan: Plan, _ shown: [ReleasedTable]) -> [String] {
    guard showsTotals else {
      return [
        "Too few visitors stand behind this period for any figure; a report of more days at once (--from, --to) may have enough."
      ]
    }
    let rows = Set(shown.filter { !$0.isTotalsOnly }.map(\.id))
    var bare = plan.tables.map(\.id).filter(showsTotalsOnly)
    let coarsened = bare.filter { $0.coarser.map(rows.contains) ?? false }
    var notes = coarsened.compactMap(\.coarseningNote)
    bare.removeAll(where: coarsened.contains)
    guard !bare.isEmpty else { return notes }
    notes.append(
      "Too few visitors stand behind the rows of these tables to tell them apart: \(Self.titles(bare))."
    )
    let coarser = bare.compactMap(\.related).filter(rows.contains)
    if !coarser.isEmpty {
      notes.append("Coarser than these, and shown: \(Self.titles(coarser)).")
    }
    notes.append(
      "A report of more days at once (--from, --to) shows more, as does a policy that grants fewer tables of the same visitors."
    )
    return notes
  }

  /// The tables' titles, each once.
  private static func titles(_ tables: [TableID]) -> String {
    tables.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .joined(separator: ", ")
  }
}

extension TableID {
  /// A table that tells of something near to it, less finely.
  fileprivate var related: TableID? {
    switch self {
    case .entryPage, .exitPage: .section
    case .day: .weekday
    case .platform, .screen: .device
    case .isp, .clientDomain: .country
    default: nil
    }
  }
}
