internal import LogAggregate

/// What the `policies` subcommands say, as text.
enum PoliciesText {
  /// One line for each bundled policy; the default is marked.
  static func list() -> String {
    let policies = Policy.bundledNames.compactMap { Policy.bundled($0) }
    let width = policies.map(\.name.count).max() ?? 0
    let titleWidth = policies.map(\.title.count).max() ?? 0
    return policies.map { policy in
      let mark = policy.name == Policy.defaultName ? "*" : " "
      let audiences = policy.audiences.map(\.name).joined(separator: ", ")
      return
        "\(mark) \(padded(policy.name, width))  \(padded(policy.title, titleWidth))  \(audiences)\n"
    }.joined() + "\n* the default\n"
  }

  /// That a policy file is valid, and what it holds.
  static func summary(of policy: Policy, file: String) -> String {
    let audiences = policy.audiences.map { audience in
      let tables: String
      do throws(Refusal) {
        let plan = try Plan(policy: policy, audience: audience, site: .unnamed)
        tables = "\(plan.tables.count) tables, from \(plan.threshold) visitors"
      } catch {
        tables = "refused without a site file (clause \(error.clause.id))"
      }
      return "  \(audience.name): \(tables)\n"
    }
    return "\(file): OK\n\(policy.name): \(policy.title)\n"
      + "sha256 \(policy.sha256)\n\(policy.clauses.count) clauses\naudiences\n"
      + audiences.joined()
  }

  /// Which tables an audience is shown, by which clause; which not, and why; and what each clause allows.
  static func explanation(of plan: Plan) -> String {
    let policy = plan.policy
    var text = "\(policy.name) for \(plan.audience.name)\n"
    text += "\(policy.title) (\(policy.provenance))\n"
    text += "sha256 \(policy.sha256)\n\n"
    text += rules(plan) + "\n"
    text += "May be shown\n"
    let width = (plan.tables.map(\.id.id.count) + plan.withheld.map(\.table.id.count)).max() ?? 0
    let clauseWidth = policy.clauses.map(\.id.count).max() ?? 0
    if !plan.totals.isEmpty {
      text += line(
        "totals", width, plan.totalsClause?.id ?? "", clauseWidth, names(plan.totals))
    }
    for table in plan.tables {
      let period = table.period.map { "; for \($0.days)" } ?? ""
      text += line(
        table.id.id, width, table.clause.id, clauseWidth, names(table.metrics) + period)
    }
    if let clause = plan.everySegment {
      text += line(
        "segment-*", width, clause.id, clauseWidth, "any column of the site's member table")
    }
    text += "\nNot shown\n"
    for table in plan.withheld {
      text += line(table.table.id, width, table.clause?.id ?? "", clauseWidth, table.why)
    }
    return text + "\nBy clause\n" + byClause(plan)
  }

  /// How many rows each threshold would publish of each table.
  static func simulation(
    _ simulation: ReleasedSimulation, policy: String, audience: String
  ) -> String {
    var text =
      "\(policy) for \(audience): rows that would be published, by the least number of visitors\n"
    text += "For internal use: the counts themselves are not for publication.\n\n"
    let width = max(6, simulation.tables.map(\.id.id.count).max() ?? 0)
    func row(_ name: String, _ cells: [String]) -> String {
      let aligned = cells.map { String(repeating: " ", count: max(0, 8 - $0.count)) + $0 }
      return padded(name, width) + aligned.joined() + "\n"
    }
    text += row("", simulation.thresholds.map(String.init))
    text += row("totals", simulation.showsTotals.map { $0 ? "yes" : "no" })
    for table in simulation.tables {
      text += row(table.id.id, table.rowCounts.map { $0.map(String.init) ?? "–" })
    }
    return text + "\n– totals only\n"
  }

  private static func rules(_ plan: Plan) -> String {
    var text = "Cells: at least \(plan.threshold) visitors from \(plan.networks) networks"
    text += "; clicks and conversions alone: \(plan.clickThreshold) visitors\n"
    text += "Counted of one visitor, source and day: at most \(plan.visitorLimit) page views"
    text += " and \(plan.clickLimit) clicks\n"
    text +=
      "Groups that a name identifies: at most \(plan.groups.greatestPercent) % of one in a cell (max_share); "
    let dimensions = GroupDisclosure.Dimension.allCases.filter(plan.groups.identifying.contains)
    text +=
      dimensions.isEmpty
      ? "no dimension is marked identifying\n"
      : "identifying: \(dimensions.map(\.rawValue).joined(separator: ", "))\n"
    if case .promotion(let pages, let clause) = plan.scope {
      let pages = pages.map(\.description).joined(separator: ", ")
      text += "Only pages of the promotion (clause \(clause.id)): \(pages)\n"
    }
    return text
  }

  private static func byClause(_ plan: Plan) -> String {
    var text = ""
    for clause in plan.policy.clauses {
      var shown = plan.tables.filter { $0.clause == clause }.map(\.id.id)
      if plan.totalsClause == clause { shown.insert("totals", at: 0) }
      if plan.everySegment == clause { shown.append("segment-*") }
      let denied = plan.withheld.filter { $0.clause == clause }.map(\.table.id)
      text += "  \(clause.id): \(clause.says)\n"
      if !shown.isEmpty { text += "    allows \(shown.joined(separator: ", "))\n" }
      if !denied.isEmpty { text += "    forbids \(denied.joined(separator: ", "))\n" }
    }
    return text
  }

  private static func names(_ metrics: [Metric]) -> String {
    metrics.map(\.rawValue).joined(separator: ", ")
  }

  private static func line(
    _ first: String, _ width: Int, _ second: String, _ secondWidth: Int, _ rest: String
  ) -> String {
    "  \(padded(first, width))  \(padded(second, secondWidth))  \(rest)\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
