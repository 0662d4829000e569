/// Of which hours the input held lines, so that a quiet hour can be told from a lost one.
///
/// No count is in it and no time finer than an hour.
public struct ReleasedCoverage: Hashable, Sendable {
  /// An hour of the site's clock.
  public struct Hour: Hashable, Sendable, CustomStringConvertible {
    /// The calendar day.
    public let day: CivilDate
    /// The hour, 0…23.
    public let hour: Int

    init(day: CivilDate, hour: Int, _ seal: ReleaseSeal) {
      self.day = day
      self.hour = hour
    }

    /// The hour as ISO 8601 writes it, such as `2026-11-19T03`.
    public var description: String { "\(day)T\(hour < 10 ? "0" : "")\(hour)" }
  }
  /// Hours that follow one another and hold no line.
  public struct Gap: Hashable, Sendable {
    /// The first hour without a line.
    public let from: Hour
    /// The last one.
    public let to: Hour
    /// How many they are.
    public let hours: Int

    init(from: Hour, to: Hour, hours: Int, _ seal: ReleaseSeal) {
      self.from = from
      self.to = to
      self.hours = hours
    }
  }
  /// The hour of the first line; `nil` where there is none.
  public let first: Hour?
  /// The hour of the last line.
  public let last: Hour?
  /// The hours of the period.
  public let hours: Int
  /// Those in which the input holds lines.
  public let hoursWithData: Int
  /// The others, in their order.
  public let gaps: [Gap]
  /// How many logs run side by side: files that follow one another in time are one.
  public let serversSeen: Int
  /// How many the site file expects, where it says so.
  public let serversExpected: Int?

  /// Whether every hour holds lines and no server is missing.
  public var isWhole: Bool { gaps.isEmpty && serversSeen >= serversExpected ?? 0 }

  init(
    first: Hour?, last: Hour?, hours: Int, hoursWithData: Int, gaps: [Gap], serversSeen: Int,
    serversExpected: Int?, _ seal: ReleaseSeal
  ) {
    self.first = first
    self.last = last
    self.hours = hours
    self.hoursWithData = hoursWithData
    self.gaps = gaps
    self.serversSeen = serversSeen
    self.serversExpected = serversExpected
  }

  /// The coverage of hours in their order.
  fileprivate init(
    all: [(hour: Hour, hasData: Bool)], serversSeen: Int, serversExpected: Int?,
    _ seal: ReleaseSeal
  ) {
    var gaps: [Gap] = []
    var open: (from: Hour, to: Hour, hours: Int)?
    for (hour, hasData) in all {
      if hasData {
        if let gap = open { gaps.append(Gap(from: gap.from, to: gap.to, hours: gap.hours, seal)) }
        open = nil
      } else {
        open = (open?.from ?? hour, hour, (open?.hours ?? 0) + 1)
      }
    }
    if let gap = open { gaps.append(Gap(from: gap.from, to: gap.to, hours: gap.hours, seal)) }
    self.init(
      first: all.first { $0.hasData }?.hour, last: all.last { $0.hasData }?.hour, hours: all.count,
      hoursWithData: all.count { $0.hasData }, gaps: gaps, serversSeen: serversSeen,
      serversExpected: serversExpected, seal)
  }
}

extension Aggregate {
  /// The longest period of which hours are told apart, in days.
  private static let longestCoverage = 3_700

  /// Which hours of the period hold lines; `nil` where there is no period, or none that could be remembered.
  /// - Complexity: O(quarters of an hour in the period).
  borrowing func coverage(_ setting: RunSetting, _ seal: ReleaseSeal) -> ReleasedCoverage? {
    guard !tally.quarters.isOverfull,
      let days = setting.days(from: tally.earliest, to: tally.latest),
      days.count <= Self.longestCoverage
    else { return nil }
    var all: [(hour: ReleasedCoverage.Hour, hasData: Bool)] = []
    for day in days {
      let moments = setting.zone.interval(of: CivilDate(daysSinceEpoch: day))
      for start in stride(from: moments.lowerBound, to: moments.upperBound, by: 900) {
        let local = setting.zone.local(at: start)
        let hour = ReleasedCoverage.Hour(
          day: CivilDate(daysSinceEpoch: local.day), hour: Int(local.secondOfDay) / 3_600, seal)
        let hasData = tally.quarters.starts.contains(start)
        if all.last?.hour == hour {
          all[all.count - 1].hasData = all[all.count - 1].hasData || hasData
        } else {
          all.append((hour, hasData))
        }
      }
    }
    return ReleasedCoverage(
      all: all, serversSeen: sourceCount, serversExpected: setting.site.serverCount, seal)
  }
}
