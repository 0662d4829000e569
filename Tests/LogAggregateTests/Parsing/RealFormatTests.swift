import Foundation
import Synchronization
import Testing

@testable import LogAggregate

/// Real logs of many servers: which format they are told to be of, and how many of their lines it reads.
@Suite struct RealFormatTests {
  static let folder: URL = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/data/logs").standardizedFileURL

  static var logs: [String] {
    let found = FileManager.default.enumerator(
      at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter {
      !$0.lastPathComponent.hasPrefix("LICENSE") && !$0.hasDirectoryPath
        && !["zip", "md", "txt"].contains($0.pathExtension)
    }.map { String($0.path.dropFirst(folder.resolvingSymlinksInPath().path.count + 1)) }.sorted()
  }

  /// What a format reads of a whole log.
  static func count(_ path: String) throws -> (name: String?, read: Int, lines: Int) {
    let url = folder.appending(path: path)
    let slot = SharedInput.Slot(capacity: 4 << 20)
    let input = try SharedInput(.file(url.path), salvages: false, slots: [slot])
    let found = try input.peek { FormatDetection($0).format }
    guard let found, let format = found else { return (nil, 0, 0) }
    var read = 0
    var lines = 0
    let parse = FormatLawTests.reader(format)
    var header: [UInt8] = []
    while let slot = input.next() {
      slot.chunk.withLock { chunk in
        var cursor = LineCursor(chunk.bytes)
        while let line = cursor.next() {
          let text = line.indices.map { line[$0] }
          if format.hasNamedValues, text.first == 0x23 || text.starts(with: [0xEF, 0xBB, 0xBF, 0x23]) {
            header += text + [0x0A]
            continue
          }
          lines += 1
          if parse(header + text, format.fields) != nil { read += 1 }
        }
      }
      input.recycle(slot)
    }
    return (format.name, read, lines)
  }

  @Test("print", arguments: logs)
  func show(_ path: String) throws {
    let found = try Self.count(path)
    print("FOUND \(path)\t\(found.name ?? "none")\t\(found.read)\t\(found.lines)")
  }
}
