/// Remembers what was read of the beginnings of agents, by their digest: agents that differ in their last word, as most new ones
/// do, share the rest.
struct AgentBeginnings {
  /// All of an agent but its last word.
  struct Beginning {
    let digest: UInt64
    /// Where it ends, at the agent's last space.
    let end: Int
  }

  /// What a beginning tells, whatever word follows.
  struct Known {
    var reading = AgentReading()
    /// The tokens were read that begin before here; from here on one may go over the beginning's end.
    var settled = 0
  }

  private let hash: ContentHash
  private var known = ContentCache<Known>(setCount: 1 << 8, empty: Known())

  init(hash: ContentHash) { self.hash = hash }

  /// What the agent shares with others; `nil` where that is too little to be worth a look.
  /// - Complexity: O(length).
  func beginning(of agent: Span<UInt8>) -> Beginning? {
    guard let space = agent.offset(ofLast: UInt8(ascii: " ")), space >= Self.leastLength
    else { return nil }
    return Beginning(digest: hash(agent.extracting(first: space)), end: space)
  }

  /// Fewer bytes than these are read as fast as they are found.
  private static let leastLength = 16

  mutating func known(of beginning: Beginning) -> Known? { known.value(for: beginning.digest) }

  mutating func insert(_ known: Known, for beginning: Beginning) {
    self.known.insert(known, for: beginning.digest)
  }
}
