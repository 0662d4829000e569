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
      var reader = LedgerReader(bytes)
      try Self.read(value, &reader)
      try reader.end()
      #expect(!bytes.contains(0x0A))
      // A list or an object is passed over whole.
      if bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") {
        var reader = LedgerReader(bytes)
        try reader.skip()
        try reader.end()
      }
    }
  }

  /// Reads what has to be this value.
  private static func read(_ value: LedgerJSON, _ reader: inout LedgerReader) throws {
    switch value {
    case .null: #expect(try reader.optionalText() == nil)
    case .bool(let flag): #expect(try reader.flag() == flag)
    case .integer(let number): #expect(try reader.number() == number)
    case .string(let text): #expect(try reader.text() == text)
    case .array(let elements):
      var rest = elements[...]
      _ = try reader.list { reader throws(LedgerFlaw) in
        guard let next = rest.popFirst() else { throw LedgerFlaw(expected: "an end") }
        do { try read(next, &reader) } catch { throw LedgerFlaw(expected: "\(error)") }
      }
      #expect(rest.isEmpty)
    case .object(let members):
      if members.isEmpty { try reader.pass("{") }
      for (index, member) in members.enumerated() {
        var name: [UInt8] = []
        LedgerJSON.string(member.name).write(to: &name)
        let quoted = String(decoding: name.dropFirst().dropLast(), as: UTF8.self)
        if index == 0 { try reader.open(quoted) } else { try reader.next(quoted) }
        try read(member.value, &reader)
      }
      try reader.close()
    }
  }

  @Test(
    "what a ledger does not write is no record",
    arguments: [
      (
        "number",
        ["", "-", "1.5", "1e3", "--1", " 1", "9223372036854775808", "99999999999999999999"]
      ),
      ("flag", ["", "tru", "False", "null"]),
      ("text", ["\"a", "\"\\n\"", "\"\\u0", "\"\\u00ff\"", "a", "null"]),
      ("list", ["[1,2", "[1 ,2]", "[1,]", "[,1]", "[[1]]", "1", "[1-2]"]),
      ("object", ["{", "{\"a\":1", "{\"a\":1,}", "{\"a\" :1}", "{\"b\":1}", "{\"a\":1} ", "{}"]),
    ])
  func refused(_ kind: String, _ texts: [String]) {
    for text in texts {
      #expect(throws: LedgerFlaw.self, "\(kind) \(text)") {
        var reader = LedgerReader(Array(text.utf8))
        switch kind {
        case "number": _ = try reader.number()
        case "flag": _ = try reader.flag()
        case "text": _ = try reader.text()
        case "list": _ = try reader.list { reader throws(LedgerFlaw) in try reader.number() }
        default:
          try reader.open("a")
          _ = try reader.number()
          try reader.close()
        }
        try reader.end()
      }
    }
  }

  @Test("the least and the greatest number are read, and what lies beyond them is none")
  func extremes() throws {
    for number in [Int.min, .min + 1, -1, 0, 1, .max] {
      var reader = LedgerReader(Array("\(number)".utf8))
      #expect(try reader.number() == number)
    }
    var beyond = LedgerReader(Array("-9223372036854775809".utf8))
    #expect(throws: LedgerFlaw.self) { try beyond.number() }
  }

  @Test("text that is not UTF-8 is no record")
  func notUTF8() {
    for bytes in [[0x22, 0xC3, 0x22], [0x22, 0x5C, 0x22, 0xC3, 0x22]] as [[UInt8]] {
      var reader = LedgerReader(bytes)
      #expect(throws: LedgerFlaw.self) { try reader.text() }
    }
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
