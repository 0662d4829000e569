/// A small site of chance: who saw which page, when, by which agent and from which site.
struct InventedSite {
  struct View {
    let visitor: Int
    let agent: Int
    let page: String
    let day: Int
    let hour: Int
    let referrer: Int
  }
  let views: [View]
  let threshold: Int

  /// For each agent its header, browser, version, platform and device, as the report names them.
  static let agents: [(header: String, keys: [String])] = [
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
      ["Chrome", "Chrome 131", "Windows", "Desktop"]
    ),
    (
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
      ["Chrome", "Chrome 130", "Windows", "Desktop"]
    ),
    (
      "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
      ["Firefox", "Firefox 132", "Linux", "Desktop"]
    ),
    (
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
      ["Safari", "Safari 18", "macOS", "Desktop"]
    ),
    (
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
      ["Safari", "Safari 17", "iOS", "Phone"]
    ),
    (
      "Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
      ["Samsung Internet", "Samsung Internet 27", "Android", "Phone"]
    ),
    (
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
      ["Chrome", "Chrome 131", "Android", "Phone"]
    ),
  ]
  static let pages = [
    "/", "/news/", "/news/war", "/news/sport", "/shop/", "/shop/hats", "/shop/shoes", "/help/",
    "/jobs/",
  ]
  /// For each referrer its header, channel and site.
  static let referrers: [(header: String, channel: String, site: String?)] = [
    ("-", "direct", nil), ("https://www.google.com/", "search", "google.com"),
    ("https://www.bing.com/", "search", "bing.com"),
    ("https://www.facebook.com/", "social", "facebook.com"),
    ("https://blog.example.org/", "other", "example.org"),
  ]

  init(seed: Int) {
    var random = SeededRandom(seed)
    threshold = random.pick([3, 5, 10])
    let crowd = random.pick([30, 80, 200])
    // Some things are far rarer than others, and what is rare goes together.
    let agents = random.bag(Self.agents.count)
    let pages = random.bag(Self.pages.count)
    let referrers = random.bag(Self.referrers.count)
    let (days, hours) = (random.pick([1, 3, 9, 20]), random.pick([2, 6, 24]))
    let (dayBag, hourBag) = (random.bag(days), random.bag(hours))
    views = (0..<crowd).flatMap { visitor in
      let agent = random.pick(agents)
      return (0..<random.pick([1, 1, 2, 4])).map { _ in
        View(
          visitor: visitor, agent: agent, page: Self.pages[random.pick(pages)],
          day: random.pick(dayBag), hour: random.pick(hourBag), referrer: random.pick(referrers))
      }
    }
  }

  /// Its access log, a line for each view.
  var log: String {
    var lines = ""
    for view in views.sorted(by: { ($0.day, $0.hour) < ($1.day, $1.hour) }) {
      lines += "\(InventedLog.address(view.visitor)) - - [\(Self.twoDigits[view.day + 1])/Nov/2026:"
      lines += "\(Self.twoDigits[view.hour]):00:00 +0000] \"GET \(view.page) HTTP/1.1\" 200 5 "
      lines += "\"\(Self.referrers[view.referrer].header)\" \"\(Self.agents[view.agent].header)\"\n"
    }
    return lines
  }

  private static let twoDigits = (0..<40).map { $0 < 10 ? "0\($0)" : "\($0)" }
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// The row of a view in each table that views are sorted by.
  func key(_ view: View, _ table: String) -> String? {
    switch table {
    case "browser": Self.agents[view.agent].keys[0]
    case "browser-version": Self.agents[view.agent].keys[1]
    case "platform": Self.agents[view.agent].keys[2]
    case "device": Self.agents[view.agent].keys[3]
    case "page": view.page
    case "section": "/" + view.page.dropFirst().prefix { $0 != "/" }
    case "channel": Self.referrers[view.referrer].channel
    case "referrer": Self.referrers[view.referrer].site
    case "day": "2026-11-\(Self.twoDigits[view.day + 1])"
    case "weekday": Self.weekdays[view.day % 7]
    case "hour": Self.twoDigits[view.hour]
    default: nil
    }
  }
}
