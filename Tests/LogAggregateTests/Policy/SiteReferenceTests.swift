import Foundation
import Testing

/// The page that describes the site file.
@Suite struct SiteReferenceTests {
  @Test("every key that a site file may have is described")
  func keys() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardizedFileURL
    let page = try String(
      contentsOf: root.appending(path: "Documentation/Policies.md"), encoding: .utf8)
    let folder = root.appending(path: "Sources/LogAggregate/Policy/Site")
    var keys: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    {
      let source = try String(contentsOf: file, encoding: .utf8)
      for list in source.matches(of: #/(?:allow\(|keys = )\[([^\]]*)\]/#) {
        for key in list.output.1.matches(of: #/"([a-z_]+)"/#) { keys.insert(String(key.output.1)) }
      }
    }
    #expect(keys.count > 40)
    for key in keys.sorted() { #expect(page.contains(key), "`\(key)` is not described") }
  }
}
