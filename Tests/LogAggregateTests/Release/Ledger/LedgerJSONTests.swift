import Testing

@testable import LogAggregate

@Suite("A record's text")
struct LedgerJSONTests {
  @Test("every value is read back as it was written")
  func roundTrip() throws {
    var random = SeededRandom(11)
    for _ in 0..<2_000 {
      let value = Self.random(&random, depth: 0)
      var bytes: [UInt8] = []
      value.write(to: &bytes)
      #expect(try LedgerJSON(bytes) == value)
      #expect(!bytes.contains(0x0A))
    }
  }

  @Test(
    "what a ledger does not write is no record",
    arguments: [
      "", "{", "{\"a\":1", "{\"a\":1,}", "[1,2", "[1 ,2]", "1.5", "1e3", "--1", "nul", "\"a",
      "\"\\n\"",
      "\"\\u0", "{\"a\" :1}", "{} ", "99999999999999999999", "\"\\u00ff\"",
      String(repeating: "[", count: 40),
    ])
  func refused(_ text: String) {
    #expect(throws: LedgerFlaw.self) { try LedgerJSON(Array(text.utf8)) }
  }

  @Test("text that is not UTF-8 is no record")
  func notUTF8() {
    #expect(throws: LedgerFlaw.self) { try LedgerJSON([0x22, 0xC3, 0x22]) }
  }

  private static func random(_ random: inout SeededRandom, depth: Int) -> LedgerJSON {
    switch Int.random(in: 0..<(depth < 4 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: .min ... .max, using: &random))
    case 3: return .string(text(&random))
    case 4:
      return .array(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in
          Self.random(&random, depth: depth + 1)
        })
    default:
      return .object(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in
          LedgerJSON.Member(name: text(&random), value: Self.random(&random, depth: depth + 1))
        })
    }
  }

  private static func text(_ random: inout SeededRandom) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\u{0}", "\u{7F}", "é", "न", "🙂", "\u{202E}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      text.append(scalars.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }
}
