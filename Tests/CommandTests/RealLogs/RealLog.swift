import Foundation
import Testing

/// A log of the collection beside the repository.
struct RealLog: Sendable, CustomTestStringConvertible {
  let file: URL
  let name: String

  var testDescription: String { name }

  /// Every log of the collection; none where it is missing.
  static let all: [RealLog] = {
    let folder = Repository.sharedLogs
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let file = folder.appending(path: name)
      let kind = try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      return kind == true ? RealLog(file: file, name: name) : nil
    }
  }()

  /// The log's bytes, decompressed by another program.
  func text(_ scratch: Scratch) throws -> Data {
    guard name.hasSuffix(".gz") else { return try Data(contentsOf: file) }
    return try scratch.run("gzip -dc '\(file.path)'").stdout
  }
}
