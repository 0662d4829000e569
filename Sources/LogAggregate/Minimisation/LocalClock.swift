/// Turns instants into the site's days and hours, remembering the day it is in.
struct LocalClock {
  private let zone: ZoneRules
  /// The instants for which the offset and the day below hold.
  private var valid: Range<Int64> = 0..<0
  private var day: Int32 = 0
  /// The instant at which the day's wall clock showed, or would have shown, 00:00 under the offset.
  private var midnight: Int64 = 0

  init(zone: ZoneRules) { self.zone = zone }

  /// The local day, as days since 1970-01-01, and the hour 0…23.
  @inline(__always)
  mutating func local(at time: Int64) -> (day: Int32, hour: UInt8) {
    if !valid.contains(time) { move(to: time) }
    return (day, UInt8(truncatingIfNeeded: (time &- midnight) / 3600))
  }

  private mutating func move(to time: Int64) {
    let span = zone.span(containing: time)
    let local = zone.local(at: time)
    day = local.day
    midnight = time - Int64(local.secondOfDay)
    let from = max(span.validFrom, midnight)
    let until = min(span.validUntil, midnight + 86_400)
    valid = from..<max(from, until)
  }
}
