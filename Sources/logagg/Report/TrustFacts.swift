internal import LogAggregate

/// What lets a reader check a report, in their language; every form for people says the same.
struct TrustFacts {
  private let report: ReleasedReport
  private let words: Language

  init(_ report: ReleasedReport, _ words: Language) {
    self.report = report
    self.words = words
  }

  /// Which promise the report rests on.
  var promise: [(name: String, text: String)] {
    let policy = report.policy
    var facts = [(words("Policy"), "\(policy.title) (\(policy.name))")]
    if let provenance = policy.provenance { facts.append((words("Source"), provenance)) }
    facts.append((words("Audience"), policy.audience.name))
    facts.append(("SHA-256", policy.sha256))
    return facts
  }

  /// The rules that every figure passed.
  var rules: [String] {
    let disclosure = report.disclosure
    var rules = [
      words(
        Definitions.threshold,
        [
          "visitors": words.number(disclosure.threshold),
          "networks": words.number(disclosure.networks),
        ]),
      words(Definitions.limit, ["limit": words.number(disclosure.visitorLimit)]),
      words(disclosure.ledger == nil ? Definitions.unguarded : Definitions.guarded),
    ]
    if let record = disclosure.ledger {
      rules.append(words("Its record in the ledger: {record}", ["record": record]))
    }
    return rules
  }

  /// What else the release has to say of its figures, without what the rules and the methodology say.
  var notes: [String] {
    report.disclosure.notes.filter { !Methodology.isSaid($0) }.map { words($0) }
  }

  /// What of the period was read.
  var coverage: [(name: String, text: String)] {
    var facts: [(String, String)] = []
    if let coverage = report.input.coverage {
      facts.append((words("First line"), coverage.first.map(moment) ?? "–"))
      facts.append((words("Last line"), coverage.last.map(moment) ?? "–"))
      let hours = [
        "count": words.number(coverage.hoursWithData), "all": words.number(coverage.hours),
      ]
      facts.append(
        (
          words("Hours with lines"),
          words("{count} of {all}", ["count": hours["count"] ?? "", "all": hours["all"] ?? ""])
        ))
      if !coverage.gaps.isEmpty {
        facts.append((words("Hours without a line"), gaps(coverage.gaps)))
      }
      let seen = words.number(coverage.serversSeen)
      facts.append(
        (
          words("Servers"),
          coverage.serversExpected.map {
            words("{seen} seen, {expected} expected", ["seen": seen, "expected": words.number($0)])
          } ?? words("{seen} seen", ["seen": seen])
        ))
    }
    facts.append(
      (
        words("Input"),
        report.input.isComplete
          ? words("Read to its end, undamaged") : words.damaged(report.input.damages)
      ))
    facts.append((words("Lines read"), words.number(report.input.lines)))
    if !report.input.formats.isEmpty {
      facts.append((words("Log format"), report.input.formats.joined(separator: ", ")))
    }
    return facts
  }

  /// The first gaps, and how many hours the others are.
  private func gaps(_ gaps: [ReleasedCoverage.Gap]) -> String {
    var texts = gaps.prefix(Self.namedGaps).map { gap in
      let first = moment(gap.from)
      if gap.hours == 1 { return first }
      let last = gap.from.day == gap.to.day ? clock(gap.to.hour) : moment(gap.to)
      return words(
        "{first} to {last} ({count} hours)",
        ["first": first, "last": last, "count": words.number(gap.hours)])
    }
    let rest = gaps.dropFirst(Self.namedGaps).reduce(0) { $0 + $1.hours }
    if rest > 0 { texts.append(words("{count} further hours", ["count": words.number(rest)])) }
    return texts.joined(separator: "; ")
  }

  private static let namedGaps = 6

  private func moment(_ hour: ReleasedCoverage.Hour) -> String {
    let day = hour.day.description
    return (CalendarDay(day).map(words.dates.long) ?? day) + ", " + clock(hour.hour)
  }

  private func clock(_ hour: Int) -> String {
    words.dates.clock("\(hour < 10 ? "0" : "")\(hour)")
  }

  /// What made the report, and which lists it rests on.
  var software: [(name: String, text: String)] {
    [(words("Software"), "logagg \(ProductVersion.current)")]
      + report.disclosure.sources.map { source in
        let version = source.version.isEmpty ? "" : ", \(source.version)"
        return (words(Self.subjects[source.subject] ?? ""), source.name + version)
      }
  }

  private static let subjects: [ReleasedSource.Subject: String] = [
    .robots: "Robots", .domains: "Domains", .referrers: "Search engines and networks",
    .spam: "Referrer spam", .countries: "Countries", .providers: "Providers",
  ]

  /// Why a table is not in the report, with the clause that says so.
  func absence(_ table: WithheldTable) -> String {
    let clause = table.clause.map { " (\($0.id): \($0.says))" } ?? ""
    return "\(words(table.table.title)): \(words(table.why))\(clause)"
  }

  /// How the figures were made, as the industry's auditors want it told: what they cannot say comes first.
  /// - Source: IFABC, Web Standards (description of methodology); JICWEBS Reporting Standards.
  var methodology: [(title: String, sentences: [String])] {
    let disclosure = report.disclosure
    let robots = report.disclosure.sources.first { $0.subject == .robots }
    var filtration = [words(Methodology.order), words(Methodology.waterfall)]
    filtration.append(
      robots.map {
        words(
          Methodology.robots, ["list": $0.name, "version": $0.version])
      } ?? words(Methodology.noAgents))
    return [
      (words("1. Limits"), Definitions.limits.map { words($0) }),
      (words("2. What was measured"), Methodology.measured.map { words($0) }),
      (
        words("3. Period"),
        [
          words(
            Methodology.period,
            ["period": words.period(report.period), "zone": report.period.timeZone])
        ]
      ),
      (words("4. Unique browsers"), Methodology.browsers.map { words($0) }),
      (words("5. Filtration"), filtration),
      (
        words("6. Disclosure control"),
        [
          words(
            Definitions.threshold,
            [
              "visitors": words.number(disclosure.threshold),
              "networks": words.number(disclosure.networks),
            ]),
          words(Definitions.otherNote),
          words(Definitions.limit, ["limit": words.number(disclosure.visitorLimit)]),
          words(Methodology.ratios),
        ]
      ),
      (words("7. What is kept"), [words(Methodology.kept)]),
      (
        words("8. Verification"),
        [words(Methodology.verification, ["version": ProductVersion.current])]
      ),
    ]
  }
}

extension ReleasedReport {
  /// The clauses that its tables rest on, each once, in the order of the tables.
  var clauses: [Clause] {
    var seen: Set<Clause> = []
    return tables.map(\.clause).filter { seen.insert($0).inserted }
  }
}
