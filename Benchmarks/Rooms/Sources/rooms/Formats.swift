import CCeiling

@testable import LogAggregate

enum Formats {
  static func measure(_ sample: Sample) -> [Figure] {
    KnownFormat.allCases.map { known in
      // A sample may begin with directives.
      let lines = known.samples.flatMap { $0.split(separator: "\n").suffix(1) }.map {
        Array($0.utf8)
      }
      let header = known.samples.first.map { $0.split(separator: "\n").dropLast() } ?? []
      var bytes: [UInt8] = []
      var count = 0
      while bytes.count < 4 << 20 {
        for line in lines.prefix(known.hasNamedValues ? 1 : lines.count) {
          bytes += line + [0x0A]
          count += 1
        }
      }
      return Figure(
        "format \(known.name)", per: "line", count: count, ceiling: "memchr over the same bytes",
        { read(known, header.map { Array($0.utf8) }, bytes) }, check: { $0 == count },
        least: { _ = bytes.withUnsafeBufferPointer { ceiling_lines($0.baseAddress, $0.count) } })
    }
  }

  private static func read(_ known: KnownFormat, _ header: [[UInt8]], _ bytes: [UInt8]) -> Int {
    func read<Format: LogFormat>(_ format: Format) -> Int {
      var format = format
      for line in header { _ = format.takes(directive: line.span) }
      var cursor = MarkedLines(
        bytes.span,
        finding: MarkedLines.Marks(
          quotes: format.usesQuotes, escape: format.escape == .none ? nil : format.escape.sign))
      var places = FieldPlaces()
      var lines = 0
      while let line = cursor.next() {
        do throws(Malformed) {
          try format.read(line, quotes: cursor.quotes, fields: known.fields, into: &places)
          lines += 1
        } catch {}
      }
      return lines
    }
    return switch known.reading {
    case .combined: read(CombinedFormat())
    case .common: read(CommonFormat())
    case .compiled(let layout): read(CompiledFormat(layout))
    case .json: read(JSONFormat(KnownFormat.jsonNames, fields: .all))
    case .ltsv: read(LTSVFormat(KnownFormat.ltsvNames, fields: .all))
    case .w3c(let dialect): read(W3CFormat(KnownFormat.w3cNames, dialect: dialect))
    }
  }
}
