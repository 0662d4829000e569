/// The way by which a visitor came.
/// - Source: DESIGN 5, keys of the table `channel`.
enum Channel: UInt8, CaseIterable, Sendable {
  case direct, internalSite, search, social, aiAssistant, mail, campaign, other

  /// The name that outputs show.
  var key: String {
    switch self {
    case .direct: "direct"
    case .internalSite: "internal"
    case .search: "search"
    case .social: "social"
    case .aiAssistant: "ai-assistant"
    case .mail: "mail"
    case .campaign: "campaign"
    case .other: "other"
    }
  }
}
