import Foundation

/// A log in combined format of visitors who do not exist, each from a network of their own.
struct InventedLog {
  /// Lines so far.
  private(set) var text = ""

  static let agents = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
  ]

  /// A visitor's address, in a /24 network that nobody shares.
  static func address(_ visitor: Int) -> String {
    "241.\(visitor / 150 + 100).\(visitor % 150 + 100).\(visitor % 100 + 100)"
  }

  /// Adds one line, on 19 November 2026, UTC.
  mutating func add(
    visitor: Int, path: String, second: Int = 0, status: Int = 200, referrer: String = "-",
    address: String? = nil, user: String = "-", agent: String? = nil, rest: String = ""
  ) {
    let second = (visitor * 37 + second) % 86_400
    let time = String(
      format: "%02d:%02d:%02d", second / 3_600, second / 60 % 60, second % 60)
    text += """
      \(address ?? Self.address(visitor)) - \(user) [19/Nov/2026:\(time) +0000] "GET \(path) HTTP/1.1" \
      \(status) 512 "\(referrer)" "\(agent ?? Self.agents[visitor % Self.agents.count])"\(rest)

      """
  }

  /// A log in which each of `visitors` sees each of `paths` once.
  init(visitors: Int = 0, paths: [String] = []) {
    for visitor in 0..<visitors {
      for (number, path) in paths.enumerated() {
        add(visitor: visitor, path: path, second: number * 5)
      }
    }
  }

  /// Adds a line as it is.
  mutating func add(line: String) { text += line + "\n" }

  var data: Data { Data(text.utf8) }
}
