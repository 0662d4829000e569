import Testing

@testable import LogAggregate

/// Attacks on released reports, each with a deliberately naive release on which it succeeds.
/// - Source: `privacy.md` 3, T2, T9, T10, T11, T13, T28.
@Suite struct AttackTests {
  /// What one visitor does.
  struct Visit {
    let visitor: Int
    let path: String
    var referrer = "-"
    var agent = RandomCrowd.agents[0]
  }

  /// The visits of so many visitors to each page, every visitor seeing one page, in a network of their own.
  private static func visits(_ pages: [(path: String, visitors: Int)]) -> [Visit] {
    var visitor = 0
    return pages.flatMap { page in
      (0..<page.visitors).map { _ in
        visitor += 1
        return Visit(visitor: visitor, path: page.path)
      }
    }
  }

  private static func client(_ visitor: Int) -> String { "11.\(visitor / 250).\(visitor % 250).7" }

  private static func report(
    _ visits: [Visit], threshold: Int, limit: Int? = nil, client: (Int) -> String = client
  ) async throws -> ReleasedReport {
    let lines = visits.enumerated().map { second, visit in
      LogRunTests.line(
        second, visit.path, client: client(visit.visitor), referrer: visit.referrer,
        agent: visit.agent)
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: threshold, limit: limit)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    return aggregate.release(setting)
  }

  private static func count(_ figure: ReleasedFigure?) -> Int? {
    if case .count(let count) = figure { count } else { nil }
  }

  /// The published page views of a table's rows, by key, and of its remainder.
  private static func rows(
    _ report: ReleasedReport, _ id: TableID
  ) throws -> (rows: [String: Int], other: Int?, isTotalsOnly: Bool) {
    let table = try #require(report.tables.first { $0.id == id })
    let column = try #require(table.metrics.firstIndex(of: .pageViews))
    let rows = table.rows.map { ($0.key, count($0.figures[column]) ?? 0) }
    return (Dictionary(uniqueKeysWithValues: rows), count(table.other?[column]), table.isTotalsOnly)
  }

  // MARK: - T2

  /// Total minus rows; it succeeds where the rest is one hidden cell's figure.
  private static func subtract(total: Int, rows: [String: Int], truth: [String: Int]) -> Bool {
    let rest = total - rows.values.reduce(0, +)
    return truth.contains { rows[$0.key] == nil && $0.value == rest }
  }

  @Test(
    "T2: the total minus the rows is no single hidden row",
    arguments: [
      ["/a": 930, "/b": 41, "/c": 7], ["/a": 930, "/b": 41, "/c": 7, "/d": 30, "/e": 25],
    ])
  func totalMinusRows(_ truth: [String: Int]) async throws {
    let pages = truth.sorted { $0.key < $1.key }.map { (path: $0.key, visitors: $0.value) }
    let report = try await Self.report(Self.visits(pages), threshold: 10)
    let total = try #require(Self.count(report.totals.pageViews))
    let published = try Self.rows(report, .page)
    #expect(!Self.subtract(total: total, rows: published.rows, truth: truth))
    #expect(published.rows["/c"] == nil)
    #expect(published.isTotalsOnly == (truth.count == 3))
    // Who only leaves out what is small gives it away.
    let naive = truth.filter { $0.value >= 10 }
    #expect(Self.subtract(total: total, rows: naive, truth: truth))
  }

  // MARK: - T9

  /// Somebody who owns one hidden page takes its known figure off the remainder.
  private static func own(_ page: String, other: Int?, truth: [String: Int], shown: Set<String>)
    -> Bool
  {
    guard let other, let mine = truth[page] else { return false }
    return truth.contains { $0.key != page && !shown.contains($0.key) && $0.value == other - mine }
  }

  @Test("T9: who owns one hidden page does not learn another")
  func insider() async throws {
    let truth = ["/a": 100, "/b": 60, "/c": 7, "/mine": 6]
    let pages = truth.sorted { $0.key < $1.key }.map { (path: $0.key, visitors: $0.value) }
    let report = try await Self.report(Self.visits(pages), threshold: 10)
    let published = try Self.rows(report, .page)
    #expect(published.rows == ["/a": 100])
    #expect(published.other == 73)
    let shown = Set(published.rows.keys)
    #expect(!Self.own("/mine", other: published.other, truth: truth, shown: shown))
    // With two hidden cells, which together are enough visitors, the attack works.
    #expect(Self.own("/mine", other: 13, truth: truth, shown: ["/a", "/b"]))
  }

  // MARK: - T10

  @Test("T10: one heavy visitor counts no more than the limit, and guesses nobody else's share")
  func dominance() async throws {
    let limit = 80
    var views = Self.visits([("/a", 50)])
    views += (0..<3000).map { _ in Visit(visitor: 1, path: "/a") }
    let report = try await Self.report(views, threshold: 10, limit: limit)
    let perVisitor = Dictionary(grouping: views, by: \.visitor).mapValues(\.count)
    func bounded(_ limit: Int) -> [Int] {
      perVisitor.values.map { min($0, limit) }.sorted(by: >)
    }
    let published = try #require(try Self.rows(report, .page).rows["/a"])
    #expect(published == bounded(limit).reduce(0, +))
    #expect(Self.count(report.totals.pageViews) == published)
    /// The p%-rule for p = 10: what remains without the two largest is at least a tenth of the largest.
    func isProtected(_ shares: [Int]) -> Bool {
      shares.dropFirst(2).reduce(0, +) * 10 >= shares[0]
    }
    #expect(isProtected(bounded(limit)))
    #expect(!isProtected(bounded(.max)))
    let step = report.input.excluded.first { $0.reason == "visitor-limit" }
    #expect(step?.lines == views.count - published)
  }

  // MARK: - T11

  @Test("T11: a rare agent is in no output, nor is its version")
  func rareAgent() async throws {
    let rare = "Mozilla/5.0 (X11; Linux x86_64; rv:987.0) Gecko/20100101 Firefox/987.0 Canary7Q"
    var views = Self.visits([("/a", 40)])
    views += (0..<9).map { Visit(visitor: 100 + $0, path: "/a", agent: RandomCrowd.agents[3]) }
    views += (0..<12).map { Visit(visitor: 150 + $0, path: "/a", agent: RandomCrowd.agents[5]) }
    views += (0..<11).map { Visit(visitor: 180 + $0, path: "/a", agent: RandomCrowd.agents[6]) }
    views.append(Visit(visitor: 200, path: "/a", agent: rare))
    let report = try await Self.report(views, threshold: 10)
    let text = ReportDump.text(report)
    for trace in ["Canary7Q", "987", "Firefox 143"] { #expect(!text.contains(trace)) }
    // Ten visitors of Firefox together are enough.
    #expect(try Self.rows(report, .browser).rows["Firefox"] == 10)
    // Who lists agents as they are has the name in every line.
    let naive = Dictionary(grouping: views, by: \.agent).map { "\($0.key) \($0.value.count)" }
    #expect(naive.contains { $0.contains("Canary7Q") })
  }

  // MARK: - T13

  /// Takes one's own invented visitors off a page's row: who is left is somebody else.
  private static func unmask(_ page: String, _ rows: [String: Int], invented: Int) -> Int? {
    rows[page].map { $0 - invented }
  }

  @Test("T13: invented visitors of one network lift nobody over the threshold")
  func oneNetwork() async throws {
    // One visitor saw a page; the attacker sends nine more to it, which makes the threshold of ten.
    var visits = Self.visits([
      ("/a", 60), ("/b", 40), ("/c", 7), ("/d", 4), ("/e", 3), ("/only", 1),
    ])
    visits += (0..<9).map { Visit(visitor: 5_000 + $0, path: "/only") }
    func client(_ visitor: Int, isSpread: Bool) -> String {
      guard visitor >= 5_000 else { return Self.client(visitor) }
      return isSpread ? "12.\(visitor - 5_000).0.7" : "12.0.0.\(visitor - 5_000)"
    }
    let report = try await Self.report(visits, threshold: 10) { client($0, isSpread: false) }
    let published = try Self.rows(report, .page)
    #expect(published.rows == ["/a": 60, "/b": 40])
    #expect(Self.unmask("/only", published.rows, invented: 9) == nil)
    // Nor does the remainder without them tell of fewer than ten.
    #expect(published.other == 7 + 4 + 3 + 1 + 9)
    // A naive release counts visitors, and not where they come from.
    let naive = Dictionary(grouping: visits, by: \.path).mapValues(\.count).filter {
      $0.value >= 10
    }
    #expect(Self.unmask("/only", naive, invented: 9) == 1)
    // From many networks the attack succeeds on this one too: that is stated, not hidden.
    let spread = try await Self.report(visits, threshold: 10) { client($0, isSpread: true) }
    #expect(Self.unmask("/only", try Self.rows(spread, .page).rows, invented: 9) == 1)
  }

  @Test("T13: a site with visitors of one network alone shows nothing")
  func oneNetworkAlone() async throws {
    let visits = Self.visits([("/a", 60)])
    let report = try await Self.report(visits, threshold: 10) { "11.0.0.\($0)" }
    #expect(report.totals.visitors == .withheld)
    #expect(report.input.pageViews == nil)
    #expect(report.tables.allSatisfy { $0.isTotalsOnly && $0.rows.isEmpty && $0.other == nil })
    let spread = try await Self.report(visits, threshold: 10)
    #expect(spread.totals.visitors == .count(60))
  }

  // MARK: - T28

  @Test("T28: what referring sites leave out does not give a hidden channel away")
  func channelsAndReferrers() async throws {
    // Direct: 3 visitors. Internal: 60. Search 40, social 4, other 50.
    let own = "https://www.example.com/"
    var views: [Visit] = (1...3).map { Visit(visitor: $0, path: "/") }
    views += (10..<70).map { Visit(visitor: $0, path: "/", referrer: own) }
    views += (100..<140).map { Visit(visitor: $0, path: "/", referrer: "https://www.google.com/") }
    views += (200..<212).map {
      Visit(visitor: $0, path: "/", referrer: "https://www.facebook.com/")
    }
    views += (220..<224).map { Visit(visitor: $0, path: "/", referrer: "https://mastodon.social/") }
    views += (300..<350).map { Visit(visitor: $0, path: "/", referrer: "https://example.org/") }
    views += (400..<404).map { Visit(visitor: $0, path: "/", referrer: "https://mail.yahoo.com/") }
    let lines = views.enumerated().map {
      LogRunTests.line($0, $1.path, client: Self.client($1.visitor), referrer: $1.referrer)
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(RandomLog.join(lines), "access.log")
    let setting = try TestRun.setting(threshold: 10, site: "[site]\nhosts = [\"example.com\"]\n")
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    let report = aggregate.release(setting)
    let total = try #require(Self.count(report.totals.pageViews))
    let channels = try Self.rows(report, .channel)
    let referrers = try Self.rows(report, .referrer)
    try #require(channels.rows["direct"] == nil)
    guard !referrers.isTotalsOnly, let internalViews = channels.rows["internal"] else { return }
    // Views without a referring site are direct or internal.
    let outside = total - referrers.rows.values.reduce(0, +) - (referrers.other ?? 0)
    let direct = outside - internalViews
    #expect(direct == 0 || direct >= 10, "a hidden channel of three visitors is \(direct)")
  }
}
