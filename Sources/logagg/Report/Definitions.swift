internal import LogAggregate

/// What a term of the report means; every form of the report takes its words from here.
/// - Source: IFABC and JICWEBS definitions; IAB/MRC, invalid traffic; DESIGN 3.
struct Definition: Sendable {
  let term: String
  let meaning: String
}

enum Definitions {
  static let pageView = Definition(
    term: "Page view",
    meaning:
      "A page that was asked for with GET and answered (status 2xx or 304), by a browser: not by a robot, not from the site’s own network, and not an image, script, feed or download."
  )
  static let visit = Definition(
    term: "Visit",
    meaning:
      "Page views of one visitor with no gap of more than 30 minutes. A visit ends with the day. Its first page is the entry page, its last the exit page."
  )
  static let visitor = Definition(
    term: "Visitor (unique browser)",
    meaning:
      "A distinct pair of network address and browser within the period; in rows of a day or an hour, within that row. A browser is not a person: one person may use several, and several may share one."
  )
  static let visitorDay = Definition(
    term: "Visitor-day",
    meaning:
      "A visitor on one day. Those of several days are added: a browser that came on three days counts three times, since nothing links a visitor’s days."
  )
  static let publishedDays = Definition(
    term: "Days published",
    meaning:
      "On how many days the row was published. What was hidden on a day is in no sum."
  )
  static let click = Definition(
    term: "Click",
    meaning: "A request to one of the site’s click addresses, answered with status 2xx or 3xx.")
  static let request = Definition(
    term: "Request", meaning: "A line of the access log that could be read.")
  static let rejected = Definition(
    term: "Rejected line",
    meaning:
      "A line of the access log that could not be read. It is counted by reason and never repeated."
  )
  static let robot = Definition(
    term: "Robot",
    meaning:
      "A program that says so in its user agent, that cannot be recognised as a browser, or that the site names. This covers general invalid traffic; programs that pose as browsers are not found."
  )
  static let bounce = Definition(term: "Bounce", meaning: "A visit of one page view.")
  static let flow = Definition(
    term: "Page flow",
    meaning:
      "The steps of visits from section to section, counted by page views: from one section to another, the views that came right after one of the other; from outside, those that began a visit; to outside, those that ended one."
  )
  static let impression = Definition(
    term: "Ad impression",
    meaning: "A request for a placement’s asset that was answered with status 2xx or 304.")
  static let rate = Definition(
    term: "Click-through rate (CTR)",
    meaning: "Published clicks divided by published impressions.")
  static let reach = Definition(
    term: "Reach", meaning: "Visitors (unique browsers) with at least one impression.")
  static let frequency = Definition(
    term: "Frequency", meaning: "Impressions per visitor reached, in five classes.")
  static let goal = Definition(
    term: "Goal (conversion)", meaning: "A request that matches a goal that the site has named.")
  static let bytes = Definition(
    term: "Bytes", meaning: "The bytes that the server says it sent in answer.")
  static let remainder = Definition(
    term: "(other)",
    meaning:
      "All rows of a table that may not be shown by themselves, together. Their visitors are counted once, not added up."
  )
  static let withheld = Definition(
    term: "withheld",
    meaning: "A figure that exists and may not be shown. It is not zero.")

  /// What a column of a table holds.
  static func of(_ metric: Metric) -> Definition {
    switch metric {
    case .pageViews: pageView
    case .visits: visit
    case .visitors: visitor
    case .clicks: click
    case .impressions: impression
    case .clickThroughRate: rate
    case .reach: reach
    case .conversions: goal
    case .bytes: bytes
    case .visitorDays: visitorDay
    case .publishedDays: publishedDays
    }
  }

  static let all = [
    request, rejected, robot, pageView, visitor, visit, bounce, flow, click, impression, rate,
    reach, frequency, goal, bytes, remainder, withheld,
  ]

  /// What a threshold and a number of networks mean; its places are `visitors` and `networks`.
  static let threshold =
    "Every row stands for at least {visitors} visitors (unique browsers) from at least {networks} different networks. What is smaller is added to “(other)”, or is not shown at all."

  /// What the limit on one visitor's page views means; its place is `limit`.
  static let limit =
    "At most {limit} page views of one visitor, input source and day are counted, so that no figure is one machine’s doing."

  static let guarded =
    "A ledger records this release. The period is closed: no second report can show other figures for it."

  static let unguarded =
    "No ledger guards this report: comparing it with another report on the same or an overlapping period may show what this one hides."

  /// Why a figure may be withheld.
  static let whyWithheld = "too few visitors or networks stand behind it"

  /// Why a figure may not be measured.
  static let whyUnmeasured = "the site file names nothing to measure it by"

  /// Why a figure may not be granted.
  static let whyNotGranted = "the policy does not grant it to this audience"

  /// What a table means that shows no row.
  static let totalsOnly =
    "Totals only. Too few visitors stand behind the rows of this table for any of them to be shown; all that may be said is in the totals."

  /// What the remainder row of a table holds.
  static let otherNote =
    "“(other)” holds everything that may not be shown by itself. How many rows that is, and which, is not published."

  /// The same in a few words, beside the row.
  static let otherBrief = "rows too small to show"

  /// Where rows of visitors do not add up.
  static let overlap = "One visitor can stand in several rows: visitors do not add up."

  /// Where the rows go that a form for people leaves out; all of them may be shown.
  static let further = "{count} further rows are in the JSON and CSV forms."

  static let unused = "No visitors in {count} further rows, which the JSON and CSV forms list."

  /// What an empty place of the flow's matrix means.
  static let flowNote =
    "Page views by the section before and the section after. A step that bears a dash was not taken, or may not be shown by itself; “(other)” holds those together."

  static let empty = "Nothing was counted here in this period."

  /// That the input was damaged; its place is where.
  static let damaged =
    "The input was damaged at {places}. This report holds what could be read of it, and figures may be too low."

  /// What the report does not promise.
  static let limits = [
    "Visitors are browsers, not people. Nothing here says how many people there were.",
    "The thresholds protect those who were counted by chance. They do not withstand a reader who sends traffic of his own to the site in order to learn about others.",
    "Only general invalid traffic is left out: declared and recognisable robots. Fraud that looks like a browser is counted.",
    "A page shown from the cache of a browser or a network in between leaves no line in the log and is not counted.",
    "Browser, platform and device are what the user agent claims; country and provider are what a database says of the network.",
  ]
}
