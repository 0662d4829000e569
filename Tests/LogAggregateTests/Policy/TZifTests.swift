import Foundation
import Testing

@testable import LogAggregate

@Suite struct TZifTests {
  static let folder = "/usr/share/zoneinfo/"
  static let hasTZData = FileManager.default.fileExists(atPath: folder + "Europe/Berlin")

  static func file(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + name)))
  }

  /// A file of one transition, made by hand: UTC+1 from second 1000 on, then by the rule.
  static func file(version: UInt8, footer: String) -> [UInt8] {
    func block(timeWidth: Int) -> [UInt8] {
      var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
      for count: UInt8 in [0, 0, 0, 1, 2, 4] { bytes += [0, 0, 0, count] }
      bytes += [UInt8](repeating: 0, count: timeWidth - 2) + [0x03, 0xE8]
      bytes += [1]
      bytes += [0, 0, 0, 0, 0, 0, 0, 0, 0x0E, 0x10, 0, 0]
      bytes += Array("AAA\0".utf8)
      return bytes
    }
    let first = block(timeWidth: 4)
    return version == 0 ? first : first + block(timeWidth: 8) + Array("\n\(footer)\n".utf8)
  }

  @Test("each version is read", arguments: [UInt8(0), 0x32, 0x33, 0x34])
  func versions(_ version: UInt8) throws {
    let zone = try ZoneRules(named: "X", tzif: Self.file(version: version, footer: "").span)
    #expect(zone.local(at: 999) == (0, 999))
    #expect(zone.local(at: 1000) == (0, 4600))
    #expect(
      zone.span(containing: 1000) == ZoneSpan(validFrom: 1000, validUntil: .max, offset: 3600))
  }

  @Test("versions that do not exist are refused", arguments: [UInt8(0x31), 0x35, 1, 255])
  func unknownVersions(_ version: UInt8) {
    #expect(throws: TZifFlaw.unknownVersion) {
      try TZif(Self.file(version: version, footer: "").span)
    }
  }

  @Test("the rule of the last line holds from the last transition on")
  func footer() throws {
    let zone = try ZoneRules(named: "X", tzif: Self.file(version: 0x32, footer: "AAA-2").span)
    #expect(zone.span(containing: 999).offset == 0)
    #expect(
      zone.span(containing: 5000) == ZoneSpan(validFrom: 1000, validUntil: .max, offset: 7200))
  }

  @Test(
    "every prefix of a file is refused", .enabled(if: hasTZData),
    arguments: ["Europe/Berlin", "Asia/Kolkata", "Asia/Gaza", "Etc/GMT+5"])
  func prefixes(_ name: String) throws {
    let whole = try Self.file(name)
    _ = try TZif(whole.span)
    for count in 0..<whole.count {
      #expect(throws: TZifFlaw.self) { try TZif(Array(whole[..<count]).span) }
    }
  }

  @Test("bytes after the end are refused", .enabled(if: hasTZData))
  func trailing() throws {
    let bytes = try Self.file("Europe/Berlin") + [0x0A]
    #expect(throws: TZifFlaw.badFooter) { try TZif(bytes.span) }
  }

  /// Most changes make another well-formed file, which must then be answered from.
  @Test(
    "no change of one byte stops the process", .enabled(if: hasTZData),
    arguments: [("Asia/Kolkata", 1), ("Europe/Berlin", 37), ("Asia/Gaza", 61)])
  func changes(_ name: String, _ step: Int) throws {
    let whole = try Self.file(name)
    var refused = 0
    for position in whole.indices {
      var bytes = whole
      for delta in stride(from: 1, through: 255, by: step) {
        bytes[position] = whole[position] &+ UInt8(delta)
        guard let zone = try? ZoneRules(named: "X", tzif: bytes.span) else {
          refused += 1
          continue
        }
        for second: Int64 in [.min, 0, 1_792_890_000, 4_115_840_400] {
          try #require((0..<86_400).contains(zone.local(at: second).secondOfDay))
        }
        let interval = zone.interval(of: CivilDate(daysSinceEpoch: 20_776))
        try #require(interval.upperBound - interval.lowerBound < 4 * 86_400)
      }
    }
    #expect(refused > whole.count)
  }
}
