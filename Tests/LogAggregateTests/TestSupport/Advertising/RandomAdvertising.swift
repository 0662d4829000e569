@testable import LogAggregate

/// Visitors of chance who see and click placements on a few days, at a few hours; some placements, days and hours are rare.
enum RandomAdvertising {
  /// A log of one server.
  static func log(_ seed: Int, days: Int) -> [AdvertisingLog.Request] {
    var random = SeededRandom(seed)
    let crowd = random.pick([40, 120, 300])
    let kinds = bag([AdvertisingLog.top, AdvertisingLog.side, AdvertisingLog.tea], &random)
    let clicks = [
      "Top": AdvertisingLog.topClick, "Side": AdvertisingLog.sideClick,
      "Tea": AdvertisingLog.teaClick,
    ]
    let dayBag = bag(Array(0..<days), &random)
    let hourBag = bag([3, 9, 12, 18, 22], &random)
    let clickOdds = random.pick([1, 2, 6])
    var requests: [AdvertisingLog.Request] = []
    for visitor in 0..<crowd {
      // Some visitors share a network.
      let network = random.once(in: 8) ? 0 : visitor
      let client = "241.\(network / 200).\(network % 200).\(visitor % 250 + 1)"
      for _ in 0..<random.pick([1, 1, 2, 4]) {
        let kind = random.pick(kinds)
        let time =
          1_795_046_400 + random.pick(dayBag) * 86_400 + random.pick(hourBag) * 3600
          + random.int(0...1200)
        func add(_ kind: AdvertisingLog.Kind, _ seconds: Int) {
          requests.append(
            AdvertisingLog.Request(
              client: client, time: time + seconds, kind: kind,
              status: kind.isClick ? 302 : 200))
        }
        add(AdvertisingLog.home, 0)
        add(kind, 1)
        if random.once(in: clickOdds), let click = kind.impression.flatMap({ clicks[$0] }) {
          add(click, 2)
        }
        if random.once(in: 3) { add(AdvertisingLog.books, 3) }
      }
    }
    return requests.sorted { $0.time < $1.time }
  }

  /// Items of which some are picked far more often than others.
  private static func bag<Item>(_ items: [Item], _ random: inout SeededRandom) -> [Item] {
    items.flatMap { Array(repeating: $0, count: random.pick([1, 2, 8, 20])) }
  }
}
