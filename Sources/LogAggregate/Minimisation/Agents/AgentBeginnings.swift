/// Remembers what was read of the beginnings of agents, by their digest: agents that differ in their last word, as most new ones
/// do, share the rest.
struct AgentBeginnings {
  /// All of an agent but its last word.
  struct Beginning {
    let digest: UInt64
    /// No token that begins before here goes over the last space, so that nothing behind it matters to them.
    let settled: Int
  }

  private let hash: ContentHash
  private var readings = ContentCache<AgentReading>(setCount: 1 << 8, empty: AgentReading())

  init(hash: ContentHash) { self.hash = hash }

  /// What the agent shares with others; `nil` where that is too little to be worth a look.
  /// - Parameter reach: how many bytes before a space a token that goes over it may begin.
  /// - Complexity: O(length).
  func beginning(of agent: Span<UInt8>, reach: Int) -> Beginning? {
    guard let space = agent.offset(ofLast: UInt8(ascii: " ")), space >= reach &+ Self.leastLength
    else { return nil }
    return Beginning(digest: hash(agent.extracting(first: space)), settled: space &- reach)
  }

  /// Fewer settled bytes than these are read as fast as they are found.
  private static let leastLength = 16

  mutating func reading(of beginning: Beginning) -> AgentReading? {
    readings.value(for: beginning.digest)
  }

  mutating func insert(_ reading: AgentReading, for beginning: Beginning) {
    readings.insert(reading, for: beginning.digest)
  }
}
