@testable import LogAggregate

/// A slow and obvious second answer to what a run counts for advertisers.
/// - Source: DESIGN 3 and 4; `Documentation/Policies.md`, “What advertisers buy”.
struct NaiveAdvertising {
  private struct Account: Hashable {
    let server: Int
    let day: Int
    let client: String
    let what: String
  }
  private struct Visit {
    let client: String
    let day: Int
    var times: [Int]
    var campaign: String?

    func holds(_ time: Int) -> Bool {
      time >= times[0] && time <= times[times.count - 1] + 1800
    }
  }
  private typealias Request = AdvertisingLog.Request

  /// Figures as `table key metric`, and of how many visitors: `table key metric of`.
  private(set) var figures: [String: Int] = [:]
  private(set) var pageViews = 0
  private var people: [String: Set<String>] = [:]

  init(_ servers: [[AdvertisingLog.Request]], limit: Int) {
    var views: [Request] = []
    var impressions: [Request] = []
    var clicks: [Request] = []
    var goals: [Request] = []
    var landings: [Request] = []
    var accounts: [Account: Int] = [:]
    for (server, requests) in servers.enumerated() {
      for request in requests {
        func counts(_ what: String, _ limit: Int) -> Bool {
          let account = Account(
            server: server, day: request.time / 86_400, client: request.client, what: what)
          accounts[account, default: 0] += 1
          return accounts[account, default: 0] <= limit
        }
        let kind = request.kind
        let isGood = request.status == 304 || request.status / 100 == 2
        let isAnswered = isGood || request.status / 100 == 3
        if isGood, kind.impression != nil, counts("impression", limit) {
          impressions.append(request)
        }
        if isAnswered, kind.isClick, counts("click", 80) { clicks.append(request) }
        if isAnswered, kind.goal != nil, counts("goal", 80) { goals.append(request) }
        if isGood, kind.isPage, request.method == "GET" {
          if counts("view", limit) { views.append(request) }
          if kind.campaign != nil, counts("landing", limit) { landings.append(request) }
        }
      }
    }
    pageViews = views.count
    let visits = Self.visits(views, landings)
    count(impressions, clicks)
    count(visits)
    for click in clicks {
      let home = Self.home(of: click, visits)
      if let campaign = home?.campaign { note("campaign \(campaign) clicks", click) }
    }
    for goal in goals { count(goal, visits, impressions + clicks) }
    for (key, clients) in people { figures["\(key) of"] = clients.count }
  }

  private mutating func note(_ key: String, _ request: AdvertisingLog.Request) {
    figures[key, default: 0] += 1
    people[key, default: []].insert(request.client)
  }

  /// Notes a placement's figure as a whole, by day and by hour.
  private mutating func note(placement: String, _ metric: String, _ request: Request) {
    note("placement \(placement) \(metric)", request)
    let day = CivilDate(daysSinceEpoch: Int32(request.time / 86_400))
    note("placement-by-day \(placement) / \(day) \(metric)", request)
    let hour = String(100 + request.time / 3600 % 24).dropFirst()
    note("placement-by-hour \(placement) / \(hour) \(metric)", request)
  }

  private mutating func count(_ impressions: [Request], _ clicks: [Request]) {
    for request in impressions {
      note(placement: request.kind.impression ?? "", "impressions", request)
    }
    for (client, own) in Dictionary(grouping: impressions, by: \.client) {
      let name =
        switch own.count {
        case 1: "1"
        case 2: "2"
        case 3...5: "3–5"
        case 6...10: "6–10"
        default: "11+"
        }
      figures["frequency \(name) impressions", default: 0] += own.count
      people["frequency \(name) impressions", default: []].insert(client)
    }
    for request in clicks {
      if let placement = request.kind.placement { note(placement: placement, "clicks", request) }
      if let domain = request.kind.domain { note("exit-link \(domain) clicks", request) }
    }
  }

  private mutating func count(_ visits: [Visit]) {
    for visit in visits {
      guard let campaign = visit.campaign else { continue }
      figures["campaign \(campaign) page_views", default: 0] += visit.times.count
      figures["campaign \(campaign) visits", default: 0] += 1
      people["campaign \(campaign) page_views", default: []].insert(visit.client)
    }
  }

  private mutating func count(_ goal: Request, _ visits: [Visit], _ touches: [Request]) {
    note("goal \(goal.kind.goal ?? "") conversions", goal)
    guard let home = Self.home(of: goal, visits) else { return }
    if let campaign = home.campaign { note("campaign \(campaign) conversions", goal) }
    var placements: Set<String> = []
    for touch in touches where touch.client == goal.client && touch.time <= goal.time {
      guard let placement = touch.kind.impression ?? touch.kind.placement,
        let other = Self.home(of: touch, visits), other.times == home.times
      else { continue }
      placements.insert(placement)
    }
    for placement in placements {
      if goal.kind.goal == "Tasting", placement != "Tea" { continue }
      note(placement: placement, "conversions", goal)
    }
  }

  private static func visits(_ views: [Request], _ landings: [Request]) -> [Visit] {
    var visits: [Visit] = []
    for (_, own) in Dictionary(grouping: views, by: { "\($0.client) \($0.time / 86_400)" }) {
      let first = visits.count
      for view in own.sorted(by: { $0.time < $1.time }) {
        if visits.count > first, view.time - visits[visits.count - 1].times.reduce(0, max) <= 1800 {
          visits[visits.count - 1].times.append(view.time)
        } else {
          visits.append(
            Visit(client: view.client, day: view.time / 86_400, times: [view.time]))
        }
      }
    }
    for place in visits.indices {
      let own = landings.filter {
        $0.client == visits[place].client && $0.time / 86_400 == visits[place].day
          && visits[place].holds($0.time)
      }
      visits[place].campaign =
        own.min { ($0.time, $0.kind.campaign ?? "") < ($1.time, $1.kind.campaign ?? "") }?
        .kind.campaign
    }
    return visits
  }

  private static func home(of request: Request, _ visits: [Visit]) -> Visit? {
    let own = visits.filter { $0.client == request.client && $0.day == request.time / 86_400 }
      .sorted { $0.times[0] < $1.times[0] }
    return own.first { $0.holds(request.time) }
      ?? own.first { $0.times[0] > request.time && $0.times[0] <= request.time + 1800 }
  }
}
