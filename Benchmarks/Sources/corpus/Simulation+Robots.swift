/// How robots go about it: steadily, without pictures, and not always with good intent.
extension Simulation {
  mutating func newRobotSession() -> Session {
    let index = robots.table.draw(&random)
    let robot = robots.list[index]
    let client = visitors.client(
      ofRobot: index, agent: robots.agents[index], address: random.below(robot.addressCount))
    var session = Session(client: client, page: site.robotsFile)
    session.phase = .robot
    session.robot = index
    session.pagesLeft =
      switch robot.behaviour {
      case .crawl: 3 + random.skewed(70)
      case .monitor: .max
      case .feed: 1
      case .preview: 1 + random.below(2)
      case .script: 1 + random.skewed(6)
      case .scan: 3 + random.skewed(40)
      case .flood: 200 + random.below(600)
      }
    return session
  }

  /// Takes one step of a robot's round.
  /// - Returns: the ticks until the next, or 0 after the last.
  mutating func stepRobot(_ session: inout Session) -> Int {
    let second = DayCurve.ticksPerSecond
    let pace: Int
    switch robots.list[session.robot].behaviour {
    case .crawl:
      crawl(&session)
      pace = second * (1 + random.skewed(50)) + random.below(second)
    case .monitor:
      let isHead = session.robot % 2 == 0
      answer(&session, isHead ? fixed.head : fixed.get, isHead ? site.home : site.health, 200)
      pace = second * 300
    case .feed:
      answer(&session, fixed.get, site.feed, random.chance(6, in: 10) ? 304 : 200)
      pace = 1
    case .preview:
      let image = site.images.pick(&random)
      let isImage = session.pagesLeft == 1 && random.chance(1, in: 3)
      answer(&session, fixed.get, isImage ? image.target : anyPage(), isImage ? 200 : 206)
      pace = 2
    case .script:
      answer(&session, random.chance(1, in: 8) ? fixed.head : fixed.get, anyPage(), 200)
      pace = second * (1 + random.below(10))
    case .scan:
      scan(&session)
      pace = 1 + random.below(12)
    case .flood:
      answer(&session, fixed.get, anyPage(), 200)
      pace = 1 + random.below(8)
    }
    session.pagesLeft -= 1
    return session.pagesLeft > 0 ? pace : 0
  }

  private mutating func crawl(_ session: inout Session) {
    if session.isFirstPage {
      session.isFirstPage = false
      answer(&session, fixed.get, site.robotsFile, 200)
      return
    }
    switch random.below(100) {
    case 0..<5: answer(&session, fixed.get, site.missing, 404)
    case 5..<12: answer(&session, fixed.get, anyPage(), 301)
    case 12..<22: answer(&session, fixed.get, anyPage(), 304)
    case 22..<34: answer(&session, fixed.get, site.images.pick(&random).target, 200)
    default: answer(&session, fixed.get, anyPage(), 200)
    }
  }

  private mutating func scan(_ session: inout Session) {
    switch random.below(1000) {
    case 0..<12:
      let request = Request(
        method: .empty, target: Target(path: robots.noRequests.pick(&random)), status: 400,
        byteCount: 157)
      var client = session.client
      client.agent = fixed.dash
      client.agentToken = 0
      send(request, from: client)
    case 12..<150: answer(&session, fixed.post, robots.posts.pick(&random), 404)
    case 150..<200: answer(&session, fixed.get, robots.gets.pick(&random), 403)
    case 200..<230: answer(&session, fixed.get, site.home, 200)
    default: answer(&session, fixed.get, robots.gets.pick(&random), 404)
    }
  }

  /// Crawlers read old pages as readily as new ones.
  private mutating func anyPage() -> Target {
    if mix.distinct.contains(.paths) { return newArticle() }
    return random.chance(1, in: 2)
      ? site.pages.pick(&random) : site.pages[site.popularity.draw(&random)]
  }

  private mutating func answer(
    _ session: inout Session, _ method: TextID, _ target: Target, _ status: Int
  ) {
    let size =
      switch status {
      case 304: 0
      case 301: 169
      case 400...: 1_248
      default: method == fixed.head ? 0 : site.byteCount(of: target, &random)
      }
    send(
      Request(method: method, target: target, status: status, byteCount: size),
      from: session.client)
  }
}

/// The robots of a run and what scanners ask for.
struct Robots {
  let list: [Robot]
  let agents: [TextID]
  let table: WeightedTable
  let gets, posts: [Target]
  let noRequests: [TextID]

  init(into lexicon: inout Texts, mix: Mix) {
    list = Robot.all(flooded: mix.isFlooded)
    agents = list.map { lexicon.add($0.agent) }
    table = WeightedTable(weights: list.map(\.weight))
    gets = Attacks.gets.map { Target(path: lexicon.add($0)) }
    posts = Attacks.posts.map { Target(path: lexicon.add($0)) }
    noRequests = lexicon.add(Attacks.noRequests)
  }
}
