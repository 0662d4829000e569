import Foundation

/// A log in which every field of every line holds a secret, and the secrets to look for.
///
/// One kind gives every line secrets of its own; the other gives many visitors from many networks
/// the same ones, so that no threshold hides them.
struct CanaryLog {
  private(set) var log = InventedLog()
  private(set) var needles = Needles()

  /// Enough visitors for every audience's threshold.
  static let visitorCount = 130

  /// Makes a log; `isShared` says whether visitors have the same secrets.
  init(isShared: Bool) {
    for visitor in 0..<Self.visitorCount {
      // Something to publish: the report is not empty.
      log.add(visitor: visitor, path: "/news/", referrer: "https://www.google.com/")
      log.add(visitor: visitor, path: "/books/novels/", second: 20)
      let secret = Secrets(seed: isShared ? 1 : visitor + 2)
      if !isShared || visitor == 0 { for text in secret.all { needles.add(text) } }
      plant(secret, visitor)
    }
    for visitor in 0..<Self.visitorCount {
      let address = InventedLog.address(visitor)
      needles.add(address)
      // The network by itself.
      needles.add(form: Array(address.split(separator: ".").dropLast().joined(separator: ".").utf8))
    }
  }

  private mutating func plant(_ secret: Secrets, _ visitor: Int) {
    let agent = InventedLog.agents[visitor % 3]
    let paths = [
      "/account/\(secret.token)/orders", "/reset/\(secret.jwt)", "/invite/\(secret.email)",
      "/s/\(secret.hexadecimal)/view", "/doc/\(secret.uuid)", "/user/\(secret.name)/profile",
      "/~\(secret.name)/", "/news/;jsessionid=\(secret.hexadecimal)", "/member/\(secret.number)",
      "/q/\(secret.percentEncoded)", "/news/?q=\(secret.token)&mail=\(secret.email)",
      "/?\(secret.token)", "/files/\(secret.token).html", "/news/\(secret.email).php",
      "/books/?utm_source=\(secret.token)&utm_campaign=\(secret.jwt)&gclid=\(secret.hexadecimal)",
    ]
    for (number, path) in paths.enumerated() {
      let second = 40 + number * 3
      log.add(visitor: visitor, path: path, second: second, user: secret.name)
      log.add(visitor: visitor, path: path, second: second + 1, status: 404)
      log.add(
        visitor: visitor, path: "/books/", second: second + 2,
        referrer: "https://www.example.com\(path)")
    }
    let referrers = [
      "https://\(secret.name):\(secret.token)@shop.example.net:8443/\(secret.token)?q=\(secret.email)#\(secret.hexadecimal)",
      "https://\(secret.label).blog.example.org/\(secret.jwt)",
      "https://www.google.com/search?q=\(secret.token)+\(secret.email)",
      "http://\(secret.address4)/\(secret.token)", "http://[\(secret.address6)]:8080/",
      "android-app://com.example.\(secret.label)/", "\(secret.token)", "mailto:\(secret.email)",
    ]
    for (number, referrer) in referrers.enumerated() {
      log.add(visitor: visitor, path: "/news/", second: 100 + number, referrer: referrer)
    }
    log.add(
      visitor: visitor, path: "/news/", second: 120,
      agent: "\(agent.replacingOccurrences(of: "; x64", with: "; x64; \(secret.token)"))")
    log.add(visitor: visitor, path: "/news/", second: 121, agent: agent + " App/\(secret.token)")
    log.add(visitor: visitor, path: "/news/", second: 122, agent: secret.token)
    log.add(
      visitor: visitor, path: "/news/", second: 123,
      rest: " \"session=\(secret.hexadecimal)\" \"\(secret.address4), 10.0.0.1\" \(secret.token)")
    log.add(visitor: visitor, path: "/books/", second: 124, address: secret.address6)
    log.add(visitor: visitor, path: "/books/", second: 125, address: "::ffff:\(secret.address4)")
    log.add(
      visitor: visitor, path: "/books/", second: 126,
      address: "\(secret.label).dsl.isp.example.net")
    log.add(
      visitor: visitor, path: "https://\(secret.label).example.com/\(secret.token)", second: 127)
  }

  /// Lines that are none, full of secrets: fewer than make a run fail.
  mutating func addMalformedLines() {
    for number in 0..<200 {
      let secret = Secrets(seed: 100_000 + number)
      for text in secret.all { needles.add(text) }
      switch number % 5 {
      case 0: log.add(line: "\(secret.address4) \(secret.token)")
      case 1:
        log.add(
          line:
            "\(secret.address4) - \(secret.name) [\(secret.token)] \"GET /\(secret.jwt) HTTP/1.1\" 200 1 \"-\" \"-\""
        )
      case 2:
        log.add(
          line:
            "\(secret.address6) - - [19/Nov/2026:10:00:00 +0000] \"\\x16\\x03\(secret.token)\" 400 0 \"-\" \"-\""
        )
      case 3:
        log.add(
          line:
            "\(secret.address6) - - [19/Nov/2026:10:00:00 +0000] \"GET /\(secret.token) HTTP/1.1\" 2x0 1 \"-\" \"-\""
        )
      default:
        log.add(
          line:
            "\(secret.address6) - - [19/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"\(secret.email)"
        )
      }
    }
  }
}

/// What must never leave, of one visitor or of many who share it: the same for the same seed.
struct Secrets {
  let token: String
  let jwt: String
  let email: String
  let hexadecimal: String
  let uuid: String
  let name: String
  let label: String
  let number: String
  let address4: String
  let address6: String
  /// A token of which every byte is percent-encoded.
  let percentEncoded: String

  init(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func text(_ alphabet: String, _ count: Int) -> String {
      let letters = Array(alphabet)
      return String(
        (0..<count).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return letters[Int(state >> 33) % letters.count]
        })
    }
    let small = "abcdefghijklmnopqrstuvwxyz"
    let mixed = small + small.uppercased() + "0123456789"
    // A token without a digit among its letters may be a word.
    token = text(small, 5) + "7" + text(mixed, 12) + "4" + text(small, 3)
    jwt = "eyJhbGciOi" + text(mixed, 18) + ".eyJzdWIi" + text(mixed, 24) + "." + text(mixed, 32)
    email = text(small, 6) + "." + text(small, 8) + "@" + text(small, 9) + ".example"
    hexadecimal = text("0123456789abcdef", 32)
    let digits = Array(text("0123456789abcdef", 32))
    uuid = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
    name = text(small, 5) + "." + text(small, 9)
    label = text(small, 8) + "9" + text(small, 6)
    number = "8" + text("0123456789", 11)
    address4 = "242.\(seed / 200 % 200 + 20).\(seed % 200 + 20).\(seed % 89 + 110)"
    address6 = "2001:db8:\(String(seed % 40_000 + 4_096, radix: 16)):" + text("abcdef", 4) + "::1"
    percentEncoded = token.utf8.map { "%" + String($0, radix: 16) }.joined()
  }

  var all: [String] {
    [token, jwt, email, hexadecimal, uuid, name, label, number, address4, address6]
  }
}
