/// Why an agent is no reader: the kind of robot, in the order of the report's waterfall.
enum RobotCategory: UInt8, CaseIterable, Sendable {
  case searchEngine, aiCrawler, aiAssistant, seo, monitoring, feedReader, preview, library, scanner
  /// Fetched ahead of a reader who may never come; decided by request headers, not by the agent.
  case prefetch
  /// Decided by the referrer, not by the agent.
  case referrerSpam
  /// Calls itself a robot, and no more is known of it.
  case declared
  /// Neither a robot that we know nor recognisably a browser.
  case unrecognised
  case empty

  /// The last part of the key `robot-…` in reports.
  var reason: String {
    switch self {
    case .searchEngine: "search-engine"
    case .aiCrawler: "ai-crawler"
    case .aiAssistant: "ai-assistant"
    case .seo: "seo"
    case .monitoring: "monitoring"
    case .feedReader: "feed-reader"
    case .preview: "preview"
    case .library: "library"
    case .scanner: "scanner"
    case .prefetch: "prefetch"
    case .referrerSpam: "referrer-spam"
    case .declared: "declared"
    case .unrecognised: "unrecognised"
    case .empty: "empty"
    }
  }
}
