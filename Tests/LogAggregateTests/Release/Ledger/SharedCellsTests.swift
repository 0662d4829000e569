import Testing

@testable import LogAggregate

/// What may be laid side by side, asked of reports that no ledger has made fit each other.
@Suite struct SharedCellsTests {
  /// Thirty visitors each of some kind, the kinds apart from one another.
  private static func report(
    _ kinds: [Int], _ add: (inout FactsRun, Int, [String]) -> Void, site: String = ""
  ) async throws -> ReleasedReport {
    var run = FactsRun()
    run.site = site
    for kind in kinds { add(&run, kind, FactsRun.addresses(30, kind)) }
    return try await run.report()
  }

  private static func pages(_ kinds: [Int]) async throws -> ReleasedReport {
    try await report(kinds) { run, kind, clients in run.view(clients, "/news/page-\(kind)z/") }
  }

  @Test("rows that only one shows, on both sides, are a contradiction; on one side they are none")
  func nesting() async throws {
    let (one, other) = (try await Self.pages([1, 2, 3]), try await Self.pages([2, 3, 4]))
    #expect(one.rows(.page)?.count == 3 && one.totals.visitors == other.totals.visitors)
    for (report, twin) in [(one, other), (other, one)] {
      #expect(SharedCells.contradiction(report, twin, isSameShare: true) == "page")
      #expect(SharedCells.contradiction(report, report, isSameShare: true) == nil)
    }
    // Fewer pages of the same visitors: a report that hides some of them.
    let all = try #require(one.tables.first { $0.id == .page })
    let fewer = try #require(try await Self.pages([1, 2]).tables.first { $0.id == .page })
    #expect(SharedCells.areNested(all, fewer) && SharedCells.areNested(fewer, all))
  }

  @Test("an equal number of common rows with another figure is a contradiction")
  func figures() async throws {
    let one = try await Self.pages([1, 2])
    let other = try await Self.report([1, 2]) { run, kind, clients in
      run.view(clients.dropLast(kind == 1 ? 1 : 0), "/news/page-\(kind)z/")
      if kind == 2 { run.view(["241.9.9.9"], "/news/page-2z/") }
    }
    #expect(one.totals.visitors == other.totals.visitors)
    #expect(SharedCells.contradiction(one, other, isSameShare: true) == "page")
  }

  /// Visitors by the site that they came from.
  private static func channels(_ kinds: [Int]) async throws -> ReleasedReport {
    let sites = [
      "-", "https://www.google.com/", "https://www.facebook.com/", "https://mail.google.com/",
    ]
    return try await report(kinds) { run, kind, clients in
      for client in clients { run.add(client, "/", referrer: sites[kind]) }
    }
  }

  @Test("channels are compared where both show the same campaigns, and else not")
  func channelsOfShares() async throws {
    let (one, other) = (try await Self.channels([0, 1]), try await Self.channels([0, 2]))
    #expect(SharedCells.contradiction(one, other, isSameShare: true) == "channel")
    // What is left of them does not contradict: the referring sites are one each.
    let found = SharedCells.contradiction(one, other, isSameShare: false)
    #expect(found == "referrer")
  }

  /// Visitors by the goal that they reached, and some clicks.
  private static func goals(_ kinds: [Int], clicks: Int) async throws -> ReleasedReport {
    let site = """
      [[clicks]]
      pattern = "/out"

      """
      + (1...3).map { "[[goals]]\nname = \"Goal \($0)\"\npattern = \"/api/goal-\($0).json\"\n" }
      .joined()
    return try await report(
      kinds,
      { run, kind, clients in
        run.view(clients, "/")
        if kind <= 3 { run.view(clients, "/api/goal-\(kind).json") }
        if kind == 1 {
          for client in clients.prefix(clicks) { run.add(client, "/out", status: 302) }
        }
      }, site: site)
  }

  @Test("clicks and goals are compared where both show the same share, and else not")
  func advertisingOfShares() async throws {
    let log = [1, 2]
    let (one, more) = (try await Self.goals(log, clicks: 15), try await Self.goals(log, clicks: 25))
    #expect(one.totals.clicks == .count(15) && more.totals.clicks == .count(25))
    #expect(SharedCells.contradiction(one, more, isSameShare: true) == "totals")
    let (first, second) = (
      try await Self.goals([1, 2], clicks: 15), try await Self.goals([1, 3], clicks: 15)
    )
    #expect(first.rows(.goal) == ["Goal 1": "30 30", "Goal 2": "30 30", "Goal 3": "0 0"])
    #expect(SharedCells.contradiction(first, second, isSameShare: true) == "goal")
    // One goal that nobody reached is a figure like another.
    let none = try await Self.goals([1, 4], clicks: 15)
    #expect(none.rows(.goal)?["Goal 2"] == "0 0")
    #expect(SharedCells.contradiction(first, none, isSameShare: true) == "goal")
    #expect(SharedCells.contradiction(first, second, isSameShare: false) == nil)
  }
}
