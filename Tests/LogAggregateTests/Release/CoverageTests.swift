import Foundation
import Testing

@testable import LogAggregate

@Suite struct CoverageTests {
  /// Lines at the given moments, each file of its own.
  private static func coverage(
    _ files: [[String]], zone: String, days: ClosedRange<CivilDate>? = nil
  ) async throws -> ReleasedCoverage? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "coverage-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (number, times) in files.enumerated() {
      let path = folder.appending(path: "\(number).log").path
      let lines = times.map { "241.1.1.1 - - [\($0)] \"GET / HTTP/1.1\" 200 5 \"-\" \"curl/8\"\n" }
      try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
      paths.append(path)
    }
    let setting = try TestRun.setting(days: days, zone: zone)
    let run = LogRun(setting, options: TestRun.options(jobs: 2))
    return try await run.read(paths.map(LogSource.file)).release(setting).input.coverage
  }

  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test("hours without a line are told by the site's clock, at half hours from UTC as well")
  func gaps() async throws {
    let times = [
      "18/Nov/2026:18:45:00 +0000", "18/Nov/2026:20:29:59 +0000", "18/Nov/2026:20:30:00 +0000",
      "19/Nov/2026:18:20:00 +0000",
    ]
    let coverage = try #require(try await Self.coverage([times], zone: "Asia/Kolkata"))
    #expect(coverage.first?.description == "2026-11-19T00")
    #expect(coverage.last?.description == "2026-11-19T23")
    #expect(coverage.hours == 24)
    #expect(coverage.hoursWithData == 4)
    let gaps = coverage.gaps.map { "\($0.from) \($0.to) \($0.hours)" }
    #expect(gaps == ["2026-11-19T03 2026-11-19T22 20"])
    #expect(!coverage.isWhole)
  }

  @Test("a day that was asked for has its hours, 23 where the clock leaps, also without a line")
  func leap() async throws {
    let day = try Self.day("2026-03-29")
    let coverage = try #require(
      try await Self.coverage([[]], zone: "Europe/Berlin", days: day...day))
    #expect(coverage.hours == 23)
    #expect(coverage.hoursWithData == 0)
    #expect(coverage.first == nil)
    #expect(coverage.gaps.map(\.hours) == [23])
  }

  @Test("logs that run side by side are servers, and those that follow one another are one")
  func servers() async throws {
    let morning = ["19/Nov/2026:01:00:00 +0000", "19/Nov/2026:05:00:00 +0000"]
    let noon = ["19/Nov/2026:05:00:10 +0000", "19/Nov/2026:12:00:00 +0000"]
    let beside = ["19/Nov/2026:02:00:00 +0000", "19/Nov/2026:11:00:00 +0000"]
    #expect(try await Self.coverage([morning, noon], zone: "UTC")?.serversSeen == 1)
    #expect(try await Self.coverage([noon, beside, morning], zone: "UTC")?.serversSeen == 2)
  }

  @Test("input without a line and without a day has no coverage")
  func empty() async throws {
    #expect(try await Self.coverage([[]], zone: "UTC") == nil)
  }
}
