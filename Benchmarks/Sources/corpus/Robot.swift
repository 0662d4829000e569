/// A program that visits the site: who it says it is and how it behaves.
struct Robot {
  /// How a robot goes through the site.
  enum Behaviour: String {
    /// Fetches robots.txt, then page after page, sometimes with their files.
    case crawl
    /// Asks again and again whether the site is up.
    case monitor
    /// Asks for the feed, mostly told that nothing is new.
    case feed
    /// Fetches one page, and its picture, to show a preview.
    case preview
    /// Fetches a few pages and nothing else.
    case script
    /// Tries known holes.
    case scan
    /// Fetches pages as fast as it can from one small network, under a browser's name.
    case flood
  }

  let agent: String
  let weight: Int
  let behaviour: Behaviour
  let addressCount: Int

  /// Reads a row of the table below; `nil` when it is none.
  private init?(row: Substring) {
    let parts = row.split(separator: " ", maxSplits: 3)
    guard parts.count == 4, let behaviour = Behaviour(rawValue: String(parts[0])),
      let weight = Int(parts[1]), let addressCount = Int(parts[2])
    else { return nil }
    agent = String(parts[3])
    self.weight = weight
    self.behaviour = behaviour
    self.addressCount = addressCount
  }

  /// All robots; the flood, which is last, only where `flooded`.
  static func all(flooded: Bool) -> [Robot] {
    let robots = table.split(separator: "\n").compactMap { Robot(row: $0) }
    return flooded ? robots : robots.filter { $0.behaviour != .flood }
  }

  /// Behaviour, weight among visits, number of addresses, agent.
  /// - Source: the agents that these programs publish.
  private static let table = #"""
    crawl 60 60 Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
    crawl 90 80 Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.8010.61 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)
    crawl 14 20 Googlebot-Image/1.0
    crawl 70 70 Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/136.0.0.0 Safari/537.36
    crawl 26 30 Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)
    crawl 10 20 Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)
    crawl 6 8 DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)
    crawl 24 40 Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)
    crawl 64 40 Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; GPTBot/1.2; +https://openai.com/gptbot
    crawl 18 16 Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; OAI-SearchBot/1.0; +https://openai.com/searchbot
    script 30 60 Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot
    crawl 56 30 Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)
    crawl 16 12 Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)
    crawl 14 8 CCBot/2.0 (https://commoncrawl.org/faq/)
    crawl 40 50 meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)
    crawl 34 60 Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)
    crawl 36 50 Mozilla/5.0 (compatible; Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot)
    crawl 58 90 Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)
    crawl 48 60 Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)
    crawl 22 40 Mozilla/5.0 (compatible; MJ12bot/v1.4.8; http://mj12bot.com/)
    crawl 16 10 Mozilla/5.0 (compatible; DotBot/1.2; +https://opensiteexplorer.org/dotbot; help@moz.com)
    crawl 14 10 Mozilla/5.0 (compatible; DataForSeoBot/1.0; +https://dataforseo.com/dataforseo-bot)
    crawl 20 40 Mozilla/5.0 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)
    monitor 5 24 Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)
    monitor 3 30 Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)
    monitor 2 12 Mozilla/5.0 (compatible; StatusCake; +https://www.statuscake.com)
    monitor 2 1 Blackbox Exporter/0.25.0
    preview 90 60 facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)
    preview 34 20 Twitterbot/1.0
    preview 20 16 Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)
    preview 24 8 TelegramBot (like TwitterBot)
    preview 60 200 WhatsApp/2.24.20.79 A
    preview 18 20 LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)
    preview 16 12 Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)
    feed 60 4 Feedly/1.0 (+http://www.feedly.com/fetcher.html; 412 subscribers; )
    feed 60 40 Tiny Tiny RSS/24.08 (https://tt-rss.org/)
    feed 60 50 Miniflux/2.2.6 (+https://miniflux.app)
    feed 60 60 FreshRSS/1.26.0 (Linux; https://freshrss.org)
    feed 50 120 NetNewsWire (RSS Reader; https://netnewswire.com/)
    feed 30 4 Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 38 subscribers; )
    script 60 40 curl/8.5.0
    script 24 20 curl/7.88.1
    script 14 16 Wget/1.21.3
    script 90 80 python-requests/2.32.3
    script 20 20 python-httpx/0.28.1
    script 30 30 Python/3.12 aiohttp/3.11.11
    script 60 60 Go-http-client/2.0
    script 40 50 Go-http-client/1.1
    script 26 60 okhttp/4.12.0
    crawl 20 8 Scrapy/2.12.0 (+https://scrapy.org)
    script 30 40 Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/154.0.0.0 Safari/537.36
    script 18 20 axios/1.7.9
    script 26 60 -
    scan 30 120 -
    scan 18 60 Mozilla/5.0 zgrab/0.x
    scan 10 24 Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)
    scan 8 24 Hello from Palo Alto Networks, find out more about our scans in https://docs-cortex.paloaltonetworks.com/r/1/Cortex-Xpanse/Scanning-activity
    scan 30 100 Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.108 Safari/537.36
    scan 14 60 Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/44.0.2403.157 Safari/537.36
    scan 8 20 libredtail-http
    scan 4 8 Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)
    scan 3 4 sqlmap/1.8.11#stable (https://sqlmap.org)
    script 10 30 WordPress/6.7.1; https://garden-club-017.org
    flood 700 48 Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36
    """#
}
