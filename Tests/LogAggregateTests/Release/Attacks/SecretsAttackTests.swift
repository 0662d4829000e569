import Testing

@testable import LogAggregate

/// T12 from end to end: pages and referrers that many visitors share, with a secret of one person in each.
/// - Source: `privacy.md` 3.
@Suite struct SecretsAttackTests {
  @Test(
    "T12: a secret in an address of a page or referrer is not shown, however many visitors share it"
  )
  func shared() async throws {
    var run = FactsRun()
    let referrers = [
      "https://www.google.com/search?q=alice+4417749", "http://intranet/alice/4417749",
      "http://alice.blogspot.com/4417749", "https://user:hunter2@mail.example.org/alice",
      "http://10.1.2.3/alice", "https://example.net/reset?token=9f86d081884c7d659a2f",
    ]
    var secrets: Set<String> = ["4417749", "hunter2", "9f86d081884c7d659a2f", "10.1.2.3"]
    for (number, (target, own)) in PathTemplateCorpus.all.enumerated() where target.hasPrefix("/") {
      guard !target.contains(where: { $0 == "\"" || $0 == " " || $0 == "\\" }) else { continue }
      // What also stands in a name that the report may show is no secret here.
      secrets.formUnion(own.filter { $0.count > 5 })
      for (visitor, client) in FactsRun.addresses(9, number + 1).enumerated() {
        run.add(client, target, referrer: referrers[(number + visitor) % referrers.count])
      }
    }
    let report = try await run.report()
    let text = ReportDump.text(report).lowercased()
    let shown = secrets.filter { secret in
      text.contains(secret.lowercased()) && !["example", "resource"].contains(secret)
    }
    #expect(shown.isEmpty, "\(shown.count) secrets")
    #expect((report.rows(.page)?.count ?? 0) > 15)
    #expect(report.rows(.referrer)?["blogspot.com"] != nil)
    // Who only cuts off the query shows most of them.
    let naive = run.text.lowercased()
    #expect(secrets.count { naive.contains($0.lowercased()) } > 8)
  }
}
