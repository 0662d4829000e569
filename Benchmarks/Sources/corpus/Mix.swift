/// The numbers that make one kind of traffic.
struct Mix {
  /// What no two lines, or no two pages, share.
  struct Distinct: OptionSet {
    let rawValue: Int
    /// Every line's address.
    static let visitors = Distinct(rawValue: 1)
    /// Every page that is asked for; files stay the few that they are.
    static let paths = Distinct(rawValue: 2)
    /// Every line's user agent.
    static let agents = Distinct(rawValue: 4)
  }

  /// A small publisher and shop in India, with members, instead of a large site.
  var isSample = false
  var distinct: Distinct = []
  /// Nothing but visits of one page.
  var isSinglePage = false
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
    (
      "all-distinct-visitors", "everyday, every line from another address", Mix(distinct: .visitors)
    ),
    ("all-distinct-paths", "everyday, every page another article", Mix(distinct: .paths)),
    ("all-distinct-agents", "everyday, every line by another agent", Mix(distinct: .agents)),
    (
      "all-distinct", "everyday, every page another article, every line by another agent",
      Mix(distinct: [.paths, .agents])
    ),
    (
      "pages-only", "nothing but first pages: each line another visitor, agent and article",
      Mix(
        distinct: [.visitors, .paths, .agents], isSinglePage: true, robotPercent: 0,
        visitorsPerThousandLines: 1000, coldFiles: 0, warmFiles: 0, adPermille: 0, orderPermille: 0,
        leavePermille: 0)
    ),
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
}
