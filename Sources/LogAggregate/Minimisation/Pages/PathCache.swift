/// What a worker remembers of request targets: their page's number, by the path's digest.
struct PathCache {
  struct Entry: Sendable {
    /// The page's number in the run's lexicon.
    var page: UInt32
    var isAsset: Bool
  }

  private let rules: MinimisationRules
  private var entries = ContentCache<Entry>(
    setCount: 1 << 14, empty: Entry(page: 0, isAsset: false))
  private let variants: PageVariant
  private var page: [UInt8] = []
  private var section: [UInt8] = []

  /// How often it was asked, and how often it remembered.
  var use: CacheUse { entries.use }

  init(rules: MinimisationRules) {
    self.rules = rules
    variants = PageVariant(rules.site.parameters)
  }

  /// The digest that the target's page is known by; what is remembered under it is fetched meanwhile.
  ///
  /// Of the query only listed parameters are looked at.
  /// - Complexity: O(length of the target).
  @inline(__always)
  mutating func foresee(_ target: Span<UInt8>) -> UInt64 {
    let variant = variants.number(in: target)
    let digest = rules.hash(Self.path(of: target)) ^ variant &* 0x9E37_79B9_7F4A_7C15
    entries.prefetch(digest)
    return digest
  }

  /// What the target is reduced to.
  /// - Parameter digest: what ``foresee(_:)`` said.
  /// - Complexity: O(1), and one templating where the path is not remembered.
  @inline(__always)
  mutating func entry(for target: Span<UInt8>, _ digest: UInt64) -> Entry {
    if let known = entries.value(for: digest) { return known }
    return reduce(target, digest)
  }

  @_lifetime(copy target)
  @inline(__always)
  private static func path(of target: Span<UInt8>) -> Span<UInt8> {
    target.extracting(first: target.shortOffset(of: 0x3F) ?? target.count)
  }

  @inline(never)
  private mutating func reduce(_ target: Span<UInt8>, _ digest: UInt64) -> Entry {
    let path = Self.path(of: target)
    let variant = variants.number(in: target)
    var entry = Entry(page: 0, isAsset: PathTemplate.isAsset(path, rules.assets))
    let decoded = rules.hasPatterns ? PathTemplate.decodedPath(of: path) : []
    // What is no page of a promotion leaves with what is no page at all.
    if !rules.isInScope(decoded.span) { entry.isAsset = true }
    if !entry.isAsset {
      if rules.site.pages.foldsDates, let date = DateInPath(decoded) {
        rules.pathTemplate.reduce(date.rest.span, page: &page, section: &section)
        date.insert(into: &page, section: &section)
      } else {
        rules.pathTemplate.reduce(path, page: &page, section: &section)
      }
      if variant != 0 { page += variants.query(variant, path: decoded.span).utf8 }
      if let name = rules.sectionName(of: decoded.span) { section = Array(name.utf8) }
      entry.page = number()
    }
    entries.insert(entry, for: digest)
    return entry
  }

  /// The page's number; past the limit, the number of all further pages of its section.
  private mutating func number() -> UInt32 {
    let sectionNumber =
      rules.sections.number(of: section.span) ?? UInt32(MinimisationRules.sectionLimit)
    if let known = rules.pages.number(of: page.span, attribute: sectionNumber) { return known }
    return UInt32(MinimisationRules.pageLimit) + sectionNumber
  }
}
