/// What a page is read on, as far as an agent says.
enum DeviceClass: UInt8, CaseIterable, Sendable {
  case desktop, phone, tablet, tv, console, other

  /// The key in reports.
  var name: String {
    switch self {
    case .desktop: "Desktop"
    case .phone: "Phone"
    case .tablet: "Tablet"
    case .tv: "TV"
    case .console: "Console"
    case .other: "Other"
    }
  }
}
