@testable import LogAggregate

// A chunk cannot be filled anew while somebody looks at it.
// expect: overlapping accesses to 'chunk'
func probe() -> Int {
  var chunk = Chunk(capacity: 16)
  #if SHOULD_FAIL
    let view = chunk.bytes
    chunk.removeAll()
    return view.count
  #else
    let count = chunk.bytes.count
    chunk.removeAll()
    return count
  #endif
}
