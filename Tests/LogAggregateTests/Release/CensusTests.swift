import Testing

@testable import LogAggregate

@Suite struct CensusTests {
  @Test("the columns are the same whether the visitors' records are kept or used up")
  func drainingKeepsEveryNumber() async throws {
    let folder = try TemporaryFolder()
    let log = RandomLog(seed: 7, shape: .parallel, visitors: 40, lines: 900, isCombined: true)
    var paths: [String] = []
    for (number, file) in log.files.enumerated() {
      paths.append(try folder.write(file, "access-\(number).log"))
    }
    let setting = try TestRun.setting(limit: 12)
    let run = LogRun(setting, options: TestRun.options())
    var aggregate = try await run.read(paths.map(LogSource.file))
    let kept = Census(aggregate)
    let drained = Census(draining: &aggregate)
    #expect(kept.count > 10)
    // Every column holds something to compare.
    #expect(kept.steps.numbers.count > kept.count)
    #expect(kept.visitLengths.count == kept.visitCount && kept.visitDays.count == kept.visitCount)
    #expect(kept.dayHours.count == kept.days.numbers.count && kept.dayHours.count >= kept.count)
    #expect(drained.count == kept.count)
    #expect(drained.networks == kept.networks)
    #expect(drained.agents == kept.agents)
    #expect(drained.views == kept.views)
    #expect(drained.hours == kept.hours)
    #expect(drained.statuses == kept.statuses)
    #expect(drained.exitPages == kept.exitPages)
    #expect(drained.entryOrigins == kept.entryOrigins)
    #expect(drained.visitDays == kept.visitDays)
    #expect(drained.visitLengths == kept.visitLengths)
    #expect(drained.dayHours == kept.dayHours)
    #expect(aggregate.visitors.count == 0)
    for (a, b) in [
      (kept.pages, drained.pages), (kept.origins, drained.origins), (kept.days, drained.days),
      (kept.entryPages, drained.entryPages), (kept.steps, drained.steps),
    ] {
      #expect(a.numbers == b.numbers)
      #expect((0..<kept.count).allSatisfy { a.range($0) == b.range($0) })
    }
  }
}
