import Testing

@testable import LogAggregate

/// What a reader of a whole report can compute of the steps that its flow table hides.
@Suite struct FlowReleaseTests {
  private static func aggregate(_ seed: Int, _ setting: RunSetting) async throws -> Aggregate {
    let log = RandomLog(
      seed: seed + 4000, shape: .single, visitors: [40, 120, 300][seed % 3], lines: 900,
      isCombined: true)
    let folder = try TemporaryFolder()
    let path = try folder.write(log.files[0], "access.log")
    return try await LogRun(setting, options: TestRun.options()).read([.file(path)])
  }

  @Test(
    "no hidden step can be told from none, nor from one that could be shown",
    arguments: TestLength.seeds(30))
  func bounds(_ seed: Int) async throws {
    let threshold = [5, 10, 20][seed / 3 % 3]
    let setting = try TestRun.setting(threshold: threshold)
    var aggregate = try await Self.aggregate(seed, setting)
    let table = try #require(Self.table(&aggregate, setting))
    let report = aggregate.release(setting)
    let flow = try #require(report.tables.first { $0.id == .flow })
    guard !flow.isTotalsOnly else { return }
    // The reader knows every margin: page views of sections, and visits.
    let shown = Set(flow.rows.map(\.key))
    var reader = FlowBounds(shape: table.cross.shape, values: table.cross.values[0])
    let cells = table.cross.cells
    for cell in cells where !shown.contains(table.lines.key(cell.row, cell.column)) {
      reader.hide(table.cross.shape.place(cell.row, cell.column))
    }
    for cell in cells {
      let place = table.cross.shape.place(cell.row, cell.column)
      let isSmall = cell.support.visitors < threshold || cell.support.networks < min(threshold, 10)
      guard isSmall else { continue }
      #expect(reader.isHidden(place), "seed \(seed): a small step is shown")
      let range = reader.range(of: place)
      #expect(range.least == 0, "seed \(seed): a step is known to be taken")
      #expect((range.greatest ?? .max) >= threshold, "seed \(seed): a step is known to be rare")
    }
  }

  @Test("a table that hides small steps only is found out")
  func negativeControl() async throws {
    var found = 0
    for seed in 0..<6 {
      let setting = try TestRun.setting(threshold: 5)
      var aggregate = try await Self.aggregate(seed, setting)
      let table = try #require(Self.table(&aggregate, setting))
      var reader = FlowBounds(shape: table.cross.shape, values: table.cross.values[0])
      let small = table.cross.cells.filter { $0.support.visitors < 5 }
        .map { table.cross.shape.place($0.row, $0.column) }
      for place in small { reader.hide(place) }
      for place in small {
        let range = reader.range(of: place)
        if range.least > 0 || (range.greatest ?? .max) < 5 { found += 1 }
      }
    }
    #expect(found > 0)
  }

  @Test("the lines of the flow add up to the sections' page views and to the visits")
  func margins() async throws {
    let setting = try TestRun.setting(threshold: 2)
    let aggregate = try await Self.aggregate(2, setting)
    let report = aggregate.release(setting)
    let flow = try #require(report.tables.first { $0.id == .flow })
    let sections = try #require(report.tables.first { $0.id == .section })
    #expect(flow.metrics == [.pageViews, .visitors])
    func count(_ figure: ReleasedFigure?) -> Int {
      if case .count(let count)? = figure { count } else { 0 }
    }
    let all = flow.rows.reduce(count(flow.other?[0])) { $0 + count($1.figures[0]) }
    #expect(all == count(report.totals.pageViews) + count(report.totals.visits))
    for section in sections.rows.prefix(FlowLines.namedSections) {
      let from = flow.rows.filter { $0.from == section.key }.reduce(0) { $0 + count($1.figures[0]) }
      #expect(from <= count(section.figures[0]))
    }
    for row in flow.rows { #expect(row.key == "\(row.from ?? "") → \(row.to ?? "")") }
  }

  @Test("sections that the table of sections hides are one line of the flow")
  func lines() {
    let lines = FlowLines(sections: ["/a", "/b", "/c"], shown: ["/c", "/a"])
    #expect(lines.names == ["outside", "(other sections)", "/a", "/c"])
    #expect((0...3).map { lines.line(UInt32($0)) } == [0, 2, 1, 3])
    #expect(lines.entryRow(section: 1) == "outside → (other sections)")
    #expect(lines.exitRow(section: 2) == "/c → outside")
    #expect(Set(Site.Section.reservedNames).isSuperset(of: [FlowLines.outside, FlowLines.others]))
    let many = (0..<50).map { "/\($0)" }
    #expect(FlowLines(sections: many, shown: many).names.count == 34)
  }

  /// The flow table as the release sees it.
  private static func table(_ aggregate: inout Aggregate, _ setting: RunSetting) -> FlowTable? {
    let census = Census(aggregate)
    let outcome = Disclosure.decideLevels(setting, aggregate, census).values.first
    guard let flow = aggregate.flow, let lines = outcome?.flowLines else { return nil }
    return FlowTable(flow, lines, in: census, networkNeed: setting.networkNeed)
  }

  @Test("lines that are sections are all but outside and the others together")
  func namedLines() {
    let lines = FlowLines(
      sections: ["/shop", "/art", "/news"], shown: ["/shop", "/art"], limit: 2)
    #expect(lines.named.map { lines.names[$0] } == ["/art", "/shop"])
    #expect((0...3).map { lines.line($0) } == [0, 3, 2, 1])
  }
}
