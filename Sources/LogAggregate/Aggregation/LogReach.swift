/// How far back logs reach, told from their first lines.
public struct LogReach: Sendable {
  /// The time of the first line that parses of each source, in seconds since 1970; `nil` where there is none.
  public let firstTimes: [Int64?]

  /// Opens every source and looks at its first lines.
  /// - Throws: ``LogRunError`` where one is missing, damaged at its beginning, or of a format that is not known.
  public init(_ sources: [LogSource], formatName: String? = nil) throws(LogRunError) {
    let options = LogRunOptions(formatName: formatName)
    var times: [Int64?] = []
    // One by one, so that the order is the caller's.
    for source in sources {
      let order = try InputOrder([source], options: options, forwarded: nil)
      times.append(order.inputs.first?.firstTime)
    }
    firstTimes = times
  }
}

extension RunSetting {
  /// The seconds since 1970 at which a day of a time zone begins, and at which the next one does.
  /// - Throws: ``SettingError`` where the zone is not known to the system.
  public static func moments(
    of day: CivilDate, timeZone: String?
  ) throws(SettingError) -> Range<Int64> {
    do throws(ZoneError) {
      return try ZoneRules(named: timeZone ?? "UTC").interval(of: day)
    } catch {
      throw SettingError(description: error.description)
    }
  }
}
