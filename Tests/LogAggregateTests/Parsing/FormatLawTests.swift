import Testing

@testable import LogAggregate

/// What every format must hold: its samples are its tests.
@Suite struct FormatLawTests {
  /// A copy of a record's fields.
  struct Snapshot: Equatable {
    var time: Int64
    var status: Int
    var fields: [Field: [UInt8]]
  }

  static func snapshot<Format: LogFormat>(
    _ format: inout Format, _ line: [UInt8], _ fields: FieldSet
  ) -> Snapshot? {
    var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
    do throws(Malformed) {
      let record = try format.parse(line.span, fields: fields, into: &places)
      var copy = Snapshot(time: record.time, status: Int(record.status), fields: [:])
      for field in Field.allCases {
        let bytes = record[field]
        copy.fields[field] = bytes.indices.map { bytes[$0] }
      }
      if let agent = copy.fields[.userAgent] {
        copy.fields[.userAgent] = decoded(agent, record.agentEncoding)
      }
      return copy
    } catch {
      return nil
    }
  }

  /// The value that `bytes` stand for.
  private static func decoded(_ bytes: [UInt8], _ encoding: ValueEncoding) -> [UInt8] {
    var decoded = DecodedBytes()
    guard let range = decoded.append(bytes.span, 0, bytes.count, encoding) else { return bytes }
    return (range.0..<range.1).map { decoded.bytes[$0] }
  }

  /// The fields that a parser skips where the plan does not ask for them; the others count every request.
  static let optional: [(Field, FieldSet)] = [
    (.client, .client), (.user, .user), (.byteCount, .bytes), (.referrer, .referrer),
    (.userAgent, .userAgent), (.host, .host),
  ]

  /// A reader of the format's lines; it keeps what it remembers from line to line.
  static func reader(_ known: KnownFormat) -> ([UInt8], FieldSet) -> Snapshot? {
    func make<Format: LogFormat>(_ format: Format) -> ([UInt8], FieldSet) -> Snapshot? {
      var format = format
      return { text, fields in
        // Directives may stand before the line.
        if known.hasNamedValues { format.begin(header: [UInt8]().span) }
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        for line in lines.dropLast() { _ = format.takes(directive: line.span) }
        let last = lines.last ?? []
        return format.takes(directive: last.span) ? nil : snapshot(&format, last, fields)
      }
    }
    return switch known.reading {
    case .combined: make(CombinedFormat())
    case .common: make(CommonFormat())
    case .compiled(let layout): make(CompiledFormat(layout))
    case .json: make(JSONFormat(KnownFormat.jsonNames, fields: .all))
    case .ltsv: make(LTSVFormat(KnownFormat.ltsvNames, fields: .all))
    case .w3c(let dialect): make(W3CFormat(KnownFormat.w3cNames, dialect: dialect))
    }
  }

  @Test("samples are read, counter-samples rejected", arguments: KnownFormat.allCases)
  func samples(_ format: KnownFormat) {
    #expect(!format.samples.isEmpty && !format.counterSamples.isEmpty)
    let read = Self.reader(format)
    for (index, sample) in format.samples.enumerated() {
      #expect(read(Array(sample.utf8), format.fields) != nil, "sample \(index)")
    }
    for (index, sample) in format.counterSamples.enumerated() {
      #expect(read(Array(sample.utf8), format.fields) == nil, "counter-sample \(index)")
    }
  }

  @Test("a sample is told to be of its format", arguments: KnownFormat.allCases)
  func detected(_ format: KnownFormat) {
    for sample in format.samples {
      let found = FormatDetection(Array(sample.utf8).span)
      #expect(found.format == format, "\(sample)")
    }
  }

  @Test("fields that the plan does not ask for are empty", arguments: KnownFormat.allCases)
  func skipped(_ format: KnownFormat) {
    for sample in format.samples {
      let read = Self.reader(format)
      let line = Array(sample.utf8)
      let whole = read(line, format.fields)
      for bits in 0..<UInt16(1 << 10) {
        let asked = FieldSet(rawValue: bits)
        guard let found = read(line, asked) else {
          Issue.record("a sample is rejected when fewer fields are read")
          return
        }
        for (field, bit) in Self.optional {
          let wanted = asked.contains(bit) ? whole?.fields[field] : []
          if found.fields[field] != wanted { Issue.record("\(field) with fields \(bits)") }
        }
      }
    }
  }

  @Test("every prefix and every changed byte is read or rejected", arguments: KnownFormat.allCases)
  func changed(_ format: KnownFormat) {
    // One parser for all lines, so that what it remembers of one is tried on the next.
    let read = Self.reader(format)
    for sample in format.samples {
      let line = Array(sample.utf8)
      for length in line.indices { Self.check(format, read, Array(line[..<length])) }
      for place in line.indices {
        var changed = line
        for byte in Self.telling + [line[place] &+ 1, line[place] ^ 0x20] {
          changed[place] = byte
          Self.check(format, read, changed)
        }
        if Self.hasNaiveTwin(format) {
          for byte in UInt8.min...UInt8.max {
            changed[place] = byte
            _ = read(changed, format.fields)
          }
        }
        var without = line
        without.remove(at: place)
        Self.check(format, read, without)
        var twice = line
        twice.insert(line[place], at: place)
        Self.check(format, read, twice)
      }
    }
  }

  /// Bytes that mean something in a log line, and some that do not.
  private static let telling: [UInt8] = [
    0x00, 0x20, 0x22, 0x2D, 0x30, 0x39, 0x41, 0x5B, 0x5C, 0x5D, 0xFF,
  ]

  @Test("random lines made of a format's own pieces", arguments: TestLength.seeds(40))
  func spliced(_ seed: Int) {
    for format in KnownFormat.allCases {
      var random = SeededRandom(seed)
      let read = Self.reader(format)
      let texts = (format.samples + format.counterSamples).filter { !$0.isEmpty }.map {
        Array($0.utf8)
      }
      for _ in 0..<(Self.hasNaiveTwin(format) ? 50 : 15) {
        let (one, other) = (random.pick(texts), random.pick(texts))
        let head = one[..<random.int(0...one.count)]
        Self.check(format, read, Array(head + other[random.int(0...other.count)...]))
      }
    }
  }

  private static func hasNaiveTwin(_ format: KnownFormat) -> Bool {
    format == .combined || format == .common
  }

  /// Compares with the naive reader where there is one.
  private static func check(
    _ format: KnownFormat, _ read: ([UInt8], FieldSet) -> Snapshot?, _ line: [UInt8]
  ) {
    let found = read(line, format.fields)
    guard hasNaiveTwin(format) else { return }
    let naive = NaiveLine(line, isCombined: format == .combined)
    guard let naive else {
      if found != nil { Issue.record("\(format) reads what the naive reader rejects: \(line)") }
      return
    }
    let wanted = Snapshot(
      time: Int64(naive.time), status: naive.status,
      fields: [
        .client: naive.client, .user: naive.user, .time: [], .method: Array(naive.method.utf8),
        .target: naive.target, .status: [], .byteCount: naive.byteCount,
        .referrer: naive.referrer, .userAgent: naive.agent, .host: [], .query: [], .forwarded: [],
      ])
    if found != wanted { Issue.record("\(format) differs from the naive reader: \(line)") }
  }
}
