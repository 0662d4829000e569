extension PolicyReader {
  /// The releases, each of which must be covered by what the policy lets be read.
  func grants(
    _ sections: [TOMLSection], to named: [Audience], _ coverage: Coverage
  ) throws(PolicyError) -> [Grant] {
    var grants: [Grant] = []
    for section in sections {
      try section.allow(["audiences", "tables", "metrics", "clause", "purpose", "period"])
      let subjects = try subjects(section.requiredStrings("tables"), in: section)
      let metrics = try metrics(section, for: subjects.map(\.value))
      for subject in subjects { try coverage.check(subject, metrics, in: section) }
      let audiences = try section.requiredStrings("audiences")
      for audience in audiences where !named.contains(Audience(audience.value)) {
        throw section.error(
          line: audience.line, "audience \(audience.value.quoted) is not among [audiences]",
          remedy: "name one of: " + named.map(\.name).joined(separator: ", "))
      }
      grants.append(
        Grant(
          audiences: audiences.map { Audience($0.value) }, subjects: subjects.map(\.value),
          metrics: metrics, clause: try clause("clause", of: section),
          purpose: try section.requiredString("purpose").value, period: try period(section)))
      try checkPeriods(grants, in: section)
    }
    return grants
  }

  /// Over what time a release is published.
  private func period(_ section: TOMLSection) throws(PolicyError) -> ReportingPeriod? {
    guard let word = try section.string("period") else { return nil }
    guard let period = ReportingPeriod(rawValue: word.value) else {
      throw section.error(
        line: word.line, "\(word.value.quoted) is no period of a release",
        remedy: "allowed: " + ReportingPeriod.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return period
  }

  /// Refuses periods by which tables could be subtracted from each other.
  private func checkPeriods(_ grants: [Grant], in section: TOMLSection) throws(PolicyError) {
    guard let last = grants.last else { return }
    let longer = Set(grants.compactMap(\.period)).subtracting([.day])
    guard longer.count < 2 else {
      throw section.error(
        at: "period", "some tables are weekly and others monthly",
        remedy: "declare either, since weeks and months overlap")
    }
    for case .table(let table) in last.subjects {
      for grant in grants.dropLast() where (grant.period ?? .day) != (last.period ?? .day) {
        for case .table(let other) in grant.subjects where other.periodGroup == table.periodGroup {
          throw section.error(
            at: "tables",
            "\(table.id.quoted) and \(other.id.quoted) are published over different times",
            remedy: "give both the same period, since they could be subtracted")
        }
      }
    }
    let hasLongerTotals = last.period.map { $0 != .day } ?? false
    guard !hasLongerTotals || !last.subjects.contains(.totals) else {
      throw section.error(
        at: "period", "totals are published by day", remedy: "take them out of this release")
    }
  }

  func denials(_ sections: [TOMLSection], named: [Audience]) throws(PolicyError) -> [Denial] {
    var denials: [Denial] = []
    let words = named + Audience.usual.filter { !named.contains($0) }
    for section in sections {
      try section.allow(["audiences", "tables", "clause", "why"])
      var audiences: [Audience]?
      if section.keys.contains(where: { $0.value == "audiences" }) {
        let list = try section.requiredStrings("audiences")
        for audience in list where !words.contains(Audience(audience.value)) {
          throw section.error(
            line: audience.line, "audience \(audience.value.quoted) is not known",
            remedy: "name one of: " + words.map(\.name).joined(separator: ", "))
        }
        audiences = list.map { Audience($0.value) }
      }
      var subjects: [Subject]?
      if section.keys.contains(where: { $0.value == "tables" }) {
        subjects = try self.subjects(section.requiredStrings("tables"), in: section).map(\.value)
      }
      guard audiences != nil || subjects != nil else {
        throw section.error("the denial names neither audiences nor tables", remedy: "name either")
      }
      let clause = try clause("clause", of: section)
      let why = try section.string("why")?.value ?? clause.says
      denials.append(Denial(audiences: audiences, subjects: subjects, clause: clause, why: why))
    }
    return denials
  }

  private func subjects(
    _ names: [TOMLSection.Located<String>], in section: TOMLSection
  ) throws(PolicyError) -> [TOMLSection.Located<Subject>] {
    var subjects: [TOMLSection.Located<Subject>] = []
    for name in names {
      guard let subject = Subject(id: name.value) else {
        throw section.error(
          line: name.line, "table \(name.value.quoted) is not known",
          remedy: "allowed: totals, " + TableID.standard.map(\.id).joined(separator: ", ")
            + ", segment-COLUMN, segment-*")
      }
      subjects.append(TOMLSection.Located(value: subject, line: name.line))
    }
    return subjects
  }

  private func metrics(_ section: TOMLSection, for subjects: [Subject]) throws(PolicyError)
    -> [Metric]
  {
    var metrics: [Metric] = []
    for name in try section.requiredStrings("metrics") {
      guard let metric = Metric(rawValue: name.value) else {
        throw section.error(
          line: name.line, "metric \(name.value.quoted) is not known",
          remedy: "allowed: " + Metric.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard subjects.contains(where: { $0.metrics.contains(metric) }) else {
        throw section.error(
          line: name.line, "no table of this release carries \(name.value.quoted)",
          remedy: "take it out, or add a table that does")
      }
      metrics.append(metric)
    }
    for subject in subjects where !subject.metrics.contains(where: metrics.contains) {
      throw section.error(
        at: "metrics", "table \(subject.id.quoted) carries none of the metrics",
        remedy: "add one of: " + subject.metrics.map(\.rawValue).joined(separator: ", "))
    }
    return metrics
  }
}

extension Audience {
  /// The words for audiences that people use; a policy may use others.
  static let usual: [Audience] = [
    .internal, .advertiser, Audience("partner"), Audience("sponsor"), Audience("investor"),
    Audience("developer"), .public,
  ]
}

extension Subject {
  /// The figures that it can carry.
  var metrics: [Metric] {
    switch self {
    case .totals: Metric.allCases.filter(\.isTotal)
    case .table(let table): table.metrics
    case .everySegment: TableID.segment("").metrics
    }
  }

  /// What has to be read of the log for it, beyond what all counting needs.
  var reductions: Set<Reduction> {
    switch self {
    case .totals: []
    case .table(let table): table.reductions
    case .everySegment: TableID.segment("").reductions
    }
  }
}
