/// Tells the format of an input from its first lines.
struct FormatDetection: Sendable {
  /// The format that reads most of the lines, or `nil` where none reads any.
  let format: KnownFormat?
  /// How many of the lines looked at the format reads.
  let matchedLines: Int
  let lines: Int
  /// The time of the first line that parses.
  let firstTime: Int64?

  /// How many lines are looked at.
  static let sampleSize = 200

  /// Tries `candidates`, the more specific first, on the first lines of `bytes`.
  /// - Complexity: O(lines looked at × formats).
  init(_ bytes: Span<UInt8>, candidates: [KnownFormat] = KnownFormat.allCases) {
    var lineCount = 0
    var readings: [(format: KnownFormat, matched: Int, time: Int64?)] = []
    for candidate in candidates {
      let result = Self.count(candidate, bytes)
      lineCount = result.lines
      if result.matched > 0 { readings.append((candidate, result.matched, result.time)) }
    }
    // A more general format also reads a line that a specific one finds damaged; it is not the better for that.
    let most = readings.map(\.matched).max() ?? 0
    let best = readings.first { $0.matched * 10 >= most * 9 }
    format = best?.format
    matchedLines = best?.matched ?? 0
    lines = lineCount
    firstTime = best?.time
  }

  private static func count(
    _ format: KnownFormat, _ bytes: Span<UInt8>
  ) -> (matched: Int, lines: Int, time: Int64?) {
    switch format.reading {
    case .combined: count(CombinedFormat(), bytes)
    case .common: count(CommonFormat(), bytes)
    case .compiled(let layout): count(CompiledFormat(layout), bytes)
    }
  }

  private static func count<Format: LogFormat>(
    _ format: Format, _ bytes: Span<UInt8>
  ) -> (matched: Int, lines: Int, time: Int64?) {
    var format = format
    var matched = 0
    var lines = 0
    var time: Int64?
    var cursor = LineCursor(bytes)
    while lines < sampleSize, let line = cursor.next() {
      if format.takes(directive: line) { continue }
      lines += 1
      do throws(Malformed) {
        let record = try format.parse(line, fields: [])
        matched += 1
        if time == nil { time = record.time }
      } catch {
        continue
      }
    }
    return (matched, lines, time)
  }
}
