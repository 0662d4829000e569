/// The tables of pages: sections, pages, and the first and last pages of visits.
extension CellTable {
  static func pages(_ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int)
    -> CellTable?
  {
    guard !aggregate.pages.hasOverflowed else { return nil }
    let sections = aggregate.pages.attributes
    let count = sections.count
    let lists = census.pages
    return CellTable(
      id: .page, keys: (0..<count).map { aggregate.pages.word(UInt32($0)) },
      columns: [
        Column(metric: .pageViews, values: padded(aggregate.pageViewsByPage, to: count))
      ],
      atoms: atoms(parents: sections.map { aggregate.sections.word($0) }), in: census,
      networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) { cells.append(lists.numbers[place]) }
    }
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
  static func visitPages(
    _ id: TableID, _ aggregate: borrowing Aggregate, _ census: borrowing Census, _ need: Int,
    page: [UInt32]
  ) -> CellTable? {
    guard !aggregate.pages.hasOverflowed else { return nil }
    let count = aggregate.pages.count
    var visits = [Int](repeating: 0, count: count)
    for number in page { visits[Int(number)] += 1 }
    let lists = census.entryPages
    return CellTable(
      id: id, keys: (0..<count).map { aggregate.pages.word(UInt32($0)) },
      columns: [Column(metric: .visits, values: visits)], in: census, networkNeed: need
    ) { visitor, cells in
      for place in lists.range(visitor) { cells.append(page[place]) }
    }
  }

  static func padded(_ values: [Int], to count: Int) -> [Int] {
    Array(values.prefix(count)) + repeatElement(0, count: max(0, count - values.count))
  }
}
