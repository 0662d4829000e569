/// How groups of people are protected that a name in a report identifies, such as those who read a section for members.
///
/// That all of a group were in one cell of a table of two dimensions tells of each of them, however large the group is.
/// - Source: `privacy.md` 2.4 (d); SDC handbook, group attribute disclosure.
public struct GroupDisclosure: Hashable, Sendable {
  /// A dimension of a table of two dimensions whose names can identify groups.
  public enum Dimension: String, CaseIterable, Sendable {
    /// Where steps lead from and to, in the table of flow.
    case section
    /// Placements by day, and by hour.
    case placement
  }

  /// The dimensions whose names identify groups; none where the policy marks none.
  public let identifying: Set<Dimension>
  /// How much of a group, in percent, may be found in one cell.
  public let greatestPercent: Int

  init(identifying: Set<Dimension> = [], greatestPercent: Int = DisclosureLimits.groupPercent) {
    self.identifying = identifying
    self.greatestPercent = greatestPercent
  }

  /// What keeps both promises.
  func union(_ other: Self) -> Self {
    Self(
      identifying: identifying.union(other.identifying),
      greatestPercent: min(greatestPercent, other.greatestPercent))
  }
}

extension PolicyReader {
  /// How groups are protected.
  static func groups(_ section: TOMLSection?) throws(PolicyError) -> GroupDisclosure {
    guard let section else { return GroupDisclosure() }
    try section.allow(["max_share", "identifying", "reason"])
    var identifying: Set<GroupDisclosure.Dimension> = []
    for word in try section.strings("identifying") ?? [] {
      guard let dimension = GroupDisclosure.Dimension(rawValue: word.value) else {
        throw section.error(
          line: word.line,
          "\(word.value.quoted) is no dimension of a table of two dimensions",
          remedy: "allowed: "
            + GroupDisclosure.Dimension.allCases.map(\.rawValue).joined(separator: ", ")
            + "; no table crosses another, so no group of another can be found in one cell")
      }
      identifying.insert(dimension)
    }
    let usual = DisclosureLimits.groupPercent
    let reason = try section.string("reason")
    guard let share = try section.percent("max_share") else {
      return GroupDisclosure(identifying: identifying)
    }
    guard let percent = share.value, DisclosureLimits.groupPercents.contains(percent) else {
      throw section.error(
        line: share.line, "max_share is out of range",
        remedy: "write 0.5 to 0.99 with two decimals at most; the default is 0.9")
    }
    guard percent <= usual || reason != nil else {
      throw section.error(
        line: share.line, "max_share is above the default of 0.9",
        remedy: "lower it, or say why in a key `reason`")
    }
    return GroupDisclosure(identifying: identifying, greatestPercent: percent)
  }
}
