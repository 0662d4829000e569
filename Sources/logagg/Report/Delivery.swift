internal import LogAggregate

/// What of a placement's booking was delivered, by the published impressions of this period.
struct Delivery {
  let impressions: Int
  let booked: Int

  /// The delivery of a row; `nil` where nothing is booked or the impressions are not published.
  init?(_ row: ReleasedTable.Row, in table: ReleasedTable, _ bookings: [String: Int]) {
    guard table.id == .placement, let booked = bookings[row.key], booked > 0,
      let place = table.metrics.firstIndex(of: .impressions),
      let impressions = row.figures[place].count
    else { return nil }
    self.impressions = impressions
    self.booked = booked
  }

  /// The delivery in words.
  func note(_ words: Language) -> String {
    words(
      "{share} of {booked} booked impressions delivered in this period",
      [
        "share": words.numbers.percent(impressions, of: booked) ?? "–",
        "booked": words.number(booked),
      ])
  }

  /// The deliveries of all rows of a table, with the rows' names.
  static func notes(
    _ table: ReleasedTable, _ bookings: [String: Int], _ words: Language
  ) -> [String] {
    table.rows.compactMap { row in
      Delivery(row, in: table, bookings).map { "\(row.key): \($0.note(words))" }
    }
  }
}
