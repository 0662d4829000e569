import Testing

@testable import LogAggregate

@Suite struct PathPatternTests {
  static let known: [(String, String, Bool)] = [
    ("/", "/", true), ("/", "/a", false), ("/news/*", "/news/", true),
    ("/news/*", "/news/a/b", true), ("/news/*", "/news", false), ("/news/*", "/newsletter", false),
    ("/*.html", "/a/b.html", true), ("/*.html", "/a/b.htm", false), ("/*/x/*", "/a/x/b", true),
    ("/a*b*c", "/abbbcbc", true), ("/a*b*c", "/abbbcbd", false), ("/*", "/", true),
    ("/**", "/x", true),
  ]

  @Test("a pattern matches whole paths, and a star any text", arguments: known)
  func matching(_ pattern: String, _ path: String, _ matches: Bool) throws {
    #expect(try #require(PathPattern(pattern)).matches(Array(path.utf8).span) == matches)
  }

  @Test(
    "a pattern begins with a slash and holds no query", arguments: ["", "news", "*", "/a?b", "/#x"])
  func refused(_ text: String) {
    #expect(PathPattern(text) == nil)
  }

  @Test("all short patterns match as the recursive definition says")
  func sameAsNaive() throws {
    var texts = [""]
    for _ in 0..<5 { texts += texts.flatMap { text in ["a", "b", "*"].map { text + $0 } } }
    let patterns = Set(texts).filter { $0.count <= 4 }
    let paths = Set(texts).filter { $0.count <= 5 && !$0.contains("*") }
    for pattern in patterns {
      let compiled = try #require(PathPattern("/" + pattern))
      for path in paths {
        let expected = Self.naive(Array(pattern)[...], Array(path)[...])
        #expect(
          compiled.matches(Array("/\(path)".utf8).span) == expected, "\(pattern) on \(path)")
      }
    }
  }

  private static func naive(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>) -> Bool
  {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "*" {
      return naive(pattern.dropFirst(), path) || !path.isEmpty && naive(pattern, path.dropFirst())
    }
    return path.first == first && naive(pattern.dropFirst(), path.dropFirst())
  }
}
