/// What a worker remembers of referrers: the number of their channel and domain, by the host's digest.
struct OriginCache {
  struct Entry: Sendable {
    /// The origin's number in the run's lexicon, or ``unnumbered``.
    var number: UInt32
    var isSpam: Bool
  }

  /// Stands for an origin that no page view has come from yet: only what is counted takes a place in the lexicon.
  static let unnumbered = UInt32.max

  /// The origin of a request without a referrer; every lexicon of origins begins with it.
  static let direct = Entry(number: 0, isSpam: false)

  private let rules: MinimisationRules
  private var entries = ContentCache<Entry>(setCount: 1 << 12, empty: OriginCache.direct)

  /// How often it was asked, and how often it remembered.
  var use: CacheUse { entries.use }

  init(rules: MinimisationRules) { self.rules = rules }

  /// The digest that the referrer's host is likely known by; what is remembered under it is fetched meanwhile.
  /// - Complexity: O(length of the host).
  @inline(__always)
  mutating func foresee(_ referrer: Span<UInt8>) -> UInt64? {
    guard referrer.count > 1, let host = ReferrerHost.likelyRange(in: referrer) else { return nil }
    let digest = rules.hash(referrer.extracting(host))
    entries.prefetch(digest)
    return digest
  }

  /// What the referrer is reduced to.
  /// - Parameter digest: what ``foresee(_:)`` said.
  /// - Complexity: O(1), and one classification where the host is not remembered.
  @inline(__always)
  mutating func entry(for referrer: Span<UInt8>, _ digest: UInt64?) -> Entry {
    guard referrer.count > 1 else { return Self.direct }
    if let digest, let known = entries.value(for: digest) { return known }
    return read(referrer)
  }

  @inline(never)
  private mutating func read(_ referrer: Span<UInt8>) -> Entry {
    guard let host = ReferrerHost.range(in: referrer) else { return Self.direct }
    let digest = rules.hash(referrer.extracting(host))
    if let known = entries.value(for: digest) { return known }
    return classify(referrer.extracting(host), digest)
  }

  /// The same place as the origin of a page view that names a campaign.
  /// - Precondition: the origin has a number.
  func campaign(of entry: Entry) -> Entry {
    let domain = Origin.domain(ofWord: rules.origins.word(entry.number))
    let number = Origin.number(channel: .campaign, domain: domain, in: rules.origins)
    return Entry(number: number, isSpam: entry.isSpam)
  }

  /// The number of an origin that a page view came from.
  @inline(never)
  mutating func number(of referrer: Span<UInt8>) -> UInt32 {
    guard referrer.count > 1, let range = ReferrerHost.range(in: referrer) else {
      return Self.direct.number
    }
    let host = referrer.extracting(range)
    let reduced = rules.referrerClassifier.classify(host: host)
    let number = Origin.number(
      channel: reduced.channel, domain: reduced.domain, in: rules.origins)
    entries.insert(Entry(number: number, isSpam: reduced.spam), for: rules.hash(host))
    return number
  }

  @inline(never)
  private mutating func classify(_ host: Span<UInt8>, _ digest: UInt64) -> Entry {
    let entry = Entry(
      number: Self.unnumbered, isSpam: rules.referrerClassifier.isSpam(host: host))
    entries.insert(entry, for: digest)
    return entry
  }
}

/// Where visitors come from: a channel, and a registrable domain where the channel has them.
enum Origin {
  /// A lexicon whose first words are the channels, so that an origin past the limit keeps its channel.
  static func lexicon(hash: ContentHash) -> Lexicon {
    let lexicon = Lexicon(limit: MinimisationRules.originLimit, hash: hash)
    for channel in Channel.allCases { _ = number(channel: channel, domain: nil, in: lexicon) }
    return lexicon
  }

  /// The domain in an origin's word; empty where the channel has none.
  static func domain(ofWord word: String) -> String {
    String(decoding: word.utf8.dropFirst(), as: UTF8.self)
  }

  /// The origin's number in `lexicon`; its word is the domain behind one byte that tells the channel.
  static func number(channel: Channel, domain: String?, in lexicon: Lexicon) -> UInt32 {
    let word = [channel.rawValue] + Array((domain ?? "").utf8)
    let number = lexicon.number(of: word.span, attribute: UInt32(channel.rawValue))
    return number ?? UInt32(channel.rawValue)
  }
}
