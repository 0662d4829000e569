/// The tables of what is known of visitors: country, provider, client domain, screen, member segments.
extension CellTable {
  /// A table in which every visitor is in one cell, with all page views and visits.
  /// - Parameter cells: each visitor's cell.
  static func visitorTable(
    _ id: TableID, _ keys: [String], cells: [Int], atoms: [Atom]? = nil,
    unusedWords: [String] = [], _ census: borrowing Census, _ need: Int
  ) -> CellTable {
    var pageViews = [Int](repeating: 0, count: keys.count)
    var visits = [Int](repeating: 0, count: keys.count)
    for visitor in cells.indices {
      pageViews[cells[visitor]] += census.views[visitor]
      visits[cells[visitor]] += census.visits(of: visitor).count
    }
    return CellTable(
      id: id, keys: keys,
      columns: [
        Column(metric: .pageViews, values: pageViews), Column(metric: .visits, values: visits),
      ], atoms: atoms, unusedWords: unusedWords, in: census, networkNeed: need
    ) { visitor, list in list.append(UInt32(cells[visitor])) }
  }

  /// A table of one kind of fact.
  /// - Parameters:
  ///   - absent: the key of visitors of whom the fact is not known.
  ///   - name: the key of a fact's number.
  static func facts(
    _ id: TableID, _ kind: FactKind, absent: String, _ census: borrowing Census,
    _ need: Int, name: (UInt32) -> String
  ) -> CellTable {
    var keys = [absent]
    var cellOfKey = [absent: 0]
    var cellOfNumber: [UInt32: Int] = [:]
    let cells = (0..<census.count).map { visitor in
      guard let number = census.fact(kind, of: visitor) else { return 0 }
      if let known = cellOfNumber[number] { return known }
      let key = name(number)
      let cell = cellOfKey[key, default: keys.count]
      if cell == keys.count {
        keys.append(key)
        cellOfKey[key] = cell
      }
      cellOfNumber[number] = cell
      return cell
    }
    return visitorTable(id, keys, cells: cells, census, need)
  }

  /// The key of visitors whose country, provider or screen is not known.
  static let unknown = "(unknown)"

  static func clientDomains(
    _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int
  ) -> CellTable? {
    let domains = aggregate.clientDomains
    guard domains.count > 0, !domains.hasOverflowed else { return nil }
    return facts(.clientDomain, .clientDomain, absent: "(no name)", census, need) {
      domains.word($0)
    }
  }

  static func segments(
    _ column: String, _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int
  ) -> CellTable? {
    guard let members = aggregate.members, let place = members.columns.firstIndex(of: column)
    else { return nil }
    return facts(.segment(column), .member, absent: MemberTable.noMemberName, census, need) {
      members.classes[Int($0)][place]
    }
  }
}
