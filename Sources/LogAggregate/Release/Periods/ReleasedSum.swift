/// That a report is a sum of releases that were published one by one, and of how many.
public struct ReleasedSum: Hashable, Sendable {
  /// The days of the period that are published, for this audience.
  public let publishedDays: Int
  /// Those of them whose totals could be shown, and are in the sum.
  public let daysWithTotals: Int
  /// The releases that were added.
  public let releaseCount: Int

  init(publishedDays: Int, daysWithTotals: Int, releaseCount: Int, _ seal: ReleaseSeal) {
    self.publishedDays = publishedDays
    self.daysWithTotals = daysWithTotals
    self.releaseCount = releaseCount
  }
}
