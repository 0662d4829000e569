import Foundation

/// The handed-out data beside the repository.
enum TestData {
  /// The repository's folder.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder = repository.appending(path: "../shared/data").standardized

  static var exists: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The names of the files in one of its folders, with the folder.
  static func names(in place: String) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: path(place))
    return (found ?? []).sorted().map { "\(place)/\($0)" }
  }
}

/// A folder that is gone with its owner.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "logagg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file.
  /// - Returns: its path.
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
