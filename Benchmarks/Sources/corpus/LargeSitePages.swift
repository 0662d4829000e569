/// The pages of a large site: sections in the proportions of a news site with a shop and a forum.
enum LargeSitePages {
  static let count = 18_000

  /// Every page's path, each once.
  static func paths(_ random: inout Random) -> [String] {
    var seen: Set<String> = []
    var list: [String] = []
    while list.count < count {
      let path = path(list.count, &random)
      if seen.insert(path).inserted { list.append(path) }
    }
    return list
  }

  private static let desks = ["world", "business", "science", "sport", "culture"]
  private static let shelves = ["books", "tools", "garden", "kitchen", "toys"]

  private static func path(_ index: Int, _ random: inout Random) -> String {
    let number = 1_000 + random.below(90_000)
    func slug(_ least: Int) -> String { Words.slug(least + random.below(4), &random) }
    switch random.below(100) {
    case 0..<26: return "/news/2026/\(["09", "10", "11"][index % 3])/\(slug(4))"
    case 26..<34:
      return
        "/news/\(["world", "business", "science", "sport", "culture"][index % 5])/\(slug(4))-\(number)"
    case 34..<48: return "/blog/\(slug(3))/"
    case 48..<60: return "/shop/\(shelves[index % 5])/\(slug(2))-\(number).html"
    case 60..<66: return "/shop/item/\(number)"
    case 66..<75: return "/forum/thread/\(number)/\(slug(2))"
    case 75..<82: return "/help/\(slug(2)).html"
    case 82..<88: return "/reviews/\(slug(2))"
    case 88..<92: return "/recipes/\(slug(2))/"
    case 92..<94: return "/events/2026/\(slug(1))"
    case 94..<96: return "/authors/\(slug(1))"
    case 96..<99: return "/tag/\(slug(1))/"
    default: return "/docs/v\(1 + index % 4)/\(slug(1)).html"
    }
  }
}
