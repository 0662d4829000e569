import Foundation
import Testing

@testable import LogAggregate

@Suite struct PublicSuffixTests {
  static let folder = TestReferrers.folder.appending(path: "publicsuffix")

  /// The lines that the product would hold if it held the private part too.
  static func wholeList() throws -> [UInt8] {
    var kinds: [String: String] = [:]
    let file = folder.appending(path: "public_suffix_list.dat")
    let text = try String(contentsOf: file, encoding: .utf8)
    for line in text.split(separator: "\n") where !line.hasPrefix("//") {
      var rule = line.prefix { $0 != " " }
      var kind = "r"
      if rule.hasPrefix("!") { (rule, kind) = (rule.dropFirst(), "e") }
      if rule.hasPrefix("*.") { (rule, kind) = (rule.dropFirst(2), "w") }
      kinds[ascii(String(rule)), default: ""] += kind
    }
    return kinds.map { Array("\($0.key) \($0.value)\n".utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 }
  }

  static func ascii(_ name: String) -> String {
    name.lowercased().split(separator: ".", omittingEmptySubsequences: false).map { label in
      if label.allSatisfy(\.isASCII) { return String(label) }
      let coded = Punycode.encode(Array(label.unicodeScalars)) ?? []
      return "xn--" + String(decoding: coded, as: UTF8.self)
    }.joined(separator: ".")
  }

  static func domain(_ host: String, rules: [UInt8]) -> String? {
    let name = ascii(host)
    if name.isEmpty || name.hasPrefix(".") { return nil }
    let bytes = Array(name.utf8)
    guard let start = PublicSuffix.split(bytes.span, rules: rules.span).domain else { return nil }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  static func vectors() throws -> [(String, String?)] {
    let first = try String(contentsOf: folder.appending(path: "test_psl.txt"), encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("checkPublicSuffix(") }
      .map { $0.split { "(),; '".contains($0) }.dropFirst().map(String.init) }
    let second = try String(contentsOf: folder.appending(path: "tests.txt"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("//") }
      .map { $0.split(separator: " ").map(String.init) }
    return (first + second).map { ($0[0] == "null" ? "" : $0[0], $0[1] == "null" ? nil : $0[1]) }
  }

  @Test("every vector of the list's own tests holds", .enabled(if: TestReferrers.exist))
  func allVectors() throws {
    let rules = try Self.wholeList()
    let vectors = try Self.vectors()
    #expect(vectors.count > 150)
    for (host, expected) in vectors {
      #expect(Self.domain(host, rules: rules) == expected.map(Self.ascii), "\(host)")
    }
  }

  @Test(
    "the product divides by the ICANN part alone",
    arguments: [
      ("alice.blogspot.com", "blogspot.com"), ("a.b.github.io", "github.io"),
      ("x.uk.com", "uk.com"), ("www.bbc.co.uk", "bbc.co.uk"), ("a.b.c.kobe.jp", "b.c.kobe.jp"),
      ("www.city.kobe.jp", "city.kobe.jp"), ("a.b.test.ck", "b.test.ck"), ("www.ck", "www.ck"),
      ("a.b.c.d.e.f.g.h.k12.ak.us", "h.k12.ak.us"), ("a.unlisted-top", "a.unlisted-top"),
    ])
  func product(_ host: String, _ expected: String) {
    let bytes = Array(host.utf8)
    let start = PublicSuffix.split(bytes.span).domain
    #expect(start.map { String(decoding: bytes[$0...], as: UTF8.self) } == expected)
  }
}
