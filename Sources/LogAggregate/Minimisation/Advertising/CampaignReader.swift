/// Reads which campaign a page view names: the values that the site file allows, in one key.
///
/// A key is `source / medium / campaign / content`, without the parts that the site file does not read; `-` stands for a part
/// that the request does not have, `(unlisted)` for a value that is not allowed.
struct CampaignReader {
  private let rules: MinimisationRules
  /// By the query's digest: the campaign's number plus one, or 0 for none.
  private var numbers: ContentCache<UInt32>

  /// A value that the site file does not allow.
  static let unlisted = "(unlisted)"
  /// The longest plain word that is taken.
  static let longestWord = 40

  init(rules: MinimisationRules) {
    self.rules = rules
    let isUsed = rules.advertising.campaignParameters != nil
    numbers = ContentCache(setCount: isUsed ? 1 << 10 : 1, empty: 0)
  }

  /// The campaign's number in the run's lexicon; `nil` where the query names none.
  mutating func number(in target: Span<UInt8>, query: Int) -> UInt32? {
    let text = target.extracting(droppingFirst: query)
    guard Self.isTagged(text) else { return nil }
    let digest = rules.hash(text)
    if let known = numbers.value(for: digest) { return known == 0 ? nil : known - 1 }
    let number = read(target, query)
    numbers.insert(number.map { $0 + 1 } ?? 0, for: digest)
    return number
  }

  /// Whether the query has a parameter of campaigns at all.
  private static func isTagged(_ query: Span<UInt8>) -> Bool {
    var index = 0
    while index + 4 < query.count {
      if query[index] == UInt8(ascii: "u"), query[index + 1] == UInt8(ascii: "t"),
        query[index + 2] == UInt8(ascii: "m"), query[index + 3] == UInt8(ascii: "_")
      {
        return true
      }
      index += 1
    }
    return false
  }

  private func read(_ target: Span<UInt8>, _ query: Int) -> UInt32? {
    guard let parameters = rules.advertising.campaignParameters else { return nil }
    var parts: [String] = []
    var isNamed = false
    var advertiser: UInt32 = 0
    for (name, values) in [
      ("utm_source", parameters.source), ("utm_medium", parameters.medium),
      ("utm_campaign", parameters.campaign), ("utm_content", parameters.content),
    ] {
      guard let values else { continue }
      guard let range = QueryParameter.range(of: name.utf8.span, in: target, query: query),
        !range.isEmpty
      else {
        parts.append("-")
        continue
      }
      let value = allowed(QueryParameter.decoded(target.extracting(range)), values)
      isNamed = true
      parts.append(value)
      if name == "utm_campaign" { advertiser = rules.advertising.advertiser(ofCampaign: value) }
    }
    guard isNamed else { return nil }
    let key = parts.joined(separator: " / ")
    return rules.advertising.campaigns.number(of: key.utf8.span, attribute: advertiser)
  }

  private func allowed(_ bytes: [UInt8], _ values: Site.CampaignParameters.Values) -> String {
    guard let value = String(validating: bytes, as: UTF8.self)?.lowercased() else {
      return Self.unlisted
    }
    switch values {
    case .listed(let words): return words.contains(value) ? value : Self.unlisted
    case .words: return isPlain(value) ? value : Self.unlisted
    }
  }

  /// Whether a value is a word by form: what a page's name would keep as it is.
  private func isPlain(_ value: String) -> Bool {
    let isWord = value.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x20: true
      default: false
      }
    }
    guard isWord, (1...Self.longestWord).contains(value.utf8.count) else { return false }
    let path = Array("/\(value)".utf8)
    var page: [UInt8] = []
    var section: [UInt8] = []
    rules.pathTemplate.reduce(path.span, page: &page, section: &section)
    return page == path
  }
}
