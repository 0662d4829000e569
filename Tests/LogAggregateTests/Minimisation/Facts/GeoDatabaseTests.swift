import Foundation
import Testing

@testable import LogAggregate

@Suite(.enabled(if: MMDBTestData.isPresent)) struct GeoDatabaseTests {
  static func open(
    _ file: String, for content: GeoDatabase.Content = .countries
  ) throws -> GeoDatabase {
    try GeoDatabase(path: MMDBTestData.path(file), for: content)
  }

  static func country(_ address: String, in database: GeoDatabase) throws -> String? {
    let address = try #require(MMDBTestData.Address(address))
    return database.country(high: address.high, low: address.low, isIPv4: address.isIPv4)
  }

  static func provider(_ address: String, in database: GeoDatabase) throws -> String? {
    let address = try #require(MMDBTestData.Address(address))
    return database.provider(high: address.high, low: address.low, isIPv4: address.isIPv4)
  }

  /// The networks that MaxMind made a test database from, with the values under `paths`, of which
  /// the first counts.
  static func source(
    _ name: String, _ paths: [[String]]
  ) throws -> [(network: MMDBTestData.Address, bitCount: Int, value: String?)] {
    let file = MMDBTestData.folder.appending(path: "MaxMind-DB/source-data/\(name).json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(json as? [[String: Any]]).flatMap { $0 }.map { network, entry in
      let parts = network.split(separator: "/")
      let address = try #require(MMDBTestData.Address(parts[0]))
      let bitCount = try #require(Int(parts[1])) + (address.isIPv4 ? 96 : 0)
      let values = paths.lazy.compactMap { path in
        path.reduce(entry) { ($0 as? [String: Any])?[$1] as Any } as? String
      }
      return (address, bitCount, values.first)
    }
  }

  static func contains(_ outer: (MMDBTestData.Address, Int), _ inner: MMDBTestData.Address) -> Bool
  {
    let (network, bitCount) = outer
    let high = network.high ^ inner.high
    let low = network.low ^ inner.low
    if bitCount <= 64 { return bitCount == 0 || high >> UInt64(64 - bitCount) == 0 }
    return high == 0 && low >> UInt64(128 - bitCount) == 0
  }

  @Test(
    "countries are those that the database was made from",
    arguments: [
      "GeoIP2-Country-Test", "GeoLite2-Country-Test", "GeoIP2-City-Test", "GeoLite2-City-Test",
      "GeoIP2-Enterprise-Test", "GeoIP2-Precision-Enterprise-Test",
    ])
  func countries(_ name: String) throws {
    let database = try Self.open(MMDBTestData.test(name))
    let source = try Self.source(
      name, [["country", "iso_code"], ["registered_country", "iso_code"]])
    #expect(source.count > 10)
    for (address, bitCount, value) in source {
      // Networks of the list lie within one another; the narrowest counts.
      let narrower = source.contains {
        $0.bitCount > bitCount && Self.contains(($0.network, $0.bitCount), address)
      }
      if narrower { continue }
      let found = database.country(high: address.high, low: address.low, isIPv4: address.isIPv4)
      #expect(found == value, "\(address)")
    }
  }

  @Test(
    "providers are those that the database was made from",
    arguments: [
      "GeoIP2-ISP-Test", "GeoLite2-ASN-Test", "GeoIP2-Enterprise-Test",
      "GeoIP2-Precision-Enterprise-Test",
    ])
  func providers(_ name: String) throws {
    let database = try Self.open(MMDBTestData.test(name), for: .providers)
    let source = try Self.source(
      name,
      [
        ["isp"], ["autonomous_system_organization"], ["traits", "isp"],
        ["traits", "autonomous_system_organization"],
      ])
    #expect(source.count > 10)
    for (address, bitCount, value) in source {
      let narrower = source.contains {
        $0.bitCount > bitCount && Self.contains(($0.network, $0.bitCount), address)
      }
      if narrower { continue }
      let found = database.provider(high: address.high, low: address.low, isIPv4: address.isIPv4)
      #expect(found == value, "\(address)")
    }
  }

  @Test("a real database answers for both kinds of address")
  func ipfire() throws {
    let database = try Self.open(MMDBTestData.ipfire)
    #expect(database.databaseType == "IPFire-Country")
    #expect(database.holdsProviders == false)
    #expect(database.buildDay?.description == "2026-11-20")
    for (address, code) in [
      ("8.8.8.8", "US"), ("::ffff:8.8.8.8", "US"), ("193.0.6.139", "NL"), ("80.80.80.80", "NL"),
      ("2001:67c:2e8::1", "NL"), ("2a02:8108::", "DE"), ("2001:218::", "JP"),
    ] {
      #expect(try Self.country(address, in: database) == code, "\(address)")
    }
    for address in ["127.0.0.1", "10.0.0.1", "::1", "fe80::1", "2001:db8::1"] {
      #expect(try Self.country(address, in: database) == nil, "\(address)")
    }
  }

  typealias File = MMDBTestFile
  /// Entries in the layouts of other makers, and the country and provider in them.
  static let layouts: [([UInt8], String?, String?)] = [
    // IPFire
    (File.map([("country", File.map([("iso_code", File.text("FR"))]))]), "FR", nil),
    // ipinfo, now and once
    (
      File.map([
        ("country", File.text("Germany")), ("country_code", File.text("DE")),
        ("as_name", File.text("Example Net")),
      ]), "DE", "Example Net"
    ),
    (File.map([("country", File.text("DE")), ("name", File.text("Example"))]), "DE", "Example"),
    // DB-IP
    (
      File.map([
        ("country", File.map([("iso_code", File.text("ZZ"))])),
        ("traits", File.map([("autonomous_system_organization", File.text("Example AS"))])),
      ]), nil, "Example AS"
    ),
    // The registry's country; the provider before its network's owner; an empty name is none.
    (
      File.map([
        ("registered_country", File.map([("iso_code", File.text("AT"))])), ("isp", File.text("")),
        ("autonomous_system_organization", File.text("Owner")),
      ]), "AT", "Owner"
    ),
    (
      File.map([
        ("autonomous_system_organization", File.text("Owner")), ("isp", File.text("Provider")),
        ("country", File.map([("iso_code", File.text("de"))])),
      ]), nil, "Provider"
    ),
  ]

  @Test("the layouts of other makers are read", arguments: layouts)
  func layout(_ entry: [UInt8], _ country: String?, _ provider: String?) throws {
    let database = try GeoDatabase(
      bytes: File.holding(entry).bytes, named: "x", for: country == nil ? .providers : .countries)
    #expect(database.holdsCountries == (country != nil))
    #expect(database.holdsProviders == (provider != nil))
    #expect(try Self.country("1.1.1.1", in: database) == country)
    #expect(try Self.provider("1.1.1.1", in: database) == provider)
  }

  @Test("a provider's name that is not UTF-8 is damage")
  func malformedText() {
    let entry = File.map([("isp", [0x42, 0xC3, 0x28])])
    #expect(throws: GeoDatabaseError.damaged("x", .malformedText)) {
      try GeoDatabase(bytes: File.holding(entry).bytes, named: "x", for: .providers)
    }
  }

  @Test("a database's type is printable in a message, whatever the file says")
  func type() {
    var file = File.holding(File.map([]))
    file.type = "a\u{1B}[31mé"
    #expect(throws: GeoDatabaseError.noCountries("x", type: "a?[31m??")) {
      try GeoDatabase(bytes: file.bytes, named: "x", for: .countries)
    }
  }

  @Test("a database without what is asked for is refused, by its type")
  func wrongKind() throws {
    let asn = MMDBTestData.path(MMDBTestData.test("GeoLite2-ASN-Test"))
    #expect(throws: GeoDatabaseError.noCountries(asn, type: "GeoLite2-ASN")) {
      try GeoDatabase(path: asn, for: .countries)
    }
    let country = MMDBTestData.path(MMDBTestData.test("GeoLite2-Country-Test"))
    #expect(throws: GeoDatabaseError.noProviders(country, type: "GeoLite2-Country")) {
      try GeoDatabase(path: country, for: .providers)
    }
    #expect(GeoDatabaseError.noCountries("x", type: "GeoLite2-ASN").description.contains("ASN”"))
  }

  @Test("what is no database says so")
  func noDatabase() throws {
    #expect(throws: GeoDatabaseError.notADatabase("x")) {
      try GeoDatabase(bytes: [], named: "x", for: .countries)
    }
    #expect(throws: GeoDatabaseError.compressed("x")) {
      try GeoDatabase(bytes: [0x1F, 0x8B, 8, 0], named: "x", for: .countries)
    }
    let folder = MMDBTestData.folder.path
    #expect(throws: GeoDatabaseError.unreadable(folder, problem: "not a file of at most 4 GiB")) {
      try GeoDatabase(path: folder, for: .countries)
    }
    #expect(throws: GeoDatabaseError.unreadable(folder + "/none", problem: "no such file")) {
      try GeoDatabase(path: folder + "/none", for: .countries)
    }
    #expect(
      throws: GeoDatabaseError.unreadable("/dev/zero", problem: "not a file of at most 4 GiB")
    ) {
      try GeoDatabase(path: "/dev/zero", for: .countries)
    }
  }

  @Test("a build date beyond the calendar is none, not a crash")
  func farFuture() throws {
    let bytes = try MMDBTestData.bytes(MMDBTestData.test("GeoLite2-Country-Test"))
    let key = Array("build_epoch".utf8)
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: key) }) + key.count
    // A number of four bytes becomes one of eight.
    var far = bytes
    try #require(Array(bytes[at..<at + 2]) == [0x04, 0x02])
    far.replaceSubrange(at..<at + 6, with: [0x08, 0x02] + [UInt8](repeating: 0xFF, count: 8))
    #expect(try GeoDatabase(bytes: far, named: "x", for: .countries).buildDay == nil)
    #expect(
      try GeoDatabase(bytes: bytes, named: "x", for: .countries).buildDay?.description
        == "2026-02-04")
  }

  @Test(
    "random damage gives an answer or an error",
    arguments: [
      "GeoIP2-Country-Test", "GeoLite2-ASN-Test", "GeoIP2-Enterprise-Test",
    ])
  func damage(_ name: String) throws {
    let whole = try MMDBTestData.bytes(MMDBTestData.test(name))
    let content: GeoDatabase.Content = name.contains("ASN") ? .providers : .countries
    var random = SeededRandom(20_261_119)
    var refused = 0
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let position = Int.random(in: bytes.indices, using: &random)
        bytes[position] = UInt8.random(in: 0...255, using: &random)
      }
      guard let database = try? GeoDatabase(bytes: bytes, named: name, for: content) else {
        refused += 1
        continue
      }
      for _ in 0..<20 {
        let high = UInt64.random(in: 0...UInt64.max, using: &random)
        let low = UInt64.random(in: 0...UInt64(UInt32.max), using: &random)
        let isIPv4 = Bool.random(using: &random)
        if let code = database.country(high: high, low: low, isIPv4: isIPv4) {
          try #require(code.utf8.count == 2)
        }
        _ = database.provider(high: high, low: low, isIPv4: isIPv4)
      }
    }
    #expect((1..<150).contains(refused))
  }
}
