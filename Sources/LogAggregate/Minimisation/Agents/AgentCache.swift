/// What a worker remembers of user agents: their class and their part in pseudonyms, by digest.
struct AgentCache {
  struct Entry: Sendable {
    /// The agent's tag under the run's key, which enters the pseudonym in its place; 0 until ``AgentCache/tag(of:_:_:)``
    /// was asked: most requests are for files, and robots are no visitors.
    var tag: UInt64
    var length: UInt32
    var agent: PackedAgent
    var robot: RobotCategory?
    /// Whether the site file calls it its own.
    var isInternal = false

    /// The log has no agents, or the plan does not read them.
    static let absent = Entry(tag: 0, length: 0, agent: .unknown, robot: nil)
  }

  private let rules: MinimisationRules
  private var entries = ContentCache<Entry>(setCount: 1 << 12, empty: .absent)
  private var beginnings: AgentBeginnings

  /// How often it was asked, and how often it remembered.
  var use: CacheUse { entries.use }

  init(rules: MinimisationRules) {
    self.rules = rules
    beginnings = AgentBeginnings(hash: rules.hash)
  }

  /// The digest that the agent is known by; what is remembered under it is fetched meanwhile.
  /// - Complexity: O(length).
  @inline(__always)
  mutating func foresee(_ agent: Span<UInt8>, _ encoding: ValueEncoding) -> UInt64 {
    let digest = rules.hash(agent) ^ UInt64(encoding.rawValue) << 1
    entries.prefetch(digest)
    return digest
  }

  /// What the agent is reduced to.
  /// - Parameters:
  ///   - encoding: how the bytes stand for it; they are decoded where they are not remembered.
  ///   - digest: what ``foresee(_:_:)`` said.
  /// - Complexity: O(1), and one classification where the agent is not remembered.
  @inline(__always)
  mutating func entry(
    for agent: Span<UInt8>, _ encoding: ValueEncoding, _ digest: UInt64
  ) -> Entry {
    if let known = entries.value(for: digest) { return known }
    return classify(agent, encoding, digest)
  }

  /// The same, with the tag that its pseudonyms are made of.
  /// - Complexity: O(1), and O(length) where the agent has had no visitor.
  @inline(__always)
  mutating func tagged(
    _ entry: Entry, of agent: Span<UInt8>, _ encoding: ValueEncoding, _ digest: UInt64
  ) -> Entry {
    entry.tag != 0 || entry.length == 0 ? entry : tag(entry, of: agent, encoding, digest)
  }

  @inline(never)
  private mutating func tag(
    _ entry: Entry, of agent: Span<UInt8>, _ encoding: ValueEncoding, _ digest: UInt64
  ) -> Entry {
    var tagged = entry
    tagged.tag =
      switch Self.decoded(agent, encoding) {
      case nil: SipHash.tag(of: agent, key: rules.key.halves)
      case let decoded?: SipHash.tag(of: decoded.span, key: rules.key.halves)
      }
    entries.insert(tagged, for: digest)
    return tagged
  }

  @inline(never)
  private mutating func classify(
    _ agent: Span<UInt8>, _ encoding: ValueEncoding, _ digest: UInt64
  ) -> Entry {
    let found =
      switch Self.decoded(agent, encoding) {
      case nil: classify(agent)
      case let decoded?: classify(decoded.span)
      }
    entries.insert(found, for: digest)
    return found
  }

  /// The agent as it was sent, where it is written in another way; `nil` where it is not.
  private static func decoded(_ agent: Span<UInt8>, _ encoding: ValueEncoding) -> [UInt8]? {
    guard encoding != .plain else { return nil }
    var decoded = DecodedBytes()
    guard let range = decoded.append(agent, 0, agent.count, encoding) else { return nil }
    var bytes: [UInt8] = []
    bytes.append(decoded.bytes.extracting(range.0..<range.1))
    return bytes
  }

  private mutating func classify(_ agent: Span<UInt8>) -> Entry {
    let agentClass = rules.agentClassifier.classify(agent, &beginnings)
    let robot = agentClass.robot ?? (rules.isOwnRobot(agent) ? .declared : nil)
    return Entry(
      tag: 0, length: UInt32(truncatingIfNeeded: agent.count), agent: PackedAgent(agentClass),
      robot: robot, isInternal: rules.isInternal(agent: agent))
  }
}
