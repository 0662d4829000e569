/// An app that opened a page and named itself as the referrer.
struct ReferrerApp: Equatable, Sendable {
  let channel: Channel
  /// The domain of the service that the app belongs to, or `(app)`.
  let domain: String

  /// Reads `android-app://package`, `ios-app://number`, or a package that is known without them.
  /// - Complexity: O(length of `host` · apps).
  init?(host: Span<UInt8>) {
    let prefix = ReferrerHost.isApp(host: host) ? ReferrerHost.appPrefixLength(of: host) : 0
    let name = host.extracting(droppingFirst: prefix)
    for (app, channel, domain) in Self.known where name.equalsIgnoringCase(app) {
      self.channel = channel
      self.domain = domain
      return
    }
    guard prefix > 0 else { return nil }
    channel = .other
    domain = "(app)"
  }

  /// - Source: package names of Google Play; the numbers are of Apple's App Store.
  private static let known: [(StaticString, Channel, String)] = [
    ("com.google.android.googlequicksearchbox", .search, "google.com"),
    ("com.google.android.apps.searchlite", .search, "google.com"),
    ("com.google.android.gm", .mail, "google.com"),
    ("com.google.android.gm.lite", .mail, "google.com"),
    ("com.google.android.youtube", .social, "youtube.com"),
    ("com.google.android.apps.plus", .social, "google.com"),
    ("com.google.android.apps.bard", .aiAssistant, "google.com"),
    ("com.microsoft.bing", .search, "bing.com"),
    ("com.duckduckgo.mobile.android", .search, "duckduckgo.com"),
    ("ru.yandex.searchplugin", .search, "yandex.ru"),
    ("com.yandex.searchapp", .search, "yandex.com"),
    ("com.baidu.searchbox", .search, "baidu.com"),
    ("com.ecosia.android", .search, "ecosia.org"),
    ("com.qwant.liberty", .search, "qwant.com"),
    ("com.nhn.android.search", .search, "naver.com"),
    ("com.facebook.katana", .social, "facebook.com"),
    ("com.facebook.lite", .social, "facebook.com"),
    ("com.facebook.orca", .social, "messenger.com"),
    ("com.instagram.android", .social, "instagram.com"),
    ("com.instagram.barcelona", .social, "threads.net"),
    ("com.twitter.android", .social, "x.com"),
    ("com.twitter.android.lite", .social, "x.com"),
    ("com.linkedin.android", .social, "linkedin.com"),
    ("linkedin.android", .social, "linkedin.com"),
    ("com.pinterest", .social, "pinterest.com"),
    ("com.reddit.frontpage", .social, "reddit.com"),
    ("com.snapchat.android", .social, "snapchat.com"),
    ("com.tumblr", .social, "tumblr.com"),
    ("com.vkontakte.android", .social, "vk.com"),
    ("com.whatsapp", .social, "whatsapp.com"),
    ("com.zhiliaoapp.musically", .social, "tiktok.com"),
    ("com.ss.android.ugc.trill", .social, "tiktok.com"),
    ("com.tencent.mm", .social, "wechat.com"),
    ("com.sina.weibo", .social, "weibo.com"),
    ("com.discord", .social, "discord.com"),
    ("com.slack", .social, "slack.com"),
    ("com.quora.android", .social, "quora.com"),
    ("com.laurencedawson.reddit_sync", .social, "reddit.com"),
    ("com.andrewshu.android.reddit", .social, "reddit.com"),
    ("io.syncapps.lemmy_sync", .social, "lemmy.world"),
    ("org.joinmastodon.android", .social, "joinmastodon.org"),
    ("org.telegram.messenger", .social, "telegram.org"),
    ("org.thunderdog.challegram", .social, "telegram.org"),
    ("xyz.blueskyweb.app", .social, "bsky.app"),
    ("jp.naver.line.android", .social, "line.me"),
    ("com.openai.chatgpt", .aiAssistant, "chatgpt.com"),
    ("com.anthropic.claude", .aiAssistant, "claude.ai"),
    ("ai.perplexity.app.android", .aiAssistant, "perplexity.ai"),
    ("com.microsoft.copilot", .aiAssistant, "microsoft.com"),
    ("com.deepseek.chat", .aiAssistant, "deepseek.com"),
    ("com.microsoft.office.outlook", .mail, "outlook.com"),
    ("com.yahoo.mobile.client.android.mail", .mail, "yahoo.com"),
    ("com.fsck.k9", .mail, "(app)"),
    ("net.thunderbird.android", .mail, "(app)"),
    ("com.samsung.android.email.provider", .mail, "(app)"),
    ("ch.protonmail.android", .mail, "proton.me"),
    ("de.gmx.mobile.android.mail", .mail, "gmx.net"),
    ("de.web.mobile.android.mail", .mail, "web.de"),
    ("ru.mail.mailapp", .mail, "mail.ru"),
    ("284815942", .search, "google.com"),
    ("284882215", .social, "facebook.com"),
    ("333903271", .social, "x.com"),
    ("389801252", .social, "instagram.com"),
    ("288429040", .social, "linkedin.com"),
    ("422689480", .mail, "google.com"),
  ]
}
