import Testing

@testable import LogAggregate

@Suite struct CommonLogTimeTests {
  private static func fresh(_ text: String) -> Int64? {
    var time = CommonLogTime()
    return time.parse(Array(text.utf8).span, at: 0)
  }

  @Test(
    "known times",
    arguments: [
      ("01/Jan/1970:00:00:00 +0000", 0), ("10/Oct/2000:13:55:36 -0700", 971_211_336),
      ("29/Feb/2000:00:00:00 +0000", 951_782_400), ("29/Feb/2024:23:59:59 +0000", 1_709_251_199),
      ("28/Feb/2100:23:59:59 +0000", 4_107_542_399), ("01/Mar/2100:00:00:00 +0000", 4_107_542_400),
      ("17/May/2015:10:05:03 +0530", 1_431_837_303),
      ("31/dec/2016:23:59:60 +0000", 1_483_228_800), ("01/Jan/1970:00:00:00 -2359", 86_340),
      ("19/NOV/2026:05:30:00 +0530", 1_795_046_400),
    ])
  func known(_ text: String, _ seconds: Int64) { #expect(Self.fresh(text) == seconds) }

  @Test(
    "what is no time is refused",
    arguments: [
      "31/Dec/1969:23:59:59 +0000", "01/Jan/1970:05:00:00 +0530", "01/Jan/2106:00:00:00 +0000",
      "29/Feb/2023:00:00:00 +0000", "29/Feb/1900:00:00:00 +0000", "31/Apr/2024:00:00:00 +0000",
      "00/Jan/2024:00:00:00 +0000", "32/Jan/2024:00:00:00 +0000", "01/Jam/2024:00:00:00 +0000",
      "01/Jan/2024:24:00:00 +0000", "01/Jan/2024:00:60:00 +0000", "01/Jan/2024:00:00:61 +0000",
      "01/Jan/2024:00:00:00 +2400", "01/Jan/2024:00:00:00 +0060", "01/Jan/2024:00:00:00 00000",
      "01-Jan-2024:00:00:00 +0000", "01/Jan/2024 00:00:00 +0000", "1/Jan/2024:00:00:00 +0000 ",
      "01/Jan/2024:00:00:00 +000", "", "01/Jan/2024:00:00:0a +0000", "01/Jan/2024:00:00: 0 +0000",
    ])
  func refused(_ text: String) { #expect(Self.fresh(text) == nil) }

  @Test("random times, near ones after one another", arguments: TestLength.seeds(20))
  func random(_ seed: Int) {
    var random = SeededRandom(seed)
    var remembering = CommonLogTime()
    var text: [UInt8] = []
    for _ in 0..<300 {
      if text.isEmpty || random.once(in: 4) {
        let time = random.int(-1_000_000_000...5_000_000_000)
        text = Array(RandomCrowd.stamp(time, minutes: random.int(-1439...1439)).utf8)
      } else {
        // One character changes, most often to a digit, as from line to line.
        let digits = Array("0123456789:/ +-aJ".utf8)
        text[random.int(0...text.count - 1)] = random.pick(digits)
      }
      guard text.count == 26 else {
        text = []
        continue
      }
      let wanted = NaiveLine.seconds(text).map { Int64($0) }
      var fresh = CommonLogTime()
      let line = [0x5B] + text + [0x5D]
      #expect(remembering.parse(line.span, at: 1) == wanted, "seed \(seed)")
      #expect(fresh.parse(text.span, at: 0) == wanted, "seed \(seed)")
    }
  }

  @Test("a text too short, or a start before it, is no time")
  func bounds() {
    let text = Array("01/Jan/1970:00:00:00 +0000".utf8)
    var time = CommonLogTime()
    for start in [-1, 1, 26, 27, 1000] { #expect(time.parse(text.span, at: start) == nil) }
    #expect(time.parse(text.span, at: 0) == 0)
  }
}
