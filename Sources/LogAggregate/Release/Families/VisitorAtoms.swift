/// Visitors told apart by some facts of theirs: for each combination that occurs its visitors, figures and networks.
///
/// Tables whose keys derive from these facts are sums of atoms, and so is whatever a reader can compute from them.
struct VisitorAtoms: Sendable {
  /// For each fact its code in each atom.
  let codes: [[UInt32]]
  let pageViews: [Int]
  let visits: [Int]
  /// By atom; every visitor is in one.
  let membership: Membership

  var count: Int { pageViews.count }

  /// - Parameters:
  ///   - facts: for each fact its code for each visitor.
  ///   - origins: the network of each visitor, by which the spread of a cell is judged.
  /// - Complexity: O(visitors × facts).
  init(
    _ facts: [[UInt32]], in census: borrowing Census, networks origins: [UInt32], networkNeed: Int
  ) {
    var numbers = [UInt32](repeating: 0, count: census.count)
    for fact in facts {
      var table = KeyTable(minimumCapacity: 1 << 8)
      for visitor in numbers.indices {
        let pair = UInt64(numbers[visitor]) << 32 | UInt64(fact[visitor])
        numbers[visitor] = table.findOrInsert(Self.mixed(pair), next: UInt32(table.count))
      }
    }
    let count = numbers.max().map { Int($0) + 1 } ?? 0
    var visitors = [Int](repeating: 0, count: count)
    var pageViews = visitors
    var visits = visitors
    var codes = [[UInt32]](repeating: [UInt32](repeating: 0, count: count), count: facts.count)
    var networks = NetworkSets(count: count, need: networkNeed)
    for (visitor, number) in numbers.enumerated() {
      let atom = Int(number)
      if visitors[atom] == 0 {
        for fact in facts.indices { codes[fact][atom] = facts[fact][visitor] }
      }
      visitors[atom] += 1
      pageViews[atom] += Int(census.views[visitor])
      visits[atom] += census.visits(of: visitor).count
      networks.insert(origins[visitor], into: atom)
    }
    self.codes = codes
    self.pageViews = pageViews
    self.visits = visits
    membership = Membership(visitors: visitors, networks: networks, networkNeed: networkNeed)
  }

  /// A key of well-mixed bits; different pairs have different ones.
  private static func mixed(_ pair: UInt64) -> UInt64 {
    var key = (pair ^ pair >> 32) &* 0x9E37_79B9_7F4A_7C15
    key = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
    return key ^ key >> 32
  }
}
