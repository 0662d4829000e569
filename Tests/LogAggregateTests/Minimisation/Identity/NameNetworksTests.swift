import Testing

@testable import LogAggregate

@Suite struct NameNetworksTests {
  private static func networks(_ names: [String]) throws -> Int {
    var networks = NameNetworks(key: try RunKey())
    return Set(names.map { networks.network(of: Array($0.utf8).span) }).count
  }

  @Test("a domain is one network, however its owner names hosts in it")
  func domains() throws {
    let owned = (0..<60).flatMap {
      ["h\($0).example.net", "a.n\($0).x.example.net", "EXAMPLE.NET."]
    }
    #expect(try Self.networks(owned) == 1)
    #expect(try Self.networks(["a.example.net", "a.example.org", "a.example.co.uk"]) == 3)
    // A provider of free names is no domain of its customers.
    #expect(try Self.networks(["alice.blogspot.com", "bob.blogspot.com"]) == 1)
  }

  @Test("names without a domain are two networks at most")
  func withoutDomain() throws {
    #expect(
      try Self.networks((0..<50).flatMap { ["pc\($0)", "printer\($0).local", "a_\($0)!"] }) <= 2)
  }

  @Test(
    "whoever names sixty hosts of a domain alone is shown nowhere; of other domains' hosts rows are"
  )
  func sybil() async throws {
    var run = FactsRun()
    // One owner's names see a page; guests of ten domains see another; an eleventh has many customers.
    for number in 0..<60 { run.add("h.n\(number).example.net", "/owned") }
    for number in 0..<10 {
      for host in 0..<3 { run.add("c\(host).domain\(number).org", "/shared") }
    }
    for number in 0..<40 { run.add("dial-\(number).provider.com", "/shared") }
    let report = try await run.report()
    let pages = try #require(report.rows(.page))
    #expect(pages["/owned"] == nil)
    // A naive release takes each host for a network of its own.
    let hosts = Dictionary(
      grouping: Set(
        run.text.split(separator: "\n").map { $0.split(separator: " ") }.map { [$0[0], $0[6]] }),
      by: { $0[1] })
    #expect(hosts.mapValues(\.count)["/owned"] == 60)
    // Within a domain hosts are told apart, so that a provider can be shown.
    let domains = try #require(report.rows(.clientDomain))
    #expect(domains["provider.com"] == "40 40 40")
    // Agents of one host do not make it many.
    var single = FactsRun()
    for number in 0..<60 {
      single.add("dial-1.provider.com", "/", agent: "\(FactsRun.agent) Build/\(number)")
    }
    for client in FactsRun.addresses(40) { single.add(client, "/") }
    for client in FactsRun.addresses(40, 1) { single.add(client, "/b") }
    #expect(try await single.report().rows(.clientDomain)?["provider.com"] == nil)
  }
}
