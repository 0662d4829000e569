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
