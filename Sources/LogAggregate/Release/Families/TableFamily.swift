/// Tables whose keys derive from the same facts of a visitor: what the agent tells, where the address is, what the member
/// table says.
///
/// In each of them every visitor is in one row.
struct TableFamily: Sendable {
  /// By which facts visitors are sorted.
  enum Kind: CaseIterable, Sendable {
    case agent, place, member

    init?(_ table: TableID) {
      switch table {
      case .browser, .browserVersion, .platform, .device, .screen: self = .agent
      case .country, .isp, .clientDomain: self = .place
      case .segment: self = .member
      case .day, .hour, .weekday, .page, .section, .entryPage, .exitPage, .exitLink, .flow,
        .referrer, .channel, .campaign, .placement, .placementByDay, .placementByHour, .goal,
        .frequency, .status:
        return nil
      }
    }
  }

  let tables: [CellTable]
  private let membership: Membership

  /// Sorts the visitors, or returns `nil` where the run has nothing to compute the granted tables from.
  /// - Complexity: O(visitors), and O(atoms) for each table.
  init?(
    _ kind: Kind, _ granted: [TableID], from aggregate: borrowing Aggregate,
    _ census: borrowing Census, setting: RunSetting
  ) {
    let ids = granted.filter { Kind($0) == kind }
    guard !ids.isEmpty else { return nil }
    let facts: [[UInt32]] =
      switch kind {
      case .agent: [census.agents, census.facts(.screen)]
      case .place: [census.facts(.country), census.facts(.provider), census.facts(.clientDomain)]
      case .member: [census.facts(.member)]
      }
    let atoms = VisitorAtoms(
      facts, in: census, networks: kind == .place ? Self.hosts(census) : census.networks,
      networkNeed: setting.networkNeed)
    membership = atoms.membership
    var tables: [CellTable] = []
    for id in ids {
      if let table = CellTable.sorted(id, by: atoms, aggregate, setting) { tables.append(table) }
    }
    guard !tables.isEmpty else { return nil }
    self.tables = tables
  }

  /// The networks of visitors, and of those with a host name in place of an address the host.
  ///
  /// A named client's network is its domain, and a row of client domains is one domain: by networks it could never be shown.
  /// Within a domain the spread is over hosts, which nobody but the domain's owner can multiply.
  private static func hosts(_ census: borrowing Census) -> [UInt32] {
    var networks = census.networks
    for (visitor, host) in census.facts(.clientHost).enumerated() where host != FactTable.none {
      networks[visitor] = host
    }
    return networks
  }

  /// Decides all tables together.
  /// - Parameter hiddenBefore: the keys of a table that a more detailed report hides.
  func decide(
    _ rule: (TableID) -> Suppression.Rule, hiddenBefore: (CellTable) -> Set<String>
  ) -> FamilyDecision {
    FamilyDecision(
      tables.map { table in
        FamilyDecision.Member(
          keys: table.keys, cellOfAtom: table.atoms?.map { $0.cell ?? 0 } ?? [],
          supports: table.supports, rule: rule(table.id),
          parent: table.id.parent.flatMap { id in tables.firstIndex { $0.id == id } },
          hiddenBefore: hiddenBefore(table))
      }, membership)
  }
}
