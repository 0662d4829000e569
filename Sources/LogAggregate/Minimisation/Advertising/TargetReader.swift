/// Reads where a link leads: the registrable domain of its target, and nothing else of it.
struct TargetReader {
  private let rules: MinimisationRules
  private var numbers: ContentCache<UInt32>

  init(rules: MinimisationRules) {
    self.rules = rules
    numbers = ContentCache(setCount: rules.advertising.hasPatterns ? 1 << 10 : 1, empty: 0)
  }

  /// The number of the target's domain plus one; 0 where the request tells no target, or one on the site itself.
  /// - Complexity: O(length of the target) where its host is remembered.
  mutating func number(in request: Span<UInt8>, of endpoint: Site.ClickEndpoint) -> UInt32 {
    guard let link = link(in: request, of: endpoint), let host = ReferrerHost.range(in: link.span)
    else { return 0 }
    let name = link.span.extracting(host)
    let digest = rules.hash(name)
    if let known = numbers.value(for: digest) { return known }
    var number: UInt32 = 0
    // The site's own hosts have no domain here.
    if let domain = rules.referrerClassifier.classify(host: name).domain,
      let known = rules.advertising.targets.number(of: domain.utf8.span)
    {
      number = known + 1
    }
    numbers.insert(number, for: digest)
    return number
  }

  /// The link as it was meant.
  private func link(in request: Span<UInt8>, of endpoint: Site.ClickEndpoint) -> [UInt8]? {
    switch endpoint.target {
    case nil: return nil
    case .parameter(let name):
      guard let query = request.offset(of: UInt8(ascii: "?")),
        let value = QueryParameter.range(of: name.utf8.span, in: request, query: query + 1)
      else { return nil }
      return QueryParameter.decoded(request.extracting(value))
    case .rest:
      let prefix = endpoint.pattern.path.literalPrefix
      let path = request.extracting(PathTemplate.path(in: request))
      guard path.count > prefix.count, prefix.indices.allSatisfy({ path[$0] == prefix[$0] })
      else { return nil }
      return Self.withBothSlashes(
        QueryParameter.decoded(path.extracting(droppingFirst: prefix.count)))
    }
  }

  /// Servers make one slash of two: `https:/example.com/`.
  private static func withBothSlashes(_ link: [UInt8]) -> [UInt8] {
    for scheme in ["https:/", "http:/"] where link.starts(with: scheme.utf8) {
      let rest = link.dropFirst(scheme.utf8.count)
      return rest.first == UInt8(ascii: "/") ? link : Array("\(scheme)/".utf8) + rest
    }
    return link
  }
}
