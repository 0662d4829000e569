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
  ///
  /// Lines are parsed a few ahead of being reduced, so that what caches remember of them is fetched from memory meanwhile.
  /// - Complexity: O(bytes of the chunk); allocates for a chunk and not for a line, once the batch has grown.
  mutating func consume<Format: LogFormat>(
    _ chunk: borrowing Chunk, format: inout Format, fields: FieldSet,
    minimiser: inout Minimiser
  ) {
    removeAll()
    ordinal = chunk.ordinal
    byteCount = chunk.count
    // Lines that were passed over stood before those of the chunk.
    for line in 0..<chunk.oversizedLines { reject(.tooLong, line: line) }
    format.begin(header: chunk.header.span)
    let forwarded = minimiser.forwarded
    var hasAgent = format.fields.contains(.userAgent)
    var lines = MarkedLines(
      chunk.bytes,
      finding: MarkedLines.Marks(
        quotes: format.usesQuotes, escape: format.escape == .none ? nil : format.escape.sign))
    var number = chunk.oversizedLines &- 1
    var linesAhead = [LineAhead](repeating: LineAhead(), count: LineAhead.count)
    var ahead = linesAhead.mutableSpan
    var placesAhead = [FieldPlaces](repeating: FieldPlaces(), count: LineAhead.count)
    var places = placesAhead.mutableSpan
    var held = 0
    var escapes = LineEscapes(format.escape)
    while let line = lines.next() {
      number &+= 1
      if format.takes(directive: line) {
        reduce(&held, ahead.span, places.span, of: chunk, hasAgent: hasAgent, minimiser: &minimiser)
        tally.count(.directive)
        hasAgent = format.fields.contains(.userAgent)
        continue
      }
      do throws(Malformed) {
        try format.read(line, quotes: lines.quotes, fields: fields, into: &places[held])
        if let forwarded {
          places[held].chooseClient(by: forwarded, line: line, decoded: format.decodedBytes)
        }
        let last = held..<held &+ 1
        if lines.hasEscape || places[held].isSet(.query) {
          escapes.decode(line, decoded: format.decodedBytes, &places[held])
          reduce(
            &held, ahead.span, places.span, of: chunk, hasAgent: hasAgent, minimiser: &minimiser)
          let record = Record(
            line: line, decoded: escapes.decodedBytes, places: places.span.extracting(last))
          reduce(record, of: line, hasAgent: hasAgent, minimiser: &minimiser)
        } else if places[held].hasDecoded {
          reduce(
            &held, ahead.span, places.span, of: chunk, hasAgent: hasAgent, minimiser: &minimiser)
          let record = Record(
            line: line, decoded: format.decodedBytes, places: places.span.extracting(last))
          reduce(record, of: line, hasAgent: hasAgent, minimiser: &minimiser)
        } else {
          ahead[held].range = lines.start..<lines.start &+ line.count
          ahead[held].foreseen = minimiser.foresee(
            Record(line: line, decoded: Span(), places: places.span.extracting(last)),
            hasAgent: hasAgent)
          held &+= 1
          if held == LineAhead.count {
            reduce(
              &held, ahead.span, places.span, of: chunk, hasAgent: hasAgent, minimiser: &minimiser)
          }
        }
      } catch {
        reject(error, line: number)
      }
    }
    reduce(&held, ahead.span, places.span, of: chunk, hasAgent: hasAgent, minimiser: &minimiser)
  }

  /// Reduces the first `count` lines that were parsed ahead.
  private mutating func reduce(
    _ count: inout Int, _ ahead: Span<LineAhead>, _ places: Span<FieldPlaces>,
    of chunk: borrowing Chunk, hasAgent: Bool, minimiser: inout Minimiser
  ) {
    let bytes = chunk.bytes
    for place in 0..<count {
      let line = bytes.extracting(ahead[place].range)
      let record = Record(
        line: line, decoded: Span(), places: places.extracting(place..<place &+ 1))
      let exclusion = minimiser.reduce(
        record, ahead[place].foreseen, hasAgent: hasAgent, to: &observations, told: &told)
      note(exclusion, of: line, time: record.time)
    }
    count = 0
  }

  /// Reduces a line whose fields were rewritten; such lines are few.
  @inline(never)
  private mutating func reduce(
    _ record: borrowing Record, of line: Span<UInt8>, hasAgent: Bool, minimiser: inout Minimiser
  ) {
    let foreseen = minimiser.foresee(record, hasAgent: hasAgent)
    let exclusion = minimiser.reduce(
      record, foreseen, hasAgent: hasAgent, to: &observations, told: &told)
    note(exclusion, of: line, time: record.time)
  }

  /// Counts a line by the step at which it left, or as a page view.
  @inline(__always)
  private mutating func note(_ exclusion: Exclusion?, of line: Span<UInt8>, time: Int64) {
    if let exclusion {
      let step = exclusion.index
      tally.count(step: step)
      if step == Exclusion.outsidePeriod.index { return }
    } else {
      tally.countPageView()
    }
    tally.note(time: time)
    if lineHash != nil { digest(line) }
  }

  @inline(never)
  private mutating func digest(_ line: Span<UInt8>) {
    if let lineHash { digest.add(lineHash(line)) }
  }

  private mutating func reject(_ reason: Malformed, line: Int) {
    if rejections.count < Self.rememberedRejections { rejections.append((reason, line)) }
    tally.count(reason)
  }
}
