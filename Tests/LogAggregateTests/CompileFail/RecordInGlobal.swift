@testable import LogAggregate

// A record cannot be kept: not in a global, nor in an array.
// expect: does not conform to protocol 'Escapable'
#if SHOULD_FAIL
  nonisolated(unsafe) var kept: [Record] = []
#else
  nonisolated(unsafe) var kept: [Int64] = []
#endif

func probe(_ line: Span<UInt8>) throws {
  var format = CombinedFormat()
  var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
  let record = try format.parse(line, fields: [], into: &places)
  #if SHOULD_FAIL
    kept.append(record)
  #else
    kept.append(record.time)
  #endif
}
