import Foundation
import Testing

@testable import LogAggregate

@Suite struct ZoneRulesLoadingTests {
  static let hasTZData = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Etc/UTC")
  static let missing = "/usr/share/no-such-folder"

  @Test("UTC needs no tzdata", arguments: ["UTC", "Etc/UTC"])
  func utc(_ name: String) throws {
    let zone = try ZoneRules(named: name, in: Self.missing)
    #expect(zone.name == name)
    #expect(zone.local(at: 86_399) == (0, 86_399))
    #expect(ZoneRules.utc.local(at: 86_400) == (1, 0))
  }

  @Test("where tzdata is missing, the error says what to install")
  func missing() {
    let error = ZoneError.missingData(Self.missing)
    #expect(throws: error) { try ZoneRules(named: "Europe/Berlin", in: Self.missing) }
    #expect(error.description.contains("apt install tzdata"))
  }

  @Test(
    "what is no zone is unknown", .enabled(if: hasTZData),
    arguments: ["Europe/Atlantis", "europe/berlin", "Europe", "localtime", "UTC/x"])
  func unknown(_ name: String) {
    #expect(throws: ZoneError.unknownZone(name)) { try ZoneRules(named: name) }
  }

  @Test(
    "a name that could leave tzdata's folder is not looked at",
    arguments: [
      "", "/etc/passwd", "..", "../zoneinfo/UTC", "Europe/../UTC", "Europe//Berlin", "Europe/",
      "Europe/Berlin\0", "Europe/Berlin\n", "tzdata.zi", "Zürich", "\u{1B}[31m",
      String(repeating: "a", count: 65),
    ])
  func malformed(_ name: String) {
    #expect(throws: ZoneError.malformedName) { try ZoneRules(named: name) }
  }

  @Test("a file that is no zone is damaged", .enabled(if: hasTZData))
  func otherFile() {
    #expect(throws: ZoneError.damaged("leapseconds", .notTZif)) {
      try ZoneRules(named: "leapseconds")
    }
  }

  @Test(
    "a zone that counts leap seconds is refused",
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/right/Etc/UTC")))
  func leapSeconds() {
    #expect(throws: ZoneError.damaged("right/Etc/UTC", .leapSeconds)) {
      try ZoneRules(named: "right/Etc/UTC")
    }
  }
}
