/// The tables of where visitors came from: channels, and the sites that referred them.
extension CellTable {
  static func channels(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable
  {
    let channelOfOrigin = aggregate.origins.attributes.map(Int.init)
    let keys = Channel.allCases.map(\.key)
    var pageViews = [Int](repeating: 0, count: keys.count)
    for (origin, views) in aggregate.pageViewsByOrigin.enumerated() where views > 0 {
      pageViews[channelOfOrigin[origin]] += views
    }
    let lists = census.origins
    return CellTable(
      id: .channel, keys: keys, columns: [Column(metric: .pageViews, values: pageViews)],
      unusedWords: keys.indices.filter { pageViews[$0] == 0 }.map { keys[$0] }, in: census,
      networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) {
        cells.append(UInt32(channelOfOrigin[Int(lists.numbers[place])]))
      }
    }
  }

  /// The registrable domains of other sites; views without one (direct, within the site) are outside the table.
  static func referrers(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable?
  {
    guard !aggregate.origins.hasOverflowed else { return nil }
    let channels = aggregate.origins.attributes.map { Channel.allCases[Int($0)] }
    let pageViews = padded(aggregate.pageViewsByOrigin, to: channels.count)
    var keys: [String] = []
    var parents: [String] = []
    var cellOfOrigin: [Int] = []
    for origin in channels.indices {
      // The first byte of the word tells the channel.
      let domain = aggregate.origins.word(UInt32(origin)).utf8.dropFirst()
      if domain.isEmpty {
        cellOfOrigin.append(-1)
      } else {
        cellOfOrigin.append(keys.count)
        keys.append(String(decoding: Array(domain), as: UTF8.self))
        parents.append(channels[origin].key)
      }
    }
    let outside = keys.count
    keys.append("")
    parents.append("")
    var counts = [Int](repeating: 0, count: keys.count)
    for (origin, cell) in cellOfOrigin.enumerated() {
      counts[cell < 0 ? outside : cell] += pageViews[origin]
    }
    let lists = census.origins
    return CellTable(
      id: .referrer, keys: keys, columns: [Column(metric: .pageViews, values: counts)],
      parentKeys: parents, outside: outside, in: census, networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) {
        let cell = cellOfOrigin[Int(lists.numbers[place])]
        cells.append(UInt32(cell < 0 ? outside : cell))
      }
    }
  }
}
