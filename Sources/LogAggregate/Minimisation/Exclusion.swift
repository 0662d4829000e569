/// Why a line is not a page view: a step of the waterfall, in its order.
enum Exclusion: Equatable, Sendable {
  case rejected, directive, outsidePeriod, `internal`
  case robot(RobotCategory)
  case method, status, asset, visitorLimit

  /// Every step, in the order in which they apply.
  static let allCases: [Exclusion] =
    [.rejected, .directive, .outsidePeriod, .internal] + RobotCategory.allCases.map(Exclusion.robot)
    + [.method, .status, .asset, .visitorLimit]

  /// The number of steps.
  static let count = 8 + RobotCategory.allCases.count

  /// The step's place, from 0.
  @inline(__always)
  var index: Int {
    switch self {
    case .rejected: 0
    case .directive: 1
    case .outsidePeriod: 2
    case .internal: 3
    case .robot(let category): 4 + Int(category.rawValue)
    case .method: 4 + Self.robotCount
    case .status: 5 + Self.robotCount
    case .asset: 6 + Self.robotCount
    case .visitorLimit: 7 + Self.robotCount
    }
  }

  private static let robotCount = RobotCategory.allCases.count

  /// The word in reports, such as `robot-search-engine`.
  var reason: String {
    switch self {
    case .rejected: "rejected"
    case .directive: "directive"
    case .outsidePeriod: "outside-period"
    case .internal: "internal"
    case .robot(let category): "robot-\(category.reason)"
    case .method: "method"
    case .status: "status"
    case .asset: "asset"
    case .visitorLimit: "visitor-limit"
    }
  }
}
