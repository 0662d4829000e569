import Foundation
import Testing

@testable import LogAggregate

@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Etc/UTC")))
struct LocalClockTests {
  @Test(
    "it shows what its zone shows, at random moments, and near each other ones",
    arguments: [
      "UTC", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
      "Asia/Kathmandu", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia", "America/St_Johns",
    ])
  func zones(_ name: String) throws {
    let zone = try ZoneRules(named: name)
    var random = SeededRandom(name.utf8.count)
    for _ in 0..<TestLength.seeds(60).count {
      var clock = LocalClock(zone: zone)
      var moment = Int64(random.int(0...4_000_000_000))
      // Half of the walks begin shortly before the clock changes.
      let change = zone.span(containing: moment).validUntil
      if random.once(in: 2), change < 5_000_000_000 { moment = change - 5000 }
      for _ in 0..<60 {
        let shown = clock.local(at: moment)
        let wanted = zone.local(at: moment)
        #expect(shown.day == wanted.day, "\(name) \(moment)")
        #expect(Int32(shown.hour) == wanted.secondOfDay / 3600, "\(name) \(moment)")
        moment += Int64(random.pick([0, 1, 59, 600, -600, 3599, 43_200, -86_400]))
      }
    }
  }
}
