import CCeiling
import Synchronization

@testable import LogAggregate

/// What reducing a line adds to parsing it, with caches that begin empty.
enum Minimisation {
  static func measure(_ sample: Sample) throws -> [Figure] {
    let rules = try Sample.rules()
    let fields = try Sample.setting().fields
    let chunks = sample.chunks()
    let clock = ContinuousClock()
    var (parsing, whole) = (Duration.seconds(1000), Duration.seconds(1000))
    var remembered = ""
    var views: Set<Int> = []
    for _ in 0..<Figure.rounds {
      var start = clock.now
      var lines = 0
      for chunk in chunks { lines += Self.parse(chunk, fields) }
      parsing = min(parsing, clock.now - start)
      guard lines > 0 else { fatalError("minimisation: nothing was parsed") }
      var minimiser = Minimiser(rules: rules)
      var format = CombinedFormat()
      var batch = Batch()
      var count = 0
      start = clock.now
      for chunk in chunks {
        chunk.bytes.withLock {
          batch.consume($0, format: &format, fields: fields, minimiser: &minimiser)
        }
        count += batch.observations.count
      }
      whole = min(whole, clock.now - start)
      views.insert(count)
      let use = minimiser.cacheUse
      remembered =
        "agents \(Self.share(use.agents)), paths \(Self.share(use.paths)),"
        + " referrers \(Self.share(use.origins)) remembered"
    }
    guard views.count == 1, views != [0] else { fatalError("minimisation: the rounds differ") }
    return [
      Figure(
        "minimisation, parsing taken off (\(remembered))", per: "line", count: sample.lineCount,
        spent: whole - parsing, ceiling: "a hash of agent, target and referrer"
      ) {
        var sum: UInt64 = 0
        for column in [sample.agents, sample.targets, sample.referrers] {
          column.forEach { sum ^= rules.hash($0) }
        }
        if sum == 1 { print("") }
      }
    ]
  }

  private static func parse(_ chunk: Sample.LockedChunk, _ fields: FieldSet) -> Int {
    chunk.bytes.withLock { chunk in
      var format = CombinedFormat()
      var cursor = MarkedLines(
        chunk.bytes, finding: MarkedLines.Marks(quotes: true, escape: format.escape.sign))
      var places = FieldPlaces()
      var lines = 0
      while let line = cursor.next() {
        do throws(Malformed) {
          try format.read(line, quotes: cursor.quotes, fields: fields, into: &places)
          lines += 1
        } catch {}
      }
      return lines
    }
  }

  private static func share(_ use: CacheUse) -> String {
    let permille = 1000 * use.hits / max(1, use.hits + use.misses)
    return "\(permille / 10).\(permille % 10) %"
  }
}
