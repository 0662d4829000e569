import Testing

@testable import LogAggregate

/// Who the client is behind proxies.
@Suite struct ForwardedRuleTests {
  static func rule(_ field: String = "x-forwarded-for") throws -> ForwardedRule {
    ForwardedRule(
      field: field,
      trusted: try ["10.0.0.0/8", "192.0.2.1", "2001:db8:ffff::/48"].map { text in
        try NetworkPrefix(text)
      })
  }

  static func client(_ peer: String, _ list: String) throws -> String {
    let bytes = Array(list.utf8)
    let place = try rule().client(peer: Array(peer.utf8).span, list: bytes.span)
    return place.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } ?? peer
  }

  @Test(
    "the client is the first from the right that is no proxy of the site",
    arguments: [
      // A peer that is no proxy is the client, whatever it claims.
      ("203.0.113.9", "198.51.100.4", "203.0.113.9"), ("203.0.113.9", "-", "203.0.113.9"),
      ("10.0.0.1", "203.0.113.9", "203.0.113.9"), ("10.0.0.1:443", "203.0.113.9", "203.0.113.9"),
      ("10.0.0.1", "198.51.100.4, 203.0.113.9", "203.0.113.9"),
      ("10.0.0.1", "198.51.100.4, 203.0.113.9, 10.0.0.2,192.0.2.1", "203.0.113.9"),
      // What the client itself put there does not count.
      ("10.0.0.1", "10.9.9.9, 1.2.3.4, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
      ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
      ("10.0.0.1", "198.51.100.4, unknown", "10.0.0.1"),
      ("10.0.0.1", "unknown, 10.0.0.2", "10.0.0.2"), ("10.0.0.1", "_hidden", "10.0.0.1"),
      ("10.0.0.1", "-", "10.0.0.1"), ("10.0.0.1", "", "10.0.0.1"),
      ("10.0.0.1", ",,", "10.0.0.1"),
      ("10.0.0.1", "203.0.113.9:51234", "203.0.113.9"),
      ("10.0.0.1", "[2001:db8::9]:51234", "2001:db8::9"),
      ("10.0.0.1", "[2001:db8::9]", "2001:db8::9"), ("10.0.0.1", "2001:db8::9", "2001:db8::9"),
      ("10.0.0.1", "::ffff:203.0.113.9", "::ffff:203.0.113.9"),
      ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),
      ("[2001:db8:ffff::1]:80", "203.0.113.9, 2001:db8:ffff:1::2", "203.0.113.9"),
      ("unix:", "203.0.113.9", "203.0.113.9"), ("-", "203.0.113.9", "203.0.113.9"),
      ("", "203.0.113.9, 10.0.0.1", "203.0.113.9"),
      ("10.0.0.1", "198.51.100.4,+203.0.113.9", "203.0.113.9"),
      ("10.0.0.1", " \t203.0.113.9 ", "203.0.113.9"),
      // RFC 7239.
      ("10.0.0.1", "for=203.0.113.9;proto=https;by=10.0.0.1", "203.0.113.9"),
      ("10.0.0.1", #"for=198.51.100.4, FOR="[2001:db8::9]:4711";proto=http"#, "2001:db8::9"),
      ("10.0.0.1", #"for=\"[2001:db8::9]\""#, "2001:db8::9"),
    ])
  func chosen(_ peer: String, _ list: String, _ wanted: String) throws {
    #expect(try Self.client(peer, list) == wanted)
  }

  @Test("any list is read, and what comes out is the peer or an address in the list")
  func anyList() throws {
    var random = SeededRandom(7)
    let pieces = [
      "10.0.0.1", "203.0.113.9", ",", ", ", "[", "]", "::1", ":80", "for=", "\"", ";", "unknown",
      "=", " ", "2001:db8::9",
    ]
    for _ in 0..<4000 {
      let list = (0..<random.int(0...8)).map { _ in random.pick(pieces) }.joined()
      let peer = random.pick(pieces)
      let found = try Self.client(peer, list)
      guard found != peer else { continue }
      #expect(ClientAddress(Array(found.utf8).span) != nil, "\(peer) \(list)")
    }
  }

  /// The client that a format's line names under the rule.
  static func client(
    _ format: String, _ lines: [String], field: String = "x-forwarded-for"
  ) throws -> String? {
    let rule = try rule(field)
    let known = try #require(try KnownFormat(nameOrString: format, forwarded: rule))
    let fields: FieldSet = [.client, .forwarded, .time, .method, .target, .status]
    func read<Format: LogFormat>(_ reader: Format) -> String? {
      var reader = reader
      for line in lines.dropLast() { _ = reader.takes(directive: Array(line.utf8).span) }
      var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
      do throws(Malformed) {
        let record = try reader.parse(
          Array(lines[lines.count - 1].utf8).span, fields: fields, forwarded: rule, into: &places)
        let client = record[.client]
        return String(decoding: client.indices.map { client[$0] }, as: UTF8.self)
      } catch {
        return nil
      }
    }
    return switch known.reading {
    case .combined: read(CombinedFormat())
    case .common: read(CommonFormat())
    case .compiled(let layout): read(CompiledFormat(layout))
    case .json: read(JSONFormat(KnownFormat.jsonNames.naming(rule), fields: .all))
    case .ltsv: read(LTSVFormat(KnownFormat.ltsvNames.naming(rule), fields: .all))
    case .w3c(let dialect): read(W3CFormat(KnownFormat.w3cNames.naming(rule), dialect: dialect))
    }
  }

  static let combined =
    #"10.0.0.1 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5 "-" "x""#

  @Test("every kind of format finds the list under its name")
  func formats() throws {
    let wanted = "203.0.113.9"
    let list = "198.51.100.4, 203.0.113.9, 10.0.0.2"
    #expect(try Self.client("combined", [Self.combined + " \"\(list)\""]) == wanted)
    #expect(try Self.client("combined", [Self.combined]) == "10.0.0.1")
    let nginx = FormatStringTests.combined + #" "$http_x_forwarded_for""#
    #expect(try Self.client(nginx, [Self.combined + " \"\(list)\""]) == wanted)
    let apache = #"%{X-Forwarded-For}i %h %l %u %t \"%r\" %>s %b"#
    #expect(
      try Self.client(apache, ["\(list) " + Self.combined.dropLast(8)]) == wanted)
    let goAccess = #"~h{, } %h %^[%d:%t %^] "%r" %s %b"#
    #expect(try Self.client(goAccess, ["\(list) " + Self.combined.dropLast(8)]) == wanted)
    let envoy =
      #"[2026-10-10T08:25:36.310Z] "GET /a HTTP/2" 200 - 154 0 226 100 "\#(list)" "x" "-" "www.example.org" "-""#
    #expect(try Self.client("envoy", [envoy]) == wanted)
    #expect(
      try Self.client(
        "ltsv",
        [
          "time:[10/Oct/2026:13:55:36 +0530]\thost:10.0.0.1\tx-forwarded-for:\(list)\treq:GET / HTTP/1.1\tstatus:200"
        ]) == wanted)
    #expect(
      try Self.client(
        "w3c",
        [
          "#Fields: date time c-ip cs(X-Forwarded-For) cs-method cs-uri-stem sc-status",
          "2026-10-10 08:25:36 10.0.0.1 198.51.100.4,+203.0.113.9,+10.0.0.2 GET /a 200",
        ]) == wanted)
    for line in [
      #"{"time":"2026-10-10T08:25:36Z","remote_addr":"10.0.0.1","http_x_forwarded_for":"\#(list)","request":"GET / HTTP/1.1","status":200}"#,
      #"{"ts":1791620736.6,"request":{"remote_ip":"10.0.0.1","method":"GET","uri":"/","headers":{"X-Forwarded-For":["\#(list)"]}},"status":200}"#,
      #"{"StartUTC":"2026-10-10T08:25:36Z","ClientHost":"10.0.0.1","request_X-Forwarded-For":"\#(list)","RequestMethod":"GET","RequestPath":"/","DownstreamStatus":200}"#,
    ] {
      #expect(try Self.client("json", [line]) == wanted, "\(line)")
    }
  }

  @Test("a field of another name is found, and the usual one does not count then")
  func otherName() throws {
    let line =
      #"{"time":"2026-10-10T08:25:36Z","remote_addr":"10.0.0.1","http_x_forwarded_for":"198.51.100.4","cf_connecting_ip":"203.0.113.9","request":"GET / HTTP/1.1","status":200}"#
    #expect(try Self.client("json", [line], field: "cf-connecting-ip") == "203.0.113.9")
    let nginx =
      #"$remote_addr "$http_x_forwarded_for" "$http_cf_connecting_ip" [$time_local] "$request" $status"#
    let written =
      #"10.0.0.1 "198.51.100.4" "203.0.113.9" [10/Oct/2026:13:55:36 +0530] "GET / HTTP/1.1" 200"#
    #expect(try Self.client(nginx, [written], field: "cf-connecting-ip") == "203.0.113.9")
    #expect(try Self.client(nginx, [written]) == "198.51.100.4")
  }
}
