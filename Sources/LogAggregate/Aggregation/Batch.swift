/// What one chunk was reduced to, on its way into an aggregate.
struct Batch: Sendable {
  /// The chunk's place in its source.
  var ordinal = 0
  /// The chunk's length.
  var byteCount = 0
  var observations: [Observation] = []
  /// What the lines tell beside page views.
  var told = Told()
  var tally = Tally()
  /// By which the lines of the period are known again, where a ledger guards the run.
  var lineHash: LineHash?
  private(set) var digest = LineDigest()
  /// The first rejected lines of the chunk: why, and the line's place in the chunk.
  var rejections: [(reason: Malformed, line: Int)] = []

  /// How many rejected lines of a chunk are remembered by their place.
  static let rememberedRejections = 4

  /// About how many bytes the batch keeps while it waits.
  var heldByteCount: Int {
    4096 + observations.count * MemoryLayout<Observation>.stride
      + told.facts.count * MemoryLayout<Fact>.stride
      + told.events.count * MemoryLayout<AdvertisingEvent>.stride
  }

  mutating func removeAll() {
    observations.removeAll(keepingCapacity: true)
    told.removeAll()
    rejections.removeAll(keepingCapacity: true)
    tally = Tally()
    digest = LineDigest()
  }

  /// Parses and reduces every line of `chunk`.
  /// - Complexity: O(bytes of the chunk); allocates nothing once the batch has grown.
  mutating func consume<Format: LogFormat>(
    _ chunk: borrowing Chunk, format: inout Format, fields: FieldSet,
    minimiser: inout Minimiser
  ) {
    removeAll()
    ordinal = chunk.ordinal
    byteCount = chunk.count
    // Lines that were passed over stood before those of the chunk.
    for _ in 0..<chunk.oversizedLines { reject(.tooLong) }
    format.begin(header: chunk.header.span)
    let forwarded = minimiser.forwarded
    var hasAgent = format.fields.contains(.userAgent)
    var lines = LineCursor(chunk.bytes)
    var places = FieldPlaces()
    var escapes = LineEscapes(format.escape)
    var nextEscape = Self.nextEscape(chunk, format.escape, from: 0)
    while let line = lines.next() {
      let lineEnd = chunk.count &- lines.remainingByteCount
      let isEscaped = nextEscape < lineEnd
      if isEscaped { nextEscape = Self.nextEscape(chunk, format.escape, from: lineEnd) }
      if format.takes(directive: line) {
        tally.count(.directive)
        hasAgent = format.fields.contains(.userAgent)
        continue
      }
      do throws(Malformed) {
        try format.read(line, fields: fields, into: &places)
        if let forwarded {
          places.chooseClient(by: forwarded, line: line, decoded: format.decodedBytes)
        }
        if isEscaped || places.isSet(.query) {
          reduce(
            line, decoded: format.decodedBytes, places, &escapes, hasAgent: hasAgent,
            minimiser: &minimiser)
          continue
        }
        let record = Record(line: line, decoded: format.decodedBytes, places: places)
        let outcome = minimiser.reduce(record, hasAgent: hasAgent, told: &told)
        note(outcome, of: line, time: record.time)
      } catch {
        reject(error)
      }
    }
  }

  /// Reduces a line with escapes in it, or a query of its own that is read; such lines are few.
  @inline(never)
  private mutating func reduce(
    _ line: Span<UInt8>, decoded: Span<UInt8>, _ places: FieldPlaces,
    _ escapes: inout LineEscapes, hasAgent: Bool, minimiser: inout Minimiser
  ) {
    var places = places
    escapes.decode(line, decoded: decoded, &places)
    let record = Record(line: line, decoded: escapes.decodedBytes, places: places)
    let outcome = minimiser.reduce(record, hasAgent: hasAgent, told: &told)
    note(outcome, of: line, time: record.time)
  }

  @inline(__always)
  private mutating func note(_ outcome: Outcome, of line: Span<UInt8>, time: Int64) {
    switch outcome {
    case .pageView(let observation):
      tally.note(time: time)
      note(line)
      tally.countPageView()
      observations.append(observation)
    case .excluded(let exclusion):
      let step = exclusion.index
      if step != Exclusion.outsidePeriod.index {
        tally.note(time: time)
        note(line)
      }
      tally.count(step: step)
    }
  }

  /// Where the next byte stands that begins an escape: found once, so that lines before it cost nothing.
  private static func nextEscape(
    _ chunk: borrowing Chunk, _ escape: LineEscape, from start: Int
  ) -> Int {
    guard escape != .none, let distance = chunk.bytes.offset(of: escape.sign, from: start) else {
      return .max
    }
    return start + distance
  }

  private mutating func reject(_ reason: Malformed) {
    if rejections.count < Self.rememberedRejections { rejections.append((reason, tally.lines)) }
    tally.count(reason)
  }

  @inline(__always)
  private mutating func note(_ line: Span<UInt8>) {
    if let lineHash { digest.add(lineHash(line)) }
  }
}
