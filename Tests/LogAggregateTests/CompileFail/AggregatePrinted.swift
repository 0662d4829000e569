import LogAggregate

// An aggregate has no text.
// expect: argument type 'Aggregate' does not conform to expected type 'Copyable'
func probe(_ aggregate: consuming Aggregate, _ setting: RunSetting) {
  #if SHOULD_FAIL
    print(aggregate)
  #else
    print(aggregate.release(setting))
  #endif
}
