/// The tables of what a user agent tells: browser, version, platform, device.
extension CellTable {
  /// A table of what a visitor's agent tells: every visitor is in one cell.
  static func agents(
    _ id: TableID, _ vocabulary: [String], _ aggregate: borrowing Aggregate, _ need: Int,
    name: (PackedAgent) -> String
  ) -> CellTable {
    var cells: [PackedAgent: Int] = [:]
    var numbers: [String: Int] = [:]
    var keys: [String] = []
    var families: [String] = []
    for index in aggregate.visitors.indices {
      let agent = aggregate.visitors[index].agent
      guard cells[agent] == nil else { continue }
      let key = name(agent)
      let number = numbers[key] ?? keys.count
      if number == keys.count {
        numbers[key] = number
        keys.append(key)
        families.append(agent.browser.name)
      }
      cells[agent] = number
    }
    var pageViews = [Int](repeating: 0, count: keys.count)
    var visits = [Int](repeating: 0, count: keys.count)
    for index in aggregate.visitors.indices {
      let cell = cells[aggregate.visitors[index].agent] ?? 0
      pageViews[cell] += Int(aggregate.visitors[index].views)
      aggregate.forEachVisit(ofVisitor: index) { _ in visits[cell] += 1 }
    }
    let known = cells
    return CellTable(
      id: id, keys: keys,
      columns: [
        Column(metric: .pageViews, values: pageViews), Column(metric: .visits, values: visits),
      ],
      parentKeys: id == .browserVersion ? families : nil,
      unusedWords: vocabulary.filter { numbers[$0] == nil }, in: aggregate, networkNeed: need
    ) { visitor, body in
      body(known[visitor.agent] ?? 0)
    }
  }
}
