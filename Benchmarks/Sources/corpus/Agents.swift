/// What a browser runs on.
enum Device: Int {
  case desktop, phone, tablet
}

/// Browsers that read the site, each with how often it does.
struct Agents {
  private(set) var texts: [TextID] = []
  private(set) var devices: [Device] = []
  private let table: WeightedTable

  /// - Parameter mobile: whether phones come first, as they do in India.
  init(into lexicon: inout Texts, mobile: Bool) {
    var weights: [Int] = []
    for family in BrowserFamily.all {
      let variants = family.variants()
      // The newest version leads; the rest trail off.
      let share = 1000 * (mobile ? family.shareMobile : family.share)
      let split = WeightedTable.zipfWeights(variants.count, flatness: family.flatness, sum: share)
      for (text, weight) in zip(variants, split) {
        texts.append(lexicon.add(text))
        devices.append(family.device)
        weights.append(weight)
      }
    }
    table = WeightedTable(weights: weights)
  }

  func draw(_ random: inout Random) -> Int { table.draw(&random) }
}
