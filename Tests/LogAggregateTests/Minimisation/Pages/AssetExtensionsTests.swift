import Testing

@testable import LogAggregate

@Suite struct AssetExtensionsTests {
  private func isAsset(_ target: String, _ extensions: AssetExtensions = AssetExtensions()) -> Bool
  {
    let bytes = Array(target.utf8)
    return PathTemplate.isAsset(bytes.span, extensions)
  }

  @Test(
    "the last segment's extension makes an asset",
    arguments: [
      "/a.css", "/a.CSS", "/x/y.min.js", "/logo.png?v=1.2/x", "/a.7z#x", "/a.woff2", "/a.zip;v=1",
      "/favicon.ico", "http://example.com/a.gif", "/doc.pdf", "/.json", "a.jpg",
    ])
  func assets(_ target: String) { #expect(isAsset(target)) }

  @Test(
    "anything else is a page",
    arguments: [
      "", "/", "/a", "/a.html", "/a.css/", "/a.css/b", "/?x=a.css", "/a.cssx", "/a.", "/css",
      "http://example.zip", "http://example.zip/", "http://example.zip?x", "/a;b.css", "/a.c",
      "/a.averyveryverylongextension",
    ])
  func pages(_ target: String) { #expect(!isAsset(target)) }

  @Test("a site adds and removes extensions")
  func changed() {
    let extensions = AssetExtensions(adding: [".PAGE", "webmanifest"], removing: ["pdf", ".CSV"])
    #expect(isAsset("/a.page", extensions) && isAsset("/a.webmanifest", extensions))
    #expect(!isAsset("/a.pdf", extensions) && !isAsset("/a.csv", extensions))
    #expect(isAsset("/a.css", extensions))
  }
}
