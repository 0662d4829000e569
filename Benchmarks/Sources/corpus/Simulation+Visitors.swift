/// How people read: a page, its files, a pause, the next page.
extension Simulation {
  mutating func newVisit(by visitor: Int, isReturning: Bool) -> Session {
    let entry = referrers.draw(&random)
    let client = visitors.client(visitor, visit: visits)
    var session = Session(client: client, page: nextPage(isFirst: true))
    if entry.query != .empty && session.page.tail == .none {
      session.page.query = entry.query
      if entry.hasClickID {
        session.page.tail = .clickID
        session.page.token = random.next()
      }
    }
    session.referrer = entry.referrer == fixed.dash ? .none : .external(entry.referrer)
    session.isReturning = isReturning
    session.pagesLeft = mix.isSinglePage || random.chance(44, in: 100) ? 1 : 2 + random.skewed(11)
    return session
  }

  /// Takes one step of a visit.
  /// - Returns: the ticks until the next, or 0 after the last.
  mutating func stepVisitor(_ session: inout Session) -> Int {
    switch session.phase {
    case .page: return openPage(&session)
    case .files: return fetchFiles(&session)
    case .banner: return showBanner(&session)
    case .click: return click(&session)
    case .order(let step): return order(step, &session)
    case .subscribed:
      request(fixed.get, leaving.thanks, 200, &session)
      return 0
    case .robot: return 0
    }
  }

  /// Sends a request whose referrer is the open page.
  mutating func request(
    _ method: TextID, _ target: Target, _ status: Int, _ session: inout Session
  ) {
    let size = [302, 303, 304].contains(status) ? 0 : site.byteCount(of: target, &random)
    send(
      Request(
        method: method, target: target, status: status, byteCount: size,
        referrer: .own(session.page)),
      from: session.client)
  }

  private mutating func openPage(_ session: inout Session) -> Int {
    var request = Request(method: fixed.get, target: session.page, referrer: session.referrer)
    switch random.below(1000) {
    case 0..<4 where !mix.isSinglePage:
      request.target = site.missing
      request.status = 404
    case 4..<24 where !mix.isSinglePage:
      request.status = 301
      request.byteCount = 169
      send(request, from: session.client)
      request.status = 200
    case 24..<26: request.status = 500
    case 26..<60 where session.isReturning: request.status = 304
    default: break
    }
    if request.status == 200 { request.byteCount = site.byteCount(of: session.page, &random) }
    if request.status >= 400 { request.byteCount = 1_248 }
    send(request, from: session.client)
    session.pagesLeft -= 1
    if session.isFirstPage && !session.isReturning {
      session.filesLeft = mix.coldFiles + random.below(mix.coldFiles + 1)
    } else {
      session.filesLeft = random.below(mix.warmFiles + 1)
      session.fileCursor = site.shared.count
    }
    if mix.isSinglePage { return 0 }
    session.phase = .files
    return 1 + random.below(8)
  }

  private mutating func fetchFiles(_ session: inout Session) -> Int {
    let count = min(session.filesLeft, 1 + random.below(2))
    for _ in 0..<count {
      let file: Site.File
      if session.fileCursor < min(site.shared.count, mix.coldFiles) {
        file = site.shared[session.fileCursor]
      } else {
        let picture = mixed(UInt64(session.page.path.number)) &+ UInt64(session.filesLeft)
        file = site.images[Int(picture % UInt64(site.images.count))]
      }
      session.fileCursor += 1
      session.filesLeft -= 1
      let isCached = session.isReturning && random.chance(1, in: 3)
      send(
        Request(
          method: fixed.get, target: file.target, status: isCached ? 304 : 200,
          byteCount: isCached ? 0 : file.byteCount, referrer: .own(session.page)),
        from: session.client)
    }
    if session.filesLeft > 0 { return 1 + random.below(8) }
    if session.isFirstPage && !mix.hasLongLines {
      let beacon = Target(path: leaving.pixel, query: session.client.screen)
      send(
        Request(
          method: fixed.get, target: beacon, status: 200, byteCount: 43,
          referrer: .own(session.page)),
        from: session.client)
    }
    if random.chance(mix.adPermille, in: 1000) {
      session.phase = .banner
      return 1
    }
    return pause(&session)
  }

  /// Thinks, then reads on, or leaves; sometimes after something more.
  mutating func pause(_ session: inout Session) -> Int {
    session.phase = .page
    session.isFirstPage = false
    let second = DayCurve.ticksPerSecond
    if session.pagesLeft > 0 {
      session.referrer = random.chance(1, in: 14) ? .none : .own(session.page)
      session.page = nextPage(isFirst: false)
      if random.chance(1, in: 60) { return second * (1_800 + random.below(3_000)) }
      return second * (3 + random.skewed(420)) + random.below(second)
    }
    return leave(&session)
  }

  private mutating func nextPage(isFirst: Bool) -> Target {
    if mix.distinct.contains(.paths) { return newArticle() }
    if mix.hasLongLines && random.chance(2, in: 3) {
      var page = site.pages[site.popularity.draw(&random)]
      page.query = leaving.data
      page.tail = .filler
      let isHuge = random.chance(1, in: 400)
      let length = isHuge ? 66_000 + random.below(40_000) : 300 + random.skewed(7_800)
      page.token = random.next() << 20 | UInt64(length)
      return page
    }
    if random.chance(isFirst ? 22 : 9, in: 100) { return site.home }
    if !isFirst && random.chance(3, in: 100) { return site.searches.pick(&random) }
    var page = site.pages[site.popularity.draw(&random)]
    if random.chance(3, in: 100) { page.query = site.innerQueries.pick(&random) }
    return page
  }
}
