import Foundation

/// Where MaxMind's test databases and the real country database lie, beside the repository.
enum MMDBTestData {
  static let folder = TestData.folder.appending(path: "geo")
  static let isPresent = FileManager.default.fileExists(
    atPath: folder.appending(path: "MaxMind-DB/test-data").path)
  static let ipfire = "ipfire/ipfire-country-2026-06-25.mmdb"

  static func test(_ name: String) -> String { "MaxMind-DB/test-data/\(name).mmdb" }
  static func path(_ file: String) -> String { folder.appending(path: file).path }
  static func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: file)))
  }

  /// An address in the form that look-ups take.
  struct Address {
    let high: UInt64
    let low: UInt64
    let isIPv4: Bool

    init?(_ text: some StringProtocol) {
      let text = String(text)
      var bytes = [UInt8](repeating: 0, count: 16)
      // The array has the 16 bytes that the longer of both kinds takes.
      if unsafe inet_pton(AF_INET6, text, &bytes) == 1 {
        isIPv4 = false
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
      } else if unsafe inet_pton(AF_INET, text, &bytes) == 1 {
        isIPv4 = true
        high = 0
        low = bytes[..<4].reduce(0) { $0 << 8 | UInt64($1) }
      } else {
        return nil
      }
    }
  }
}

/// A database made by hand.
struct MMDBTestFile {
  /// Two records of 24 bits a node.
  var nodes: [(Int, Int)]
  var isIPv6 = false
  /// The data section.
  var values: [UInt8]
  var type = "Made-By-Hand"

  var bytes: [UInt8] {
    let version: UInt8 = isIPv6 ? 6 : 4
    let count: [UInt8] = [0xC2, UInt8(nodes.count >> 8), UInt8(nodes.count & 0xFF)]
    let metadata: [(String, [UInt8])] = [
      ("node_count", count), ("record_size", [0xA1, 24]), ("ip_version", [0xA1, version]),
      ("database_type", Self.text(type)), ("binary_format_major_version", [0xA1, 2]),
      ("binary_format_minor_version", [0xA0]), ("build_epoch", [0x01, 0x02, 60]),
    ]
    var bytes: [UInt8] = []
    for (left, right) in nodes {
      for record in [left, right] {
        bytes += [UInt8(record >> 16), UInt8(record >> 8 & 0xFF), UInt8(record & 0xFF)]
      }
    }
    bytes += [UInt8](repeating: 0, count: 16)
    bytes += values
    bytes += [0xAB, 0xCD, 0xEF]
    bytes += "MaxMind.com".utf8
    return bytes + Self.map(metadata)
  }

  /// A tree of one node, both of whose records lead to one value.
  static func holding(_ values: [UInt8]) -> MMDBTestFile {
    MMDBTestFile(nodes: [(1 + 16, 1 + 16)], values: values)
  }

  /// A text of at most 284 bytes.
  static func text(_ text: String) -> [UInt8] {
    let count = text.utf8.count
    return (count < 29 ? [0x40 | UInt8(count)] : [0x5D, UInt8(count - 29)]) + Array(text.utf8)
  }

  /// A map of at most 28 pairs.
  static func map(_ pairs: [(String, [UInt8])]) -> [UInt8] {
    [0xE0 | UInt8(pairs.count)] + pairs.flatMap { text($0.0) + $0.1 }
  }
}
