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
    do throws(Malformed) {
      let record = try format.parse(line.span, fields: fields)
      var copy = Snapshot(time: record.time, status: Int(record.status), fields: [:])
      for field in Field.allCases {
        let bytes = record[field]
        copy.fields[field] = bytes.indices.map { bytes[$0] }
      }
      return copy
    } catch {
      return nil
    }
  }

  /// The fields that a parser skips where the plan does not ask for them; the others count every request.
  static let optional: [(Field, FieldSet)] = [
    (.client, .client), (.user, .user), (.byteCount, .bytes), (.referrer, .referrer),
    (.userAgent, .userAgent), (.host, .host),
  ]

  @Test("samples are read, counter-samples rejected", arguments: KnownFormat.allCases)
  func samples(_ format: KnownFormat) { Self.checkSamples(format.type) }

  private static func checkSamples<Format: LogFormat>(_ type: Format.Type) {
    #expect(!type.samples.isEmpty && !type.counterSamples.isEmpty)
    var format = type.init()
    for (index, sample) in type.samples.enumerated() {
      #expect(snapshot(&format, Array(sample.utf8), type.fields) != nil, "sample \(index)")
    }
    for (index, sample) in type.counterSamples.enumerated() {
      #expect(snapshot(&format, Array(sample.utf8), type.fields) == nil, "counter-sample \(index)")
    }
  }

  @Test("fields that the plan does not ask for are empty", arguments: KnownFormat.allCases)
  func skipped(_ format: KnownFormat) { Self.checkSkipped(format.type) }

  private static func checkSkipped<Format: LogFormat>(_ type: Format.Type) {
    for sample in type.samples {
      var format = type.init()
      let line = Array(sample.utf8)
      let whole = snapshot(&format, line, type.fields)
      for bits in 0..<UInt16(1 << 10) {
        let asked = FieldSet(rawValue: bits)
        guard let found = snapshot(&format, line, asked) else {
          Issue.record("a sample is rejected when fewer fields are read")
          return
        }
        for (field, bit) in optional {
          let wanted = asked.contains(bit) ? whole?.fields[field] : []
          if found.fields[field] != wanted { Issue.record("\(field) with fields \(bits)") }
        }
      }
    }
  }

  @Test("every prefix and every changed byte is read or rejected", arguments: KnownFormat.allCases)
  func changed(_ format: KnownFormat) { Self.checkChanged(format.type) }

  private static func checkChanged<Format: LogFormat>(_ type: Format.Type) {
    // One parser for all lines, so that what it remembers of one is tried on the next.
    var format = type.init()
    for sample in type.samples {
      let line = Array(sample.utf8)
      for length in line.indices { check(&format, Array(line[..<length])) }
      for place in line.indices {
        var changed = line
        for byte in telling + [line[place] &+ 1, line[place] ^ 0x20] {
          changed[place] = byte
          check(&format, changed)
        }
        for byte in UInt8.min...UInt8.max {
          changed[place] = byte
          touch(&format, changed)
        }
        var without = line
        without.remove(at: place)
        check(&format, without)
        var twice = line
        twice.insert(line[place], at: place)
        check(&format, twice)
      }
    }
  }

  /// Parses, and looks at both ends of every field.
  private static func touch<Format: LogFormat>(_ format: inout Format, _ line: [UInt8]) {
    do throws(Malformed) {
      let record = try format.parse(line.span, fields: Format.fields)
      for field in [Field.client, .user, .method, .target, .byteCount, .referrer, .userAgent] {
        let bytes = record[field]
        if !bytes.isEmpty { _ = bytes[0] ^ bytes[bytes.count - 1] }
      }
    } catch {
      return
    }
  }

  /// Bytes that mean something in a log line, and some that do not.
  private static let telling: [UInt8] = [
    0x00, 0x20, 0x22, 0x2D, 0x30, 0x39, 0x41, 0x5B, 0x5C, 0x5D, 0xFF,
  ]

  @Test("random lines made of a format's own pieces", arguments: TestLength.seeds(40))
  func spliced(_ seed: Int) {
    for known in KnownFormat.allCases { Self.checkSpliced(known.type, seed) }
  }

  private static func checkSpliced<Format: LogFormat>(_ type: Format.Type, _ seed: Int) {
    var random = SeededRandom(seed)
    var format = type.init()
    let texts = (type.samples + type.counterSamples).filter { !$0.isEmpty }.map { Array($0.utf8) }
    for _ in 0..<50 {
      let (one, other) = (random.pick(texts), random.pick(texts))
      let head = one[..<random.int(0...one.count)]
      check(&format, Array(head + other[random.int(0...other.count)...]))
    }
  }

  /// Compares with the naive reader where there is one.
  private static func check<Format: LogFormat>(_ format: inout Format, _ line: [UInt8]) {
    let found = snapshot(&format, line, Format.fields)
    guard ["combined", "common"].contains(Format.name) else { return }
    let naive = NaiveLine(line, isCombined: Format.name == "combined")
    guard let naive else {
      if found != nil {
        Issue.record("\(Format.name) reads what the naive reader rejects: \(line)")
      }
      return
    }
    let wanted = Snapshot(
      time: Int64(naive.time), status: naive.status,
      fields: [
        .client: naive.client, .user: naive.user, .time: [], .method: Array(naive.method.utf8),
        .target: naive.target, .status: [], .byteCount: naive.byteCount,
        .referrer: naive.referrer, .userAgent: naive.agent, .host: [],
      ])
    if found != wanted { Issue.record("\(Format.name) differs from the naive reader: \(line)") }
  }
}
