/// Who made a request, as a number that means nothing outside the run.
///
/// A keyed pseudo-random function over address and user agent, each with its length, since plain
/// concatenation is ambiguous. Equal inputs give equal pseudonyms within a run and unrelated ones in the next.
/// 64 bits collide among 10⁷ visitors with a probability of 3·10⁻⁶.
struct Pseudonym: Equatable {
  let visitor: UInt64
  /// The network likewise, by which diversity is judged; of a host name what ``NameNetworks`` says.
  var network: UInt64
  /// Whether it stands for a host name and not for an address.
  let isOfName: Bool

  /// Whether a client field names nobody: all such lines are one visitor.
  @inline(__always)
  static func isNobody(_ client: Span<UInt8>) -> Bool {
    client.count == 0 || (client.count == 1 && client[0] == 0x2D)
  }

  /// - Parameters:
  ///   - client: the address or host name as logged; empty or `-` where it is missing: such lines are one visitor.
  ///   - agent: the tag of the user agent under the same key, and its length; 0 where the log has none.
  @inline(__always)
  init(client: Span<UInt8>, agent: (tag: UInt64, length: Int), key: (UInt64, UInt64)) {
    guard !Self.isNobody(client) else {
      self.init(kind: 0, client: 0, network: 0, agent: (0, 0), key: key)
      return
    }
    if let address = ClientAddress(client) {
      // IPv6 is cut to its /64, the part that names a household and not a machine of the hour.
      self.init(
        kind: address.isIPv4 ? 4 : 8, client: address.isIPv4 ? address.low : address.high,
        network: address.network, agent: agent, key: key)
    } else {
      self.init(
        kind: 16, client: SipHash.tag(of: client, key: key), network: 0, agent: agent, key: key)
    }
  }

  @inline(__always)
  private init(
    kind: UInt64, client: UInt64, network: UInt64, agent: (tag: UInt64, length: Int),
    key: (UInt64, UInt64)
  ) {
    var state = SipHash(key: key)
    state.absorb(kind << 32 | UInt64(truncatingIfNeeded: agent.length))
    state.absorb(client)
    state.absorb(agent.tag)
    visitor = state.finish(24 << 56)
    state = SipHash(key: key)
    state.absorb(network)
    self.network = state.finish(8 << 56 | kind)
    isOfName = kind == 16
  }
}
