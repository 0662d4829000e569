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
