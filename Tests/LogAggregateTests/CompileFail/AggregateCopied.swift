import LogAggregate

// There is never a second aggregate of the same counts.
// expect: 'aggregate' consumed more than once
func probe(_ aggregate: consuming Aggregate) -> Int {
  let first = aggregate
  #if SHOULD_FAIL
    let second = aggregate
    _ = consume second
  #endif
  _ = consume first
  return 1
}
