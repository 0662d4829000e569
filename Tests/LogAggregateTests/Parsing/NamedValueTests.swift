import Testing

@testable import LogAggregate

@Suite struct NamedValueTests {
  static func read(_ format: KnownFormat, _ text: String) -> [Field: String]? {
    FormatLawTests.reader(format)(Array(text.utf8), .all.union(.query)).map { found in
      var fields = found.fields.filter { !$0.value.isEmpty }.mapValues {
        String(decoding: $0, as: UTF8.self)
      }
      fields[.status] = String(found.status)
      fields[.time] = String(found.time)
      return fields
    }
  }

  @Test("Caddy's nested members, with what a container puts before them")
  func caddy() {
    let line =
      #"caddy  | {"level":"info","ts":1791620736.6,"request":{"remote_ip":"10.0.0.1","client_ip":"203.0.113.9","proto":"HTTP/2.0","method":"GET","host":"www.example.org","uri":"/a?x=1","headers":{"X-Status":["500"],"User-Agent":["Mozilla/5.0 (X11)"],"Referer":["https://example.com/"]}},"user_id":"jane","size":7,"status":200,"resp_headers":{"status":["1"]}}"#
    #expect(
      Self.read(.json, line) == [
        .client: "203.0.113.9", .time: "1791620736", .method: "GET", .target: "/a?x=1",
        .status: "200",
        .byteCount: "7", .user: "jane", .host: "www.example.org", .userAgent: "Mozilla/5.0 (X11)",
        .referrer: "https://example.com/",
      ])
  }

  @Test(
    "escapes are decoded, nginx's invalid ones too",
    arguments: [
      (#"x \x22y\x22"#, "x \"y\""), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
      (#"\u00e9\ud83d\ude00"#, "é😀"),
      (#"\ud83d x"#, "\u{FFFD} x"), (#"\q\xZZ"#, "qxZZ"), ("plain", "plain"), (#"end\\"#, "end\\"),
    ])
  func escapes(_ written: String, _ wanted: String) {
    let line =
      #"{"time":"2026-10-10T08:25:36Z","request":"GET /a HTTP/1.1","status":200,"http_user_agent":"\#(written)"}"#
    #expect(Self.read(.json, line)?[.userAgent] == wanted)
  }

  @Test(
    "a time is read in every form",
    arguments: [
      #""2026-10-10T13:55:36+05:30""#, #""2026-10-10T13:55:36.123456789+0530""#,
      #""2026-10-10 08:25:36""#,
      #""2026-10-10T08:25:36Z""#, "1791620736", "1791620736.9", #""1791620736.9""#, "1791620736123",
      "1791620736123456", "1791620736123456789", #""10/Oct/2026:13:55:36 +0530""#,
      #""[10/Oct/2026:13:55:36 +0530]""#, #""2026/10/10 08:25:36""#, #""2026-10-10T03:25:36-05""#,
    ])
  func times(_ written: String) {
    let line = #"{"time":\#(written),"request":"GET /a HTTP/1.1","status":200}"#
    #expect(Self.read(.json, line)?[.time] == "1791620736")
  }

  @Test(
    "what is no time is no request",
    arguments: [
      "-1", "99999999999", #""2026-13-10T08:25:36Z""#, #""1969-12-31T23:59:59Z""#,
      #""2106-01-01T00:00:00Z""#, "null",
    ])
  func noTimes(_ written: String) {
    #expect(
      Self.read(.json, #"{"time":\#(written),"request":"GET /a HTTP/1.1","status":200}"#) == nil)
  }

  @Test("CloudFront's agent is decoded, and its query is a column of its own")
  func cloudFront() throws {
    let found = try #require(Self.read(.cloudFront, KnownFormat.cloudFront.samples[0]))
    #expect(found[.userAgent] == #"Mozilla/5.0 (X11; "x")"#)
    #expect(found[.query] == "x=1")
    #expect(found[.host] == "d111.cloudfront.net")
  }

  @Test(
    "CloudFront's percent signs in targets and queries are as they were sent, written once or twice",
    arguments: [
      ("a%2520b", "a%20b"), ("a%20b", "a%20b"), ("100%25", "100%25"), ("%25zz", "%25zz"),
      ("%252525", "%2525"), ("%2541%25", "%41%25"), ("%25", "%25"), ("%254", "%254"),
    ])
  func percentSigns(_ written: String, _ sent: String) throws {
    let header = "#Fields: date time x-edge-location cs-uri-stem cs-uri-query sc-status\n"
    let line = "\(header)2026-10-10\t08:25:36\tLHR\t/\(written)\tx=\(written)\t200"
    let found = try #require(Self.read(.cloudFront, line))
    #expect(found[.query] == "x=\(sent)")
    #expect(found[.target] == "/\(sent)")
  }

  @Test("in a W3C agent plus signs are spaces, in quotes they are not")
  func plus() {
    let header =
      "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)\n2026-10-10 08:25:36 203.0.113.9 GET /a+b 200 "
    #expect(Self.read(.w3c, header + "Mozilla/5.0+(X11)")?[.userAgent] == "Mozilla/5.0 (X11)")
    #expect(Self.read(.w3c, header + "\"a+b c\"")?[.userAgent] == "a+b c")
    #expect(Self.read(.w3c, header + "x")?[.target] == "/a+b")
  }

  @Test(
    "GoAccess' names are known in any case",
    arguments: [
      "COMBINED", "VCOMBINED", "COMMON", "VCOMMON", "W3C", "SQUID", "CLOUDFRONT", "CLOUDSTORAGE",
      "AWSELB", "AWSALB",
      "AWSS3", "CADDY", "TRAEFIKCLF",
    ])
  func names(_ name: String) {
    #expect(KnownFormat(name: name) != nil)
    #expect(KnownFormat(name: name.lowercased()) == KnownFormat(name: name))
  }

  @Test("a column that is not wanted must be there, one behind all that tell something need not")
  func missingColumns() {
    let names = "date time cs-uri-stem sc-status c-ip cs(Referer)"
    let columns = ["2026-10-10", "08:25:36", "/a", "200", "203.0.113.9", "-"]
    for (format, separator, more) in [
      (KnownFormat.w3c, " ", "x-own"), (.cloudFront, "\t", "x-edge-id"),
    ] {
      let header = "#Fields: \(names) \(more)\n"
      for count in columns.indices {
        let line = header + columns.prefix(count + 1).joined(separator: separator)
        for wanted in [FieldSet.all, []] {
          let found = FormatLawTests.reader(format)(Array(line.utf8), wanted)
          #expect((found != nil) == (count == columns.count - 1), "\(format.name), \(count)")
        }
      }
    }
  }

  @Test(
    "of W3C columns only the agent has plus signs for spaces, of CloudFront's only it is percent-encoded once"
  )
  func encodings() throws {
    let spaced =
      "#Fields: date time cs-uri-stem sc-status cs(Referer) cs(User-Agent)\n2026-10-10 08:25:36 /a%20b 200 https://example.com/a+b a+b%20c"
    let found = try #require(Self.read(.w3c, spaced))
    #expect(found[.target] == "/a%20b" && found[.referrer] == "https://example.com/a+b")
    #expect(found[.userAgent] == "a b%20c")
    let tabbed =
      "#Fields: date time x-edge-location cs-uri-stem sc-status cs(Referer) cs(User-Agent)\n2026-10-10\t08:25:36\tLHR\t/a\t200\thttps://example.com/%2520+\ta+b%2520c%20d"
    let other = try #require(Self.read(.cloudFront, tabbed))
    #expect(other[.referrer] == "https://example.com/%2520+")
    #expect(other[.userAgent] == "a+b%20c d")
  }

  @Test("a W3C agent in quotes ends at the quote that a separator or the line's end follows")
  func quotedAgents() {
    let header = "#Fields: date time cs-uri-stem cs(User-Agent) sc-status\n2026-10-10 08:25:36 /a "
    for (written, agent) in [
      (#""a b" 200"#, "a b"), (#""a"b c" 200"#, #"a"b c"#), ("\"a b\"\t200", "a b"),
      (#""say "x"y" 200"#, #"say "x"y"#), (#"  a+b   200"#, "a b"),
    ] {
      #expect(Self.read(.w3c, header + written)?[.userAgent] == agent, "\(written)")
      #expect(Self.read(.w3c, header + written)?[.status] == "200", "\(written)")
    }
    #expect(Self.read(.w3c, header + #""a b 200"#) == nil)
    #expect(Self.read(.w3c, header + #""a b"200"#) == nil)
    // No column is behind it.
    #expect(Self.read(.w3c, header + #""a b""#) == nil)
    let last =
      "#Fields: date time cs-uri-stem sc-status cs(User-Agent)\n2026-10-10 08:25:36 /a 200 "
    #expect(Self.read(.w3c, last + #""a b""#)?[.userAgent] == "a b")
    #expect(Self.read(.w3c, last + #""a b"#) == nil)
    let client =
      "#Fields: date time cs-uri-stem cs(User-Agent) sc-status c-ip\n2026-10-10 08:25:36 /a "
    #expect(Self.read(.w3c, client + #""a b" 200 203.0.113.9"#)?[.client] == "203.0.113.9")
    #expect(Self.read(.w3c, client + #""a b" 200"#) == nil)
  }
}
