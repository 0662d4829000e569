import Foundation
import Testing

@testable import LogAggregate

/// Changed samples must be read or rejected: no crash, no hang, no growth, no other answer than the obvious reader's.
@Suite struct FuzzTests {
  static let lines: [[UInt8]] = KnownFormat.allCases.flatMap {
    ($0.samples + $0.counterSamples).map { Array($0.utf8) }
  }

  @Test("line parsers", .timeLimit(.minutes(30)))
  func parsers() throws {
    let readers = KnownFormat.allCases.map { ($0, FormatLawTests.reader($0)) }
    try FuzzRun.run("lines", corpus: Self.lines) { mutator in
      let (format, read) = readers[mutator.random.int(0...readers.count - 1)]
      let line = mutator.next()
      let found = read(line, format.fields)
      let isPlain = format == .combined || format == .common
      guard isPlain, !line.contains(0x0A) else { return nil }
      let naive = NaiveLine(line, isCombined: format == .combined)
      guard let naive, let found else {
        return (naive == nil) == (found == nil) ? nil : "one of two readers rejects"
      }
      let isSame =
        found.time == Int64(naive.time) && found.status == naive.status
        && found.fields[.client] == naive.client && found.fields[.target] == naive.target
        && found.fields[.user] == naive.user && found.fields[.referrer] == naive.referrer
        && found.fields[.userAgent] == naive.agent
      return isSame ? nil : "two readers differ"
    }
  }

  @Test("escapes and the client behind proxies", .timeLimit(.minutes(30)))
  func escapes() throws {
    let rule = try ForwardedRuleTests.rule()
    var combined = CombinedFormat()
    try FuzzRun.run("escapes", corpus: KnownFormat.combined.samples.map { Array($0.utf8) }) {
      mutator in
      let line = mutator.next()
      var escapes = LineEscapes(mutator.random.once(in: 2) ? .backslash : .hash)
      do throws(Malformed) {
        var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
        try combined.read(line.span, fields: .all.union(.forwarded), into: &places[0])
        places[0].chooseClient(by: rule, line: line.span, decoded: combined.decodedBytes)
        let lengths = Field.allCases.map {
          places[0].bytes($0, line.span, combined.decodedBytes).count
        }
        escapes.decode(line.span, decoded: combined.decodedBytes, &places[0])
        let decoded = Record(
          line: line.span, decoded: escapes.decodedBytes, places: places.span)
        for (field, length) in zip(Field.allCases, lengths) where decoded[field].count > 2 * length
        {
          return "\(field) has grown"
        }
      } catch {
        return nil
      }
      return nil
    }
  }

  @Test("detection", .timeLimit(.minutes(30)))
  func detection() throws {
    try FuzzRun.run("detection", corpus: Self.lines) { mutator in
      var text: [UInt8] = []
      for _ in 0..<mutator.random.int(1...3) { text += mutator.next() + [0x0A] }
      let found = FormatDetection(text.span)
      guard found.matchedLines <= found.lines, found.lines <= FormatDetection.sampleSize else {
        return "more lines than there are"
      }
      return (found.format == nil) == (found.matchedLines == 0) ? nil : "a format without lines"
    }
  }

  static let strings: [[UInt8]] =
    (FormatStringTests.nginx + FormatStringTests.apache + [
      #"%h %^[%d:%t %^] "%r" %s %b "%R" "%u""#, #"~h{, } %d\t%t\t%v %m %U %q %H %T"#,
      #"log_format main '$remote_addr' ' [$time_local] "$request"';"#,
    ]).map { Array($0.utf8) }

  @Test("formats pasted in", .timeLimit(.minutes(30)))
  func formats() throws {
    let lines = FormatStringTests.nginx.map { Array(FormatStringTests.write($0).utf8) } + Self.lines
    try FuzzRun.run("formats", corpus: Self.strings) { mutator in
      let text = String(decoding: mutator.next(), as: UTF8.self)
      do throws(FormatStringError) {
        guard let known = try KnownFormat(nameOrString: text) else { return nil }
        let read = FormatLawTests.reader(known)
        var other = FuzzMutator(seed: mutator.random.int(0...1 << 30), corpus: lines)
        for _ in 0..<5 { _ = read(other.next(), .all) }
      } catch {
        return error.problem.isEmpty ? "an error without words" : nil
      }
      return nil
    }
  }

  @Test("JSON lines", .timeLimit(.minutes(30)))
  func json() throws {
    let samples = KnownFormat.json.samples + KnownFormat.json.counterSamples
    let read = FormatLawTests.reader(.json)
    try FuzzRun.run("json", corpus: samples.map { Array($0.utf8) }) { mutator in
      let line = mutator.next()
      guard !line.contains(0x0A), let found = read(line, .all) else { return nil }
      let text = String(decoding: line, as: UTF8.self)
      // Where it is JSON and has the member once, the obvious reader says what its value is.
      guard text.lowercased().ranges(of: "http_user_agent").count == 1,
        let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let agent = object["http_user_agent"] as? String, !agent.contains("\u{FFFD}")
      else { return nil }
      return found.fields[.userAgent] == Array(agent.utf8) ? nil : "two readers differ"
    }
  }

  @Test("gzip", .timeLimit(.minutes(30)))
  func gzip() throws {
    let text = ByteStreamTests.text
    let corpus = [
      Gzip.fixed(text), Gzip.stored(text, blockSize: 17), Gzip.fixed(text) + Gzip.stored(text),
      text + Gzip.fixed(text), Gzip.fixed(text) + [0, 0, 0], text, Gzip.fixed([]),
      Gzip.fixed([UInt8](repeating: 0x61, count: 5000)),
      Gzip.block(Gzip.fixed(text)) + Gzip.block(Gzip.stored(text)) + Gzip.block(Gzip.fixed([])),
    ]
    let folder = try TemporaryFolder()
    try FuzzRun.run("gzip", corpus: corpus) { mutator in
      let bytes = mutator.next()
      let path = try folder.write(bytes, "input")
      let one = ReadBytes.from(path, step: 1 << 16, salvages: true)
      let other = ReadBytes.from(path, step: mutator.random.int(1...700), salvages: true)
      guard one.bytes == other.bytes else { return "the size of reads changes what is read" }
      let fast = ReadBytes.from(path, step: mutator.random.int(1...70_000))
      guard (fast.error == nil) == (one.error == nil), fast.error != nil || fast.bytes == one.bytes
      else { return "the inflater of whole logs disagrees with that of damaged ones" }
      // Where a block contradicts itself is told nearly only: zlib looks ahead.
      if case .corrupt = one.error, case .corrupt = other.error { return nil }
      return one.error == other.error ? nil : "the size of reads changes what is damaged"
    }
  }
}
