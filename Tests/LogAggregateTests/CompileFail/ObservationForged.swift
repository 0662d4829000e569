@testable import LogAggregate

// Only the minimiser makes an observation.
// expect: initializer is inaccessible due to 'fileprivate' protection level
func probe(_ observations: [Observation], _ pseudonym: Pseudonym) -> Observation? {
  #if SHOULD_FAIL
    Observation(
      pseudonym: pseudonym, time: 0, day: 0, hour: 0, page: 0, origin: 0, agent: .unknown,
      statusClass: 2)
  #else
    observations.first
  #endif
}
