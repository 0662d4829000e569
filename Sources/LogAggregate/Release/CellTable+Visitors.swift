/// The tables in which every visitor is in one row: what the agent, the address, and the member table tell.
extension CellTable {
  /// A table of what the atoms' facts tell, or `nil` where the run has nothing to compute it from.
  /// - Parameter atoms: visitors told apart by the facts of the table's family, in the order of ``TableFamily``.
  static func sorted(
    _ id: TableID, by atoms: VisitorAtoms, _ aggregate: borrowing Aggregate, _ setting: RunSetting
  ) -> CellTable? {
    let agents = aggregate.agents
    guard aggregate.fields.isSuperset(of: id.logFields) else { return nil }
    switch id {
    case .browser:
      return sorted(id, by: atoms, 0, vocabulary: Browser.allCases.map(\.name)) {
        agents[Int($0)].browser.name
      }
    case .browserVersion:
      return sorted(id, by: atoms, 0) {
        let agent = agents[Int($0)]
        return agent.major == 0 ? agent.browser.name : "\(agent.browser.name) \(agent.major)"
      }
    case .platform:
      return sorted(id, by: atoms, 0, vocabulary: Platform.allCases.map(\.name)) {
        agents[Int($0)].platform.name
      }
    case .device:
      return sorted(id, by: atoms, 0, vocabulary: DeviceClass.allCases.map(\.name)) {
        agents[Int($0)].device.name
      }
    case .screen:
      guard setting.site.screen != nil else { return nil }
      return sorted(id, by: atoms, 1) { known($0) { ScreenClass.names[Int($0)] } }
    case .country:
      guard setting.databases.countries != nil else { return nil }
      return sorted(id, by: atoms, 0) { known($0) { CountryNames.name($0) ?? unknown } }
    case .isp:
      guard setting.databases.providers != nil else { return nil }
      let names = aggregate.providers
      return sorted(id, by: atoms, 1) { known($0) { names.word($0) } }
    case .clientDomain:
      let names = aggregate.clientDomains
      guard names.count > 0, !names.hasOverflowed else { return nil }
      return sorted(id, by: atoms, 2) { known($0, else: "(no name)") { names.word($0) } }
    case .segment(let column):
      guard let members = aggregate.members, let place = members.columns.firstIndex(of: column)
      else { return nil }
      return sorted(id, by: atoms, 0) {
        known($0, else: MemberTable.noMemberName) { members.classes[Int($0)][place] }
      }
    default: return nil
    }
  }

  /// The key of visitors whose country, provider or screen is not known.
  static let unknown = "(unknown)"

  private static func known(
    _ code: UInt32, else absent: String = unknown, _ name: (UInt32) -> String
  ) -> String {
    code == FactTable.none ? absent : name(code)
  }

  /// A table of one fact.
  /// - Parameters:
  ///   - vocabulary: every word that the table can show, where it is a small public one.
  ///   - name: the key of a fact's code.
  private static func sorted(
    _ id: TableID, by atoms: VisitorAtoms, _ fact: Int, vocabulary: [String] = [],
    name: (UInt32) -> String
  ) -> CellTable {
    var keys: [String] = []
    var cellOfKey: [String: Int] = [:]
    var cellOfCode: [UInt32: Int] = [:]
    let cells = atoms.codes[fact].map { code in
      if let known = cellOfCode[code] { return known }
      let key = name(code)
      let cell = cellOfKey[key, default: keys.count]
      if cell == keys.count {
        keys.append(key)
        cellOfKey[key] = cell
      }
      cellOfCode[code] = cell
      return cell
    }
    func sums(_ figures: [Int]) -> [Int] {
      var sums = [Int](repeating: 0, count: keys.count)
      for (atom, cell) in cells.enumerated() { sums[cell] += figures[atom] }
      return sums
    }
    return CellTable(
      id: id, keys: keys,
      columns: [
        Column(metric: .pageViews, values: sums(atoms.pageViews)),
        Column(metric: .visits, values: sums(atoms.visits)),
      ], atoms: cells.map { Atom(cell: $0) }, parents: [""],
      unusedWords: vocabulary.filter { cellOfKey[$0] == nil }, membership: atoms.membership)
  }
}
