import Testing

@testable import LogAggregate

/// Lines with their quotes, found a window at a time, against the same found one by one.
@Suite struct MarkedLinesTests {
  private struct Line: Equatable {
    var start: Int
    var bytes: [UInt8]
    var hasEscape: Bool
    /// Where the quotes that are asked for one after the other stand.
    var quotes: [Int]
  }

  private static func marked(_ bytes: [UInt8], escape: UInt8?) -> [Line] {
    var found: [Line] = []
    var lines = MarkedLines(bytes.span, finding: MarkedLines.Marks(quotes: true, escape: escape))
    while let line = lines.next() {
      var quotes = lines.quotes
      var places: [Int] = []
      while let place = quotes.end(line, places.last.map { $0 + 1 } ?? 0) { places.append(place) }
      found.append(
        Line(
          start: lines.start, bytes: line.indices.map { line[$0] }, hasEscape: lines.hasEscape,
          quotes: places))
    }
    return found
  }

  /// What the lines are by their definition.
  private static func naive(_ bytes: [UInt8], escape: UInt8?) -> [Line] {
    var found: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = Array(bytes[start..<end])
      if line.last == 0x0D { line.removeLast() }
      let hasEscape = escape.map(line.contains) ?? false
      let quotes = line.indices.filter { place in
        let slashes = line[..<place].reversed().prefix { $0 == 0x5C }.count
        return line[place] == 0x22 && slashes % 2 == 0
      }
      found.append(Line(start: start, bytes: line, hasEscape: hasEscape, quotes: quotes))
      start = end + 1
    }
    return found
  }

  @Test("every line, its quotes and whether it has an escape", arguments: TestLength.seeds(60))
  func agrees(_ seed: Int) {
    var random = SeededRandom(seed)
    // From lines of a few bytes to some that are longer than several windows.
    let usual = random.pick([3, 40, 280, 3000, 20_000])
    let escapes = random.pick([0, 1, 200])
    var bytes: [UInt8] = []
    for _ in 0..<max(3, 120_000 / usual) {
      let length = random.once(in: 50) ? random.int(0...60_000) : random.int(0...2 * usual)
      for _ in 0..<length {
        let byte: UInt8 =
          escapes > 0 && random.once(in: 4000 / escapes)
          ? 0x5C : random.pick([0x20, 0x22, 0x61, 0x61, 0x61, 0x61, 0x0D, 0x00])
        bytes.append(byte)
      }
      bytes.append(0x0A)
      if bytes.count > 200_000 { break }
    }
    if random.once(in: 2) { bytes.removeLast() }
    let wanted = Self.naive(bytes, escape: 0x5C)
    let found = Self.marked(bytes, escape: 0x5C)
    let differing = zip(found, wanted).enumerated().first { $1.0 != $1.1 }?.offset
    #expect(found.count == wanted.count, "seed \(seed)")
    #expect(differing == nil, "seed \(seed)")
  }

  @Test("a chunk of nothing has no line, a lone line end has one")
  func least() {
    #expect(Self.marked([], escape: nil).isEmpty)
    #expect(Self.marked([0x0A], escape: nil).map(\.bytes) == [[]])
    #expect(Self.marked([0x0A, 0x0A], escape: nil).map(\.start) == [0, 1])
  }

  @Test("blocks full of quotes and line ends are found whole")
  func dense() {
    for byte: UInt8 in [0x22, 0x0A] {
      let bytes = [UInt8](repeating: byte, count: 50_000)
      #expect(Self.marked(bytes, escape: 0x5C) == Self.naive(bytes, escape: 0x5C))
    }
  }
}
