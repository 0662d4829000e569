/// What visits may end with: a click on an advertisement, an order, a letter, a link out.
extension Simulation {
  mutating func showBanner(_ session: inout Session) -> Int {
    let which = Int(session.page.path.number) % leaving.banners.count
    let isCached = !session.isFirstPage && random.chance(1, in: 3)
    send(
      Request(
        method: fixed.get, target: leaving.banners[which], status: isCached ? 304 : 200,
        byteCount: isCached ? 0 : leaving.bannerSizes[which], referrer: .own(session.page)),
      from: session.client)
    if random.chance(14, in: 1000) {
      session.phase = .click
      return DayCurve.ticksPerSecond * (2 + random.below(20))
    }
    return pause(&session)
  }

  mutating func click(_ session: inout Session) -> Int {
    let which = Int(session.page.path.number) % leaving.banners.count
    request(fixed.get, leaving.clicks[which], 302, &session)
    return random.chance(1, in: 2) ? pause(&session) : 0
  }

  /// The last steps of a visit that has read its pages.
  mutating func leave(_ session: inout Session) -> Int {
    let second = DayCurve.ticksPerSecond
    if random.chance(mix.orderPermille, in: 1000) {
      session.phase = .order(0)
      return second * (5 + random.below(40))
    }
    if random.chance(mix.leavePermille, in: 1000) {
      request(fixed.get, leaving.links[leaving.linkTable.draw(&random)], 302, &session)
    } else if random.chance(mix.leavePermille, in: 4000) {
      request(fixed.post, leaving.subscribe, 303, &session)
      session.phase = .subscribed
      return 2
    }
    return 0
  }

  mutating func order(_ step: Int, _ session: inout Session) -> Int {
    let second = DayCurve.ticksPerSecond
    switch step {
    case 0: request(fixed.post, leaving.addToCart, 303, &session)
    case 1: request(fixed.get, leaving.cart, 200, &session)
    case 2: request(fixed.get, leaving.checkout, 200, &session)
    case 3: request(fixed.post, leaving.checkout, 303, &session)
    default:
      request(fixed.get, leaving.orders[leaving.orderTable.draw(&random)], 200, &session)
      return 0
    }
    // One in three turns back at the till.
    if step == 2 && random.chance(1, in: 3) { return 0 }
    session.page = step == 0 ? session.page : step == 1 ? leaving.cart : leaving.checkout
    session.phase = .order(step + 1)
    return step == 0 || step == 3 ? 2 : second * (8 + random.below(60))
  }
}

/// Targets of a visit's last requests, and those made on the spot.
struct Leaving {
  /// The articles that the five words of a slug can name.
  static let slugCount: UInt64 = 1 << 40

  let banners, clicks, links, orders: [Target]
  let bannerSizes = [41_208, 23_774]
  let linkTable = WeightedTable(weights: [40, 22, 14, 10, 8, 6])
  let orderTable = WeightedTable(weights: [50, 18, 14, 10, 8])
  let addToCart, cart, checkout, subscribe, thanks: Target
  let pixel, articles, data: TextID

  init(into lexicon: inout Texts) {
    func targets(_ paths: [String]) -> [Target] {
      paths.map { text in
        let parts = text.split(separator: "?", maxSplits: 1)
        let query = parts.count > 1 ? lexicon.add("?" + parts[1]) : .empty
        return Target(path: lexicon.add(String(parts[0])), query: query)
      }
    }
    banners = targets(["/ads/acme/banner-728x90.png", "/ads/globex/sidebar.png"])
    clicks = targets(["/click/acme", "/click/globex"])
    links = targets([
      "/out?to=https://partner.example.org/books",
      "/out?to=https://partner.example.org/festival/tickets",
      "/out?to=https://writers-guild-042.org/join", "/out?to=https://paper-craft-118.in/shop",
      "/out?to=https://www.reading-room-007.net/", "/out?to=https://poetry-radio-230.com/live",
    ])
    orders = targets(
      ["book", "course", "magazine", "gift-card", "poster"].map { "/order/complete?type=\($0)" })
    let steps = targets([
      "/cart/add", "/cart", "/checkout", "/newsletter/subscribe", "/newsletter/thanks",
    ])
    (addToCart, cart, checkout, subscribe, thanks) = (
      steps[0], steps[1], steps[2], steps[3], steps[4]
    )
    pixel = lexicon.add("/pixel.gif?s=")
    articles = lexicon.add("/news/")
    data = lexicon.add("?data=")
  }
}
