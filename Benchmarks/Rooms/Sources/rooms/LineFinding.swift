import CCeiling

@testable import LogAggregate

enum LineFinding {
  static func measure(_ sample: Sample) -> [Figure] {
    [
      Figure(
        "lines and quotes found", per: "line", count: sample.lineCount,
        ceiling: "memchr over the same bytes",
        {
          var cursor = MarkedLines(
            sample.bytes.span, finding: MarkedLines.Marks(quotes: true, escape: 0x5C))
          var lines = 0
          while cursor.next() != nil { lines += 1 }
          return lines
        }, check: { $0 == sample.lineCount },
        least: {
          _ = sample.bytes.withUnsafeBufferPointer { ceiling_lines($0.baseAddress, $0.count) }
        })
    ]
  }
}
