import Foundation

/// Where things lie that tests read.
enum Repository {
  /// The root of the repository, by the place of this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL

  static let samples = root.appending(path: "Tests/Samples")

  /// The collection of real logs beside the repository; not every machine has it.
  static let sharedLogs = root.appending(path: "../shared/data/logs").standardizedFileURL

  /// The command under test: `LOGAGG_BINARY` where it is set, else the one built beside the tests.
  static let command: String = {
    if let named = ProcessInfo.processInfo.environment["LOGAGG_BINARY"], !named.isEmpty {
      return URL(filePath: named).standardizedFileURL.path
    }
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "logagg").path
  }()

  /// Whether the command is a release build that `LOGAGG_BINARY` names.
  static var isRelease: Bool {
    ProcessInfo.processInfo.environment["LOGAGG_BINARY"]?.isEmpty == false
  }
}
