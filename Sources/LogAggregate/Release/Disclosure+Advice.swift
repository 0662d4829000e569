/// What a small site is told where too little is shown: what would help, and never a lower threshold.
extension Disclosure.Outcome {
  /// Sentences for the report's reader.
  /// - Parameter published: what was decided.
  func advice(_ plan: Plan) -> [String] {
    guard showsTotals else {
      return [
        "Too few visitors stand behind this period for any figure; a report of more days at once (--from, --to) may have enough."
      ]
    }
    let bare = plan.tables.map(\.id).filter { tables[$0]?.isTotalsOnly ?? false }
    guard !bare.isEmpty else { return [] }
    let coarser = bare.compactMap(\.coarser).filter {
      !(tables[$0]?.isTotalsOnly ?? true)
    }
    var note = "Too few visitors stand behind the rows of these tables to tell them apart: "
    note += bare.map(\.title).joined(separator: ", ") + "."
    if !coarser.isEmpty {
      note += " Coarser, and shown: "
      note +=
        coarser.reduce(into: [String]()) { if !$0.contains($1.title) { $0.append($1.title) } }
        .joined(separator: ", ") + "."
    }
    return [
      note
        + " A report of more days at once (--from, --to) shows more, as does a policy that grants fewer tables of the same visitors."
    ]
  }
}

extension TableID {
  /// The table that tells the same less finely.
  fileprivate var coarser: TableID? {
    switch self {
    case .page, .entryPage, .exitPage: .section
    case .browserVersion: .browser
    case .referrer: .channel
    case .day: .weekday
    case .platform, .screen: .device
    case .isp, .clientDomain: .country
    default: nil
    }
  }
}
