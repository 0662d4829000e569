/// What a worker remembers of user agents: their class and their part in pseudonyms, by digest.
struct AgentCache {
  struct Entry: Sendable {
    /// The agent's tag under the run's key, which enters the pseudonym in its place.
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
  private var decoded = DecodedBytes()

  /// How often it was asked, and how often it remembered.
  var use: CacheUse { entries.use }

  init(rules: MinimisationRules) { self.rules = rules }

  /// What the agent is reduced to.
  /// - Parameter encoding: how the bytes stand for it; they are decoded where they are not remembered.
  /// - Complexity: O(length), and one classification where the agent is not remembered.
  @inline(__always)
  mutating func entry(for agent: Span<UInt8>, _ encoding: ValueEncoding) -> Entry {
    let digest = rules.hash(agent) ^ UInt64(encoding.rawValue) << 1
    if let known = entries.value(for: digest) { return known }
    return classify(agent, encoding, digest)
  }

  @inline(never)
  private mutating func classify(
    _ agent: Span<UInt8>, _ encoding: ValueEncoding, _ digest: UInt64
  ) -> Entry {
    decoded.removeAll()
    let found: Entry
    if let range = decoded.append(agent, 0, agent.count, encoding) {
      found = classify(decoded.bytes.extracting(range.0..<range.1))
    } else {
      found = classify(agent)
    }
    entries.insert(found, for: digest)
    return found
  }

  private func classify(_ agent: Span<UInt8>) -> Entry {
    let agentClass = rules.agentClassifier.classify(agent)
    let robot = agentClass.robot ?? (rules.isOwnRobot(agent) ? .declared : nil)
    return Entry(
      // A robot is no visitor and gets no pseudonym.
      tag: robot == nil ? SipHash.tag(of: agent, key: rules.key.halves) : 0,
      length: UInt32(truncatingIfNeeded: agent.count), agent: PackedAgent(agentClass),
      robot: robot, isInternal: rules.isInternal(agent: agent))
  }
}
