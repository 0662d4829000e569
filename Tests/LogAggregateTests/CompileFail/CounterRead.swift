import LogAggregate

// Another module sees released figures only.
// expect: 'pageViews' is inaccessible due to 'internal' protection level
func probe(_ aggregate: consuming Aggregate, _ setting: RunSetting) -> Int {
  #if SHOULD_FAIL
    aggregate.pageViews
  #else
    aggregate.release(setting).input.lines
  #endif
}
