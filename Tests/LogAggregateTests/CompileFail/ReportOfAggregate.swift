@testable import LogAggregate
@testable import logagg

// A report is made of released values only.
// expect: cannot convert value of type 'Aggregate' to expected argument type 'ReleasedReport'
func probe(
  _ aggregate: consuming Aggregate, _ setting: RunSetting, _ presentation: Presentation
) -> TextReport {
  #if SHOULD_FAIL
    TextReport(aggregate, presentation)
  #else
    TextReport(aggregate.release(setting), presentation)
  #endif
}
