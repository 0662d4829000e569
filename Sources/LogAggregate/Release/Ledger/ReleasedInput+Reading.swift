extension ReleasedInput {
  /// What was read, as a ledger's record holds it.
  init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    try reader.open("lines")
    let lines = try reader.number()
    try reader.next("excluded")
    let excluded = try reader.list { reader throws(LedgerFlaw) in
      try reader.open("reason")
      let reason = try reader.text()
      try reader.next("lines")
      let lines = try reader.optionalNumber()
      try reader.close()
      return Step(reason: reason, lines: lines, seal)
    }
    try reader.next("page_views")
    let pageViews = try reader.optionalNumber()
    try reader.next("damage")
    let damages = try reader.list { reader throws(LedgerFlaw) in
      try reader.open("input")
      let input = try reader.number()
      try reader.next("byte")
      let byte = try reader.number()
      try reader.close()
      return Damage(input: input, byte: byte, seal)
    }
    try reader.next("rejections")
    let rejections = try reader.list { reader throws(LedgerFlaw) in
      try reader.open("reason")
      let reason = try reader.text()
      try reader.next("lines")
      let lines = try reader.number()
      try reader.close()
      return Rejection(reason: reason, lines: lines, seal)
    }
    try reader.next("formats")
    let formats = try reader.texts()
    try reader.next("coverage")
    let coverage = try reader.optional { reader throws(LedgerFlaw) in
      try ReleasedCoverage(&reader, seal)
    }
    try reader.close()
    self.init(
      lines: lines, excluded: excluded, rejections: rejections, pageViews: pageViews,
      damages: damages, formats: formats, coverage: coverage, seal)
  }
}

extension ReleasedCoverage {
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    let hour = { (reader: inout LedgerReader) throws(LedgerFlaw) in try Hour(&reader, seal) }
    try reader.open("first")
    let first = try reader.optional(hour)
    try reader.next("last")
    let last = try reader.optional(hour)
    try reader.next("hours")
    let hours = try reader.number()
    try reader.next("hours_with_data")
    let hoursWithData = try reader.number()
    try reader.next("gaps")
    let gaps = try reader.list { reader throws(LedgerFlaw) in
      try reader.open("from")
      let from = try hour(&reader)
      try reader.next("to")
      let to = try hour(&reader)
      try reader.next("hours")
      let hours = try reader.number()
      try reader.close()
      return Gap(from: from, to: to, hours: hours, seal)
    }
    try reader.next("servers_seen")
    let serversSeen = try reader.number()
    try reader.next("servers_expected")
    let serversExpected = try reader.optionalNumber()
    try reader.close()
    self.init(
      first: first, last: last, hours: hours, hoursWithData: hoursWithData, gaps: gaps,
      serversSeen: serversSeen, serversExpected: serversExpected, seal)
  }
}

extension ReleasedCoverage.Hour {
  /// Reads `2026-11-19T03`.
  fileprivate init(_ reader: inout LedgerReader, _ seal: ReleaseSeal) throws(LedgerFlaw) {
    let text = try reader.text()
    guard let day = CivilDate(String(text.prefix(10))), text.dropFirst(10).first == "T",
      let hour = Int(text.dropFirst(11)), (0...23).contains(hour)
    else { throw LedgerFlaw(expected: "an hour") }
    self.init(day: day, hour: hour, seal)
  }
}
