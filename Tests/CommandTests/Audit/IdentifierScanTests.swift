import Testing

@testable import logagg

@Suite struct IdentifierScanTests {
  @Test(
    "what names a person is told by its form",
    arguments: [
      ("/from/192.0.2.17/", "an IPv4 address"), ("ip-192-0-2-17.example", "an IPv4 address"),
      ("/x/2001:db8::17", "an IPv6 address"), ("2001:db8:0:1:2:3:4:5", "an IPv6 address"),
      ("/dev/00:1b:63:84:45:e6", "a hardware address"),
      ("/u/alice@example.org", "an e-mail address"),
      ("/u/alice%40example.org", "an e-mail address"),
      ("/u/alice%2540example.org", "an e-mail address"),
      ("/a/255.1.2.3", "an IPv4 address"),
      ("/u/alice_at_example_com", "an e-mail address"),
      ("alice at example dot org", "an e-mail address"),
      ("/t/eyJhbGciOiJIUzI1NiJ9", "a signed token (JWT)"),
      ("/i/0b6c3c9e-54cf-4a0a-9a6e-3c1f0a9d7a11", "a UUID"),
      ("/r/9f86d081884c7d659a2f", "a hexadecimal token"),
      ("/s/aB3dE9fGh1JkLm2NoP", "a random token"),
      ("4111 1111 1111 1111", "a card number"), ("/p/4111111111111111", "a card number"),
      ("+44 20 7946 0958", "a telephone number"), ("/order/1234567890/", "a long number"),
      ("Mozilla/5.0 (X11; Linux x86_64)", "a user agent"),
      ("/find?name=x", "a URL with a query"),
    ])
  func told(word: String, form: String) {
    #expect(IdentifierScan.suspicion(of: word) == form)
  }

  @Test(
    "what reports show is left alone",
    arguments: [
      "/news/:num/", "/2026-01-15-release-notes", "Chrome 131", "Samsung Internet", "example.co.in",
      "2026-11-19", "23", "(other)", "/books/the-night-circus-and-other-stories/", "1920x1080",
      "Reliance Jio Infocomm Limited", "/archive/20261119/", "xn--bcher-kva.example", "/", "2xx",
      "/news → /sport", "iPadOS", "spring-sale / mail / newsletter", "Shown at least 50 visitors.",
      "12:30", "/docs/v1.2.3/", "ÄÖÜ ありがとう",
    ])
  func leftAlone(word: String) {
    #expect(IdentifierScan.suspicion(of: word) == nil)
  }

  @Test("a finding never repeats the word that it is about")
  func silent() {
    let findings = SampleAudit.findings(replacing: "/news/:num/", by: "/u/alice@example.org")
    let found = findings.filter { $0.rule == .identifier }
    #expect(found.map(\.place) == ["tables page, row 1"])
    #expect(!found.contains { "\($0)".contains("alice") })
  }
}
