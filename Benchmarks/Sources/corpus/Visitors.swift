/// Gives every visitor an address, an agent and habits that stay the same all day.
struct Visitors {
  private let seed: UInt64
  private let mix: Mix
  private let agents: Agents
  private let protocols: [TextID]
  private let users: [TextID]
  private let screens: [[TextID]]
  private let networks = WeightedTable(zipf: 600, flatness: 4)
  private let providers = WeightedTable(zipf: 240, flatness: 3)

  init(into lexicon: inout Texts, seed: UInt64, mix: Mix) {
    self.seed = seed
    self.mix = mix
    agents = Agents(into: &lexicon, mobile: mix.isSample)
    protocols = lexicon.add([" HTTP/2.0", " HTTP/1.1", " HTTP/3.0"])
    users = lexicon.add(
      mix.isSample
        ? (1...480).map { "member" + String(10_000 + $0).dropFirst() }
        : (1...40).map { "editor" + String(100 + $0).dropFirst() })
    screens = [
      [
        "1920x1080", "1920x1080", "1920x1080", "1366x768", "1366x768", "1536x864", "1536x864",
        "2560x1440", "1440x900", "1280x720", "3840x2160",
      ],
      ["412x915", "412x915", "360x800", "360x800", "393x873", "390x844", "430x932", "384x832"],
      ["820x1180", "768x1024", "1280x800", "800x1280"],
    ].map { lexicon.add($0) }
  }

  /// The client that visitor number `index` is on visit number `visit`.
  func client(_ index: Int, visit: UInt64) -> Client {
    var random = Random(seed: seed ^ mixed(UInt64(index)))
    var client = Client()
    let agent = agents.draw(&random)
    client.agent = agents.texts[agent]
    client.screen = screens[agents.devices[agent].rawValue].pick(&random)
    client.protocolName = protocols[random.chance(3, in: 4) ? 0 : random.chance(4, in: 5) ? 1 : 2]
    if mix.isSample {
      if index % 8 == 3 { client.user = users[index / 8 % users.count] }
    } else if index % 300 == 7 {
      client.user = users.pick(&random)
    }
    // One visitor in 32 shares the address of the one before: a household, an office.
    let isShared = mixed(UInt64(index) &+ 77) % 32 == 0 && index > 0
    var home = Random(seed: mixed(seed) ^ mixed(UInt64(isShared ? index - 1 : index)))
    if home.chance(mix.ipv6Percent, in: 100) {
      let provider = providers.draw(&home)
      let customer = home.below(1 << 24) | 0x0001_0001
      client.isIPv6 = true
      client.network = 0x2001_0db8_0000_0000 | UInt64(provider + 8) << 24 | UInt64(customer)
      // Some systems take a new interface identifier for every visit.
      let interface = home.chance(1, in: 4) ? mixed(visit ^ home.next()) : home.next()
      client.host = interface | 0x1000_1000_1000_1000
    } else {
      let prefix = networks.draw(&home) * 2371 % (13 * 256)
      client.host = UInt64(240 << 24 | prefix << 16 | home.below(1 << 16))
    }
    return client
  }

  /// The client that a robot is, with one of its addresses, each its own.
  func client(ofRobot index: Int, agent: TextID, address: Int) -> Client {
    var client = Client()
    client.agent = agent
    client.protocolName = protocols[index % 3 == 0 ? 0 : 1]
    client.host = UInt64(
      253 << 24 | index << 16 | (17 + address / 64) << 8 | (2 + address % 64 * 3))
    return client
  }

  /// An IPv4 address from 240.0.0.0 to 252.255.255.255 that no other `index` below 218,103,808 gets.
  static func distinctIPv4(_ index: Int) -> UInt64 {
    UInt64(240 << 24 + index % 218_103_808 * 100_000_007 % 218_103_808)
  }
}

extension Array {
  /// An element, each as likely as the next.
  /// - Precondition: there is one.
  func pick(_ random: inout Random) -> Element { self[random.below(count)] }
}
