@testable import LogAggregate

// Only the doors of the release hold the seal under which a released value is made; not even tests do.
// expect: initializer is inaccessible due to 'fileprivate' protection level
func probe(_ report: ReleasedReport) -> ReleasedTotals {
  #if SHOULD_FAIL
    ReleasedTotals(
      pageViews: .count(1), visits: .count(1), visitors: .count(1), clicks: .count(0), ReleaseSeal()
    )
  #else
    report.totals
  #endif
}
