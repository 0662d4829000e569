/// A form to which a field of the log is reduced before it is counted, such as `client.country`.
///
/// A policy permits forms, never fields: the word before the dot is the log's field, the word behind it
/// what is left of it.
enum Reduction: String, CaseIterable, Hashable, Sendable {
  /// Half of the visitor's pseudonym, and the network for the spread of a cell; gone with the run.
  case clientVisitor = "client.visitor"
  case clientCountry = "client.country"
  case clientISP = "client.isp"
  /// The registrable domain of a client host name.
  case clientDomain = "client.domain"

  /// The other half of the pseudonym, and the sign by which robots are left out.
  case agentVisitor = "user-agent.visitor"
  case agentBrowser = "user-agent.browser"
  case agentBrowserVersion = "user-agent.browser-version"
  case agentPlatform = "user-agent.platform"
  case agentDevice = "user-agent.device"

  /// Whether the request lies in the period, and which page views are one visit.
  case timeVisit = "time.visit"
  case timeDay = "time.day"
  case timeHour = "time.hour"
  case timeWeekday = "time.weekday"

  /// Whether the request is a page view.
  case methodPageView = "method.page-view"
  case statusPageView = "status.page-view"
  case targetPageView = "target.page-view"

  case statusClass = "status.class"
  case bytesSum = "bytes.sum"

  /// The page's template, without what could name a person.
  case targetPage = "target.page"
  case targetSection = "target.section"
  case targetExitLink = "target.exit-link"
  case targetClick = "target.click"
  case targetCampaign = "target.campaign"
  case targetPlacement = "target.placement"
  case targetGoal = "target.goal"
  case targetScreen = "target.screen"

  case referrerChannel = "referrer.channel"
  case referrerDomain = "referrer.domain"

  /// A column of the member table.
  case userSegment = "user.segment"

  /// What every figure needs, because page views and visitors are counted in every report.
  static let counting: Set<Reduction> = [
    .clientVisitor, .agentVisitor, .timeVisit, .methodPageView, .statusPageView, .targetPageView,
  ]

  /// The word that stands for the field as it is in the log. It can be forbidden, and is never permitted.
  static let identity = "identity"
  /// The word that stands for every form of a field.
  static let any = "any"

  /// The log's field.
  var fieldName: String { String(decoding: rawValue.utf8.prefix { $0 != 0x2E }, as: UTF8.self) }

  /// What is left of the field.
  var form: String {
    String(decoding: rawValue.utf8.drop { $0 != 0x2E }.dropFirst(), as: UTF8.self)
  }

  /// The part of a line that a parser has to read for it.
  var field: FieldSet {
    switch self {
    case .clientVisitor, .clientCountry, .clientISP, .clientDomain: .client
    case .agentVisitor, .agentBrowser, .agentBrowserVersion, .agentPlatform, .agentDevice:
      .userAgent
    case .timeVisit, .timeDay, .timeHour, .timeWeekday: .time
    case .methodPageView: .method
    case .statusPageView, .statusClass: .status
    case .targetPageView, .targetPage, .targetSection, .targetExitLink, .targetClick,
      .targetCampaign, .targetPlacement, .targetGoal, .targetScreen:
      .target
    case .bytesSum: .bytes
    case .referrerChannel, .referrerDomain: .referrer
    case .userSegment: .user
    }
  }

  /// The fields that a policy can speak of, in the order of the list above.
  static let fieldNames: [String] = allCases.reduce(into: []) { names, reduction in
    if !names.contains(reduction.fieldName) { names.append(reduction.fieldName) }
  }

  /// The forms of a field.
  static func forms(of field: String) -> [String] {
    allCases.filter { $0.fieldName == field }.map(\.form)
  }
}
