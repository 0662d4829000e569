/// The sentences of the description of methodology.
/// - Source: IFABC, Web Standards; JICWEBS Reporting Standards; DESIGN 3.
enum Methodology {
  /// Whether the description says what a note of the release says; forms for programs have the note.
  static func isSaid(_ note: String) -> Bool { said.contains { note.hasPrefix($0) } }

  private static let said = [
    "Visitors are unique browsers:", "Only general invalid traffic is left out:",
    "A reader who injects traffic", "No ledger guards this report:", "A ledger guards this report:",
    "Visitors are told apart under a secret key",
  ]

  static let measured = [
    "Server-based measurement: every request that the site’s web servers wrote into their access logs is read. Nothing is placed in pages or browsers, no cookie is read, and nothing is sampled or estimated.",
    "Page impressions are called page views, and unique browsers visitors. All terms are explained at the end of this report.",
    "A visit ends after 30 minutes without a page view, and with the day.",
  ]

  static let period =
    "Reported is {period}. Days and hours begin and end by the clock of {zone}; a day on which the clock changes has 23 or 25 hours."

  static let browsers = [
    "A unique browser is a distinct pair of network address and user agent within the period. An IPv6 address counts by its first 64 bits.",
    "The pair is turned into a number under a secret key that was made for this run and is gone with it, so that nobody can be followed from one report to the next.",
  ]

  static let order =
    "Left out, in this order: lines that cannot be read, requests outside the period, the site’s own traffic, robots, requests other than GET, answers other than 2xx and 304, files that are no pages, and what one visitor asks for beyond the daily limit."

  static let waterfall =
    "“From lines to page views” counts every step; the steps and the page views add up to the lines."

  static let robots =
    "Robots are told by their user agents, with the list {list} ({version}) and with rules of the software; what no browser calls itself is a robot as well."

  static let noAgents =
    "The log has no user agents: robots could not be told, and unique browsers are network addresses."

  static let ratios =
    "Shares and rates are computed from published figures alone. Which rows are hidden, and how many, is not published."

  static let kept =
    "No line, network address, user agent, referrer path or pseudonym is kept after the run. What is kept is this report."

  static let verification =
    "This description was generated with the figures by logagg {version} from the policy and the settings of the run. It is no certificate: an auditor can repeat the run from the same logs and gets the same bytes."
}
