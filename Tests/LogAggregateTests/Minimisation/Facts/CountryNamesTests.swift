import Testing

@testable import LogAggregate

@Suite struct CountryNamesTests {
  @Test(
    "a code has the name that people know",
    arguments: [
      ("DE", "Germany"), ("IN", "India"), ("TR", "Türkiye"), ("ZW", "Zimbabwe"), ("AD", "Andorra"),
    ])
  func names(_ code: String, _ name: String) throws {
    #expect(CountryNames.name(try #require(CountryNames.number(of: code))) == name)
  }

  @Test("what is no code has no number", arguments: ["", "D", "DEU", "ZZ", "EU", "de", "A1"])
  func none(_ code: String) { #expect(CountryNames.number(of: code) == nil) }

  @Test("each of the 249 codes of the standard, and Kosovo's, has a name of its own")
  func all() {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { $0 }
    var names: [String] = []
    for first in letters {
      for second in letters {
        let code = String(decoding: [first, second], as: UTF8.self)
        if let number = CountryNames.number(of: code), let name = CountryNames.name(number) {
          names.append(name)
        }
      }
    }
    #expect(names.count == 250)
    #expect(Set(names).count == 250)
    #expect(!names.contains(""))
  }
}
