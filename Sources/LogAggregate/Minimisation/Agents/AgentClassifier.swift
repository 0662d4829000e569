/// Tells people from robots by the user agent, and for people the browser, system and device.
///
/// Two passes over one reading: a robot that a pattern knows is that robot; what is then not
/// recognisable as a browser is a robot too, and only the rest may be people.
/// - Source: DESIGN 3; IAB/ABC International Spiders and Bots method (known robots, then known
///   browsers).
struct AgentClassifier: Sendable {
  private let index: AgentIndex

  /// - Complexity: O(*patterns*), well under a millisecond; make one for a run.
  init() {
    var index = AgentIndex([
      BrowserTable.families, BrowserTable.brands, BrowserTable.devices, BrowserTable.apps,
      BrowserTable.hints, PlatformTable.platforms, DeviceTable.devices, RobotTable.common,
      RobotTable.purposes, RobotTable.named,
    ])
    RobotList.forEach { index.add($0, .robot($1, .listed)) }
    self.index = index
  }

  /// The class of an agent as a log holds it.
  /// - Complexity: O(*bytes*); allocates nothing.
  func classify(_ agent: Span<UInt8>) -> AgentClass {
    if Self.isBlank(agent) { return AgentClass(robot: .empty) }
    return read(agent).classified(agent)
  }

  /// The same, where the reading of what the agent begins with may be remembered from another.
  /// - Complexity: O(*bytes*), and O(*bytes* of the last word) where the beginning is remembered; allocates nothing.
  func classify(_ agent: Span<UInt8>, _ beginnings: inout AgentBeginnings) -> AgentClass {
    if Self.isBlank(agent) { return AgentClass(robot: .empty) }
    var known = AgentBeginnings.Known()
    if let beginning = beginnings.beginning(of: agent) {
      if let remembered = beginnings.known(of: beginning) {
        known = remembered
      } else {
        known.settled = index.firstBeginning(ofWhatGoesOver: beginning.end, in: agent)
        note(agent, 0..<known.settled, in: &known.reading)
        beginnings.insert(known, for: beginning)
      }
    }
    note(agent, known.settled..<agent.count, in: &known.reading)
    noteMailAddresses(agent, in: &known.reading)
    return known.reading.classified(agent)
  }

  /// Notes every token of the agent.
  private func read(_ agent: Span<UInt8>) -> AgentReading {
    var reading = AgentReading()
    note(agent, 0..<agent.count, in: &reading)
    noteMailAddresses(agent, in: &reading)
    return reading
  }

  /// Notes every token that begins in a part of the agent.
  private func note(_ agent: Span<UInt8>, _ part: Range<Int>, in reading: inout AgentReading) {
    index.forEachBeginning(in: agent, part) { note(agent, $0, at: $1, in: &reading) }
  }

  /// Notes mail addresses, which decide only where no token does.
  private func noteMailAddresses(_ agent: Span<UInt8>, in reading: inout AgentReading) {
    var start = 0
    while let distance = agent.offset(of: UInt8(ascii: "@"), from: start) {
      let position = start + distance
      if Self.isMailAddress(agent, at: position) {
        reading.note(.robot(.declared, .common), end: position &+ 3)
      }
      start = position + 1
    }
  }

  /// Notes what begins at `position`; apart from the walk, so that this keeps its registers.
  @inline(never)
  private func note(
    _ agent: Span<UInt8>, _ word: UInt64, at position: Int, in reading: inout AgentReading
  ) {
    index.forEachMatch(of: word, in: agent, at: position) { entry in
      reading.note(entry.meaning, end: position &+ entry.byteCount)
    }
    if word & AgentIndex.threeBytes == AgentIndex.bot { noteBot(agent, position, in: &reading) }
  }

  private func noteBot(_ agent: Span<UInt8>, _ position: Int, in reading: inout AgentReading) {
    guard Self.isBot(agent, at: position) else { return }
    reading.note(.robot(.declared, .common), end: position &+ 3)
  }

  /// Nothing, a hyphen, quotes or spaces.
  private static func isBlank(_ agent: Span<UInt8>) -> Bool {
    var index = 0
    while index < agent.count {
      switch agent[index] {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\""), UInt8(ascii: "'"): index &+= 1
      default: return false
      }
    }
    return true
  }

  /// `bot` at `position` as the end of a word or of its part (`Googlebot`, `BotLink`, `bots`), but
  /// not in `bottle` and not in the phones called Cubot.
  private static func isBot(_ agent: Span<UInt8>, at position: Int) -> Bool {
    if position >= 2, agent[position &- 1] | 0x20 == UInt8(ascii: "u"),
      agent[position &- 2] | 0x20 == UInt8(ascii: "c"),
      position == 2 || !AgentIndex.isLetter(agent[position &- 3])
    {
      return false
    }
    var end = position &+ 3
    if end < agent.count, agent[end] | 0x20 == UInt8(ascii: "s") { end &+= 1 }
    if end >= agent.count || !AgentIndex.isLetter(agent[end]) { return true }
    // `BotLink`: a capital after a small letter starts a new word.
    return end == position &+ 3 && agent[end] & 0x20 == 0 && agent[end &- 1] & 0x20 != 0
  }

  /// `@` between a word and a domain.
  private static func isMailAddress(_ agent: Span<UInt8>, at position: Int) -> Bool {
    guard position > 0, AgentIndex.isWord(agent[position &- 1]) else { return false }
    var index = position &+ 1
    while index < agent.count, AgentIndex.isWord(agent[index]) || agent[index] == UInt8(ascii: "-")
    {
      index &+= 1
    }
    return index > position &+ 1 && index &+ 1 < agent.count && agent[index] == UInt8(ascii: ".")
      && AgentIndex.isLetter(agent[index &- 1]) && AgentIndex.isLetter(agent[index &+ 1])
  }
}
