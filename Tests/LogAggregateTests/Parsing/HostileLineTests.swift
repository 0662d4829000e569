import Testing

@testable import LogAggregate

/// Lines that people who mean ill, or broken programs, have written into real logs.
@Suite struct HostileLineTests {
  @Test("zeros are no time that is remembered from a line before the first")
  func zeros() {
    let zeros = String(repeating: "\0", count: 24)
    let common =
      "203.0.113.9 - - [\(zeros.prefix(18))00\(zeros.prefix(6))] \"GET / HTTP/1.1\" 200 1"
    #expect(FormatLawTests.reader(.common)(Array(common.utf8), .all) == nil)
    let header = "#Fields: date time cs-uri-stem sc-status\n"
    for (date, time) in [(zeros.prefix(10), "08:25:36"), ("2026-10-10", zeros.prefix(6) + "36")] {
      let line = "\(header)\(date) \(time) /a 200"
      #expect(FormatLawTests.reader(.w3c)(Array(line.utf8), .all) == nil)
    }
    #expect(
      FormatLawTests.reader(.w3c)(Array("\(header)2026-10-10 08:25:36 /a 200".utf8), .all) != nil)
  }

  private static let head = #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "#
  private static let tail =
    #" "-" "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0""#

  /// Lines that are requests, whatever stands in their fields.
  static let requests: [String] = [
    head + #""GET / HTTP/1.1" 200 5"# + tail,
    head + #""GET /'%20OR%201=1;--?q=$(reboot)`id`|nc HTTP/1.1" 200 5"# + tail,
    head + #""GET /<script>alert(1)</script> HTTP/1.1" 200 5"# + tail,
    head + #""GET /a HTTP/1.1" 200 5 "${jndi:ldap://example.com/a}" "() { :; }; /bin/sh -c id""#,
    head + #""GET /a HTTP/1.1" 200 5 "'; DROP TABLE visitors; --" "\" onload=\"x""#,
    #"203.0.113.9 - jane "q" [doe] $(id) [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5"#
      + tail,
    head + #""GET * HTTP/1.1" 200 5"# + tail,
    head + #""CONNECT example.com:443 HTTP/1.1" 200 -"# + tail,
    head + #""GET http://example.com/a HTTP/1.1" 200 5"# + tail,
    head + #""GET /a HTTP/1.1" 200 99999999999999999999999999999999"# + tail,
    head + #""GET /a HTTP/1.1" 999 5"# + tail, head + #""GET /a HTTP/1.1" 000 5"# + tail,
    head + #""GET /"# + String(repeating: "a", count: 70_000) + #" HTTP/1.1" 200 5"# + tail,
    head + "\"GET /\u{0}\u{1} HTTP/1.1\" 200 5" + tail,
    #"\x00\x01 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5"# + tail,
    #"999.999.999.999 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5"# + tail,
    #"::ffff:203.0.113.9 - - [31/Dec/2105:23:59:59 +0000] "GET /a HTTP/1.1" 200 5"# + tail,
  ]

  /// Lines that are none.
  static let rejected: [String] = [
    "", " ", "\u{0}", "-", "\"", "[", head + #""-" 408 0 "-" "-""#, head + #""" 400 0 "-" "-""#,
    head + #""\x16\x03\x01\x02\x00\x01" 400 157 "-" "-""#,
    head + #""\x03\x00\x00/*\xE0\x00\x00\x00\x00\x00Cookie: mstshash=Administr" 400 157 "-" "-""#,
    // A user name that looks like a time and a request: which is which nobody can tell.
    #"203.0.113.9 - jane [10/Oct/2026:13:55:36 +0530] "x" [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5"#
      + tail,
    head + #""GET" 400 0"# + tail, head + #""GET " 400 0"# + tail,
    head + #""get /a HTTP/1.1" 200 5"# + tail, head + #""GET /a b HTTP" 200 5"# + tail,
    head + #""GET /a HTTP/1.1" 2147483648 5"# + tail, head + #""GET /a HTTP/1.1" -1 5"# + tail,
    head + #""GET /a HTTP/1.1" 200 -5"# + tail, head + #""GET /a HTTP/1.1" 200 5e9"# + tail,
    #"203.0.113.9 - - [31/Dec/1969:23:59:59 +0000] "GET /a HTTP/1.1" 200 5"# + tail,
    #"203.0.113.9 - - [01/Jan/2106:00:00:00 +0000] "GET /a HTTP/1.1" 200 5"# + tail,
    #"203.0.113.9 - - [01/Jan/99999:00:00:00 +0000] "GET /a HTTP/1.1" 200 5"# + tail,
    #"203.0.113.9 - - [32/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5"# + tail,
  ]

  private static func tally(_ bytes: [UInt8]) async throws -> Tally {
    let folder = try TemporaryFolder()
    let options = TestRun.options(jobs: 2, chunk: 256 << 10, format: "combined")
    let run = LogRun(try TestRun.setting(), options: options)
    let aggregate = try await run.read([.file(try folder.write(bytes, "access.log"))])
    return aggregate.tally
  }

  private static let good = Array(requests[0].utf8)

  @Test(
    "each is a request or rejected, and the lines around it are as ever",
    arguments: [[0x0A], [0x0D, 0x0A]])
  func around(_ end: [UInt8]) async throws {
    var bytes: [UInt8] = []
    for line in Self.requests + Self.rejected { bytes += Self.good + end + Array(line.utf8) + end }
    let found = try await Self.tally(bytes)
    #expect(found.lines == 2 * (Self.requests.count + Self.rejected.count))
    #expect(found.lines(.rejected) == Self.rejected.count)
  }

  @Test("alone among good lines each is what it is", arguments: requests + rejected)
  func alone(_ line: String) async throws {
    let found = try await Self.tally(Self.good + [0x0A] + Array(line.utf8) + [0x0A] + Self.good)
    #expect(found.lines == 3)
    #expect(found.lines(.rejected) == (Self.rejected.contains(line) ? 1 : 0))
  }

  @Test("a byte order mark is no part of the first line, and within a log no more than bytes")
  func byteOrderMark() async throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let plain = try await Self.tally(Self.good + [0x0A] + Self.good)
    for bytes in [
      mark + Self.good + [0x0A] + Self.good, mark + Self.good + [0x0A] + mark + Self.good,
    ] {
      let found = try await Self.tally(bytes)
      #expect(found.lines == plain.lines)
      #expect(found.lines(.rejected) == 0)
    }
    // The client is the same with it and without: one visitor.
    let folder = try TemporaryFolder()
    let setting = try TestRun.setting()
    let path = try folder.write(mark + Self.good + [0x0A] + Self.good + [0x0A], "access.log")
    let aggregate = try await LogRun(setting, options: TestRun.options()).read([.file(path)])
    #expect(aggregate.visitors.count == 1)
  }

  @Test("bytes that are no UTF-8 are read in every field")
  func bytes() async throws {
    let bad: [UInt8] = [0xC3, 0x28, 0xFF, 0xFE, 0x80]
    for word in ["203.0.113.9", "- -", "/a", "Firefox", "\"-\""] {
      var line = Self.good
      guard let place = line.firstRange(of: Array(word.utf8)) else { continue }
      line.insert(contentsOf: bad, at: place.upperBound - 1)
      let found = try await Self.tally(Self.good + [0x0A] + line)
      #expect(found.lines == 2)
    }
  }

  @Test("directives that come again count as directives, and the last one holds")
  func directives() async throws {
    let folder = try TemporaryFolder()
    let fields = "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)\n"
    let line = "2026-10-10 08:25:36 203.0.113.9 GET /a 200 Mozilla/5.0+(X11)\n"
    let text = fields + fields + line + "#Fields:\n" + line + fields + line
    let path = try folder.write(Array(text.utf8), "w3c.log")
    let run = LogRun(try TestRun.setting(), options: TestRun.options(format: "w3c"))
    let aggregate = try await run.read([.file(path)])
    #expect(aggregate.tally.lines(.directive) == 4)
    // Behind a directive that names nothing nothing can be read.
    #expect(aggregate.tally.lines(.rejected) == 1)
  }
}
