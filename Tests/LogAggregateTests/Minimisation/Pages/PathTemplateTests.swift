import Testing

@testable import LogAggregate

@Suite struct PathTemplateTests {
  static let template = PathTemplate()

  static func reduce(_ target: String) -> (page: String, section: String) {
    reduce(Array(target.utf8))
  }

  static func reduce(_ target: [UInt8]) -> (page: String, section: String) {
    var page: [UInt8] = Array("left over".utf8)
    var section: [UInt8] = []
    template.reduce(target.span, page: &page, section: &section)
    return (String(decoding: page, as: UTF8.self), String(decoding: section, as: UTF8.self))
  }

  @Test(
    "a path becomes its page and section",
    arguments: [
      ("/", "/", "/"), ("", "/", "/"), ("/news/123/", "/news/:num/", "/news"),
      ("/news/123", "/news/:num", "/news"), ("/news", "/news", "/news"),
      ("/news/", "/news/", "/news"), ("/about.html", "/about.html", "/"),
      ("/index.html", "/", "/"), ("/shop/INDEX.PHP?x=y", "/shop/", "/shop"),
      ("/shop/default.aspx", "/shop/", "/shop"), ("/123.html", "/:num.html", "/"),
      ("/a/9f86d081-884c-7d65-9a2f-eaa0c55ad015.html", "/a/:uuid.html", "/a"),
      ("/2012/06/27/jboss-tools-deploy-from/", "/:num/:num/:num/jboss-tools-deploy-from/", "/:num"),
      ("/a/b/c/d", "/a/b/c/d", "/a"), ("/a/b/c/d/e", "/a/b/c/d/", "/a"),
      ("/a/b/c/d/e/../..", "/a/b/c/", "/a"), ("/a/./b//c\\d", "/a/b/c/d", "/a"),
      ("/../../etc/passwd", "/etc/passwd", "/etc"), ("/a/..", "/", "/"),
      ("/a;v=1/b;jsessionid=1F2A", "/a/b", "/a"), ("/a#x", "/a", "/a"),
      ("/a%2Fb", "/a/b", "/a"), ("/a%3Fx=secret", "/a", "/a"), ("/a%23x", "/a", "/a"),
      ("http://example.com", "/", "/"), ("HTTPS://example.com:8080/x/y", "/x/y", "/x"),
      ("//pma/setup.php", "/pma/setup.php", "/pma"), ("*", "/*", "/*"),
      ("/caf%C3%A9", "/café", "/café"), ("/cafe%CC%81", "/café", "/café"),
      ("/%EC%9D%98", "/의", "/의"), ("/%E1%84%8B%E1%85%B4", "/의", "/의"),
      ("/users/alice/photos", "/users/:user/photos", "/users"),
      ("/users/login", "/users/login", "/users"), ("/user/login.php", "/user/login.php", "/user"),
      ("/wiki/Category:Trees", "/wiki/Category:Trees", "/wiki"),
      ("/100%", "/:num", "/:num"), ("/50%25-off", "/50%-off", "/50%-off"),
    ])
  func known(_ target: String, _ page: String, _ section: String) {
    let reduced = Self.reduce(target)
    #expect(reduced.page == page)
    #expect(reduced.section == section)
  }

  @Test(
    "short mixed words and plain words of any language stay readable",
    arguments: [
      "/iphone15", "/mp3-player", "/2024-review", "/top-10-tips", "/html5", "/covid19",
      "/node.js", "/v1.2", "/look-at-me.html", "/JavaScript", "/XMLHttpRequest",
      "/HowToBuildRichInternetApps", "/%2Bplus", "/product/گوشی-موبایل", "/新闻/国际",
      "/समाचार/भारत", "/über-uns/straße", "/Обзор-iphone", "/ニュース", "/iPhone手机", "/ข่าว",
      "/it's", "/„zitat“", "/user-guide", "/user_manual", "/member-benefits", "/user-guides",
      "/what-is-new-at-the-fair", "/look-at-me", "/people-at-work", "/orders/new", "/order/history",
      "/tickets/concerts", "/booking/hotels-in-paris", "/search/advanced", "/mp3player",
      "/strengths",
      "/IPHONE15", "/XHTML", "/jquery", "/how-to-reset-a-router/comments", "/author-guidelines",
      "/customer-service", "/user/settings/email", "/BMW-M3", "/WordPress", "/iPhone", "/rhythm",
    ])
  func readable(_ path: String) {
    let expected = path.replacing("%2B", with: "+")
    #expect(Self.reduce(path).page == expected)
    let encoded = path.utf8.map { byte in
      byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
    }.joined()
    #expect(Self.reduce(encoded).page == expected)
  }

  @Test(
    "a segment that names a person or a thing of one becomes a placeholder",
    arguments: [
      ("4417749", ":num"), ("2024-01-15", ":num"), ("192.0.2.1", ":num"), ("+49-170-1234", ":num"),
      ("۱۲۳", ":num"), ("４４１７", ":num"), ("deadbeef", ":hex"), ("DEADBEEF01", ":hex"),
      ("123e4567-e89b-12d3-a456-426614174000", ":uuid"),
      ("alice@example.org", ":email"), ("alice%40example.org", ":email"),
      ("alice%2540example.org", ":email"), ("alice%252540example.org", ":email"),
      ("alice＠example", ":email"), ("alice﹫example", ":email"), ("alice%20at%20example", ":email"),
      ("alice+at+example.org", ":email"), ("alice(at)example.org", ":email"),
      ("alice-at-example.org", ":email"), ("alice_at_example_dot_org", ":email"),
      ("alice-at-example-dot-org", ":email"),
      ("alice\\x40example.org", ":email"), ("~alice", ":user"), ("%7Ealice", ":user"),
      ("@alice", ":user"), ("User:Alice", ":user"), ("User_talk:Alice", ":user"),
      ("alice:secret", ":id"), ("host:8080", ":id"),
      (String(repeating: "x", count: 33), ":id"), ("abcdefghijk1", ":id"), ("u4417749", ":id"),
      ("dQw4w9WgXcQ", ":id"), ("x7k2m9qp", ":id"), ("eyJhbGciOiJI", ":id"),
      ("aGVsbG8gd29ybGQ=", ":id"), ("QWxpY2VAZXhhbXBsZS5jb20", ":id"), ("id=alice", ":id"),
      ("p\u{0430}ypal", ":id"), ("al\u{200B}ice", ":id"), ("al\u{202E}ice", ":id"),
      ("%FFalice", ":id"), ("%C0%AFalice", ":id"), ("alice%00", ":id"), ("alice%0A", ":id"),
      ("al\u{E000}ice", ":id"), ("%u0061lice", ":id"), ("%25252561lice", ":id"),
      ("<script>", ":id"), ("al\u{0301}\u{0301}", ":id"), ("．．", ":id"),
    ])
  func placeholders(_ segment: String, _ placeholder: String) {
    #expect(Self.reduce("/a/" + segment).page == "/a/" + placeholder)
  }

  @Test(
    "what follows a segment for users or secrets is never told",
    arguments: [
      ("/u/alice", "/u/:user"), ("/user/4417749", "/user/:user"),
      ("/Users/Alice/", "/Users/:user/"),
      ("/profile/alice.html", "/profile/:user.html"), ("/members/alice", "/members/:user"),
      ("/author/john-doe/feed", "/author/:user/feed"), ("/用户/alice", "/用户/:user"),
      ("/wiki/Special:Contributions/Alice", "/wiki/Special:Contributions/:user"),
      ("/reset/hunter", "/reset/:id"), ("/password/reset/Tr0ub4dor", "/password/reset/:id"),
      ("/verify/alice%40example.org", "/verify/:email"),
    ])
  func namespaces(_ target: String, _ page: String) {
    #expect(Self.reduce(target).page == page)
  }

  @Test("no secret of the corpus survives", arguments: PathTemplateCorpus.all)
  func corpus(_ target: String, _ secrets: [String]) {
    let reduced = Self.reduce(target)
    for secret in secrets {
      #expect(!reduced.page.lowercased().contains(secret.lowercased()), "\(reduced.page)")
      #expect(!reduced.section.lowercased().contains(secret.lowercased()), "\(reduced.section)")
    }
  }

  @Test("every prefix and every changed byte gives valid text of at most four segments")
  func robust() {
    for (target, _) in PathTemplateCorpus.all {
      let bytes = Array(target.utf8)
      for length in 0...bytes.count { check(Array(bytes[..<length])) }
      for index in bytes.indices {
        for byte in [0x00, 0x25, 0x2F, 0x2E, 0x5C, 0x80, 0xC3, 0xF0, 0xFF] as [UInt8] {
          var changed = bytes
          changed[index] = byte
          check(changed)
        }
      }
    }
  }

  private func check(_ bytes: [UInt8]) {
    var page: [UInt8] = []
    var section: [UInt8] = []
    Self.template.reduce(bytes.span, page: &page, section: &section)
    #expect(page.first == UInt8(ascii: "/") && section.first == UInt8(ascii: "/"))
    #expect(String(validating: page, as: UTF8.self) != nil)
    #expect(page.split(separator: UInt8(ascii: "/")).count <= PathTemplate.depth)
    #expect(page.starts(with: section))
    #expect(!page.contains { $0 < 0x20 || $0 == 0x7F })
    #expect(!page.contains(UInt8(ascii: "?")) && !page.contains(UInt8(ascii: ";")))
  }

  @Test("the same segments come out, however often they were encoded")
  func encodingInvariance() {
    for (target, _) in PathTemplateCorpus.all
    where !target.contains("://") && !target.contains("%") && !target.contains("\\") {
      let path = target.prefix { $0 != "?" && $0 != "#" }
      var encoded = String(path)
      for _ in 0..<PathNormalDecoding.rounds {
        encoded = encoded.utf8.map { byte in
          byte == 0x2F ? "/" : "%" + String(Int(byte) + 0x100, radix: 16).dropFirst()
        }.joined()
        #expect(Self.reduce(encoded) == Self.reduce(String(path)))
        if encoded.utf8.count > 4000 { break }
      }
    }
  }

  @Test("what the short way calls plain, the long way shows too")
  func plainTwin() {
    var state: UInt64 = 11
    var plain = 0
    for _ in 0..<20000 {
      let text = (0..<Int(state >> 60) + 1).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Array("aabcdeftt--tzgo.A1@".utf8)[Int(state >> 33) % 19]
      }
      if SegmentShape.isPlain(text.span) {
        plain += 1
        #expect(SegmentShape(text.span).placeholder(for: text.span) == nil)
      }
    }
    #expect(plain > 500)
  }

  @Test("dot segments resolve as a list of names that grows and shrinks does")
  func naiveTwin() {
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<5000 {
      let parts = (0..<next(9)).map { _ in ["", ".", "..", "a", "b", "c.html", "12"][next(7)] }
      let target = "/" + parts.joined(separator: "/")
      var kept: [String] = []
      for part in parts where part != "" && part != "." {
        if part == ".." { _ = kept.popLast() } else { kept.append(part == "12" ? ":num" : part) }
      }
      let isDirectory = ["", ".", ".."].contains(parts.last ?? "") || kept.count > 4
      let page = "/" + kept.prefix(4).joined(separator: "/")
      let closed = parts.last == ".." ? page + "/" : page
      let expected = kept.isEmpty ? "/" : isDirectory && parts.last != ".." ? page + "/" : closed
      #expect(Self.reduce(target).page == expected, "\(target)")
    }
  }
}
