import Testing

@testable import LogAggregate

@Suite struct ReferrerHostTests {
  static func host(_ referrer: [UInt8]) -> String? {
    ReferrerHost.range(in: referrer.span).map { String(decoding: referrer[$0], as: UTF8.self) }
  }

  @Test(
    "the host stands alone",
    arguments: [
      ("http://example.com/a?b", "example.com"), ("HTTPS://Example.com", "Example.com"),
      ("https://user:pw@example.com:8080/x@y", "example.com"), ("http://a@b@c.org", "c.org"),
      ("http://example.com:80", "example.com"), ("http://[2001:db8::1]:80/", "2001:db8::1"),
      ("http://[::1", "::1"), ("//example.com/x", "example.com"), ("google.com", "google.com"),
      ("google.com/x:y", "google.com"), ("http://a\\b", "a"), ("http://a.org?x", "a.org"),
      ("http://a.org#x", "a.org"), ("http:///x", ""), ("http://", ""),
      ("http://localhost/", "localhost"),
      ("android-app://com.example.app/x", "android-app://com.example.app"),
      ("ios-app://284815942/http/x", "ios-app://284815942"), ("http://2001:db8::1", "2001:db8:"),
    ])
  func found(_ referrer: String, _ host: String) {
    #expect(Self.host(Array(referrer.utf8)) == host)
  }

  @Test(
    "no other place is named",
    arguments: [
      "", "-", "about:blank", "data:text/html,x", "file:///home/alice/x.html", "javascript:x",
      "chrome-extension://abcdef/x", "/local/path.html", "unknown", "?x=a.b", "x:a.b",
    ])
  func none(_ referrer: String) {
    #expect(Self.host(Array(referrer.utf8)) == nil)
  }

  @Test("any bytes give a range inside them")
  func robust() {
    for text in ["https://user:pw@example.com:8080/x", "http://[::1]:80/x", "android-app://a.b/"] {
      let bytes = Array(text.utf8)
      for index in bytes.indices {
        for byte in [0, 0x40, 0x3A, 0x2F, 0x5B, 0x5D, 0xFF] as [UInt8] {
          var changed = bytes
          changed[index] = byte
          for length in 0...changed.count {
            let prefix = Array(changed[..<length])
            guard let range = ReferrerHost.range(in: prefix.span) else { continue }
            #expect(range.lowerBound >= 0 && range.upperBound <= length)
            _ = ReferrerClassifier(ownHosts: []).classify(host: prefix.span.extracting(range))
          }
        }
      }
    }
  }
}
