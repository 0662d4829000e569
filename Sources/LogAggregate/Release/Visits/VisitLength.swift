/// How long a visit lasted, in classes: one page view, or the time from the first view to the last.
enum VisitLength: UInt8, CaseIterable, Sendable {
  case onePageView
  case under10Seconds, under30Seconds, under1Minute, under3Minutes, under10Minutes, under30Minutes
  case longer

  /// The class of a visit.
  /// - Parameter seconds: from its first view to its last.
  init(views: UInt32, seconds: UInt32) {
    self =
      switch seconds {
      case _ where views < 2: .onePageView
      case ..<10: .under10Seconds
      case ..<30: .under30Seconds
      case ..<60: .under1Minute
      case ..<180: .under3Minutes
      case ..<600: .under10Minutes
      case ..<1800: .under30Minutes
      default: .longer
      }
  }

  /// The class's name in reports.
  var name: String {
    switch self {
    case .onePageView: "one page view"
    case .under10Seconds: "under 10 seconds"
    case .under30Seconds: "10 to 29 seconds"
    case .under1Minute: "30 to 59 seconds"
    case .under3Minutes: "1 to 2 minutes"
    case .under10Minutes: "3 to 9 minutes"
    case .under30Minutes: "10 to 29 minutes"
    case .longer: "30 minutes and more"
    }
  }
}
