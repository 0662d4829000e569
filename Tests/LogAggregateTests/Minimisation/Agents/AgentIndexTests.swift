import Testing

@testable import LogAggregate

/// The walk over an agent, against looking at every position.
@Suite struct AgentIndexTests {
  private struct Match: Hashable {
    let position: Int
    let byteCount: Int
  }

  private static let index = AgentIndex([BrowserTable.families, BrowserTable.hints])

  private static func folded(_ agent: [UInt8], at position: Int) -> UInt64 {
    (0..<8).reduce(0) { word, place in
      let byte = position + place < agent.count ? AgentIndex.fold(agent[position + place]) : 0
      return word | UInt64(byte) << UInt64(8 * place)
    }
  }

  @Test("no beginning is missed, and each is told with its bytes", arguments: TestLength.seeds(200))
  func complete(_ seed: Int) {
    var random = SeededRandom(seed)
    let words = [
      "Mozilla/5.0", "Chrome/", "compatible;", "gecko", "BOT", "Version/", "x", " ", "+",
    ]
    var agent: [UInt8] = []
    while agent.count < random.int(1...300) {
      if random.once(in: 3) {
        agent += random.pick(words).utf8
      } else {
        agent.append(UInt8(random.int(0...255)))
      }
    }
    var wanted: Set<Match> = []
    for position in agent.indices {
      Self.index.forEachMatch(
        of: Self.folded(agent, at: position), in: agent.span, at: position
      ) { wanted.insert(Match(position: position, byteCount: $0.byteCount)) }
    }
    var found: Set<Match> = []
    var positions: [Int] = []
    // Walked in two parts, as where the reading of a beginning is remembered.
    let cut = random.int(0...agent.count)
    let note = { (word: UInt64, position: Int) in
      positions.append(position)
      #expect(word == Self.folded(agent, at: position), "seed \(seed)")
      Self.index.forEachMatch(of: word, in: agent.span, at: position) {
        found.insert(Match(position: position, byteCount: $0.byteCount))
      }
    }
    Self.index.forEachBeginning(in: agent.span, 0..<cut, note)
    Self.index.forEachBeginning(in: agent.span, cut..<agent.count, note)
    #expect(found == wanted, "seed \(seed)")
    #expect(positions == positions.sorted() && Set(positions).count == positions.count)
    let bots = agent.indices.filter {
      Self.folded(agent, at: $0) & AgentIndex.threeBytes == AgentIndex.bot
    }
    #expect(Set(bots).isSubset(of: positions), "seed \(seed)")
  }
}
