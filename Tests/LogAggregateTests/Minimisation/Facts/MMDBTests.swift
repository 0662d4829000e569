import Foundation
import Testing

@testable import LogAggregate

@Suite(.enabled(if: MMDBTestData.isPresent)) struct MMDBTests {
  static func find(_ address: String, in database: MMDB) throws -> Int? {
    let address = try #require(MMDBTestData.Address(address))
    return database.find(high: address.high, low: address.low, isIPv4: address.isIPv4)
  }

  /// The text under a key of an address's entry.
  static func text(_ key: String, of address: String, in database: MMDB) throws -> String? {
    guard let entry = try find(address, in: database),
      let value = try database.values.value(of: key, inMapAt: entry),
      let range = try database.values.textRange(at: value)
    else { return nil }
    return String(decoding: database.values.bytes[range], as: UTF8.self)
  }

  /// What MaxMind's own readers are tested for: an entry names the first address of its network.
  @Test(
    "an IPv4 address is found in trees of every record size",
    arguments: [
      "ipv4-24", "ipv4-28", "ipv4-32", "mixed-24", "mixed-28", "mixed-32",
    ])
  func ipv4(_ name: String) throws {
    let file = MMDBTestData.test("MaxMind-DB-test-\(name)")
    let database = try MMDB(MMDBTestData.bytes(file))
    let expected = [
      "1.1.1.1": "1.1.1.1", "1.1.1.3": "1.1.1.2", "1.1.1.7": "1.1.1.4", "1.1.1.15": "1.1.1.8",
      "1.1.1.17": "1.1.1.16", "1.1.1.31": "1.1.1.16", "1.1.1.32": "1.1.1.32",
    ]
    let prefix = name.hasPrefix("mixed") ? "::" : ""
    for (address, ip) in expected {
      #expect(try Self.text("ip", of: address, in: database) == prefix + ip)
      #expect(try Self.text("ip", of: "::ffff:\(address)", in: database) == prefix + ip)
    }
    for address in ["1.1.1.33", "255.254.253.123", "0.0.0.0"] {
      #expect(try Self.find(address, in: database) == nil)
    }
  }

  @Test(
    "an IPv6 address is found in trees of every record size",
    arguments: [
      "ipv6-24", "ipv6-28", "ipv6-32", "mixed-24", "mixed-28", "mixed-32",
    ])
  func ipv6(_ name: String) throws {
    let file = MMDBTestData.test("MaxMind-DB-test-\(name)")
    let database = try MMDB(MMDBTestData.bytes(file))
    for (address, ip) in [
      "::1:ffff:ffff": "::1:ffff:ffff", "::2:0:1": "::2:0:0", "::2:0:3f": "::2:0:0",
      "::2:0:41": "::2:0:40", "::2:0:55": "::2:0:50", "::2:0:59": "::2:0:58",
    ] {
      #expect(try Self.text("ip", of: address, in: database) == ip)
    }
    #expect(try Self.find("2001:db8::1", in: database) == nil)
  }

  @Test("an IPv6 address is not in an IPv4 tree")
  func ipv6InIPv4Tree() throws {
    let database = try MMDB(MMDBTestData.bytes(MMDBTestData.test("MaxMind-DB-test-ipv4-24")))
    // Its first 32 bits are those of an address that is.
    #expect(try Self.find("1.1.1.1", in: database) != nil)
    #expect(try Self.find("101:101::", in: database) == nil)
  }

  @Test("an entry above the IPv4 part of the tree holds for IPv4 addresses")
  func noIPv4Tree() throws {
    let file = MMDBTestData.test("MaxMind-DB-no-ipv4-search-tree")
    let database = try MMDB(MMDBTestData.bytes(file))
    let entry = try #require(try Self.find("1.1.1.1", in: database))
    let range = try #require(try database.values.textRange(at: entry))
    #expect(String(decoding: database.values.bytes[range], as: UTF8.self) == "::/64")
  }

  @Test("IPv4 addresses are found where the tree has them under ::ffff:0:0/96 only")
  func mappedOnly() throws {
    // The nodes of 80 bits 0, 16 bits 1, and one bit of the address: 0 has an entry.
    let nodeCount = 97
    let nodes = (0..<nodeCount).map { level in
      let next = level + 1 < nodeCount ? level + 1 : nodeCount + 16
      return (80..<96).contains(level) ? (nodeCount, next) : (next, nodeCount)
    }
    let database = try MMDB(
      MMDBTestFile(nodes: nodes, isIPv6: true, values: MMDBTestFile.text("DE")).bytes)
    #expect(try Self.find("1.1.1.1", in: database) != nil)
    #expect(try Self.find("::ffff:1.1.1.1", in: database) != nil)
    #expect(try Self.find("129.1.1.1", in: database) == nil)
  }

  @Test("every type is passed over to the key behind it, and pointers lead to theirs")
  func types() throws {
    for name in ["MaxMind-DB-test-decoder", "MaxMind-DB-test-pointer-decoder"] {
      let database = try MMDB(MMDBTestData.bytes(MMDBTestData.test(name)))
      let entry = try #require(try Self.find("1.1.1.0", in: database))
      func field(_ key: String) throws -> MMDBSection.Field {
        let value = try database.values.value(of: key, inMapAt: entry)
        return try database.values.resolved(at: try #require(value))
      }
      func number(_ key: String) throws -> UInt64? {
        let value = try #require(try database.values.value(of: key, inMapAt: entry))
        return try database.values.unsigned(at: value)
      }
      #expect(try field("array").kind == .array(3))
      #expect(try field("boolean").kind == .other)
      #expect(try field("bytes").payload.count == 4)
      #expect(try field("double").payload.count == 8)
      #expect(try field("float").payload.count == 4)
      #expect(try field("int32").kind == .other)
      #expect(try field("map").kind == .map(1))
      #expect(try field("uint128").payload.count == 16)
      #expect(try number("uint16") == 100)
      #expect(try number("uint32") == 1 << 28)
      #expect(try number("uint64") == 1 << 60)
      #expect(try number("map") == nil)
      #expect(
        try Self.text("utf8_string", of: "1.1.1.0", in: database) == "unicode! ☯ - ♫")
      let map = try #require(try database.values.value(of: "map", inMapAt: entry))
      let inner = try #require(try database.values.value(of: "mapX", inMapAt: map))
      let text = try #require(try database.values.value(of: "utf8_stringX", inMapAt: inner))
      let range = try #require(try database.values.textRange(at: text))
      #expect(String(decoding: database.values.bytes[range], as: UTF8.self) == "hello")
      #expect(try database.values.value(of: "no such key", inMapAt: entry) == nil)
    }
  }

  @Test("metadata is read through pointers as well")
  func metadata() throws {
    let pointers = MMDBTestData.test("MaxMind-DB-test-metadata-pointers")
    #expect(
      try MMDB(MMDBTestData.bytes(pointers)).metadata.databaseType == "Lots of pointers in metadata"
    )
    let country = try MMDB(MMDBTestData.bytes(MMDBTestData.test("GeoLite2-Country-Test"))).metadata
    #expect(country.databaseType == "GeoLite2-Country")
    #expect(country.isIPv6)
    #expect(country.recordBitCount == 28)
    #expect(country.nodeCount == 1505)
    #expect(country.buildEpoch == 1_770_245_369)
  }

  /// Every database of the suites that is broken, and what is wrong with it.
  static let broken: [String: MMDBFlaw] = [
    "test-data/GeoIP2-City-Test-Broken-Double-Format": .malformedValue,
    "test-data/GeoIP2-City-Test-Invalid-Node-Count": .treeTooLong,
    "test-data/MaxMind-DB-test-broken-pointers-24": .recordOutOfRange,
    "test-data/MaxMind-DB-test-broken-search-tree-24": .treeTooDeep,
    "bad-data/maxminddb-golang/cyclic-data-structure": .truncatedValue,
    "bad-data/maxminddb-golang/invalid-bytes-length": .truncatedValue,
    "bad-data/maxminddb-golang/invalid-data-record-offset": .malformedValue,
    "bad-data/maxminddb-golang/invalid-map-key-length": .truncatedValue,
    "bad-data/maxminddb-golang/invalid-string-length": .truncatedValue,
    "bad-data/maxminddb-golang/metadata-is-an-uint128": .truncatedValue,
    "bad-data/maxminddb-golang/unexpected-bytes": .truncatedValue,
    "bad-data/maxminddb-python/bad-unicode-in-map-key": .noSeparator,
    "bad-data/libmaxminddb/libmaxminddb-metadata-marker-only": .truncatedValue,
    "bad-data/libmaxminddb/libmaxminddb-offset-integer-overflow": .badPointer,
    "bad-data/libmaxminddb/libmaxminddb-oversized-array": .truncatedValue,
    "bad-data/libmaxminddb/libmaxminddb-oversized-map": .truncatedValue,
    "bad-data/libmaxminddb/libmaxminddb-separator-record-max-left": .recordOutOfRange,
    "bad-data/libmaxminddb/libmaxminddb-separator-record-min-left": .recordOutOfRange,
    "bad-data/libmaxminddb/libmaxminddb-separator-record-min-right": .recordOutOfRange,
  ]

  /// Files of `bad-data` that this reader answers from: their nesting, the containers at the end of
  /// their metadata and their build date are no obstacle, or no path of the tree leads to the damage.
  static let harmless = [
    "libmaxminddb-corrupt-search-tree", "libmaxminddb-deep-array-nesting",
    "libmaxminddb-deep-nesting", "libmaxminddb-empty-array-last-in-metadata",
    "libmaxminddb-empty-map-last-in-metadata", "libmaxminddb-uint64-max-epoch",
  ].map { "bad-data/libmaxminddb/" + $0 }

  @Test("a broken database is refused for what is wrong with it", arguments: broken)
  func refused(_ name: String, _ flaw: MMDBFlaw) throws {
    let bytes = try MMDBTestData.bytes("MaxMind-DB/\(name).mmdb")
    #expect(throws: flaw) { try MMDB(bytes) }
  }

  @Test("a bad database whose damage is out of the way is answered from", arguments: harmless)
  func answered(_ name: String) throws {
    let database = try MMDB(MMDBTestData.bytes("MaxMind-DB/\(name).mmdb"))
    let entry = try #require(try Self.find("1.1.1.1", in: database))
    #expect(entry == database.values.range.lowerBound)
    #expect(try database.values.end(ofValueAt: entry) <= database.values.range.upperBound)
  }

  @Test("of the suites, only the broken databases are refused")
  func suites() throws {
    let folder = MMDBTestData.folder.appending(path: "MaxMind-DB")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
    var count = 0
    for case let file as String in files where file.hasSuffix(".mmdb") {
      count += 1
      guard Self.broken[String(file.dropLast(5))] == nil else { continue }
      let database = try MMDB(MMDBTestData.bytes("MaxMind-DB/" + file))
      _ = try Self.find("81.2.69.160", in: database)
      _ = try Self.find("2001:218::", in: database)
    }
    #expect(count == 61)
  }

  @Test("every prefix of a database is refused")
  func prefixes() throws {
    let whole = try MMDBTestData.bytes(MMDBTestData.test("MaxMind-DB-test-ipv4-24"))
    for count in whole.indices {
      #expect(throws: MMDBFlaw.self) { try MMDB(Array(whole[..<count])) }
    }
  }

  @Test("no change of one byte stops the process")
  func everyByte() throws {
    let whole = try MMDBTestData.bytes(MMDBTestData.test("MaxMind-DB-test-decoder"))
    for position in whole.indices {
      var bytes = whole
      for mask: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
        bytes[position] = whole[position] ^ mask
        guard let database = try? MMDB(bytes) else { continue }
        _ = try Self.find("1.1.1.0", in: database)
        _ = try Self.find("2001:db8::1", in: database)
      }
    }
  }

  @Test("a format that is not known is refused")
  func formats() throws {
    let good = MMDBTestFile.holding(MMDBTestFile.text("DE")).bytes
    _ = try MMDB(good)
    func changed(_ key: String, to value: UInt8) throws -> [UInt8] {
      var bytes = good
      let at = try #require(bytes.indices.first { bytes[$0...].starts(with: key.utf8) })
      bytes[at + key.utf8.count + 1] = value
      return bytes
    }
    #expect(throws: MMDBFlaw.unsupportedRecordSize) { try MMDB(changed("record_size", to: 20)) }
    #expect(throws: MMDBFlaw.unknownAddressKind) { try MMDB(changed("ip_version", to: 5)) }
    #expect(throws: MMDBFlaw.unsupportedFormat) {
      try MMDB(changed("binary_format_major_version", to: 3))
    }
  }

  @Test("a pointer to a pointer, and a cycle of values, do not hold a reader up")
  func pointers() throws {
    // A pointer to offset 2, where a pointer to offset 0 is.
    #expect(throws: MMDBFlaw.badPointer) {
      try MMDB(MMDBTestFile.holding([0x20, 2, 0x20, 0]).bytes)
    }
    // A map whose one value is itself.
    let cycle = try MMDB(MMDBTestFile.holding(MMDBTestFile.map([("country", [0x20, 0])])).bytes)
    let entry = try #require(try Self.find("1.1.1.1", in: cycle))
    let inner = try #require(try cycle.values.value(of: "country", inMapAt: entry))
    #expect(try cycle.values.value(of: "iso_code", inMapAt: inner) == nil)
  }

  @Test("values that lie within one another many times are refused in time")
  func tangled() {
    // Maps of one pair, one within the other; the key is empty, the value the next map.
    var bytes = [UInt8](repeating: 0, count: 1000).flatMap { _ in [0xE1, 0x40] as [UInt8] }
    bytes += [0xE0]
    let section = MMDBSection(bytes, 0..<bytes.count)
    var check = MMDBValueCheck(section)
    #expect(throws: MMDBFlaw.tangledValues) {
      for offset in stride(from: bytes.count - 1, through: 0, by: -2) { try check.check(offset) }
    }
  }
}
