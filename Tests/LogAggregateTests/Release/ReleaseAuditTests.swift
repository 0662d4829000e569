import Testing

@testable import LogAggregate

/// Released reports of random logs, checked from outside against sets of visitors that the naive twin kept.
@Suite struct ReleaseAuditTests {
  @Test(
    "every published figure is true, and stands for enough visitors",
    arguments: TestLength.seeds(40))
  func audit(_ seed: Int) async throws {
    let log = RandomLog(
      seed: seed + 900, shape: .single, visitors: [15, 60, 200][seed % 3], lines: 500,
      isCombined: true)
    let threshold = [5, 10, 20][seed / 3 % 3]
    var twinSetting = NaiveTwin.Setting()
    twinSetting.visitorLimit = 30
    let twin = NaiveTwin(
      log.sources.map { $0.map { $0.last == 0x0D ? Array($0.dropLast()) : $0 } }, isCombined: true,
      twinSetting)
    let folder = try TemporaryFolder()
    let path = try folder.write(log.files[0], "access.log")
    let setting = try TestRun.setting(threshold: threshold, limit: 30)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    let report = aggregate.release(setting)
    let audit = ReleaseAudit(report: report, twin: twin)
    for fault in audit.faults() { Issue.record("seed \(seed): \(fault)") }
  }

  @Test("the audit finds fault with a report for a smaller threshold")
  func negativeControl() async throws {
    let log = RandomLog(seed: 900, shape: .single, visitors: 60, lines: 500, isCombined: true)
    let lines = log.sources[0].map { $0.last == 0x0D ? Array($0.dropLast()) : $0 }
    var twinSetting = NaiveTwin.Setting()
    twinSetting.visitorLimit = 30
    let twin = NaiveTwin([lines], isCombined: true, twinSetting)
    let folder = try TemporaryFolder()
    let path = try folder.write(log.files[0], "access.log")
    let setting = try TestRun.setting(threshold: 5, limit: 30)
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    let report = aggregate.release(setting)
    #expect(ReleaseAudit(report: report, twin: twin).faults().isEmpty)
    #expect(!ReleaseAudit(report: report, twin: twin, threshold: 20, networks: 10).faults().isEmpty)
  }
}
