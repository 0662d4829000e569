import Foundation
import Testing

@testable import LogAggregate

@Suite struct ReferrerClassifierTests {
  static let classifier = ReferrerClassifier(ownHosts: [
    "www.Shop.example", "10.1.2.3", "*.own.org:8080",
  ])

  static func classify(_ host: String) -> ReferrerClass {
    let bytes = Array(host.utf8)
    return classifier.classify(host: bytes.span)
  }

  @Test(
    "a host becomes its registrable domain",
    arguments: [
      ("alice.blogspot.com", "blogspot.com"), ("WWW.BBC.co.uk.", "bbc.co.uk"),
      ("203.0.113.9", "(ip)"), ("2001:db8::1", "(ip)"), ("::ffff:203.0.113.9", "(ip)"),
      ("192.168.1.1", "(intranet)"), ("10.0.0.1", "(intranet)"), ("172.20.0.1", "(intranet)"),
      ("127.0.0.1", "(intranet)"), ("::1", "(intranet)"), ("fe80::1%eth0", "(intranet)"),
      ("fd12::1", "(intranet)"), ("::ffff:10.0.0.1", "(intranet)"), ("intranet", "(intranet)"),
      ("localhost", "(intranet)"), ("printer.local", "(intranet)"), ("hr.corp", "(intranet)"),
      ("wiki.internal", "(intranet)"), ("a.lan", "(intranet)"), ("a.home", "(intranet)"),
      ("a.home.arpa", "(intranet)"), ("co.uk", "(invalid)"), ("com.", "(intranet)"),
      ("a..com", "(invalid)"), (".a.com", "(invalid)"), ("a b.com", "(invalid)"), ("", "(invalid)"),
      ("-a.com", "(invalid)"), ("a_b.com", "(invalid)"), ("a_b.example.com", "example.com"),
      ("1.2.3.4.5", "(invalid)"), ("999.1.1.1", "(invalid)"), ("\\xe4.ru", "(invalid)"),
      ("bücher.de", "bücher.de"), ("BU\u{308}CHER.de", "bücher.de"),
      ("www.食狮.公司.cn", "食狮.公司.cn"),
      ("ｅｘａｍｐｌｅ。com", "example.com"), ("p\u{0430}ypal.com", "xn--pypal-4ve.com"),
      ("al\u{200B}ice.com", "(invalid)"), (String(repeating: "a", count: 64) + ".com", "(invalid)"),
      (String(repeating: "a.", count: 200) + "com", "(invalid)"),
      ("portal.example", "portal.example"),
      ("android-app://com.unknown.app", "(app)"), ("ios-app://1", "(app)"),
    ])
  func domains(_ host: String, _ domain: String) {
    #expect(Self.classify(host).domain == domain)
  }

  @Test(
    "hosts of the site and below are internal and are not named",
    arguments: ["shop.example", "WWW.shop.example", "a.b.shop.example.", "10.1.2.3", "x.own.org"])
  func own(_ host: String) {
    let found = Self.classify(host)
    #expect(found.channel == .internalSite && found.domain == nil)
  }

  @Test(
    "hosts that only look like the site's are not internal",
    arguments: ["notshop.example", "10.1.2.30"])
  func foreign(_ host: String) {
    #expect(Self.classify(host).channel != .internalSite)
  }

  @Test(
    "hosts that no list holds are told by what they are",
    arguments: [
      ("www.google.co.in", Channel.search), ("google.com.hk", .search), ("www.google.cat", .search),
      ("de.search.yahoo.com", .search), ("cn.bing.com", .search), ("html.duckduckgo.com", .search),
      ("search.unknown.org", .search), ("suche.unknown.de", .search),
      ("searx.unknown.org", .search),
      ("yandex.kz", .search), ("ya.ru", .search), ("lm.facebook.com", .social), ("t.co", .social),
      ("l.instagram.com", .social), ("out.reddit.com", .social), ("lnkd.in", .social),
      ("old.reddit.com", .social), ("alice.tumblr.com", .social), ("mastodon.unknown.org", .social),
      ("unknown.social", .social), ("www.pinterest.co.kr", .social), ("m.youtube.com", .social),
      ("mail.google.com", .mail), ("outlook.live.com", .mail), ("mail.yahoo.co.jp", .mail),
      ("us-mg5.mail.yahoo.com", .mail), ("webmail.unknown.com", .mail), ("e.mail.ru", .mail),
      ("mail.qq.com", .mail), ("outlook.office365.com", .mail), ("mail01.orange.fr", .mail),
      ("deref-gmx.net", .mail), ("www.perplexity.ai", .aiAssistant),
      ("www.chatgpt.com", .aiAssistant),
      ("gemini.google.com", .aiAssistant), ("www.kimi.com", .aiAssistant),
      ("docs.google.com", .other), ("news.mail.ru", .other),
      ("notgoogle.com", .other),
      ("google.com.evil.org", .other), ("en.wikipedia.org", .other),
      ("facebook.com.evil.org", .other),
      ("android-app://com.google.android.gm", .mail),
      ("android-app://com.twitter.android", .social),
      ("com.google.android.googlequicksearchbox", .search),
      ("android-app://com.unknown", .other),
    ])
  func channels(_ host: String, _ channel: Channel) {
    #expect(Self.classify(host).channel == channel)
  }

  @Test("channel keys are those of the report")
  func keys() {
    let keys = "direct internal search social ai-assistant mail campaign other"
    #expect(Channel.allCases.map(\.key).joined(separator: " ") == keys)
  }

  @Test("every entry of the lists has its channel", .enabled(if: TestReferrers.exist))
  func wholeLists() throws {
    let lists: [(String, Channel)] = [
      ("AIAssistants", .aiAssistant), ("Socials", .social), ("SearchEngines", .search),
    ]
    var known: [String: Channel] = [:]
    var entries = 0
    for (name, channel) in lists {
      for entry in try TestReferrers.hosts(name) {
        // Of a referrer nothing but the host is read: x.com/i/grok is x.com.
        if entry.hasPrefix("android-app") || entry == "x.com/i/grok" { continue }
        let pattern = entry.prefix { $0 != "/" }
        for label in pattern.hasPrefix("{}") ? ["de", "fr-fr"] : ["de", "co.uk", "com.br"] {
          let host = String(pattern.replacing("{}", with: label))
          let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
          // A host in two lists is what the earlier one says.
          let expected = known[bare] ?? channel
          if !pattern.contains("{}") { known[bare] = expected }
          #expect(Self.classify(host).channel == expected, "\(host)")
          entries += 1
        }
      }
    }
    #expect(entries > 2000)
  }

  @Test(
    "every referrer spammer is one, and below it, and nobody else",
    .enabled(if: TestReferrers.exist))
  func spam() throws {
    let file = TestReferrers.folder.appending(path: "matomo-referrer-spam/spammers.txt")
    for host in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let isSuffix = Self.classify(String(host)).domain == "(invalid)"
      #expect(Self.classify(String(host)).spam != isSuffix, "\(host)")
      #expect(Self.classify("www." + host).spam != isSuffix)
      #expect(!Self.classify("x" + host + ".example").spam)
    }
  }
}
