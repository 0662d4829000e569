/// The tables of pages: sections, pages, and the first and last pages of visits.
extension CellTable {
  static func pages(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable?
  {
    guard !aggregate.pages.hasOverflowed else { return nil }
    let (keys, cellOfPage) = pageCells(aggregate)
    let sections = aggregate.pages.attributes
    var pageViews = [Int](repeating: 0, count: keys.count)
    for (page, views) in aggregate.pageViewsByPage.enumerated() where views > 0 {
      pageViews[cellOfPage[page]] += views
    }
    let lists = census.pages
    return CellTable(
      id: .page, keys: keys, columns: [Column(metric: .pageViews, values: pageViews)],
      atoms: cellOfPage.indices.map {
        Atom(cell: cellOfPage[$0], parent: Int(sections[$0]))
      }, parents: (0..<aggregate.sections.count).map { aggregate.sections.word(UInt32($0)) },
      in: census, networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) { cells.append(lists.numbers[place]) }
    }
  }

  /// The names of pages, and for each page's number the place of its name: a template that stands in two sections of the
  /// site file has two numbers and one name.
  private static func pageCells(_ aggregate: borrowing Aggregate) -> (keys: [String], cells: [Int])
  {
    let distinct = aggregate.pages.distinctWords
    return (distinct.words, distinct.places)
  }

  static func sections(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable?
  {
    guard !aggregate.sections.hasOverflowed else { return nil }
    let sectionOfPage = aggregate.pages.attributes
    let limit = UInt32(MinimisationRules.pageLimit)
    // Past the limit a page's number tells its section directly.
    func section(_ page: UInt32) -> Int {
      page < limit ? Int(sectionOfPage[Int(page)]) : Int(page - limit)
    }
    let count = aggregate.sections.count
    var pageViews = [Int](repeating: 0, count: count)
    for (page, views) in aggregate.pageViewsByPage.enumerated() where views > 0 {
      pageViews[section(UInt32(page))] += views
    }
    let lists = census.pages
    return CellTable(
      id: .section, keys: (0..<count).map { aggregate.sections.word(UInt32($0)) },
      columns: [Column(metric: .pageViews, values: pageViews)], in: census, networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) { cells.append(UInt32(section(lists.numbers[place]))) }
    }
  }

  /// A table of the page that each visit begins or ends with.
  /// - Parameter parent: the row of the flow table that visits of a section's pages are in, where the flow is shown.
  static func visitPages(
    _ id: TableID, _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int,
    page: [UInt32], parent: ((UInt32) -> String)?
  ) -> CellTable? {
    guard !aggregate.pages.hasOverflowed else { return nil }
    let (keys, cellOfPage) = pageCells(aggregate)
    let sections = aggregate.pages.attributes
    var visits = [Int](repeating: 0, count: keys.count)
    for number in page { visits[cellOfPage[Int(number)]] += 1 }
    let lists = census.entryPages
    return CellTable(
      id: id, keys: keys, columns: [Column(metric: .visits, values: visits)],
      atoms: parent == nil
        ? nil
        : cellOfPage.indices.map { Atom(cell: cellOfPage[$0], parent: Int(sections[$0])) },
      parents: parent.map { (0..<UInt32(aggregate.sections.count)).map($0) } ?? [], in: census,
      networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) {
        let number = page[place]
        cells.append(parent == nil ? UInt32(cellOfPage[Int(number)]) : number)
      }
    }
  }

  static func padded(_ values: [Int], to count: Int) -> [Int] {
    Array(values.prefix(count)) + repeatElement(0, count: max(0, count - values.count))
  }
}
