import Testing

@testable import LogAggregate

@Suite struct OriginCacheTests {
  @Test("referrers of requests that are no page views take no place in the list of sites")
  func onlyPageViews() async throws {
    var run = FactsRun()
    for number in 0..<50 {
      run.add("241.1.1.1", "/missing", status: 404, referrer: "https://site\(number).example/")
      run.add("241.1.1.1", "/a.css", referrer: "https://asset\(number).example/")
      run.add("241.1.1.1", "/", method: "POST", referrer: "https://post\(number).example/")
    }
    run.add("241.1.1.1", "/", referrer: "https://counted.example/")
    run.add("241.1.1.1", "/b", referrer: "https://counted.example/")
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(run.text.utf8), "access.log")
    let setting = try TestRun.setting()
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    // The channels come first in every list.
    #expect(aggregate.origins.count == Channel.allCases.count + 1)
    let origin = UInt32(Channel.allCases.count)
    #expect(aggregate.origins.word(origin).hasSuffix("counted.example"))
    #expect(aggregate.pageViewsByOrigin[Int(origin)] == 2)
  }
}
