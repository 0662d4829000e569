import CCeiling
import Glibc
import Synchronization

@testable import LogAggregate

/// A log, and its fields in columns.
struct Sample {
  /// Values of one field, one behind the other.
  struct Column {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    var count: Int { ends.count }

    mutating func append(_ value: Span<UInt8>) {
      bytes.append(value)
      ends.append(bytes.count)
    }

    /// Calls `body` with every value in turn.
    @inline(__always)
    func forEach(_ body: (Span<UInt8>) -> Void) {
      var start = 0
      for end in ends {
        body(bytes.span.extracting(start..<end))
        start = end
      }
    }

    /// The values as texts.
    var texts: [String] {
      var texts: [String] = []
      forEach { value in
        texts.append(String(decoding: value.indices.map { value[$0] }, as: UTF8.self))
      }
      return texts
    }
  }

  let bytes: [UInt8]
  let lineCount: Int
  private(set) var clients = Column()
  private(set) var agents = Column()
  private(set) var targets = Column()
  private(set) var referrers = Column()
  private(set) var times = Column()

  init(_ path: String) throws {
    let log = try WholeFile.bytes(path)
    bytes = log
    lineCount = log.withUnsafeBufferPointer { ceiling_lines($0.baseAddress, $0.count) }
    var format = CombinedFormat()
    var cursor = LineCursor(log.span)
    var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
    while let line = cursor.next() {
      guard let record = try? format.parse(line, fields: .all, into: &places) else { continue }
      clients.append(record[.client])
      agents.append(record[.userAgent])
      targets.append(record[.target])
      referrers.append(record[.referrer])
      if let bracket = line.offset(of: 0x5B) {
        times.append(line.extracting(bracket + 1..<bracket + 1 + CommonLogTime.length))
      }
    }
  }

  /// All tables of `standard` for the internal audience.
  static func setting() throws -> RunSetting {
    guard let policy = Policy.bundled("standard") else { fatalError("no policy") }
    let site = try Site(text: "", file: "no site")
    return try RunSetting(
      plan: try Plan(policy: policy, audience: .internal, site: site), site: site, days: nil,
      timeZone: nil)
  }

  static func rules() throws -> MinimisationRules {
    try setting().makeRules(key: try RunKey(), members: nil)
  }

  /// A chunk that can lie in an array.
  final class LockedChunk: Sendable {
    let bytes: Mutex<Chunk>

    init(_ chunk: consuming sending Chunk) { bytes = Mutex(chunk) }
  }

  /// The sample in chunks of whole lines.
  func chunks() -> [LockedChunk] {
    var chunks: [LockedChunk] = []
    var start = 0
    while start < bytes.count {
      var chunk = Chunk(capacity: 512 << 10)
      chunk.append(bytes.span.extracting(start..<min(bytes.count, start + chunk.capacity)))
      if start + chunk.count < bytes.count { chunk.truncate(to: chunk.wholeLinesByteCount) }
      start += chunk.count
      chunk.ordinal = chunks.count
      chunks.append(LockedChunk(chunk))
    }
    return chunks
  }

  /// The sample's chunks reduced to batches.
  func batches(_ rules: MinimisationRules) throws -> [Batch] {
    var minimiser = Minimiser(rules: rules)
    var format = CombinedFormat()
    let fields = try Self.setting().fields
    return chunks().map { chunk in
      var batch = Batch()
      chunk.bytes.withLock {
        batch.consume($0, format: &format, fields: fields, minimiser: &minimiser)
      }
      return batch
    }
  }
}

/// Copies every byte of `bytes` once.
func copyOnce(_ bytes: [UInt8]) {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, bytes.count)) { room in
    bytes.withUnsafeBufferPointer { ceiling_copy(room.baseAddress, $0.baseAddress, $0.count) }
  }
}
