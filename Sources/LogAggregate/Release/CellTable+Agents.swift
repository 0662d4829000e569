/// The tables of what a user agent tells: browser, version, platform, device.
extension CellTable {
  /// A table in which every visitor is in one cell, named by the visitor's agent.
  /// - Parameter vocabulary: every word that the table can show, where it is a small public one.
  static func agents(
    _ id: TableID, _ vocabulary: [String], _ aggregate: borrowing Aggregate,
    _ census: borrowing Census, _ need: Int,
    name: (PackedAgent) -> String
  ) -> CellTable {
    var numbers: [String: Int] = [:]
    var keys: [String] = []
    var families: [String] = []
    let cellOfAgent = aggregate.agents.map { agent in
      let key = name(agent)
      if let known = numbers[key] { return known }
      numbers[key] = keys.count
      keys.append(key)
      families.append(agent.browser.name)
      return keys.count - 1
    }
    let agents = census.agents
    return visitorTable(
      id, keys, cells: agents.map { cellOfAgent[Int($0)] },
      atoms: id == .browserVersion ? atoms(parents: families) : nil,
      unusedWords: vocabulary.filter { numbers[$0] == nil }, census, need)
  }
}
