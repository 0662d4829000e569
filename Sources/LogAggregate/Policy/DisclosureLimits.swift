/// The bounds that every policy keeps, whatever it says.
/// - Source: DESIGN 4.
enum DisclosureLimits {
  /// No policy can show a cell of fewer visitors.
  static let leastThreshold = 2
  /// How many page views of one visitor, input source and day are counted where no policy lowers it.
  static let visitorLimit = 480
  /// How many clicks of one visitor, input source and day are counted.
  static let clickLimit = 80
  /// The least number of visitors behind a count of clicks or conversions alone.
  static let clickThreshold = 10
  /// How near, in percent of its value, the second largest visitor of a cell may come to guessing the
  /// largest.
  static let protectionPercent = 10

  /// How much of a group that a name identifies, in percent, may be found in one cell where no policy says otherwise.
  static let groupPercent = 90
  /// What a policy can say of that: at less nothing could be shown of two cells, and all of a group is never shown.
  static let groupPercents = 50...99

  /// The least number of networks behind a cell.
  static func leastNetworks(threshold: Int) -> Int { min(threshold, 10) }

  /// The largest limit by which no visitor of a cell can tell another's share within 10 %.
  ///
  /// With at least *k* visitors of one view or more, what remains of a cell without its two largest is at
  /// least *k* − 2, so the p%-rule holds if and only if the limit is at most 100 (*k* − 2) / *p*.
  static func greatestVisitorLimit(threshold: Int) -> Int {
    // Bounded first, so that no threshold in a file can overflow the product.
    let spare = min(threshold, visitorLimit) - 2
    return min(visitorLimit, 100 * spare / protectionPercent)
  }
}
