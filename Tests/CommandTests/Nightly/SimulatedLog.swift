import Foundation

/// A server's log as it lies on the disk, night after night: a file that is written to, and those that were rotated away.
struct SimulatedLog {
  private var random: SeededRandom
  private let folder: URL
  /// Lines of the file that is written to.
  private var current = ""
  private var rotated = 0
  private let calendar: Calendar
  /// The page views of each day of the site, by its date.
  private(set) var views: [String: Int] = [:]

  init(folder: URL, zone: TimeZone, seed: Int) throws {
    self.folder = folder
    random = SeededRandom(seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func name(of day: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day], from: day)
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  func dayAfter(_ day: Date) -> Date { calendar.date(byAdding: .day, value: 1, to: day) ?? day }

  /// Writes the lines of one day, from its midnight to the next, and rotates at moments that nobody chose.
  mutating func live(through day: Date) throws {
    let start = Int(day.timeIntervalSince1970)
    let end = Int(dayAfter(day).timeIntervalSince1970)
    var moments: [(second: Int, visitor: Int?)] = []
    for visitor in 0..<Int.random(in: 30...45, using: &random) {
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        moments.append((Int.random(in: start..<end, using: &random), visitor))
      }
    }
    // Some days twice, some not at all.
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      moments.append((Int.random(in: start..<end, using: &random), nil))
    }
    moments.sort { ($0.second, $0.visitor ?? -1) < ($1.second, $1.visitor ?? -1) }
    for moment in moments {
      guard let visitor = moment.visitor else {
        try rotate()
        continue
      }
      current += line(visitor, at: moment.second)
      views[name(of: day), default: 0] += 1
    }
    try flush()
  }

  private mutating func line(_ visitor: Int, at second: Int) -> String {
    let date = Date(timeIntervalSince1970: TimeInterval(second))
    let offset = calendar.timeZone.secondsFromGMT(for: date)
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    let time = String(
      format: "%02d/%@/%04d:%02d:%02d:%02d +%02d%02d", parts.day ?? 0,
      String(months[(parts.month ?? 1) - 1]), parts.year ?? 0, parts.hour ?? 0, parts.minute ?? 0,
      parts.second ?? 0, offset / 3_600, offset / 60 % 60)
    let path = ["/news/", "/books/", "/shop/"].randomElement(using: &random) ?? "/"
    return """
      \(InventedLog.address(visitor)) - - [\(time)] "GET \(path) HTTP/1.1" 200 512 "-" "\(InventedLog.agents[visitor % 3])"

      """
  }

  /// What logrotate does, with compression one rotation later, and two weeks kept.
  private mutating func rotate() throws {
    try flush()
    guard !current.isEmpty else { return }
    let manager = FileManager.default
    rotated += 1
    try manager.moveItem(at: file("access.log"), to: file("access.log-\(number(rotated))"))
    current = ""
    try flush()
    if rotated > 1 { try gzip(file("access.log-\(number(rotated - 1))")) }
    let old = file("access.log-\(number(rotated - 16)).gz")
    if manager.fileExists(atPath: old.path) { try manager.removeItem(at: old) }
  }

  private func number(_ rotation: Int) -> String { String(format: "%05d", rotation) }

  private func file(_ name: String) -> URL { folder.appending(path: name) }

  private func flush() throws { try Data(current.utf8).write(to: file("access.log")) }

  private func gzip(_ file: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = [file.path]
    try process.run()
    process.waitUntilExit()
  }
}
