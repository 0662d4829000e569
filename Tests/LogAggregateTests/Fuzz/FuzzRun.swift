import Foundation
import Testing

/// Runs a check on changed inputs until its time is over.
///
/// `LOGAGG_FUZZ_SECONDS` says how long (one second where it is not set), `LOGAGG_FUZZ_SEED` where to begin. The seed of the
/// input at hand stands in a file, so that a crash can be repeated.
enum FuzzRun {
  static let seconds = Double(ProcessInfo.processInfo.environment["LOGAGG_FUZZ_SECONDS"] ?? "") ?? 1
  static let firstSeed = Int(ProcessInfo.processInfo.environment["LOGAGG_FUZZ_SEED"] ?? "") ?? 1

  /// - Parameter check: what to do with an input; what it returns is a finding, without a byte of the input.
  static func run(
    _ name: String, corpus: [[UInt8]], check: (inout FuzzMutator) throws -> String?
  ) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "logagg-fuzz-\(name)")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let end = Date(timeIntervalSinceNow: seconds)
    var seed = firstSeed
    var early = 0
    var findings = 0
    while Date() < end, findings < 5 {
      try handle.seek(toOffset: 0)
      try handle.write(contentsOf: Data("\(seed)\n".utf8))
      // A step of many inputs for one look at the clock.
      var mutator = FuzzMutator(seed: seed, corpus: corpus)
      for step in 0..<50 {
        if let finding = try check(&mutator) {
          findings += 1
          Issue.record("\(name), seed \(seed), step \(step): \(finding)")
        }
      }
      seed += 1
      if seed == firstSeed + 200 { early = residentKiB() }
    }
    print("fuzz \(name): \((seed - firstSeed) * 50) inputs")
    let growth = early > 0 ? residentKiB() - early : 0
    // Suites that run beside it have their part.
    #expect(growth < 512 << 10, "\(name): memory grew by \(growth) KiB")
  }

  private static func residentKiB() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let words = text.split(separator: " ")
    return words.count > 1 ? (Int(words[1]) ?? 0) * 4 : 0
  }
}
