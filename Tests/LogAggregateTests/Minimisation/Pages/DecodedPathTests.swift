import Testing

@testable import LogAggregate

@Suite struct DecodedPathTests {
  @Test(
    "a target's path is decoded, without query and parameters, its dots resolved",
    arguments: [
      ("/", "/"), ("", "/"), ("*", "/*"), ("/a", "/a"), ("/a/", "/a/"), ("/a//b", "/a/b"),
      ("/a?b=/c", "/a"), ("/a#b", "/a"), ("/%61/b", "/a/b"), ("/a%2Fb", "/a/b"),
      ("/a/../b", "/b"), ("/a/./b/.", "/a/b/"), ("/../../a", "/a"), ("/a/b/..", "/a/"),
      ("/a;x=1/b;y", "/a/b"), ("/a/%2e%2e/b", "/b"), ("http://example.com/a", "/a"),
      ("http://example.com", "/"), ("/a\\b", "/a/b"), ("/a%3Fb", "/a"), ("/ä", "/ä"),
    ])
  func decoded(_ target: String, _ path: String) {
    let bytes = Array(target.utf8)
    #expect(String(decoding: PathTemplate.decodedPath(of: bytes.span), as: UTF8.self) == path)
  }
}
