/// Plays the site's days, moment by moment, and writes a line for each request.
struct Simulation: ~Copyable {
  let mix: Mix
  let site: Site
  let fixed: FixedTexts
  let visitors: Visitors
  let referrers: Referrers
  let robots: Robots
  let leaving: Leaving
  var random: Random

  private let curve: DayCurve
  private let lineCount: Int
  private let visitorCount: Int
  private var writer: LineWriter
  private var wheel = TimingWheel<Session>()
  private var broken: [TextID] = []
  private var tick = 0
  private var written = 0
  private var writtenByRobots = 0
  private var visitorsSeen = 0
  private(set) var visits: UInt64 = 0
  private var articlesNamed: UInt64 = 0

  init(_ options: Options) {
    var texts = Texts()
    mix = options.mix
    fixed = FixedTexts(into: &texts)
    site = Site(into: &texts, sample: mix.isSample)
    visitors = Visitors(into: &texts, seed: options.seed, mix: mix)
    referrers = Referrers(into: &texts, sample: mix.isSample)
    robots = Robots(into: &texts, mix: mix)
    leaving = Leaving(into: &texts)
    broken = texts.add(Attacks.brokenLines)
    random = Random(seed: options.seed)
    let days = options.days
    curve = DayCurve(lines: options.lines, days: days)
    lineCount = options.lines
    visitorCount = options.visitors
    writer = LineWriter(
      texts: texts, fixed: fixed, days: days, offset: options.offset, format: options.format)
  }

  /// Writes all lines, or as many as the output takes.
  /// - Returns: the number of the system's error that ended writing, or 0.
  mutating func run() -> Int32 {
    while tick < curve.tickCount && written < lineCount && writer.failure == 0 {
      while let session = wheel.take(at: tick) { advance(session) }
      let due = curve.linesDue(byEndOf: tick)
      while written < due { start() }
      tick += 1
    }
    writer.flush()
    return writer.failure
  }

  /// Writes the line of a request; some requests end up to three seconds after they began.
  mutating func send(_ request: Request, from client: Client) {
    if written >= lineCount { return }
    let second = tick / DayCurve.ticksPerSecond
    let lag = random.chance(1, in: 40) ? 1 + random.skewed(3) : 0
    var client = client
    if mix.distinct.contains(.visitors) {
      client.isIPv6 = false
      client.host = Visitors.distinctIPv4(written)
    }
    if mix.distinct.contains(.agents) { client.agentToken = UInt64(written + 1) }
    writer.write(request, from: client, at: max(second - lag, 0))
    written += 1
    if written < lineCount && !mix.isSinglePage && random.chance(1, in: 12_000) {
      writer.writeBroken(broken.pick(&random))
      written += 1
    }
  }

  /// An article that nobody has asked for yet.
  mutating func newArticle() -> Target {
    articlesNamed += 1
    var article = site.pages[0]
    article.path = leaving.articles
    article.tail = .slug
    article.token = articlesNamed &* 0x9E37_79B9_7F4A_7C15 % Leaving.slugCount
    return article
  }

  /// Whether this moment's visit is somebody's first: so that the visitors last for all the lines.
  private var isNewVisitorDue: Bool {
    mix.isSinglePage || visitorsSeen == 0
      || visitorsSeen < visitorCount
        && visitorsSeen.multipliedFullWidth(by: lineCount)
          < visitorCount.multipliedFullWidth(by: written)
  }

  private mutating func start() {
    visits += 1
    if writtenByRobots * 100 < mix.robotPercent * written {
      advance(newRobotSession())
      return
    }
    let isNew = isNewVisitorDue
    let visitor = isNew ? visitorsSeen : random.skewed(visitorsSeen)
    if isNew { visitorsSeen += 1 }
    advance(newVisit(by: visitor, isReturning: !isNew))
  }

  /// Lets a session take its next step and puts it back for the one after.
  private mutating func advance(_ session: Session) {
    var session = session
    let before = written
    let wait: Int
    if session.robot >= 0 {
      wait = stepRobot(&session)
      writtenByRobots += written - before
    } else {
      wait = stepVisitor(&session)
    }
    if wait > 0 { wheel.add(session, at: tick + min(wait, TimingWheel<Session>.span - 1)) }
  }
}
