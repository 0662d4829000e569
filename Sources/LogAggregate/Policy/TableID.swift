/// The name of a table that a report can hold.
public enum TableID: Hashable, Sendable {
  case day, hour, weekday
  case page, section, entryPage, exitPage, exitLink, flow
  case referrer, channel
  case browser, browserVersion, platform, device, screen
  case country, isp, clientDomain
  /// A column of the member table, such as `industry`.
  case segment(String)
  case campaign, placement, goal, frequency
  /// The figures of placements by day and by hour: tables of two dimensions.
  case placementByDay, placementByHour
  case status

  /// Every table but the segments, in the order in which reports show them.
  public static let standard: [TableID] = [
    .day, .hour, .weekday, .section, .page, .entryPage, .exitPage, .flow,
    .channel, .referrer, .exitLink,
    .browser, .browserVersion, .platform, .device, .screen,
    .country, .isp, .clientDomain,
    .campaign, .placement, .placementByDay, .placementByHour, .frequency, .goal, .status,
  ]

  /// The table whose rows it takes apart: it is spoken of only where that table has rows and the policy grants it.
  var detailed: TableID? {
    switch self {
    case .placementByDay, .placementByHour: .placement
    default: nil
    }
  }

  /// The identifier in policies and reports, such as `entry-page` or `segment-industry`.
  public var id: String {
    switch self {
    case .day: "day"
    case .hour: "hour"
    case .weekday: "weekday"
    case .page: "page"
    case .section: "section"
    case .entryPage: "entry-page"
    case .exitPage: "exit-page"
    case .exitLink: "exit-link"
    case .flow: "flow"
    case .referrer: "referrer"
    case .channel: "channel"
    case .browser: "browser"
    case .browserVersion: "browser-version"
    case .platform: "platform"
    case .device: "device"
    case .screen: "screen"
    case .country: "country"
    case .isp: "isp"
    case .clientDomain: "client-domain"
    case .segment(let column): "segment-\(column)"
    case .campaign: "campaign"
    case .placement: "placement"
    case .goal: "goal"
    case .frequency: "frequency"
    case .placementByDay: "placement-by-day"
    case .placementByHour: "placement-by-hour"
    case .status: "status"
    }
  }

  /// The table with that identifier, or `nil`; `segment-` takes any column name of `a-z 0-9 -`.
  public init?(id: String) {
    if let known = TableID.standard.first(where: { $0.id == id }) {
      self = known
      return
    }
    let prefix = "segment-"
    let column = id.dropFirst(prefix.count)
    guard id.hasPrefix(prefix), !column.isEmpty, column.utf8.allSatisfy(Self.isColumnByte)
    else { return nil }
    self = .segment(String(column))
  }

  private static func isColumnByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  /// The table's heading in reports.
  public var title: String {
    switch self {
    case .day: "Days"
    case .hour: "Hours of the day"
    case .weekday: "Weekdays"
    case .page: "Pages"
    case .section: "Sections"
    case .entryPage: "Entry pages"
    case .exitPage: "Exit pages"
    case .exitLink: "Exit links"
    case .flow: "Page flow"
    case .referrer: "Referring sites"
    case .channel: "Channels"
    case .browser: "Browsers"
    case .browserVersion: "Browser versions"
    case .platform: "Platforms"
    case .device: "Devices"
    case .screen: "Screens"
    case .country: "Countries"
    case .isp: "Internet service providers"
    case .clientDomain: "Client domains"
    case .segment(let column): "Members by \(column.replacing("-", with: " "))"
    case .campaign: "Campaigns"
    case .placement: "Placements"
    case .goal: "Goals"
    case .frequency: "Frequency"
    case .placementByDay: "Placements by day"
    case .placementByHour: "Placements by hour"
    case .status: "Status classes"
    }
  }
}
