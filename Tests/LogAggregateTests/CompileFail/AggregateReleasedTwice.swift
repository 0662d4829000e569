import LogAggregate

// Releasing uses the aggregate up.
// expect: 'aggregate' consumed more than once
func probe(_ aggregate: consuming Aggregate, _ setting: RunSetting) -> [ReleasedReport] {
  let first = aggregate.release(setting)
  #if SHOULD_FAIL
    return [first, aggregate.release(setting)]
  #else
    return [first, first]
  #endif
}
