/// A worker's reading of facts: what requests and clients tell of their visitors, once a visitor.
///
/// What is told twice, because a cache let a visitor go, or two workers met one, does no harm: the first in the
/// order of the source holds.
struct FactReader {
  private let rules: FactRules
  /// Visitors whose client, or whose user name, was read.
  private var placed: ContentCache<Bool>
  private var named: ContentCache<Bool>

  init(rules: FactRules) {
    self.rules = rules
    let readsPlaces = rules.readsAddress || rules.readsClientNames
    placed = ContentCache(setCount: readsPlaces ? 1 << 12 : 1, empty: false)
    named = ContentCache(setCount: rules.members == nil ? 1 : 1 << 12, empty: false)
  }

  /// Reads what the client's address or name tells.
  mutating func readClient(
    _ client: Span<UInt8>, of visitor: UInt64, _ note: (FactKind, UInt32) -> Void
  ) {
    guard placed.value(for: visitor) == nil else { return }
    placed.insert(true, for: visitor)
    if let address = ClientAddress(client) {
      // Of IPv6 the half that names a household, as in the pseudonym.
      let low = address.isIPv4 ? address.low : 0
      if let code = rules.countries?.country(
        high: address.high, low: low, isIPv4: address.isIPv4),
        let number = CountryNames.number(of: code)
      {
        note(.country, number)
      }
      if let name = rules.providers?.provider(
        high: address.high, low: low, isIPv4: address.isIPv4),
        let number = rules.providerNames.number(of: name.utf8.span)
      {
        note(.provider, number)
      }
    } else if rules.readsClientNames, let number = rules.clientDomains.number(ofClient: client) {
      note(.clientDomain, number)
    }
  }

  /// Whether a request names a user whose segment is to be looked up.
  ///
  /// A name that the server has refused (401) may be anybody's.
  /// - Source: Apache `mod_log_config`, `%u`.
  func asks(user: Span<UInt8>, status: UInt16) -> Bool {
    rules.members != nil && user.count > 0 && status != 401
  }

  /// The member class of a visitor's user name, or `nil` where one was told already.
  mutating func member(_ user: Span<UInt8>, of visitor: UInt64) -> UInt32? {
    guard let members = rules.members, named.value(for: visitor) == nil else { return nil }
    named.insert(true, for: visitor)
    return members.number(of: user)
  }

  /// The class of the screen that a request tells, or `nil`.
  func screen(in target: Span<UInt8>) -> UInt32? {
    guard let screen = rules.screen, let query = target.offset(of: UInt8(ascii: "?")),
      let value = QueryParameter.range(
        of: screen.parameter.utf8.span, in: target, query: query + 1),
      let number = ScreenClass.number(of: target.extracting(value))
    else { return nil }
    guard let pattern = screen.path else { return number }
    return pattern.matches(PathTemplate.decodedPath(of: target).span) ? number : nil
  }
}

extension Lexicon {
  /// The number of the registrable domain of a client's host name, or a word in brackets for what has none.
  fileprivate func number(ofClient name: Span<UInt8>) -> UInt32? {
    let shown: String
    switch RegistrableDomain(name) {
    case .name(let name, let domain, _):
      shown = Punycode.displayed(name.span.extracting(droppingFirst: domain))
    case .intranet: shown = "(intranet)"
    // A hyphen or nothing stands for a client that is not known.
    case .address, .invalid: return nil
    }
    return number(of: shown.utf8.span)
  }
}
