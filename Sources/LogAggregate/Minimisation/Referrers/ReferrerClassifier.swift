/// What a referrer's host says about a visit.
struct ReferrerClass: Equatable, Sendable {
  let channel: Channel
  /// The registrable domain, or a word in brackets for what has none that may be shown; `nil` for
  /// a visit from nowhere or from the site itself.
  let domain: String?
  /// Whether the host is one that forges referrers to be seen.
  let spam: Bool

  /// No other place is named.
  static let direct = ReferrerClass(channel: .direct, domain: nil, spam: false)

  fileprivate init(channel: Channel, domain: String?, spam: Bool = false) {
    self.channel = channel
    self.domain = domain
    self.spam = spam
  }
}

/// Turns a referrer's host into a channel and a registrable domain.
///
/// Below the ICANN part of the Public Suffix List nothing of a host is told: a person's subdomain is not
/// a domain. A host of the site itself or below one is internal.
struct ReferrerClassifier: Sendable {
  private let ownHosts: [[UInt8]]

  /// - Parameter ownHosts: names or addresses of the site; `www.` and `*.` in front, a port behind
  ///   and the case of letters mean nothing.
  init(ownHosts: [String]) {
    self.ownHosts = ownHosts.compactMap { host in
      let bytes = Array("//".utf8) + Array(host.utf8)
      guard let range = ReferrerHost.range(in: bytes.span) else { return nil }
      var rest = bytes[range]
      for prefix in ["*.", "www."] where rest.starts(with: prefix.utf8) {
        rest = rest.dropFirst(prefix.utf8.count)
      }
      let own = Array(rest)
      if case .name(let name, _, _) = RegistrableDomain(own.span) { return name }
      return own.isEmpty ? nil : own.map(\.loweredASCII)
    }
  }

  /// - Parameter host: the bytes that `ReferrerHost.range(in:)` finds.
  /// - Complexity: O(length of `host` · own hosts + log lists); allocates, so ask once for each host.
  func classify(host: Span<UInt8>) -> ReferrerClass {
    if let app = ReferrerApp(host: host) {
      return ReferrerClass(channel: app.channel, domain: app.domain)
    }
    let place = RegistrableDomain(host)
    if isOwn(host, place) { return ReferrerClass(channel: .internalSite, domain: nil) }
    switch place {
    case .address: return ReferrerClass(channel: .other, domain: "(ip)")
    case .intranet: return ReferrerClass(channel: .other, domain: "(intranet)")
    case .invalid: return ReferrerClass(channel: .other, domain: "(invalid)")
    case .name(let name, let domain, let suffix):
      let shown = Punycode.displayed(name.span.extracting(droppingFirst: domain))
      let channel = ReferrerRules.channel(of: name.span, domain: domain, suffix: suffix)
      let spam = ReferrerRules.isSpam(name.span, domain: domain)
      return ReferrerClass(channel: channel, domain: shown, spam: spam)
    }
  }

  /// Whether `classify(host:)` calls the host one that forges referrers; all that is asked of hosts that no page view came from.
  func isSpam(host: Span<UInt8>) -> Bool {
    guard ReferrerApp(host: host) == nil else { return false }
    let place = RegistrableDomain(host)
    guard case .name(let name, let domain, _) = place, !isOwn(host, place) else { return false }
    return ReferrerRules.isSpam(name.span, domain: domain)
  }

  private func isOwn(_ host: Span<UInt8>, _ place: RegistrableDomain) -> Bool {
    let name: [UInt8]
    if case .name(let bytes, _, _) = place {
      name = bytes
    } else {
      name = host.indices.map { host[$0].loweredASCII }
    }
    return ownHosts.contains { own in
      name == own
        || (name.count > own.count && name[name.count - own.count - 1] == UInt8(ascii: ".")
          && name[(name.count - own.count)...] == own[...])
    }
  }
}
