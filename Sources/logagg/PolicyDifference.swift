internal import LogAggregate

/// What one policy shows that another does not: what becomes more revealing, and what less.
struct PolicyDifference {
  /// One change for one audience.
  private struct Change {
    let audience: String
    let isMoreRevealing: Bool
    let text: String
  }
  private let old: Policy
  private let new: Policy
  private var changes: [Change] = []

  /// - Parameter site: what the answer depends on, such as the notice of a promotion and the member table.
  init(from old: Policy, to new: Policy, site: Site) {
    self.old = old
    self.new = new
    let names = old.audiences + new.audiences.filter { !old.audiences.contains($0) }
    for audience in names {
      compare(
        audience.name, Self.plan(old, audience, site), Self.plan(new, audience, site))
    }
  }

  /// Whether the new policy shows anybody more.
  var isMoreRevealing: Bool { changes.contains(where: \.isMoreRevealing) }

  /// The changes, most revealing first.
  var text: String {
    var text = "\(old.name) (sha256 \(old.sha256.prefix(12)))"
    text += " → \(new.name) (sha256 \(new.sha256.prefix(12)))\n"
    if changes.isEmpty { return text + "\nNobody is shown more or less.\n" }
    for (isMore, title) in [(true, "More revealing"), (false, "Less revealing")] {
      let group = changes.filter { $0.isMoreRevealing == isMore }
      guard !group.isEmpty else { continue }
      text += "\n\(title)\n"
      for change in group { text += "  \(change.audience): \(change.text)\n" }
    }
    return text
  }

  private static func plan(_ policy: Policy, _ audience: Audience, _ site: Site) -> Plan? {
    try? Plan(policy: policy, audience: audience, site: site)
  }

  private mutating func compare(_ audience: String, _ old: Plan?, _ new: Plan?) {
    guard let new else {
      if old != nil { note(audience, false, "is refused, and was shown a report") }
      return
    }
    guard let old else {
      note(audience, true, "is shown \(new.tables.count) tables, and was refused")
      return
    }
    compareTables(audience, old, new)
    compareLimits(audience, old, new)
  }

  private mutating func compareTables(_ audience: String, _ old: Plan, _ new: Plan) {
    compareMetrics(audience, "totals", old.totals, new.totals)
    for table in old.tables + new.tables.filter({ one in !old.tables.contains { $0.id == one.id } })
    {
      compareMetrics(
        audience, table.id.id, old.tables.first { $0.id == table.id }?.metrics ?? [],
        new.tables.first { $0.id == table.id }?.metrics ?? [])
    }
    if (old.everySegment == nil) != (new.everySegment == nil) {
      note(
        audience, new.everySegment != nil,
        new.everySegment != nil
          ? "every column of the member table is shown"
          : "no longer every column of the member table")
    }
    if old.scope == .site, new.scope != .site {
      note(audience, false, "only pages of a promotion are counted")
    } else if old.scope != .site, new.scope == .site {
      note(audience, true, "the whole site is counted, and not only pages of a promotion")
    }
  }

  private mutating func compareMetrics(
    _ audience: String, _ table: String, _ old: [Metric], _ new: [Metric]
  ) {
    let added = new.filter { !old.contains($0) }.map(\.rawValue).joined(separator: ", ")
    let removed = old.filter { !new.contains($0) }.map(\.rawValue).joined(separator: ", ")
    if !added.isEmpty {
      note(audience, true, old.isEmpty ? "\(table) is shown (\(added))" : "\(table) has \(added)")
    }
    if !removed.isEmpty {
      note(
        audience, false,
        new.isEmpty ? "\(table) is no longer shown" : "\(table) no longer has \(removed)")
    }
  }

  private mutating func compareLimits(_ audience: String, _ old: Plan, _ new: Plan) {
    let limits = [
      ("visitors behind a cell", old.threshold, new.threshold, true),
      ("networks behind a cell", old.networks, new.networks, true),
      ("visitors behind clicks or conversions alone", old.clickThreshold, new.clickThreshold, true),
      ("counted page views of one visitor", old.visitorLimit, new.visitorLimit, false),
      (
        "percent of an identified group in one cell", old.groups.greatestPercent,
        new.groups.greatestPercent, false
      ),
    ]
    for (what, before, after, protects) in limits where before != after {
      note(audience, (after < before) == protects, "\(what): \(before) → \(after)")
    }
    for dimension in GroupDisclosure.Dimension.allCases {
      let marked = (
        old.groups.identifying.contains(dimension), new.groups.identifying.contains(dimension)
      )
      guard marked.0 != marked.1 else { continue }
      note(
        audience, marked.0,
        marked.0
          ? "a \(dimension.rawValue) no longer identifies a group"
          : "a \(dimension.rawValue) identifies a group")
    }
  }

  private mutating func note(_ audience: String, _ isMoreRevealing: Bool, _ text: String) {
    changes.append(Change(audience: audience, isMoreRevealing: isMoreRevealing, text: text))
  }
}
