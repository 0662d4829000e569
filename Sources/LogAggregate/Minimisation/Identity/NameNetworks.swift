/// The networks of clients that the log names instead of giving their address.
///
/// A named client's network is its registrable domain. Who owns a domain can name hosts in it as they like, in any number
/// and depth, so a domain with all its hosts is one network and no more.
struct NameNetworks {
  private let key: RunKey
  private var networks: ContentCache<UInt64>

  init(key: RunKey) {
    self.key = key
    networks = ContentCache(setCount: 1 << 10, empty: 0)
  }

  /// The network of a host name, keyed like every pseudonym.
  /// - Complexity: O(length), and one look at the Public Suffix List where the name is not remembered.
  @inline(never)
  mutating func network(of name: Span<UInt8>) -> UInt64 {
    let host = Self.tag(of: name, key: key)
    if let known = networks.value(for: host) { return known }
    let network: UInt64 =
      switch RegistrableDomain(name) {
      case .name(let name, let domain, _):
        Self.tag(of: name.span.extracting(droppingFirst: domain), key: key)
      // Names without a domain are of nobody's making that could be told apart.
      case .intranet: 1
      case .address, .invalid: 2
      }
    networks.insert(network, for: host)
    return network
  }

  /// The host itself under the run's key, in 32 bits: within a domain hosts are told apart instead of networks.
  @inline(never)
  func host(_ name: Span<UInt8>) -> UInt32 {
    min(UInt32(truncatingIfNeeded: Self.tag(of: name, key: key)), FactTable.none - 1)
  }

  private static func tag(of name: Span<UInt8>, key: RunKey) -> UInt64 {
    SipHash.tag(of: name, key: key.halves)
  }
}
