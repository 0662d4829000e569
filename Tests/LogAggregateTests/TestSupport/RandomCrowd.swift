/// Who visits a site in a ``RandomLog``, and what their lines look like.
struct RandomCrowd {
  private struct Member {
    let client: String
    let agent: String
  }
  private let members: [Member]

  private static let webKit = "AppleWebKit/537.36 (KHTML, like Gecko)"
  private static let appleWebKit = "AppleWebKit/605.1.15 (KHTML, like Gecko)"

  static let agents = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) \(webKit) Chrome/141.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) \(webKit) Chrome/140.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) \(webKit) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) \(appleWebKit) Version/18.6 Safari/605.1.15",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) \(appleWebKit) Version/18.6"
      + " Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 14; SM-S918B) \(webKit) SamsungBrowser/27.0"
      + " Chrome/125.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 10; K) \(webKit) Chrome/141.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) \(appleWebKit) CriOS/126.0.6478.35"
      + " Mobile/15E148 Safari/604.1",
  ]
  static let robots = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.5.0", "-",
    "", #"so \"quoted\" an agent"#, "Mozilla/5.0 (compatible; GPTBot/1.2)", "office-monitor/1",
  ]
  static let paths = [
    "/", "/index.html", "/news/", "/news/1", "/news/2?q=alice", "/about.html", "/shop/cart;x=1",
    "/users/alice", "/a/b/c/d/e", "/%7Ebob/x", "/style.css", "/logo.PNG?v=2", "/report.pdf", "//x",
    "/news/archive/2024-01-15/", "/caf%C3%A9", "/caf\u{E9}", "/x y", "/search?q=a%20b", "*",
  ]
  static let referrers = [
    "-", "-", "", "https://www.example.org/news/", "https://www.google.com/search?q=alice",
    "https://t.co/abc", "http://alice.blogspot.com/2024", "https://mail.yahoo.com/",
    "http://192.0.2.7/",
    "http://intranet/", "android-app://com.slack/", "https://chatgpt.com/", "garbage here",
    "https://de.wikipedia.org/wiki/X", "https://www.facebook.com/", "http://semalt.com/",
    "about:blank",
  ]

  init(count: Int, _ random: inout SeededRandom) {
    members = (0..<count).map { _ in
      let client = Self.client(&random)
      let agent = random.once(in: 8) ? random.pick(Self.robots) : random.pick(Self.agents)
      // All lines without an address are one visitor, with one agent here; more are tested apart.
      return Member(client: client, agent: client == "-" ? Self.agents[0] : agent)
    }
  }

  private static func client(_ random: inout SeededRandom) -> String {
    let byte = random.int(0...255)
    return switch random.int(0...13) {
    case 0: "-"
    case 1: "2001:db8:\(random.int(0...3)):\(random.int(0...3))::\(String(byte, radix: 16))"
    case 2: "2001:DB8:0:1:0:0:0:\(String(byte, radix: 16))"
    case 3: "::ffff:203.0.113.\(byte)"
    case 4: "host\(random.int(0...3)).example.net"
    case 5: "unknown"
    case 6: "192.0.2.\(byte)"
    case 7: "[2001:db8:9:\(random.int(0...9))::1]"
    default: "203.0.\(random.int(0...12)).\(random.int(0...3))"
    }
  }

  /// One line.
  /// - Parameter isSure: it is a page view of a browser, so that the format can be told.
  func line(
    at time: Int, isCombined: Bool, isSure: Bool, _ random: inout SeededRandom
  ) -> [UInt8] {
    // A quarter of the lines are those of the first member, who so may pass the limit.
    let member = random.once(in: 4) ? members[0] : random.pick(members)
    if !isSure, random.once(in: 40) { return Array(Self.broken(&random).utf8) }
    let stamp = Self.stamp(time, minutes: random.pick([0, 0, 330, -480, 60]))
    let method = !isSure && random.once(in: 12) ? random.pick(["POST", "HEAD", "PROPFIND"]) : "GET"
    let isOdd = !isSure && random.once(in: 8)
    let status = random.pick(isOdd ? [404, 301, 500, 206, 101, 999] : [200, 200, 304])
    let path = isSure ? "/" : random.pick(Self.paths)
    let tail =
      random.once(in: 10) ? "" : random.pick([" HTTP/1.1", " HTTP/2.0", " HTTP/2", " HTTP/1.0"])
    let request = "\(method) \(tail.isEmpty ? "/plain" : path)\(tail)"
    let user = random.once(in: 15) ? random.pick(["jane", "a [b] c", #"x \" y"#]) : "-"
    let byteCount = random.pick(["-", "0", "123"])
    var text = "\(member.client) - \(user) [\(stamp)] \"\(request)\" \(status) \(byteCount)"
    if isCombined {
      let referrer = isSure ? "-" : random.pick(Self.referrers)
      text += " \"\(referrer)\" \"\(isSure ? Self.agents[0] : member.agent)\""
      if random.once(in: 20) { text += " 0.004 \"-\"" }
    }
    if random.once(in: 30) { text += "\r" }
    return Array(text.utf8)
  }

  private static func broken(_ random: inout SeededRandom) -> String {
    random.pick([
      "", "   ", "not a line", "192.0.2.1 - - [19/Nov/2026:00:00:00 +0000] \"-\" 408 0 \"-\" \"-\"",
      "192.0.2.1 - - [31/Nov/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 0 \"-\" \"-\"",
      "192.0.2.1 - - [19/Nov/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 20 0 \"-\" \"-\"",
      "192.0.2.1 - - [19/Nov/2026:00:00:00 +0000] \"\\x16\\x03\" 400 0 \"-\" \"-\"",
    ])
  }

  /// A time as servers write it, in a zone so many minutes east.
  static func stamp(_ time: Int, minutes: Int = 0) -> String {
    let shown = time + minutes * 60
    let day = shown >= 0 ? shown / 86_400 : (shown - 86_399) / 86_400
    let second = shown - day * 86_400
    let parts = NaiveDate.text(day).split(separator: "-")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let month = months[(Int(parts[1]) ?? 1) - 1]
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    let zone = "\(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60))\(two(abs(minutes) % 60))"
    return "\(parts[2])/\(month)/\(parts[0]):\(clock) \(zone)"
  }
}
