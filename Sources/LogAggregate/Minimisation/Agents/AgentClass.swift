/// All that is kept of a user agent: five small numbers, shared by many people.
struct AgentClass: Equatable, Sendable {
  /// The kind of robot, or `nil` where a person may be reading.
  var robot: RobotCategory?
  var browser: Browser
  /// The browser's major version; 0 where the agent does not say.
  var major: UInt16
  var platform: Platform
  var device: DeviceClass

  /// A robot, of which nothing else is kept.
  init(robot: RobotCategory) {
    self.robot = robot
    browser = .other
    major = 0
    platform = .other
    device = .other
  }

  /// A browser on a device.
  init(browser: Browser, major: UInt16, platform: Platform, device: DeviceClass) {
    robot = nil
    self.browser = browser
    self.major = major
    self.platform = platform
    self.device = device
  }
}
