import Testing

@testable import LogAggregate

/// What a reader of a whole report can compute of the figures that placements by day and by hour hide, by linear programming.
@Suite struct PlacementTimesAttackTests {
  /// What is known of a run: its report, and the truth behind one of its tables.
  private struct Trial {
    let report: ReleasedReport
    let times: PlacementTimes

    init(_ seed: Int, _ id: TableID, threshold: Int, advertiser: String? = nil) async throws {
      let setting = try AdvertisingRun.setting(threshold: threshold, advertiser: advertiser)
      let log = RandomAdvertising.log(seed, days: id == .placementByDay ? 2 + seed % 5 : 2)
      let aggregate = try await AdvertisingRun.read([log], setting)
      let census = Census(aggregate)
      let counted = census.advertising
      let events = try #require(counted)
      let plan = setting.plans[0]
      let source = AdvertisingTables(
        census: events, plan: plan, site: setting.site,
        scope: AdvertisingScope(plan, setting.site), showsTotals: true)
      times = try #require(source.placementTimes(id, aggregate.targets))
      report = aggregate.release(setting)
    }

    /// The published figure of a row; `nil` where it is withheld, or the row is not there.
    private func figure(_ table: TableID, _ key: String, _ metric: Metric) -> Int? {
      guard let table = report.tables.first(where: { $0.id == table }),
        let place = table.metrics.firstIndex(of: metric),
        case .count(let count)? = table.rows.first(where: { $0.key == key })?.figures[place]
      else { return nil }
      return count
    }

    /// The published number of each place of a figure's table; a place where nobody is is known to be zero.
    func published(_ figure: TimedFigure) -> [Int?] {
      let shape = figure.cross.shape
      var shown = [Int?](repeating: nil, count: shape.placeCount)
      for place in shown.indices where figure.cross.supports[place].visitors == 0 {
        shown[place] = 0
      }
      for cell in figure.cross.cells {
        shown[shape.place(cell.row, cell.column)] = self.figure(
          times.id, PlacementTimes.key(times.placements[cell.row], times.times[cell.column]),
          figure.metric)
      }
      for (row, name) in times.placements.enumerated() {
        let place = shape.place(row, shape.columnCount)
        if shown[place] == nil { shown[place] = self.figure(.placement, name, figure.metric) }
      }
      // The remainder of the placements tells what their shown rows leave.
      if let table = report.tables.first(where: { $0.id == .placement }),
        let column = table.metrics.firstIndex(of: figure.metric),
        case .count(let rest)? = table.other?[column]
      {
        let rows = table.rows.map { row -> Int? in
          if case .count(let count) = row.figures[column] { count } else { nil }
        }
        if !rows.contains(nil) { shown[shape.total] = rows.reduce(rest) { $0 + ($1 ?? 0) } }
      }
      return shown
    }
  }

  /// The places that are too small to be shown, and the narrowest that a reader knows of each.
  private static func breaches(
    _ figure: TimedFigure, _ shown: [Int?], threshold: Int, need: Int, networks: Int
  ) -> (shownSmall: Int, tooNarrow: Int) {
    let shape = figure.cross.shape
    var found = (shownSmall: 0, tooNarrow: 0)
    // Of a row that is withheld as a whole nothing is said here, not even where it is zero.
    let told = Set(
      figure.cross.cells.filter { shown[shape.place($0.row, $0.column)] != nil }.map(\.row))
    for floor in [0, 1] {
      var leasts = [Int](repeating: 0, count: shape.placeCount)
      for cell in figure.cross.cells {
        leasts[shape.place(cell.row, cell.column)] = floor
        leasts[shape.place(cell.row, shape.columnCount)] += floor
        leasts[shape.place(shape.rowCount, cell.column)] += floor
        leasts[shape.total] += floor
      }
      var reader = TableReader(shape: shape, shown: shown, leasts: leasts)
      #expect(reader.isPossible)
      for cell in figure.cross.cells {
        let support = cell.support
        guard told.contains(cell.row) else { continue }
        guard support.visitors < need || support.networks < min(networks, need) else { continue }
        let place = shape.place(cell.row, cell.column)
        if shown[place] != nil {
          found.shownSmall += 1
          continue
        }
        let range = reader.range(of: place)
        if range.least > floor || (range.greatest ?? .max) < need { found.tooNarrow += 1 }
      }
    }
    return found
  }

  @Test(
    "no hidden figure can be told from the least it could be, nor from one that could be shown",
    arguments: TestLength.seeds(40))
  func bounds(_ seed: Int) async throws {
    let threshold = [5, 10, 20][seed % 3]
    let id: TableID = seed % 2 == 0 ? .placementByDay : .placementByHour
    let advertiser = seed % 5 == 0 ? "Kestrel Tools" : nil
    let trial = try await Trial(seed, id, threshold: threshold, advertiser: advertiser)
    for figure in trial.times.figures {
      let need = figure.people == nil ? min(10, threshold) : threshold
      let found = Self.breaches(
        figure, trial.published(figure), threshold: threshold, need: need,
        networks: min(threshold, 10))
      #expect(found.shownSmall == 0, "seed \(seed), \(figure.metric): a small figure is shown")
      #expect(found.tooNarrow == 0, "seed \(seed), \(figure.metric): a hidden figure is known")
    }
  }

  @Test("of tables that hide only what is small itself the same reader learns hidden figures")
  func negativeControl() async throws {
    var found = 0
    var shown = 0
    for seed in 0..<12 {
      let trial = try await Trial(seed, .placementByHour, threshold: 5)
      for figure in trial.times.figures {
        let shape = figure.cross.shape
        var naive = figure.cross.values[0].map { Int?($0) }
        for place in naive.indices where shape.column(place) < shape.columnCount {
          let support = figure.cross.supports[place]
          let isSmall = support.visitors > 0 && (support.visitors < 5 || support.networks < 5)
          if isSmall || shape.row(place) == shape.rowCount { naive[place] = nil }
        }
        found +=
          Self.breaches(figure, naive, threshold: 5, need: 5, networks: 5).tooNarrow > 0 ? 1 : 0
      }
      shown += trial.report.tables.first { $0.id == .placementByHour }?.rows.count ?? 0
    }
    #expect(found > 3, "\(found)")
    #expect(shown > 12, "\(shown)")
  }

  @Test(
    "behind what a shown sum leaves stand enough visitors, and several hidden figures",
    arguments: TestLength.seeds(20))
  func remainders(_ seed: Int) async throws {
    let id: TableID = seed % 2 == 0 ? .placementByDay : .placementByHour
    let trial = try await Trial(seed + 500, id, threshold: 5)
    for figure in trial.times.figures {
      let shown = trial.published(figure)
      let shape = figure.cross.shape
      for row in 0..<shape.rowCount where shown[shape.place(row, shape.columnCount)] != nil {
        let isHidden = figure.cross.cells.map {
          $0.row == row && shown[shape.place($0.row, $0.column)] == nil
        }
        let count = isHidden.count { $0 }
        let union = figure.union(isHidden)
        guard count > 0 else { continue }
        let cells = figure.cross.cells.count { $0.row == row }
        #expect(count >= min(id.hiddenMinimum, cells))
        #expect(union.visitors >= 5 && union.networks >= 5, "seed \(seed), \(figure.metric)")
      }
    }
  }

  @Test(
    "an advertiser's report shows no figure that the more detailed report of its pass hides",
    arguments: TestLength.seeds(20))
  func nested(_ seed: Int) async throws {
    let site = try Site(text: AdvertisingLog.site, file: "test site")
    let policy = try Policy(
      text: TestRun.policy(threshold: 5).text.replacing(
        "[audiences.advertiser]\n",
        with: "[audiences.advertiser]\nthreshold = 12\nreason = \"A test.\"\n"),
      file: "test policy")
    let plans = try [
      Plan(policy: policy, audience: .advertiser, site: site, advertiser: "Kestrel Tools"),
      Plan(policy: policy, audience: .internal, site: site),
    ]
    let setting = try RunSetting(plans: plans, site: site)
    let aggregate = try await AdvertisingRun.read(
      [RandomAdvertising.log(seed + 900, days: 4)], setting)
    let reports = aggregate.releaseAll(setting)
    #expect(reports.map(\.policy.audience) == [.advertiser, .internal])
    for id in [TableID.placementByDay, .placementByHour] {
      let own = try #require(reports[0].tables.first { $0.id == id })
      let all = try #require(reports[1].tables.first { $0.id == id })
      for row in own.rows {
        let twin = all.rows.first { $0.key == row.key }
        for (place, metric) in own.metrics.enumerated() where metric != .clickThroughRate {
          guard case .count(let count) = row.figures[place], count > 0 else { continue }
          #expect(twin?.figures[place] == .count(count), "seed \(seed), \(row.key), \(metric)")
        }
      }
    }
  }
}
