/// The site that is read: its pages, the files that come with them, and its forms.
struct Site {
  /// A file that pages bring with them.
  struct File {
    let target: Target
    let byteCount: Int
  }

  let home: Target
  private(set) var pages: [Target] = []
  /// Pages by how often they are read.
  let popularity: WeightedTable
  let searches: [Target]
  /// Queries that a link within the site may carry.
  let innerQueries: [TextID]
  /// Files of every page, in the order that the page asks for them.
  let shared: [File]
  let images: [File]
  let robotsFile, feed, health, pixel, missing: Target

  init(into lexicon: inout Texts, sample: Bool) {
    var random = Random(seed: 1)
    home = Target(path: lexicon.add("/"))
    let paths = sample ? SamplePages.paths(&random) : LargeSitePages.paths(&random)
    pages = lexicon.add(paths).map { Target(path: $0) }
    if sample {
      // The front pages take four views in five.
      let front = WeightedTable.zipfWeights(SamplePages.front.count, flatness: 40, sum: 800_000)
      let rest = WeightedTable.zipfWeights(pages.count - front.count, flatness: 60, sum: 200_000)
      popularity = WeightedTable(weights: front + rest)
    } else {
      popularity = WeightedTable(zipf: pages.count, flatness: 12)
    }
    let search = lexicon.add("/search")
    searches = (0..<(sample ? 60 : 600)).map { _ in
      let words = Words.slug(1 + random.below(3), &random).split(separator: "-")
      return Target(path: search, query: lexicon.add("?q=" + words.joined(separator: "+")))
    }
    innerQueries = lexicon.add([
      "?page=2", "?page=2", "?page=3", "?page=4", "?ref=related", "?ref=home", "?sort=newest",
      "?sort=price&order=asc", "?lang=hi", "?id=40817", "?id=51299&view=full",
    ])
    shared = Self.sharedFiles.map {
      File(target: Target(path: lexicon.add($0.0)), byteCount: $0.1)
    }
    images = (0..<(sample ? 160 : 1400)).map { index in
      let kind = ["640.jpg", "1280.webp", "thumb.jpg", "320.webp"][index % 4]
      let path = "/media/2026/\(10 + index % 3)/\(Words.slug(3, &random))-\(kind)"
      return File(target: Target(path: lexicon.add(path)), byteCount: 4_000 + random.below(90_000))
    }
    let fixed = ["/robots.txt", "/feed.xml", "/health", "/pixel.gif", "/favicon-old.png"]
      .map { Target(path: lexicon.add($0)) }
    (robotsFile, feed, health, pixel, missing) = (fixed[0], fixed[1], fixed[2], fixed[3], fixed[4])
  }

  /// The size of a page, with the little that changes from view to view.
  func byteCount(of page: Target, _ random: inout Random) -> Int {
    9_000 + Int(mixed(UInt64(page.path.number)) % 52_000) + random.below(96)
  }

  private static let sharedFiles: [(String, Int)] = [
    ("/assets/site.4f1c09be.css", 48_213), ("/assets/app.7a90d2e4.js", 182_604),
    ("/assets/vendor.c3318f07.js", 96_340), ("/assets/fonts/source-serif.woff2", 38_112),
    ("/assets/logo.svg", 3_204), ("/assets/icons.svg", 11_870), ("/favicon.ico", 4_286),
    ("/assets/print.08b2d7.css", 2_140), ("/assets/share.11e5c2.js", 17_908),
    ("/assets/menu.9d20ab.js", 8_811), ("/site.webmanifest", 612),
    ("/assets/fonts/source-sans.woff2", 29_440),
  ]
}
