import Testing

@testable import LogAggregate

/// The host that is looked up before a referrer is taken apart is the one that is found then, or none at all.
@Suite struct ReferrerHostLikelyTests {
  @Test(
    "the likely host is the host, or is no host",
    arguments: [
      "https://www.example.com/a/b?c", "http://example.com/", "https://example.com/a:b",
      "https://a.example/12345678", "https://user@example.com/path", "https://example.com?x=/a",
      "https://example.com#/a/b", "https://EXAMPLE.com/aaaaaaaa", "https://example.com:8080/a/b",
      "https://[2001:db8::1]/a/b/c", "https://exa mple.com/a/b/c", "https:///a/b/c/d/e",
      "https://example.com\\a/b/c/d", "android-app://com.example.app/", "ftp://example.com/a/b/c",
      "https://\(String(repeating: "a", count: 60)).example/",
    ])
  func likelyIsHost(_ referrer: String) {
    let bytes = Array(referrer.utf8)
    guard let likely = ReferrerHost.likelyRange(in: bytes.span) else { return }
    let host = Array(bytes[likely])
    if let range = ReferrerHost.range(in: bytes.span), range != likely {
      // No referrer names such a host: it holds what ends or begins an authority, or parts it.
      #expect(host.contains { #"?#\@ "#.utf8.contains($0) }, "\(referrer)")
    }
  }

  @Test("what most referrers look like is found at once")
  func usualReferrersAreLikely() {
    for (referrer, host) in [
      ("https://www.example.com/a/b?c", "www.example.com"), ("http://example.com/", "example.com"),
    ] {
      let bytes = Array(referrer.utf8)
      let range = ReferrerHost.likelyRange(in: bytes.span)
      #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == host)
    }
  }
}
