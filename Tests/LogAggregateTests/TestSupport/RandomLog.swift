/// A log made by chance from a seed: sources, each a server's lines in order, and the files they lie in.
struct RandomLog {
  /// What kind of log it is.
  enum Shape: CaseIterable {
    /// One file.
    case single
    /// One source, cut into files that follow one another.
    case rotated
    /// Several servers side by side, a file each.
    case parallel
  }

  let sources: [[[UInt8]]]
  /// The files, in any order.
  private(set) var files: [[UInt8]] = []
  let isCombined: Bool
  let zone: String
  /// The first second of the log.
  let start: Int

  private static let zones = [
    "UTC", "Asia/Kolkata", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
  ]
  /// Ordinary days, and days on which clocks change.
  private static let starts = [
    1_795_046_400, 1_774_738_800 - 7200, 1_792_879_200 - 7200, 1_793_505_600, 946_684_800 - 3600,
    1_791_034_200, 951_782_400,
  ]

  init(seed: Int, shape: Shape, visitors: Int? = nil, lines: Int? = nil, isCombined: Bool? = nil) {
    var random = SeededRandom(seed)
    let isCombined = isCombined ?? !random.once(in: 5)
    self.isCombined = isCombined
    zone = random.pick(Self.zones)
    let start = random.pick(Self.starts)
    self.start = start
    let crowd = RandomCrowd(count: visitors ?? random.int(1...40), &random)
    let count = lines ?? random.int(1...400)
    let span = random.pick([600, 4000, 86_400, 200_000, 400_000])
    // A file's place is told by its first line, so the lines of rotated files are in order.
    let disorder = shape == .rotated ? 0 : random.pick([0, 0, 5, 30])
    var sources: [[[UInt8]]] = []
    for source in 0..<(shape == .parallel ? random.int(2...4) : 1) {
      // Sources begin one after another, and far overlap.
      let from = start + source * 3
      var times = (0..<count).map { _ in from + random.int(0...span) }.sorted()
      times[0] = from
      times[times.count - 1] = from + span
      for index in times.indices.dropFirst() where disorder > 0 {
        times[index] = max(from, times[index] - random.int(0...disorder))
      }
      // Two sources never meet in one second: what then comes first is tested apart.
      if shape == .parallel {
        times = times.map { ($0 - start) / 8 * 8 + start + source }
      }
      sources.append(
        times.enumerated().map { index, time in
          crowd.line(at: time, isCombined: isCombined, isSure: index == 0, &random)
        })
    }
    self.sources = sources
    files = sources.flatMap { lines in
      shape == .rotated
        ? Self.cut(lines, into: random.int(2...5), &random).map(Self.join) : [Self.join(lines)]
    }
    files.shuffle(using: &random)
  }

  static func join(_ lines: some Collection<[UInt8]>) -> [UInt8] {
    Array(lines.joined(separator: [0x0A])) + [0x0A]
  }

  /// Cuts lines into so many runs at most, none of them empty.
  static func cut(
    _ lines: [[UInt8]], into count: Int, _ random: inout SeededRandom
  ) -> [ArraySlice<[UInt8]>] {
    let cuts = Set((1..<max(count, 2)).map { _ in random.int(0...lines.count) })
    let ends = ([0, lines.count] + cuts).sorted()
    return zip(ends, ends.dropFirst()).filter { $0 < $1 }.map { lines[$0..<$1] }
  }
}
