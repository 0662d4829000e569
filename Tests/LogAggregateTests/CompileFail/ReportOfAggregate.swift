@testable import LogAggregate
@testable import logagg

// A report is made of released values only.
// expect: cannot convert value of type 'Aggregate' to expected argument type 'ReleasedReport'
func probe(_ aggregate: consuming Aggregate, _ setting: RunSetting) -> TextReport {
  #if SHOULD_FAIL
    TextReport(aggregate)
  #else
    TextReport(aggregate.release(setting))
  #endif
}
