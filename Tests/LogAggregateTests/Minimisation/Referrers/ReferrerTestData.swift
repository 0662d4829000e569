import Foundation

/// The handed-out lists about referrers, beside the repository.
enum TestReferrers {
  static let folder = TestData.folder.appending(path: "referrers")

  static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The hosts of one of Matomo's lists, with a label for every `{}`.
  static func hosts(_ name: String) throws -> [String] {
    let file = folder.appending(path: "matomo-lists/\(name).yml")
    let text = try String(contentsOf: file, encoding: .utf8)
    var inURLs = name != "SearchEngines"
    var hosts: [String] = []
    for line in text.split(separator: "\n") {
      let word = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix(" ") && word.hasSuffix(":") { inURLs = word == "urls:" }
      guard inURLs, word.hasPrefix("- ") else { continue }
      hosts.append(word.dropFirst(2).trimmingCharacters(in: ["'", " "]))
    }
    return hosts
  }
}
