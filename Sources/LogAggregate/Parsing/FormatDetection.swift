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
  init(
    _ bytes: Span<UInt8>, candidates: [KnownFormat] = KnownFormat.allCases,
    forwarded: ForwardedRule? = nil
  ) {
    var trials: [Trial] = []
    var lineCount = 0
    for candidate in candidates {
      let trial = Self.try(candidate, bytes, forwarded)
      lineCount = max(lineCount, trial.lines)
      if trial.matched > 0 { trials.append(trial) }
    }
    // A more general format also reads a line that a specific one finds damaged; it is not the better for that.
    let most = trials.map(\.matched).max() ?? 0
    let best = trials.first { $0.matched * 10 >= most * 9 }
    format = best?.format
    matchedLines = best?.matched ?? 0
    lines = best?.lines ?? lineCount
    firstTime = best?.time
  }

  /// What one format reads of the lines.
  private struct Trial {
    var format: KnownFormat
    var matched = 0
    var lines = 0
    var time: Int64?
  }

  private static func `try`(
    _ format: KnownFormat, _ bytes: Span<UInt8>, _ rule: ForwardedRule?
  ) -> Trial {
    switch format.reading {
    case .combined: `try`(format, CombinedFormat(), bytes)
    case .common: `try`(format, CommonFormat(), bytes)
    case .compiled(let layout): `try`(format, CompiledFormat(layout), bytes)
    case .json: `try`(format, JSONFormat(KnownFormat.jsonNames.naming(rule), fields: .all), bytes)
    case .ltsv: `try`(format, LTSVFormat(KnownFormat.ltsvNames.naming(rule), fields: .all), bytes)
    case .w3c(let dialect):
      `try`(format, W3CFormat(KnownFormat.w3cNames.naming(rule), dialect: dialect), bytes)
    }
  }

  private static func `try`<Format: LogFormat>(
    _ known: KnownFormat, _ format: Format, _ bytes: Span<UInt8>
  ) -> Trial {
    var format = format
    var trial = Trial(format: known)
    var seen: FieldSet = [.time, .method, .target, .status]
    var cursor = LineCursor(bytes)
    var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
    while trial.lines < sampleSize, let line = cursor.next() {
      if format.takes(directive: line) { continue }
      trial.lines += 1
      do throws(Malformed) {
        let record = try format.parse(line, fields: .all, into: &places)
        trial.matched += 1
        if trial.time == nil { trial.time = record.time }
        for (field, bit) in optionalFields where record[field].count > 0 { seen.insert(bit) }
      } catch {
        continue
      }
    }
    // A log whose values have names holds the fields that it shows.
    if known.hasNamedValues { trial.format = known.narrowed(to: seen) }
    return trial
  }

  private static let optionalFields: [(Field, FieldSet)] = [
    (.client, .client), (.user, .user), (.byteCount, .bytes), (.referrer, .referrer),
    (.userAgent, .userAgent), (.host, .host), (.forwarded, [.client, .forwarded]),
  ]
}
