import Foundation

@testable import LogAggregate

/// A log of a small publisher with two advertisers, made request by request, and what each request means by hand.
struct AdvertisingLog {
  /// A kind of request, with its meaning.
  struct Kind {
    let target: String
    var isPage = false
    var impression: String?
    /// Whether it is a click; then maybe where it leads and for which placement.
    var isClick = false
    var domain: String?
    var placement: String?
    var goal: String?
    var campaign: String?
  }
  struct Request {
    let client: String
    /// Seconds since 1970.
    let time: Int
    let kind: Kind
    var status = 200
    var method = "GET"
  }

  static let site = """
    [site]
    hosts = ["www.example.org"]
    [[clicks]]
    pattern = "/click/*"
    [[exit_links]]
    pattern = "/go"
    target_parameter = "url"
    [[advertisers]]
    name = "Kestrel Tools"
    campaigns = ["autumn"]
    [[advertisers]]
    name = "Lotus Tea"
    campaigns = ["spring"]
    [[placements]]
    name = "Top"
    advertiser = "Kestrel Tools"
    impression = "/ads/kestrel-top.gif"
    click = "/click/kestrel-top"
    [[placements]]
    name = "Side"
    advertiser = "Kestrel Tools"
    impression = "/ad?zone=side"
    click = "/go?ad=side"
    [[placements]]
    name = "Tea"
    advertiser = "Lotus Tea"
    impression = "/ads/lotus*"
    click = "/click/lotus"
    [campaigns]
    source = "words"
    campaign = ["autumn", "spring"]
    [[goals]]
    name = "Order"
    pattern = "/order/*/done"
    type_part = 2
    types = ["books", "toys"]
    [[goals]]
    name = "Tasting"
    pattern = "/tasting/booked"
    advertiser = "Lotus Tea"
    """

  /// The advertisers of placements and campaigns.
  static let placements = ["Top": "Kestrel Tools", "Side": "Kestrel Tools", "Tea": "Lotus Tea"]

  static let home = Kind(target: "/", isPage: true)
  static let news = Kind(target: "/news/", isPage: true)
  static let autumn = Kind(
    target: "/news/?utm_source=Newsletter&utm_campaign=AUTUMN&gclid=EAIaIQ", isPage: true,
    campaign: "newsletter / autumn")
  static let spring = Kind(
    target: "/?x=1&utm_campaign=spring", isPage: true, campaign: "- / spring")
  static let unlisted = Kind(
    target: "/?utm_source=anna%40example.com&utm_campaign=winter", isPage: true,
    campaign: "(unlisted) / (unlisted)")
  static let top = Kind(target: "/ads/kestrel-top.gif", impression: "Top")
  static let side = Kind(target: "/ad?zone=side&n=7", impression: "Side")
  static let noSide = Kind(target: "/ad?zone=none", isPage: true)
  static let tea = Kind(target: "/ads/lotus-1.png?9", impression: "Tea")
  static let topClick = Kind(target: "/click/kestrel-top", isClick: true, placement: "Top")
  static let sideClick = Kind(
    target: "/go?url=https%3A%2F%2Fwww.Kestrel.example%2Fdrill%3Fid%3D7&ad=side", isClick: true,
    domain: "kestrel.example", placement: "Side")
  static let teaClick = Kind(target: "/click/lotus?x", isClick: true, placement: "Tea")
  static let otherClick = Kind(target: "/click/elsewhere", isClick: true)
  static let link = Kind(
    target: "/go?url=http://shop.tea.example:8080/", isClick: true, domain: "tea.example")
  static let ownLink = Kind(target: "/go?url=//www.example.org/news/", isClick: true)
  static let books = Kind(target: "/order/Books/done", isPage: true, goal: "Order / books")
  static let cars = Kind(target: "/order/cars/done?s=1", isPage: true, goal: "Order / (other type)")
  static let tasting = Kind(target: "/tasting/booked", isPage: true, goal: "Tasting")

  static let kinds = [
    home, news, news, autumn, spring, unlisted, top, top, side, noSide, tea, topClick, sideClick,
    teaClick, otherClick, link, ownLink, books, cars, tasting,
  ]

  /// The lines of requests in the combined form.
  static func text(_ requests: [Request]) -> String {
    requests.map { request in
      let time = ZoneRules.utc.local(at: Int64(request.time))
      let second = Int(time.secondOfDay)
      let date = CivilDate(daysSinceEpoch: time.day)
      let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ]
      let stamp = String(
        format: "%02d/%@/%04d:%02d:%02d:%02d +0000", date.day, months[date.month - 1], date.year,
        second / 3600, second / 60 % 60, second % 60)
      return """
        \(request.client) - - [\(stamp)] "\(request.method) \(request.kind.target) HTTP/1.1" \
        \(request.status) 512 "-" "\(FactsRun.agent)"

        """
    }.joined()
  }

  /// Requests by chance, for each of some servers side by side.
  static func random(_ seed: Int) -> [[Request]] {
    var random = SeededRandom(seed)
    // Near midnight, so that some runs hold two days.
    let start = random.pick([1_795_046_400, 1_795_046_400 + 84_000])
    let clients = (0..<random.int(1...25)).map { "241.7.\($0).\($0 % 3)" }
    let span = random.pick([2_000, 9_000, 40_000])
    let disorder = random.pick([0, 3, 40])
    return (0..<random.int(1...2)).map { server in
      var times = (0..<random.int(1...300)).map { _ in random.int(0...span) }.sorted()
      for place in times.indices where place > 0 {
        times[place] = max(0, times[place] - random.int(0...disorder))
      }
      times[0] = 0
      return times.map { time in
        Request(
          client: random.pick(clients), time: start + server + time, kind: random.pick(kinds),
          status: random.pick([200, 200, 200, 200, 302, 304, 404, 500]),
          method: random.once(in: 12) ? "POST" : "GET")
      }
    }
  }
}
