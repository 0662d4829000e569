@testable import LogAggregate

// A view of a chunk ends with the chunk.
// expect: lifetime-dependent variable 'kept' escapes its scope
func probe() -> Int {
  let outer = Chunk(capacity: 16)
  var kept = outer.bytes
  do {
    let inner = Chunk(capacity: 16)
    #if SHOULD_FAIL
      kept = inner.bytes
    #else
      kept = outer.bytes.extracting(first: inner.count)
    #endif
  }
  return kept.count
}
