/// The English words for the report's identifiers; a language looks them up.
enum Labels {
  /// The end of the steps by which visits begin and end.
  static let outside = "outside"

  static let channels = [
    "direct": "Direct", "internal": "Internal", "search": "Search engines",
    "social": "Social networks", "ai-assistant": "AI assistants", "mail": "Mail",
    "campaign": "Campaigns", "other": "Other sites",
  ]

  static let steps = [
    "rejected": "Lines that could not be read",
    "directive": "Comment lines of the log format",
    "outside-period": "Outside the period",
    "internal": "The site’s own traffic",
    "method": "Not a GET request",
    "status": "Not answered with 2xx or 304",
    "asset": "Images, scripts, feeds and downloads",
    "visitor-limit": "Beyond one visitor’s daily limit",
  ]

  static let robots = [
    "search-engine": "search engines", "ai-crawler": "AI crawlers", "ai-assistant": "AI assistants",
    "seo": "SEO tools", "monitoring": "monitoring", "feed-reader": "feed readers",
    "preview": "link previews", "library": "programming libraries",
    "scanner": "security scanners", "prefetch": "prefetching", "referrer-spam": "referrer spam",
    "declared": "other declared robots", "unrecognised": "not recognised as a browser",
    "empty": "no user agent given",
  ]

  /// The text with a capital first letter.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
