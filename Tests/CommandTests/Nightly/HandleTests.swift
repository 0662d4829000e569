import Foundation
import LogAggregate
import Testing

/// A program that embeds the library and makes a report each night for years.
@Suite struct HandleTests {
  @Test("a hundred runs in one process leave no file open and hold no more memory")
  func flat() async {
    await #expect(processExitsWith: .success) {
      let folder = FileManager.default.temporaryDirectory.appending(path: "handles-\(getpid())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let files = ["a.log", "b.log"].map { folder.appending(path: $0).path }
      for file in files {
        try InventedLog(visitors: 60, paths: ["/a/"]).data.write(to: URL(filePath: file))
      }
      let policy = try #require(Policy.bundled("standard"))
      let plan = try Plan(policy: policy, audience: Audience("internal"), site: .unnamed)
      let setting = try RunSetting(plan: plan)
      func night() async throws {
        let run = LogRun(setting, options: LogRunOptions(jobs: 2))
        let report = try await run.read(files.map(LogSource.file)).release(setting)
        guard report.input.lines == 120 else { exit(2) }
      }
      func openFiles() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
      }
      func residentPages() throws -> Int {
        let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
          .split(separator: " ")
        return Int(words[1]) ?? 0
      }
      for _ in 0..<20 { try await night() }
      let (files20, pages20) = (openFiles(), try residentPages())
      for _ in 0..<100 { try await night() }
      guard openFiles() == files20 else { exit(3) }
      // Pages that the allocator keeps for later are no growth; a chunk that leaked each night would be 100 × 512 KiB.
      guard try residentPages() < pages20 + 2_000 else { exit(4) }
      exit(0)
    }
  }
}
