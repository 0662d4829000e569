/// The numbers that make one kind of traffic.
struct Mix {
  /// What no two visits share.
  enum Distinct {
    case nothing, visitors, paths, agents
  }

  /// A small publisher and shop in India, with members, instead of a large site.
  var isSample = false
  var distinct = Distinct.nothing
  var robotPercent = 17
  var ipv6Percent = 18
  /// Distinct visitors for each thousand lines, unless the command line says how many.
  var visitorsPerThousandLines = 30
  /// Files that a first page brings with it, and at most how many a later page.
  var coldFiles = 8
  var warmFiles = 4
  /// Shares of a thousand: views with an advertisement, ends of a visit with an order, by a link out.
  var adPermille = 60
  var orderPermille = 12
  var leavePermille = 20
  var hasLongLines = false
  var isFlooded = false

  /// The presets by name, with what each is for.
  static let presets: [(name: String, purpose: String, mix: Mix)] = [
    ("everyday", "a large site on an ordinary day", Mix()),
    ("all-distinct-visitors", "every line from another address", .single(.visitors)),
    ("all-distinct-paths", "every line for another article", .single(.paths)),
    ("all-distinct-agents", "every line by another user agent", .single(.agents)),
    ("long-lines", "queries of kilobytes, some beyond 64 KiB", Mix(hasLongLines: true)),
    ("ipv6-heavy", "six visitors in seven with IPv6", Mix(ipv6Percent: 86)),
    (
      "bot-flood", "nine lines in ten by robots, most by one small network",
      Mix(robotPercent: 90, visitorsPerThousandLines: 4, isFlooded: true)
    ),
    (
      "sample", "a small publisher and shop in India, with members and advertisers",
      Mix(
        isSample: true, robotPercent: 16, visitorsPerThousandLines: 96, coldFiles: 1, warmFiles: 1,
        adPermille: 420, orderPermille: 70, leavePermille: 80)
    ),
  ]

  /// One line a visit, and nothing but visits.
  private static func single(_ distinct: Distinct) -> Mix {
    Mix(
      distinct: distinct, robotPercent: 0, visitorsPerThousandLines: 1000, coldFiles: 0,
      warmFiles: 0, adPermille: 0, orderPermille: 0, leavePermille: 0)
  }

  var isSinglePage: Bool { distinct != .nothing }
}
